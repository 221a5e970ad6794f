"""The versions of CPython on this machine."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from .install import this_python

OWN = f"{sys.version_info[0]}.{sys.version_info[1]}"
"""The version that runs this."""
TELL = """
import sys
print("%d.%d" % sys.version_info[:2], sys.implementation.name, sys._base_executable)
"""


def interpreters(asked: Iterable[str]) -> dict[str, Path]:
    """The interpreters of the versions asked for, by version, as far as they are on PATH or with pyenv."""
    found = {minor: _interpreter(minor) for minor in asked}
    return {minor: path for minor, path in found.items() if path}


def _interpreter(minor: str) -> Path | None:
    if minor == OWN:
        return Path(this_python())
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    candidates = [f"python{minor}", *sorted((pyenv / "versions").glob(f"{minor}.*/bin/python"))]
    return next((path for candidate in candidates if (path := _itself(str(candidate), minor))), None)


def _itself(command: str, minor: str) -> Path | None:
    """The interpreter behind a command, if it is CPython of that version and runs."""
    try:
        done = subprocess.run([command, "-c", TELL], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    version, implementation, path = done.stdout.rstrip("\n").split(" ", 2)
    return Path(path) if (version, implementation) == (minor, "cpython") else None
