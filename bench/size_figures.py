"""What a pack of some size costs: to compile, to look up, to search, to show; measured in one place.

What this process does itself is timed by its own clock: what else the machine does plays no part.
"""

from __future__ import annotations

import json
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from typing import NamedTuple

from cstoref.session.sections import sections
from cstoref.store.page_folds import folded
from cstoref.store.pages import page
from cstoref.store.queries import Store
from cstoref.store.search.results import find
from cstoref.store.section_list import Listed
from cstoref.tui.pages.index import index_lines

from .compile import beyond_imports
from .installed import Installed
from .memory import explorer_peak
from .processes import Expected, Used, side_by_side

TYPED = ("belarus summit", "troops at the border", "kazki", "observers 1999", "general council treaty")
PAGES = 40
CELLS, SCREEN = 40, 50
"""Of the pane with a list."""


class SizeFigures(NamedTuple):
    """The figures of one size. Milliseconds, but for `compiled` and `imports`; memory in MiB."""

    statements: int
    file: float
    """MiB of the compiled pack."""
    compiled: Used
    imports: Used
    look_up: float
    own_look_up: float
    """Of a card of the built-in pack, in alternating runs."""
    search: float
    page: float
    list: float
    explorer: float


def measured(place: Installed, pack: Path, statements: int) -> SizeFigures:
    """Compile a pack once and measure all of it. Raises RuntimeError where anything fails."""
    # A user who has so large a pack allows it.
    with TemporaryDirectory(prefix="cstoref-bench-") as cache:
        env = {**place.env, "XDG_CACHE_HOME": cache, "CSTOREF_LARGE": "1"}
        place = place._replace(env=env)
        command = [place.cstoref, "xyzzy", "--pack", str(pack)]
        compiled, imports = beyond_imports(place, command, env)
        file = _compiled_file(place, pack)
        store = Store(sqlite3.connect(f"file:{file}?mode=ro&immutable=1", uri=True))
        if store.count("statements") != statements:
            raise RuntimeError(f"{store.count('statements'):,} statements were compiled, not {statements:,}")
        own, made = _look_ups(place, pack, store)
        return SizeFigures(
            statements, file.stat().st_size / 2**20, compiled, imports, made, own, _typing(store),
            _pages(store), _longest_list(store), explorer_peak(place, pack, store),
        )  # fmt: skip


def _compiled_file(place: Installed, pack: Path) -> Path:
    command = [place.cstoref, "paths", "--json", "--pack", str(pack)]
    told = subprocess.run(command, env=place.env, check=True, capture_output=True, text=True)
    return Path(json.loads(told.stdout)["compiled pack"])


def _look_ups(place: Installed, pack: Path, store: Store) -> tuple[float, float]:
    """Milliseconds of a card of the built-in pack, and of one of the pack, in alternating runs."""
    name = store.heaviest("member", 1)[0]
    record = store.record(name)
    assert record is not None
    commands = {
        "built-in": [place.cstoref, "show", "belarus"],
        "made": [place.cstoref, "show", record.name, "--pack", str(pack)],
    }
    expected = {"built-in": Expected(says="Belarus"), "made": Expected(says=record.name)}
    ms = side_by_side(commands, place.env, expected=expected)
    return ms["built-in"], ms["made"]


def _typing(store: Store) -> float:
    """Milliseconds within which 95 of 100 letters are answered. Raises RuntimeError if nothing is found."""
    texts = [text[:end] for text in TYPED for end in range(1, len(text) + 1)]
    return _most(lambda text: len(find(store, text).hits), texts, "for any of the words that were typed")


def _pages(store: Store) -> float:
    """Milliseconds within which 95 of 100 pages are made. Raises RuntimeError if all are empty."""

    def entries(id: str) -> int:
        found = page(store, id)
        return len(folded(found, store).entries) if found else 0

    ids = [id for kind in store.kinds for id in store.heaviest(kind, PAGES // 5)]
    return _most(entries, ids, "on any page")


def _longest_list(store: Store) -> float:
    """Milliseconds of the list of the kind that has the most records, to the lines of a screen."""
    kind, count = max(store.counted_kinds(), key=lambda counted: counted[1])
    started = time.process_time()
    rows = Listed(store, kind.id, None).rows()
    lines = index_lines(sections(store), kind.id, rows, CELLS)
    shown = [lines[at] for at in range(min(SCREEN, len(lines)))]
    took = (time.process_time() - started) * 1000
    if len(rows) < count or not any(line.key == rows[0].key for line in shown):
        raise RuntimeError(f"{len(rows):,} of {count:,} {kind.plural} are listed")
    return took


def _most(ask: Callable[[str], int], of: Iterable[str], where: str) -> float:
    """Milliseconds within which 95 of 100 are answered. Raises RuntimeError if nothing is found."""
    times, found = [], 0
    for one in of:
        started = time.process_time()
        found += ask(one)
        times.append((time.process_time() - started) * 1000)
    if not found:
        raise RuntimeError(f"nothing was found {where}")
    return quantiles(times, n=20)[-1]
