"""The same wheel on every CPython of this machine: `python -m release.pythons`, or `make pythons`.

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
from .scenes import LOOKUPS
from .targets import this_target
from .wheels import fetch

ALL = (*LOOKUPS, ("--version",), ("verify",), ("coverage",), ("statements", "--by", "lukashenko"), ("keys",))
SQLITE = "import sqlite3; print(sqlite3.sqlite_version)"


class Tried(NamedTuple):
    """What came of one version: what it answered to each question, and how long a look-up took, in seconds."""

    sqlite: str
    answers: tuple[tuple[int, str], ...]
    seconds: float


def try_wheel(wheel: Path, minor: str, python: Path, folder: Path) -> Tried:
    """Install the wheel for one interpreter, and ask everything."""
    found = fetch(read()[CSTOREF], this_target(), [minor], folder / "wheels")
    subprocess.run([python, "-m", "venv", "--without-pip", folder / "env"], check=True)
    inside = folder / "env" / "bin" / "python"
    command = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(inside),
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
    ]
    subprocess.run([*command, "--disable-pip-version-check", *found, wheel], check=True)
    cstoref = folder / "env" / "bin" / "cstoref"
    env = {"HOME": str(folder), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    answers = []
    for words in ALL:
        started = time.perf_counter()
        done = subprocess.run([cstoref, *words], cwd="/", env=env, capture_output=True, text=True)
        if words == LOOKUPS[0]:
            seconds = time.perf_counter() - started
        answers.append((done.returncode, done.stdout + done.stderr))
    sqlite = subprocess.run([inside, "-c", SQLITE], capture_output=True, text=True, check=True).stdout.strip()
    return Tried(sqlite, tuple(answers), seconds)


def main() -> int:
    """Print a line for each version; 1 if one answers otherwise than the first, or not at all."""
    possible = pythons(read(), this_target())
    here = interpreters(possible)
    with tempfile.TemporaryDirectory() as name:
        (wheel,) = build(Path(name), kinds=("wheel",))
        tried = {m: try_wheel(wheel, m, python, Path(name) / m) for m, python in here.items()}
    (model, first), *_ = tried.items()
    good = True
    for minor in possible:
        if minor not in tried:
            print(f"{minor}  not on this machine; its wheels resolve")
            continue
        other = tried[minor]
        differing = [" ".join(w) for w, a, b in zip(ALL, other.answers, first.answers, strict=True) if a != b]
        failed = [" ".join(w) for w, (code, _) in zip(ALL, other.answers, strict=True) if code]
        said = f"differs from {model} in {', '.join(differing)}" if differing else f"{len(ALL)} answers alike"
        said += f"; fails in {', '.join(failed)}" if failed else ""
        good &= not differing and not failed
        print(f"{minor}  {said}  (SQLite {other.sqlite}, a first look-up {other.seconds * 1000:.0f} ms)")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
