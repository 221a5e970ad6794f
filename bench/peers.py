"""Beside programs that people know: first paint beside two Textual apps, a look-up beside a dictionary.

The apps are had from the package index, the dictionary is `sdcv` if it is installed; what is not to be had
counts as not measured.
"""

from __future__ import annotations

import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from cstoref.store.cache import open_store

from .installed import Installed
from .paint import RUNS, SIZE, Spot
from .processes import Expected, side_by_side
from .table import Row
from .terminal import Terminal

APPS = {"toolong": "tl", "frogmouth": "frogmouth"}
"""Textual apps that show a file, and their commands."""
TEXT = "a text that both of them show"


def rows(place: Installed) -> Iterator[Row]:
    """Ours beside each."""
    with TemporaryDirectory(prefix="cstoref-peers-") as name:
        yield from _dictionary(place, Path(name) / "words")
        yield from _apps(place, Path(name))


def _dictionary(place: Installed, folder: Path) -> Iterator[Row]:
    """A card beside the entry of the same name in a dictionary, which a compiled program shows."""
    sdcv = shutil.which("sdcv")
    if sdcv is None:
        yield Row("look-up beside sdcv", 0.0, "", fault="sdcv is not installed")
        return
    _make_stardict(folder)
    commands = {
        "ours": [place.cstoref, "belarus"],
        "theirs": [sdcv, "--non-interactive", "--data-dir", str(folder), "Belarus"],
    }
    said = Expected(says="Belarus")
    ms = side_by_side(commands, place.env, expected={"ours": said, "theirs": said})
    yield Row("look-up beside sdcv", ms["ours"], "ms", "sdcv", ms["theirs"])


def _make_stardict(folder: Path) -> None:
    """Our records as a dictionary in the format of StarDict: the name of each, and what is said of it."""
    store = open_store()
    folder.mkdir()
    texts, index = bytearray(), bytearray()
    names = [(named.name, named.id) for kind in store.kinds for named in store.records(kind)]
    for name, id in sorted(names, key=lambda named: (named[0].lower(), named)):
        text = "\n".join(item.statement.text for item in store.statements_about(id)).encode()
        index += name.encode() + b"\0" + struct.pack(">II", len(texts), len(text))
        texts += text
    (folder / "cstoref.dict").write_bytes(texts)
    (folder / "cstoref.idx").write_bytes(index)
    (folder / "cstoref.ifo").write_text(
        "StarDict's dict ifo file\nversion=2.4.2\nbookname=cstoref\nsametypesequence=m\n"
        f"wordcount={len(names)}\nidxfilesize={len(index)}\n",
        encoding="utf-8",
    )


def _apps(place: Installed, folder: Path) -> Iterator[Row]:
    """A record with its passage, beside apps that show a file."""
    spot = Spot(open_store())
    shown = folder / "shown.md"
    shown.write_text(f"{TEXT}\n", encoding="utf-8")
    for peer, script in APPS.items():
        if not _install(peer, folder / peer):
            yield Row(f"first paint beside {peer}", 0.0, "", fault=f"{peer} cannot be installed here")
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
