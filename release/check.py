"""Everything that must hold before a release: `make release-check`. Goes on after a failure, and sums up."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable

from .build import DIST, build, version
from .bundle import main as bundle
from .deb.package import main as deb
from .folder.package import main as folder
from .targets import ROOT

OTHER = "windows-amd64"
"""The platform for which a bundle is made beside this one."""


def clean_tree() -> bool:
    """Whether what is here is what is committed; tells what is not."""
    status = subprocess.run(
        ["git", "status", "--porcelain"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    print(status.stdout, end="")
    return not status.stdout


def change_log() -> bool:
    """Whether the change log has this version, with a date, and nothing that is not released."""
    log = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    dated = f"\n## [{version()}] - 2" in log
    if not dated:
        print(f"CHANGELOG.md has no dated section for {version()}")
    if "\n## [Unreleased]" in log:
        print("CHANGELOG.md has changes that no version has")
    return dated and "\n## [Unreleased]" not in log


def documents() -> bool:
    """Whether what is written and drawn from the program is what the program writes and draws now."""
    return (
        _run("-m", "release.platforms")
        and _run("docs/reference.py")
        and _run("docs/manual.py")
        and _run("docs/vocabulary.py")
        and _run("docs/assistants.py")
        and _run("docs/pictures.py")
        and clean_tree()
    )


def bundles() -> bool:
    """Wheel, sdist, two bundles, a Debian package and a folder, put where they are to be taken from."""
    build(DIST)
    return not bundle([]) and not bundle(["--platform", OTHER]) and not deb([]) and not folder([])


def _run(*words: str) -> bool:
    return subprocess.run([sys.executable, *words], cwd=ROOT).returncode == 0


STEPS: dict[str, Callable[[], bool]] = {
    "clean tree": clean_tree,
    "change log": change_log,
    "tests": lambda: _run("-m", "pytest"),
    "formatting": lambda: _run("-m", "ruff", "format", "--check", "."),
    "lint": lambda: _run("-m", "ruff", "check", "."),
    "types": lambda: _run("-m", "mypy"),
    "data": lambda: _run("-m", "cstoref", "verify"),
    "coverage": lambda: _run("-m", "cstoref", "coverage"),
    "documents": documents,
    "reproducible": lambda: _run("-m", "release.reproduce", "--packages"),
    "every Python": lambda: _run("-m", "release.pythons"),
    "every way": lambda: _run("-m", "release.ways"),
    "offline": lambda: _run("-m", "release.prove", "--require-all"),
    "folder": lambda: _run("-m", "release.folder.prove", "--require-all"),
    "Debian package": lambda: _run("-m", "release.deb.prove", "--require-all"),
    "bundles": bundles,
}


def main() -> int:
    """Print what came of each step; 1 if one failed."""
    told = []
    for name, step in STEPS.items():
        print(f"== {name}", flush=True)
        started = time.perf_counter()
        good = step()
        told.append((name, good, time.perf_counter() - started))
    print(f"\nrelease {version()}")
    for name, good, seconds in told:
        print(f"  {'ok    ' if good else 'FAILED'}  {name:<14}{seconds:6.0f} s")
    return 0 if all(good for _, good, _ in told) else 1


if __name__ == "__main__":
    sys.exit(main())
