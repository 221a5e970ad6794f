"""Every way to install from a checkout answers alike: `make ways`. Needs the package index of pip.

`pip install .`, `pip install -e .`, the wheel, the wheel of the sdist, `pipx install .`, `pipx run --spec .`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from . import archives, lock
from .build import build
from .interpreters import OWN
from .questions import answers, verdict
from .targets import ROOT, this_target
from .wheels import fetch

Way = Callable[[Path], list[str]]
"""Installs into an empty folder, and returns the command."""


def _pip(*words: str) -> Way:
    """By pip, into an environment."""

    def install(folder: Path) -> list[str]:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        command = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet"]
        subprocess.run([*command, "--disable-pip-version-check", *words], cwd=ROOT, check=True)
        return [str(folder / "bin" / "cstoref")]

    return install


def _pipx(zipapp: Path, *words: str, run: bool) -> Way:
    """By pipx, with folders of its own."""

    def install(folder: Path) -> list[str]:
        places = {
            "PIPX_HOME": folder / "pipx",
            "PIPX_BIN_DIR": folder / "bin",
            "PIPX_MAN_DIR": folder / "man",
        }
        settings = {name: value for name, value in os.environ.items() if name.startswith("PIP_")}
        env = [f"{name}={value}" for name, value in {**settings, **places}.items()]
        command = ["env", *env, sys.executable, str(zipapp), *words]
        first = ["--version"] if run else []  # the first run installs, and tells of it
        subprocess.run([*command, *first], cwd=ROOT, check=True, capture_output=True)
        return command if run else [str(folder / "bin" / "cstoref")]

    return install


def ways(folder: Path) -> dict[str, Way]:
    """Each by what is typed. Builds what they install in the folder."""
    wheel, sdist = build(folder / "dist")
    zipapp = folder / "pipx.pyz"
    archives.zipapp(fetch(lock.read()[lock.PIPX], this_target(), [OWN], folder / "wheels"), zipapp, 0)
    root = str(ROOT)
    return {
        "the wheel": _pip(str(wheel)),
        "the sdist": _pip(str(sdist)),
        "pip install .": _pip(root),
        "pip install -e .": _pip("-e", root),
        "pipx install .": _pipx(zipapp, "install", root, run=False),
        "pipx run --spec .": _pipx(zipapp, "run", "--spec", root, "cstoref", run=True),
    }


def main() -> int:
    """Print a line for each way; 1 if one answers otherwise than the wheel."""
    bad = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        model = None
        for way, install in ways(folder).items():
            own = folder / way.replace(" ", "-")
            own.mkdir()
            started = time.perf_counter()
            asked = answers(install(own), own)
            model = model or asked
            wrong = verdict(asked, model)
            bad += bool(wrong)
            print(
                f"{way:<18} {wrong or 'answers alike'}, in {time.perf_counter() - started:.0f} s", flush=True
            )
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
