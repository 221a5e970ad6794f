"""What happens to the figures as a pack grows: made packs of 10³ statements and more beside the built-in one.

`python -m bench growth` goes to 10⁵; `python -m bench growth 6` to a million, which takes some minutes and
some gigabytes. `python -m bench.sizes` makes a table of the same figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from .compile import rows_of
from .installed import Installed
from .make_pack import make_pack
from .memory import explorer_peak
from .size_figures import SizeFigures, measured
from .table import Row

POWERS = range(3, 6)


def rows(place: Installed, most: int | None = None) -> Iterator[Row]:
    """For each size: compiling, a look-up, search as it is typed, a page, a list, memory."""
    ours = explorer_peak(place, None)
    for power in POWERS if most is None else range(3, most + 1):
        with TemporaryDirectory(prefix="cstoref-bench-") as name:
            pack = make_pack(Path(name) / "made", 10**power)
            yield from _rows(measured(place, pack, 10**power), ours)


def _rows(figures: SizeFigures, ours: float) -> Iterator[Row]:
    size = f"{figures.statements:,} statements"
    yield from rows_of(figures.compiled, figures.imports, figures.statements)
    yield Row(f"look-up: {size}", figures.look_up, "ms", "the built-in pack's", figures.own_look_up, 1.3)
    yield Row(f"search as it is typed: {size}, 95 of 100", figures.search, "ms", bar=50)
    yield Row(f"a page: {size}, 95 of 100", figures.page, "ms", bar=50)
    yield Row(f"the longest list: {size}", figures.list, "ms", bar=100)
    yield Row(f"memory: explorer, {size}", figures.explorer, "MiB", "the built-in pack's", ours, 1.5)
