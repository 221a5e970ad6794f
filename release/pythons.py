"""The same wheel on every CPython of this machine: `make pythons`.

Installs the wheel with its locked dependencies into an environment of each, and compares what it answers,
letter by letter, with what the first one answers.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from .build import build
from .interpreters import interpreters
from .lock import CSTOREF, pythons, read
from .questions import QUESTIONS, Answer, answers, verdict
from .targets import this_target
from .wheels import fetch

SQLITE = "import sqlite3; print(sqlite3.sqlite_version)"


class Tried(NamedTuple):
    """What came of one version; `seconds` is what all the questions took."""

    sqlite: str
    answers: list[Answer]
    seconds: float


def try_wheel(wheel: Path, minor: str, python: Path, folder: Path) -> Tried:
    """Install the wheel for one interpreter, and ask everything."""
    found = fetch(read()[CSTOREF], this_target(), [minor], folder / "wheels")
    subprocess.run([python, "-m", "venv", "--without-pip", folder / "env"], check=True)
    inside = str(folder / "env" / "bin" / "python")
    words = ("install", "--quiet", "--no-deps", "--no-index", "--disable-pip-version-check")
    subprocess.run([sys.executable, "-m", "pip", "--python", inside, *words, *found, wheel], check=True)
    sqlite = subprocess.run([inside, "-c", SQLITE], capture_output=True, text=True, check=True).stdout.strip()
    started = time.perf_counter()
    asked = answers([folder / "env" / "bin" / "cstoref"], folder)
    return Tried(sqlite, asked, time.perf_counter() - started)


def main() -> int:
    """Print a line for each version; 1 if one answers otherwise than the first, or not at all."""
    possible = pythons(read(), this_target())
    with tempfile.TemporaryDirectory() as name:
        (wheel,) = build(Path(name), kinds=("wheel",))
        here = interpreters(possible)
        tried = {minor: try_wheel(wheel, minor, here[minor], Path(name) / minor) for minor in here}
    model = next(iter(tried.values()))
    bad = 0
    for minor in possible:
        if minor not in tried:
            print(f"{minor}  not on this machine; its wheels resolve")
            continue
        one = tried[minor]
        wrong = verdict(one.answers, model.answers)
        bad += bool(wrong)
        said = wrong or f"{len(QUESTIONS)} answers alike"
        print(f"{minor}  {said}, in {one.seconds:.1f} s, with SQLite {one.sqlite}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
