"""Builds the wheel and the sdist, the same bytes every time: `python -m release.build [FOLDER]`."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from .targets import ROOT

DIST = ROOT / "dist"
NAMES = {"wheel": "cstoref-{}-py3-none-any.whl", "sdist": "cstoref-{}.tar.gz"}


def version(root: Path = ROOT) -> str:
    """The version of a checkout."""
    text = (root / "cstoref" / "__init__.py").read_text(encoding="utf-8")
    return text.partition('__version__ = "')[2].partition('"')[0]


def epoch(root: Path = ROOT) -> str:
    """The time that files in archives bear, in seconds: SOURCE_DATE_EPOCH, else that of the last commit, or,
    in an unpacked sdist, that of its own files."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return given
    described = root / "PKG-INFO"
    if described.is_file():
        return str(int(described.stat().st_mtime))
    asked = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=root, capture_output=True, text=True, check=True
    )
    return asked.stdout.strip()


def build(
    into: Path, root: Path = ROOT, kinds: tuple[str, ...] = ("wheel", "sdist"), env: Mapping[str, str] = {}
) -> list[Path]:
    """Build from a checkout or an unpacked sdist; returns the archives, in the order of `kinds`."""
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(into.resolve())]
    environment = {**os.environ, **env}
    if "SOURCE_DATE_EPOCH" not in environment:
        environment["SOURCE_DATE_EPOCH"] = epoch(root)
    for kind in kinds:
        subprocess.run([*command, "-t", kind], cwd=root, env=environment, check=True, stderr=subprocess.PIPE)
    return [into / NAMES[kind].format(version(root)) for kind in kinds]


def main() -> None:
    """Build both into a folder, and say how large they are."""
    into = Path(sys.argv[1]) if len(sys.argv) > 1 else DIST
    for path in build(into):
        print(f"{path}  {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
