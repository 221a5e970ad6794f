"""The proof that the Debian package installs into an empty system without a network: `make test-deb`.

The system is made of packages that are installed on this one, or is a folder that debootstrap has made:
`python -m release.deb.prove --root FOLDER`, which changes it.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from release import isolation, roots
from release.build import build, epoch, version
from release.log import Teller, must, proved
from release.rooted import Rooted
from release.targets import this_target
from release.wheels import NotFetched

from .metadata import LIBRARY, NAME
from .package import package

COMMAND = f"/usr/bin/{NAME}"
LOGS = ("dev", "proc", "tmp", "home", "var/lib/dpkg", "var/log", "var/cache")
"""Where dpkg and a person write, and what is not looked at."""
PYTHON = ("usr/lib/python3", "usr/share/python3/debpython")
"""Where Python itself is, which compiles its own modules when dpkg has it run."""
INSTALLED = (
    "usr/share/man/man1/cstoref.1.gz",
    "usr/share/bash-completion/completions/cstoref",
    "usr/share/zsh/vendor-completions/_cstoref",
    "usr/share/fish/vendor_completions.d/cstoref.fish",
    "usr/share/doc/cstoref/copyright",
)
COMPLETED = f"source /{INSTALLED[1]} && complete -p {NAME}"


def prove(deb: Path, there: Rooted, scratch: Path, tell: Teller) -> None:
    """From the installation to the removal. Raises Failure."""
    before = there.files(LOGS)
    shutil.copy(deb, there.root / "tmp")
    archive = f"/tmp/{deb.name}"
    with tell.step("installed by dpkg"):
        there.run("dpkg", "--install", archive)
        there.run("dpkg", "--verify", NAME)
        for name in INSTALLED:
            must((there.root / name).is_file(), f"{name} is not there")
        must(f"-F _{NAME} {NAME}" in there.run("bash", "-c", COMPLETED), "bash does not complete")
    installed = there.files(LOGS)
    there.must_work(COMMAND, scratch, tell)
    with tell.step("a use of it writes nothing beside it"):
        must(there.files(LOGS) == installed, "files of the system have changed")
    with tell.step("installed once more, removed: nothing is left but what is the person's own"):
        there.run("dpkg", "--install", archive)
        there.run("dpkg", "--purge", NAME)
        changed = {path for path, _ in there.files(LOGS).items() ^ before.items()}
        left = sorted(path for path in changed if not path.startswith(PYTHON))
        must(not left, f"left behind or changed: {left[:9]}")
        must(any(there.home.rglob("bookmarks.json")), "the bookmark is gone")


def lint(deb: Path, tell: Teller) -> None:
    """lintian has no errors and no warnings, where it is installed."""
    if shutil.which("lintian") is None:
        tell.left_out("lintian is not installed here")
        return
    with tell.step("lintian has no errors and no warnings"):
        done = subprocess.run(
            ["lintian", "--allow-root", "--fail-on", "error,warning", deb], capture_output=True, text=True
        )
        must(done.returncode == 0, done.stdout + done.stderr)


def main(words: Sequence[str] | None = None) -> int:
    """0 if everything was proved that can be proved here, 1 and the reason if not."""
    parser = argparse.ArgumentParser(prog="python -m release.deb.prove", description="Prove the package.")
    parser.add_argument("--root", type=Path, metavar="FOLDER", help="a Debian system with Python in a folder")
    parser.add_argument("--package", type=Path, metavar="FILE", help="a package made before")
    parser.add_argument("--require-all", action="store_true", help="fail if anything is left out")
    options = parser.parse_args(words)
    tell = Teller(options.require_all)
    way = isolation.best()
    return proved(lambda scratch: _prove_all(options, way, scratch, tell))


def _prove_all(options: argparse.Namespace, way: isolation.Way, scratch: Path, tell: Teller) -> None:
    if shutil.which("dpkg-deb") is None:
        tell.left_out("everything: dpkg-deb is not installed here")
        return
    try:
        deb = options.package or _made(scratch, tell)
    except (LookupError, NotFetched) as error:
        tell.left_out(f"everything: {error}")
        return
    lint(deb, tell)
    root = options.root or scratch / "root"
    try:
        if not options.root:
            with tell.step("an empty system of packages that are installed here"):
                roots.debian(root, ["python3"])
        must(not (root / LIBRARY.lstrip("/")).exists(), f"{root} has the program already")
        prove(deb, Rooted(way, root), scratch / "home", tell)
    except roots.NotMade as error:
        tell.left_out(f"the installation: {error}")
        return
    print(f"proved in {tell.seconds:.0f} s, in {way.name}")


def _made(scratch: Path, tell: Teller) -> Path:
    with tell.step(f"the package of {version()}"):
        (wheel,) = build(scratch, kinds=("wheel",))
        return package(this_target(), wheel, scratch, int(epoch()))


if __name__ == "__main__":
    sys.exit(main())
