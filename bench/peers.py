"""First paint beside programs that people know: `python -m bench peers`. Needs an index to have them from."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from cstoref.store.cache import open_store

from .installed import Installed
from .paint import RUNS, SIZE, Spot
from .table import Row
from .terminal import Terminal

PEERS = {"toolong": "tl", "frogmouth": "frogmouth"}
"""Textual apps that show a file, and their commands."""
TEXT = "a text that both of them show"


def rows(place: Installed) -> Iterator[Row]:
    """Ours, a record with its passage, beside each; with nothing to compare to it says so."""
    spot = Spot(open_store())
    with TemporaryDirectory(prefix="cstoref-peers-") as name:
        folder = Path(name)
        shown = folder / "shown.md"
        shown.write_text(f"{TEXT}\n", encoding="utf-8")
        for peer, script in PEERS.items():
            if not _install(peer, folder / peer):
                print(f"{peer} cannot be installed here: left out", file=sys.stderr)
                continue
            asked: dict[str, tuple[list[str], tuple[str, ...]]] = {
                "ours": ([place.cstoref, "open", spot.id], spot.shown),
                "theirs": ([str(folder / peer / "bin" / script), str(shown)], (TEXT,)),
            }
            ms = {who: median(times) for who, times in _painted(place, asked).items()}
            yield Row(f"first paint beside {peer}", ms["ours"], "ms", peer, ms["theirs"])


def _install(peer: str, folder: Path) -> bool:
    """An environment of its own with a peer, by the settings that pip has here; whether that worked."""
    made = subprocess.run([sys.executable, "-m", "venv", str(folder)], check=False, capture_output=True)
    if made.returncode:
        return False
    pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", peer]
    return subprocess.run(pip, check=False, capture_output=True).returncode == 0


def _painted(place: Installed, asked: dict[str, tuple[list[str], tuple[str, ...]]]) -> dict[str, list[float]]:
    """The times of alternating runs in milliseconds, without the first of each."""
    times: dict[str, list[float]] = {who: [] for who in asked}
    for run in range(RUNS + 1):
        for who, (command, texts) in asked.items():
            with Terminal(command, SIZE, place.env) as terminal:
                took = terminal.until(*texts)
            if run:
                times[who].append(took)
    return times
