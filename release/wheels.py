"""Brings the locked wheels here, through pip and the index it is set up for, and reads what they ask for."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Iterable
from email.message import Message
from email.parser import Parser
from hashlib import sha256
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

from .lock import Package, Wheel
from .targets import ROOT, Target

KEPT = ROOT / "build" / "wheels"
"""Wheels that were brought here before; each is hashed again when it is used."""
LONGEST = 300
"""Seconds that pip may take to bring them."""


class NotFetched(Exception):
    """pip could not bring wheels here: there is no network, or its index lacks them."""


def fetch(packages: Iterable[Package], target: Target, pythons: Iterable[str], into: Path) -> list[Path]:
    """Put the wheels that the packages need there into a folder; returns their paths, by name.

    Raises LookupError where there is no wheel, or not the locked one; NotFetched where pip gets none.
    """
    wanted: dict[Wheel, tuple[str, str]] = {}
    for python in pythons:
        for package in packages:
            if package.wanted(target, python):
                wheel = package.wheel(target, python)
                if wheel is None:
                    raise LookupError(f"{package.name} has no wheel for {target.name} and Python {python}")
                wanted.setdefault(wheel, (python, f"{package.name}=={package.version}"))
    # One wheel may serve several versions of Python: it is asked for once, for the first of them.
    _download({wheel: how for wheel, how in wanted.items() if not _is_kept(wheel)}, target)
    into.mkdir(parents=True, exist_ok=True)
    return sorted(Path(shutil.copyfile(KEPT / wheel.file, into / wheel.file)) for wheel in wanted)


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    return sha256(path.read_bytes()).hexdigest()


def metadata(wheel: Path) -> Message:
    """What a wheel says of itself."""
    with zipfile.ZipFile(wheel) as file:
        (name,) = [n for n in file.namelist() if n.count("/") == 1 and n.endswith(".dist-info/METADATA")]
        return Parser().parsestr(file.read(name).decode("utf-8"))


def unmet(wheels: Iterable[Path], wanted: str, target: Target, python: str) -> list[str]:
    """What an application among the wheels asks for, it or what it needs, and none of them is; best none.

    pip cannot say this for another platform: it reads the markers of requirements for its own.
    """
    accepted = set(target.tags(python))
    house = {}
    for path in wheels:
        name, version, _, tags = parse_wheel_filename(path.name)
        # A bundle for several versions of Python has several wheels of one package; only those for this one
        # count.
        if tags & accepted:
            house[name] = (path, version)
    lacking, seen, queue = [], set(), [Requirement(wanted)]
    while queue:
        requirement = queue.pop()
        # Packages may require each other.
        if str(requirement) in seen:
            continue
        seen.add(str(requirement))
        here = house.get(canonicalize_name(requirement.name))
        if here is None or here[1] not in requirement.specifier:
            lacking.append(str(requirement))
        else:
            queue += _asked(here[0], requirement.extras or {""}, target.environment(python))
    return sorted(lacking)


def _asked(wheel: Path, extras: Iterable[str], environment: dict[str, str]) -> list[Requirement]:
    found = [Requirement(text) for text in metadata(wheel).get_all("Requires-Dist", [])]
    return [
        requirement
        for requirement in found
        if requirement.marker is None
        or any(requirement.marker.evaluate({**environment, "extra": extra}) for extra in extras)
    ]


def _is_kept(wheel: Wheel) -> bool:
    path = KEPT / wheel.file
    return path.is_file() and digest(path) == wheel.sha256


def _download(wanted: dict[Wheel, tuple[str, str]], target: Target) -> None:
    """One call of pip for each version of Python; the one hash that is given leaves pip no other choice."""
    by_python = defaultdict(list)
    for wheel, (python, pin) in wanted.items():
        by_python[python].append(f"{pin} --hash=sha256:{wheel.sha256}")
    for python, pins in by_python.items():
        with tempfile.TemporaryDirectory() as name:
            asked = Path(name) / "asked.txt"
            asked.write_text("\n".join(pins) + "\n", encoding="utf-8")
            _pip_download(asked, target, python, Path(name) / "got")
            KEPT.mkdir(parents=True, exist_ok=True)
            for path in (Path(name) / "got").iterdir():
                shutil.copyfile(path, KEPT / path.name)


def _pip_download(asked: Path, target: Target, python: str, into: Path) -> None:
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    command += [
        "--only-binary",
        ":all:",
        "--require-hashes",
        "--requirement",
        str(asked),
        "--dest",
        str(into),
    ]
    command += ["--implementation", "cp", "--python-version", python]
    command += [word for tag in target.platforms for word in ("--platform", tag)]
    try:
        done = subprocess.run(command, stderr=subprocess.PIPE, text=True, timeout=LONGEST)
    except subprocess.TimeoutExpired:
        raise NotFetched(f"pip has not brought the wheels within {LONGEST} s") from None
    if done.returncode == 0:
        return
    sys.stderr.write(done.stderr)
    # pip has one exit code for all failures; a wrong hash must not pass for a missing network.
    if "DO NOT MATCH" in done.stderr:
        raise LookupError("a wheel is not the one that was locked; what pip said stands above")
    raise NotFetched("pip could not get the wheels; what it said stands above")
