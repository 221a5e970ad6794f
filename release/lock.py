"""The lock: exact versions, wheels and hashes of everything that a bundle carries, for every platform.

`python -m release.lock` writes `lock.toml` anew; for that it needs `uv`, the one resolver that answers for
other platforms than its own, and the package index that pip is set up for. The lock holds no address.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import tomli
from packaging.markers import Marker
from packaging.tags import Tag
from packaging.utils import parse_wheel_filename

from .targets import ROOT, TARGETS, Target, possible_pythons

LOCK = Path(__file__).with_name("lock.toml")
HEAD = """\
# Exact versions, wheels and hashes of what the offline bundles carry. Written by `make lock`; do not edit.
# A wheel that runs everywhere is preferred to one that is quicker on one platform.

"""
PROJECT = tomli.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = {name: tuple(wanted) for name, wanted in PROJECT["optional-dependencies"].items()}
"""Extras that a bundle may carry, each a group of its own, and what they ask for."""
CSTOREF, SHARED, PIPX, NEWEST, DEBIAN = "cstoref", "shared", "pipx", "newest", "debian"
WANTED: dict[str, tuple[str, ...]] = {
    CSTOREF: (),  # what pyproject.toml asks for
    **EXTRAS,
    SHARED: ("pip>=26.1", "setuptools", "wheel"),
    PIPX: ("pipx",),
    NEWEST: ("pipx",),
    DEBIAN: ("pipx==1.1.0",),
}
"""What each group is resolved from. `shared`: what pipx puts into the environment its applications share;
`pipx`: the bundled one, which runs on every Python; `newest` and `debian`: others that the proof tries."""
ALSO = ("import", "pypdf")
"""The extra, and the package of it that Debian package and folder have, to which none can be added: it reads
the commonest documents, is small and runs everywhere."""
FROM_PYTHON = {NEWEST: "3.11"}


class Wheel(NamedTuple):
    """One file: what it is called, and what its bytes are."""

    file: str
    sha256: str

    @property
    def pure(self) -> bool:
        """Whether it runs on every platform."""
        return self.file.endswith("-none-any.whl")

    @property
    def platforms(self) -> str:
        """Its platform tags, with dots between."""
        return self.file.removesuffix(".whl").rsplit("-", 1)[1]


class Package(NamedTuple):
    """One exact version of a package, for the environments its marker admits."""

    name: str
    version: str
    marker: str
    wheels: tuple[Wheel, ...]

    def wanted(self, target: Target, python: str) -> bool:
        """Whether it is needed there."""
        return not self.marker or Marker(self.marker).evaluate(target.environment(python))

    def wheel(self, target: Target, python: str) -> Wheel | None:
        """The wheel that fits there: one that runs everywhere, else the best; None if there is none."""
        order = _order(target, python)
        ranked = []
        for wheel in self.wheels:
            fits = [order[tag] for tag in parse_wheel_filename(wheel.file)[3] if tag in order]
            if fits:
                # False sorts first: a wheel that runs everywhere, and is the same in every bundle, before a
                # quicker one.
                ranked.append((not wheel.pure, min(fits), wheel))
        return min(ranked)[2] if ranked else None


@cache
def _order(target: Target, python: str) -> dict[Tag, int]:
    """The place of each tag of wheels, the best first: there are hundreds, and every wheel is asked."""
    return {tag: at for at, tag in enumerate(target.tags(python))}


Lock = dict[str, tuple[Package, ...]]
"""The packages of each group."""


def read() -> Lock:
    """The lock as it stands in the file."""
    content = tomli.loads(LOCK.read_text(encoding="utf-8"))
    return {group: tuple(_package(entry) for entry in content[group]) for group in WANTED}


def whole(lock: Lock) -> tuple[Package, ...]:
    """What is in the Debian package and the folder."""
    extra, name = ALSO
    known = {package.name for package in lock[CSTOREF]}
    return lock[CSTOREF] + tuple(p for p in lock[extra] if p.name == name and name not in known)


def missing(packages: tuple[Package, ...], target: Target, python: str) -> list[str]:
    """Names of what is needed there and has no wheel for it."""
    needed = [package for package in packages if package.wanted(target, python)]
    return [package.name for package in needed if package.wheel(target, python) is None]


def pythons(lock: Lock, target: Target, extra: str = "") -> list[str]:
    """The versions of CPython for which every wheel is there, also of an extra, the oldest first."""
    needed = lock[CSTOREF] + lock[SHARED] + (lock[extra] if extra else ())
    return [python for python in possible_pythons() if not missing(needed, target, python)]


def _package(entry: dict[str, Any]) -> Package:
    wheels = tuple(Wheel(**wheel) for wheel in entry["wheels"])
    return Package(entry["name"], entry["version"], entry.get("marker", ""), wheels)


def _resolved(group: str) -> Iterator[Package]:
    """Ask uv for a resolution that holds on every platform, and leave out its addresses."""
    with tempfile.TemporaryDirectory() as name:
        wanted = Path(name) / "wanted.in"
        wanted.write_text("\n".join(WANTED[group]) + "\n", encoding="utf-8")
        out = Path(name) / "pylock.toml"
        # An empty group stands for the dependencies of the project itself.
        given = wanted if WANTED[group] else ROOT / "pyproject.toml"
        command = ["uv", "pip", "compile", "--quiet", "--universal", "--only-binary", ":all:"]
        command += ["--fork-strategy", "fewest", "--python-version", FROM_PYTHON.get(group, "3.10")]
        subprocess.run(
            [*command, "--format", "pylock.toml", "--output-file", out, given], check=True, env=_env()
        )
        content = tomli.loads(out.read_text(encoding="utf-8"))
    for entry in content["packages"]:
        files = sorted(
            # Only the name and the hash: an address would name the index of whoever made the lock.
            Wheel(wheel["url"].rpartition("/")[2], wheel["hashes"]["sha256"])
            for wheel in entry["wheels"]
        )
        yield Package(entry["name"], entry["version"], entry.get("marker", ""), tuple(files))


def _env() -> dict[str, str]:
    """uv reads nothing that pip is told: hand it pip's index and certificates."""
    env = dict(os.environ)
    for theirs, ours in (("index-url", "UV_DEFAULT_INDEX"), ("cert", "SSL_CERT_FILE")):
        asked = subprocess.run(
            [sys.executable, "-m", "pip", "config", "get", f"global.{theirs}"], capture_output=True, text=True
        )
        value = os.environ.get(f"PIP_{theirs.replace('-', '_').upper()}") or asked.stdout.strip()
        if value:
            env.setdefault(ours, value)
    return env


def _used(package: Package) -> Package:
    """With those wheels alone that some target takes."""
    chosen = {package.wheel(target, python) for target in TARGETS.values() for python in possible_pythons()}
    return package._replace(wheels=tuple(wheel for wheel in package.wheels if wheel in chosen))


def _text(lock: Lock) -> str:
    lines = []
    for group, packages in lock.items():
        for package in packages:
            lines += [f"[[{group}]]", f'name = "{package.name}"', f'version = "{package.version}"']
            if package.marker:
                lines.append(f'marker = "{package.marker}"')
            lines.append("wheels = [")
            lines += [f'    {{ file = "{w.file}", sha256 = "{w.sha256}" }},' for w in package.wheels]
            lines += ["]", ""]
    return HEAD + "\n".join(lines)


def main() -> None:
    """Write the lock anew."""
    lock = {group: tuple(_used(package) for package in _resolved(group)) for group in WANTED}
    LOCK.write_text(_text(lock), encoding="utf-8")
    print(f"{LOCK.name}: {sum(map(len, lock.values()))} packages")


if __name__ == "__main__":
    main()
