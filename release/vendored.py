"""The program and all packages that it needs, unpacked side by side to be imported, with their licences."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from packaging.utils import parse_wheel_filename

from .wheels import metadata

RULE = "-" * 78
KEPT = ("METADATA", "entry_points.txt")
"""Files of a wheel's `.dist-info` that are of use once it is unpacked; the rest describes what pip did."""


class Licence(NamedTuple):
    """By what a package may be used."""

    package: str
    version: str
    terms: str
    """An SPDX expression, or what the package says instead."""
    texts: tuple[str, ...]
    parts: tuple[str, ...]
    """What is compiled into it, a line each with name, version and terms; mostly nothing."""


def unpack(wheels: Sequence[Path], into: Path, share: Path) -> None:
    """Unpack wheels into a folder to import from, and what they install below `share/` into another.

    Wheels of one package for several Pythons may be among them: what they have in common is the same.
    """
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as archive:
            for name in archive.namelist():
                target = _target(PurePosixPath(name), into, share)
                if target is not None and not name.endswith("/"):
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(archive.read(name))


def _target(name: PurePosixPath, into: Path, share: Path) -> Path | None:
    """Where a file of a wheel goes; None for one that is left out."""
    top, *rest = name.parts
    if top.endswith(".data") and rest[:2] == ["data", "share"]:
        return share.joinpath(*rest[2:])
    if top.endswith(".data"):
        return None
    if top.endswith(".dist-info") and (len(rest) != 1 or rest[0] not in KEPT):
        return None
    return into / name


def licences(wheels: Sequence[Path]) -> list[Licence]:
    """The licence of each package, by name."""
    found = {parse_wheel_filename(wheel.name)[0]: wheel for wheel in wheels}
    return [_licence(found[name]) for name in sorted(found)]


def _licence(wheel: Path) -> Licence:
    said = metadata(wheel)
    with zipfile.ZipFile(wheel) as archive:
        inside = [name for name in sorted(archive.namelist()) if ".dist-info/" in name]
        texts = [
            archive.read(name).decode("utf-8")
            for name in inside
            if re.search(r"/(LICEN[CS]E|NOTICE)[^/]*$", name)
        ]
        bills = [json.loads(archive.read(name)) for name in inside if name.endswith(".cyclonedx.json")]
    classified = [
        line.rpartition(" :: ")[2] for line in said.get_all("Classifier", []) if line.startswith("License ::")
    ]
    terms = said["License-Expression"] or said["License"] or ", ".join(classified)
    if not terms or not texts:
        raise LookupError(f"{wheel.name} does not say by what it may be used")
    return Licence(said["Name"], said["Version"], terms, tuple(texts), tuple(_parts(bills)))


def _parts(bills: Sequence[dict[str, object]]) -> list[str]:
    lines = set()
    for bill in bills:
        components = bill["components"]
        assert isinstance(components, list)
        for one in components:
            terms = " / ".join(_terms(entry) for entry in one.get("licenses", [])) or "not said"
            lines.add(f"{one['name']} {one.get('version', '')}: {terms}")
    return sorted(lines)


def _terms(entry: dict[str, object]) -> str:
    """What one entry of a CycloneDX list says."""
    licence = entry.get("license", {})
    assert isinstance(licence, dict)
    return str(entry.get("expression") or licence.get("id") or licence.get("name"))


def notices(found: Sequence[Licence]) -> str:
    """All of it as a text to be given along."""
    return "\n".join(_notice(one) for one in found)


def _notice(one: Licence) -> str:
    lines = [
        RULE,
        f"{one.package} {one.version}: {one.terms}",
        "",
        *(text.strip() + "\n" for text in one.texts),
    ]
    if one.parts:
        lines += ["Compiled into it:", "", *(f"  {part}" for part in one.parts), ""]
    return "\n".join(lines)
