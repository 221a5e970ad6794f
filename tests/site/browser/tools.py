"""What the check of the site needs beside Python: Chromium, Node, and two packages of pinned versions."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
FOLDER = ROOT / "build" / "site-check"
"""Where the packages are installed; `make clean` removes it."""
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PATIENCE = 300
"""Seconds that npm may take."""


class Tools(NamedTuple):
    """What was found."""

    browser: str
    node: str
    packages: Path


class MissingError(Exception):
    """Something that the check needs is not to be had here."""


def find_tools() -> Tools:
    """The tools, with the packages installed. Raises MissingError."""
    named = os.environ.get("CHROMIUM")
    browser = next(filter(None, map(shutil.which, [named] if named else BROWSERS)), None)
    if browser is None:
        raise MissingError("there is no Chromium; install the package chromium, or name one in CHROMIUM")
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        raise MissingError("there is no Node with npm")
    return Tools(browser, node, _installed(npm))


def _installed(npm: str) -> Path:
    """The folder of the packages, installed as the lock file has them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    lock = (HERE / "package-lock.json").read_bytes()
    done = FOLDER / "installed.json"
    if not done.is_file() or done.read_bytes() != lock:
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / name, FOLDER / name)
        command = [npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts"]
        try:
            run = subprocess.run(command, cwd=FOLDER, capture_output=True, text=True, timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            raise MissingError(f"npm took more than {PATIENCE} s") from None
        if run.returncode:
            raise MissingError(f"npm could not install axe-core: {run.stderr.strip().splitlines()[-1:]}")
        done.write_bytes(lock)
    return FOLDER
