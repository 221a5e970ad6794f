"""Memory of the explorer at its peak, with a record and its passage on the screen."""

from __future__ import annotations

from pathlib import Path

from cstoref.store.cache import open_store
from cstoref.store.queries import Store

from . import skeleton
from .installed import Installed
from .paint import Spot
from .table import Row
from .terminal import Terminal

FOUND = "sum"
"""What is typed in the search box."""


def rows(place: Installed) -> list[Row]:
    """The explorer beside the skeleton."""
    with Terminal([place.python, "-m", "bench.skeleton"], env=place.env) as terminal:
        terminal.until(skeleton.READY)
        floor = _peak(terminal.pid)
    return [Row("memory: explorer", explorer_peak(place, None), "MiB", "skeleton app", floor)]


def explorer_peak(place: Installed, pack: Path | None, store: Store | None = None) -> float:
    """MiB of the explorer on a pack once it has shown a record, moved in it and found something. `store` is
    that of the pack, where it is open already."""
    store = store or open_store(str(pack) if pack else None)
    spot = Spot(store, store.records("member")[0].id)
    command = [place.cstoref, "open", spot.id, *(["--pack", str(pack)] if pack else [])]
    with Terminal(command, env=place.env) as terminal:
        terminal.until(*spot.shown)
        for key in ("up", "down", "/", *FOUND):
            terminal.press(key)
        terminal.until(f"“{FOUND}”")
        return _peak(terminal.pid)


def _peak(process: int) -> float:
    """MiB that a process has held at most."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024
