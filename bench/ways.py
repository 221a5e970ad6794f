"""The ways of installing, side by side: how large each is, what a look-up takes, and the first paint.

It makes the Debian package and the folder, which takes minutes: `python -m bench ways`, not `make bench`.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from release import archives
from release.build import build, epoch
from release.bundle import Order, bundle
from release.deb.metadata import COMMAND, LIBRARY
from release.deb.package import package
from release.folder.package import folder
from release.interpreters import OWN
from release.targets import this_target

from . import skeleton
from .installed import Installed
from .paint import RUNS, SIZE
from .processes import Expected, side_by_side
from .table import Row
from .terminal import Terminal

PIPX, DEBIAN, FOLDER = "pipx, pip", "Debian package", "folder without Python"
MOST = {PIPX: None, DEBIAN: 10.0, FOLDER: 20.0}
"""Megabytes that the archive of each may have. That of pipx is a bundle for one Python with pip, setuptools
and pipx; no bar was set for it."""
FLOOR = "python -c pass"
CARD = Expected(says="member of the CSTO")


def rows(place: Installed) -> Iterator[Row]:
    """Sizes, then a look-up and the first screen by each way."""
    with tempfile.TemporaryDirectory(prefix="cstoref-ways-") as name:
        scratch = Path(name)
        made = _archives(scratch)
        for way, path in made.items():
            yield Row(f"size: {way}", path.stat().st_size / 1e6, "MB", bar=MOST[way])
        commands = {
            PIPX: [place.cstoref],
            DEBIAN: [str(_unpacked_package(made[DEBIAN], scratch / "deb"))],
            FOLDER: [str(_unpacked_folder(made[FOLDER], scratch / "folder"))],
        }
        asked = {
            FLOOR: [place.python, "-c", "pass"],
            **{way: [*to, "belarus"] for way, to in commands.items()},
        }
        ms = side_by_side(asked, place.env, expected=dict.fromkeys(commands, CARD))
        for way in commands:
            yield Row(f"look-up: {way}", ms[way], "ms", FLOOR, ms[FLOOR], 2.0)
        paint = _first_paint({"skeleton": [place.python, "-m", "bench.skeleton"], **commands}, place)
        for way in commands:
            yield Row(f"first paint: {way}", paint[way], "ms", "skeleton app", paint["skeleton"], 1.3)


def _archives(scratch: Path) -> dict[str, Path]:
    seconds = int(epoch())
    (wheel,) = build(scratch, kinds=("wheel",))
    return {
        PIPX: bundle(Order(this_target(), (OWN,), wheel, seconds), scratch),
        DEBIAN: package(this_target(), wheel, scratch, seconds),
        FOLDER: folder(wheel, scratch, seconds),
    }


def _unpacked_package(deb: Path, into: Path) -> Path:
    """The command of a Debian package that is unpacked and compiled as dpkg would have it, in a folder."""
    subprocess.run(["dpkg-deb", "--extract", deb, into], check=True)
    library = into / LIBRARY.lstrip("/")
    subprocess.run(["/usr/bin/python3", "-m", "compileall", "-q", library], check=True)
    command = into / "cstoref"
    command.write_text(COMMAND.replace(LIBRARY, str(library)), encoding="utf-8")
    command.chmod(0o755)
    return command


def _unpacked_folder(archive: Path, into: Path) -> Path:
    archives.unpack(archive, into)
    return next(into.iterdir()) / "cstoref"


def _first_paint(commands: dict[str, list[str]], place: Installed) -> dict[str, float]:
    """Milliseconds from the command to the first screen."""
    figures: dict[str, list[float]] = {name: [] for name in commands}
    for run in range(RUNS + 1):
        for name, command in commands.items():
            shown = skeleton.READY if name == "skeleton" else "Questions such as"
            with Terminal(command, SIZE, place.env) as terminal:
                took = terminal.until(shown)
            if run:
                figures[name].append(took)
    return {name: median(times) for name, times in figures.items()}
