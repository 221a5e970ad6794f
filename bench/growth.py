"""What happens to the figures as a pack grows: made packs of 10³ statements and more beside the built-in one.

`python -m bench growth` goes to 10⁵; `python -m bench growth 6` to a million, which takes some minutes and
some gigabytes.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory

from cstoref.store.cache import open_store
from cstoref.store.queries import Store
from cstoref.store.search.results import find

from .compile import figures
from .installed import Installed
from .make_pack import make_pack
from .memory import explorer_peak
from .processes import Expected, side_by_side
from .table import Row

POWERS = range(3, 6)
TYPED = ("belarus summit", "troops at the border", "kazki", "observers 1999", "general council treaty")


def rows(place: Installed, most: int | None = None) -> Iterator[Row]:
    """For each size: compiling, a look-up, find as it is typed, memory."""
    ours = explorer_peak(place, None)
    for power in POWERS if most is None else range(3, most + 1):
        with TemporaryDirectory(prefix="cstoref-bench-") as name:
            yield from _of_size(place, make_pack(Path(name) / "made", 10**power), power, ours)


def _of_size(place: Installed, pack: Path, power: int, ours: float) -> Iterator[Row]:
    count = 10**power
    size = f"{count:,} statements"
    yield from figures(place, pack, count)
    store = open_store(str(pack))
    commands = {
        "built-in": [place.cstoref, "show", "belarus"],
        "made": [place.cstoref, "show", store.records("member")[0].name, "--pack", str(pack)],
    }
    expected = {"built-in": Expected(says="Belarus"), "made": Expected(says=commands["made"][2])}
    ms = side_by_side(commands, place.env, expected=expected)
    yield Row(f"look-up: {size}", ms["made"], "ms", "the built-in pack's", ms["built-in"], 1.3)
    yield Row(f"find as it is typed: {size}, 95 of 100", _typing(store), "ms", bar=50)
    yield Row(
        f"memory: explorer, {size}", explorer_peak(place, pack), "MiB", "the built-in pack's", ours, 1.5
    )


def _typing(store: Store) -> float:
    """Milliseconds within which 95 of 100 letters are answered by the engine."""
    times, hits = [], 0
    for text in TYPED:
        for end in range(1, len(text) + 1):
            started = time.perf_counter()
            hits += len(find(store, text[:end]).hits)
            times.append((time.perf_counter() - started) * 1000)
    if not hits:
        raise RuntimeError("nothing was found for any of the words that were typed")
    return quantiles(times, n=20)[-1]
