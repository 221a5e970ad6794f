"""The platforms for which there are bundles: what each answers to a program, and which wheels it takes."""

from __future__ import annotations

import platform
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import tomli
from packaging.specifiers import SpecifierSet
from packaging.tags import Tag, compatible_tags, cpython_tags, mac_platforms

ROOT = Path(__file__).parent.parent
GLIBC = range(28, 4, -1)
"""Minor versions of glibc 2 whose wheels are taken; 2.28 is of 2018."""
MUSL = range(2, -1, -1)
"""Minor versions of musl 1."""
LIKELY = range(10, 20)
"""Minor versions of CPython 3 that are looked for."""


class Target(NamedTuple):
    """A platform: the machine it is, and the wheels it takes."""

    name: str
    system: str
    """What `platform.system()` answers there."""
    machines: tuple[str, ...]
    """What `platform.machine()` may answer there."""
    libc: str
    """`glibc`, `musl`, or empty where there is no choice."""
    platforms: tuple[str, ...]
    """Platform tags of wheels, the best first."""

    @property
    def archive(self) -> str:
        """What a bundle is packed as."""
        return "zip" if self.system == "Windows" else "tar.gz"

    def tags(self, python: str) -> list[Tag]:
        """The tags of the wheels that CPython 3.x takes there, the best first."""
        version = _version(python)
        interpreter = f"cp{version[0]}{version[1]}"
        own = cpython_tags(version, abis=[interpreter], platforms=self.platforms)
        return [*own, *compatible_tags(version, interpreter, self.platforms)]

    def environment(self, python: str) -> dict[str, str]:
        """The values of the markers that requirements may ask for."""
        return {
            "implementation_name": "cpython",
            "implementation_version": f"{python}.0",
            "os_name": "nt" if self.system == "Windows" else "posix",
            "platform_machine": self.machines[0],
            "platform_python_implementation": "CPython",
            "platform_release": "",
            "platform_system": self.system,
            "platform_version": "",
            "python_full_version": f"{python}.0",
            "python_version": python,
            "sys_platform": {"Windows": "win32", "Darwin": "darwin"}.get(self.system, "linux"),
        }


def _linux(machine: str, libc: str) -> Target:
    if libc == "musl":
        tags = tuple(f"musllinux_1_{minor}_{machine}" for minor in MUSL)
    else:
        tags = tuple(_manylinux(machine))
    prefix = "linux" if libc == "glibc" else "musllinux"
    names = {"x86_64": ("x86_64", "amd64"), "aarch64": ("aarch64", "arm64")}[machine]
    return Target(f"{prefix}-{machine}", "Linux", names, libc, tags)


def _manylinux(machine: str) -> Iterator[str]:
    legacy = {17: "manylinux2014", 12: "manylinux2010", 5: "manylinux1"}
    for minor in GLIBC:
        yield f"manylinux_2_{minor}_{machine}"
        if minor in legacy:
            yield f"{legacy[minor]}_{machine}"


TARGETS = {
    target.name: target
    for target in (
        _linux("x86_64", "glibc"),
        _linux("aarch64", "glibc"),
        _linux("x86_64", "musl"),
        _linux("aarch64", "musl"),
        Target("macos-arm64", "Darwin", ("arm64",), "", tuple(mac_platforms((11, 0), "arm64"))),
        Target("macos-x86_64", "Darwin", ("x86_64",), "", tuple(mac_platforms((11, 0), "x86_64"))),
        Target("windows-amd64", "Windows", ("AMD64",), "", ("win_amd64",)),
    )
}


def this_target() -> Target:
    """The platform this runs on. Raises LookupError if there are no bundles for it."""
    libc = platform.libc_ver()[0] if sys.platform == "linux" else ""
    if sys.platform == "linux" and libc != "glibc":
        libc = "musl"
    for target in TARGETS.values():
        fits = platform.machine() in target.machines and libc == target.libc
        if target.system == platform.system() and fits:
            return target
    raise LookupError(f"there is no bundle for {platform.system()} on {platform.machine()}")


def possible_pythons() -> list[str]:
    """Versions of CPython that the project admits and that may have wheels, the oldest first."""
    project = tomli.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    admitted = SpecifierSet(project["requires-python"])
    return [f"3.{minor}" for minor in LIKELY if f"3.{minor}.0" in admitted]


def least_system(platforms: Iterator[str]) -> tuple[int, int] | None:
    """The oldest libc or macOS that all wheels run on, from the platform tags of each; None if any will do.

    A wheel with several tags (`manylinux2014_x86_64.manylinux_2_17_x86_64`) runs on the oldest of them.
    """
    oldest = [min(found) for tags in platforms if (found := list(_floors(tags)))]
    return max(oldest, default=None)


def _floors(tags: str) -> Iterator[tuple[int, int]]:
    legacy = {"manylinux1": (2, 5), "manylinux2010": (2, 12), "manylinux2014": (2, 17)}
    for tag in tags.split("."):
        perennial = re.match(r"(?:manylinux|musllinux|macosx)_(\d+)_(\d+)_", tag)
        if perennial:
            yield int(perennial[1]), int(perennial[2])
        elif tag.split("_")[0] in legacy:
            yield legacy[tag.split("_")[0]]


def _version(python: str) -> tuple[int, int]:
    major, minor = python.split(".")
    return int(major), int(minor)
