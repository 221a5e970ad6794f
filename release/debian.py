"""Debian's own pipx, where it is not installed: its package, unpacked beside the system."""

from __future__ import annotations

import subprocess
from pathlib import Path
from shlex import quote

INSTALLED = Path("/usr/bin/pipx")
PYTHON = Path("/usr/bin/python3")
LIBRARIES = ("argcomplete", "click", "packaging", "platformdirs", "userpath")
"""What its versions in Debian need beyond Python itself."""
LIMIT = 60
"""Seconds that apt may take for a package."""


def command(folder: Path) -> Path:
    """The command that runs the unpacked one, where `unpack` could make it."""
    return folder / "debian" / "pipx"


def unpack(folder: Path) -> None:
    """Get the packages through apt, which checks them, and unpack them; nothing where apt has none."""
    into = command(folder).parent
    into.mkdir(parents=True)
    for package in ("pipx", *(f"python3-{name}" for name in LIBRARIES)):
        try:
            subprocess.run(["apt-get", "download", package], cwd=into, capture_output=True, timeout=LIMIT)
        except (OSError, subprocess.TimeoutExpired):
            return
    root = into / "root"
    for archive in into.glob("*.deb"):
        subprocess.run(["dpkg", "--extract", archive, root], check=True)
    script = root / "usr" / "bin" / "pipx"
    if script.exists() and PYTHON.exists():
        libraries = quote(str(root / "usr" / "lib" / "python3" / "dist-packages"))
        words = f'PYTHONPATH={libraries} exec {PYTHON} {quote(str(script))} "$@"'
        command(folder).write_text(f"#!/bin/sh\n{words}\n", encoding="utf-8")
        command(folder).chmod(0o755)
