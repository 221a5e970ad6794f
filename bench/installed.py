"""cstoref as a person has it: the wheel, in an environment of its own, with the script that pip makes."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

ROOT = Path(__file__).parent.parent


class Installed(NamedTuple):
    """An environment with cstoref in it, and a home of its own."""

    folder: Path
    env: dict[str, str]

    @property
    def python(self) -> str:
        """Its interpreter."""
        return str(self.folder / "bin" / "python")

    @property
    def cstoref(self) -> str:
        """The command."""
        return str(self.folder / "bin" / "cstoref")


@contextmanager
def installed() -> Iterator[Installed]:
    """Build the wheel and install it; what it depends on is that of the running interpreter."""
    with TemporaryDirectory(prefix="cstoref-bench-") as name:
        folder = Path(name)
        wheels = folder / "wheels"
        _pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(wheels), str(ROOT))
        environment = folder / "env"
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", environment], check=True)
        python = environment / "bin" / "python"
        _pip("--python", str(python), "install", "--no-deps", *map(str, wheels.glob("*.whl")))
        _lend_libraries(environment)
        home = folder / "home"
        home.mkdir()
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "XDG_"))}
        yield Installed(environment, {**kept, "HOME": str(home)})


def _pip(*words: str) -> None:
    quiet = ("--quiet", "--disable-pip-version-check")
    subprocess.run([sys.executable, "-m", "pip", *words, *quiet], check=True, stdout=sys.stderr)


def _lend_libraries(environment: Path) -> None:
    """Make the libraries of the running interpreter importable there, after its own."""
    (site,) = environment.glob("lib/python*/site-packages")
    (site / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
