"""Which packs a stack is made of: those that were named, and all that they extend, the lowest first."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from cstoref import paths
from cstoref.errors import PackError
from cstoref.model import Edition

from .files import Files
from .pack_head import PackHead
from .pack_tree import SUFFIX, is_pack
from .problems import Problems, Spot


class StackMember(NamedTuple):
    """One pack of a stack."""

    folder: Path
    id: str
    extended: tuple[str, ...]
    """The ids of the packs that it extends, directly or by way of others, the lowest first."""


def members(named: Sequence[Path]) -> list[StackMember]:
    """Every pack of the stack of some folders, the lowest first. Raises PackError where they do not fit."""
    stack: dict[Path, StackMember] = {}
    for folder in named:
        for member in _chain(folder):
            stack.setdefault(member.folder.resolve(), member)
    lowest = [member for member in stack.values() if not member.extended]
    if len(lowest) > 1:
        first, second = (paths.shown(str(member.folder)) for member in lowest[:2])
        raise PackError([f"{first} and {second} extend no common pack, and cannot be used together"])
    ids: dict[str, Path] = {}
    for member in stack.values():
        if member.id in ids:
            first, second = paths.shown(str(ids[member.id])), paths.shown(str(member.folder))
            raise PackError([f'two packs have the id "{member.id}", {first} and {second}; use one of them'])
        ids[member.id] = member.folder
    return list(stack.values())


def id_of(folder: Path) -> str:
    """The id of the pack in a folder. Raises PackError where its `data/pack.toml` is not right."""
    problems = Problems(folder)
    written = PackHead(Files(folder, problems), problems).authored()
    problems.raise_if_any()
    assert written is not None
    return written.id


def _chain(folder: Path) -> list[StackMember]:
    """A pack and all that it extends, the lowest first."""
    chain: list[tuple[Path, str]] = []
    seen: set[Path] = set()
    while True:
        problems = Problems(folder)
        written = PackHead(Files(folder, problems), problems).authored()
        seen.add(folder.resolve())
        # One that cannot be read is reported with all else that is wrong in the pack, when that is loaded.
        chain.append((folder, written.id if written else ""))
        if written is None or written.extends is None:
            break
        base = _folder_of(written.extends, folder)
        problem = _unfit(base, written.extends, seen)
        if problem:
            problems.add(Spot("data/pack.toml").at("extends"), problem)
            problems.raise_if_any()
        folder = base
    ids = [id for _, id in reversed(chain)]
    return [StackMember(folder, id, tuple(ids[:at])) for at, (folder, id) in enumerate(reversed(chain))]


def _folder_of(extends: str, folder: Path) -> Path:
    """The folder of the pack that `extends` names in a pack."""
    if extends == paths.BUILTIN_ID:
        return Path(paths.builtin_pack())
    base = Path(os.path.normpath(folder / extends))
    # A pack that was given on as one file lies where its folder did.
    built = Path(f"{base}{SUFFIX}")
    return built if built.is_file() and not base.exists() else base


def _unfit(base: Path, extends: str, seen: set[Path]) -> str:
    """Why a folder cannot be extended, and what to do; empty if it can."""
    if not is_pack(base):
        return (
            f'there is no pack in {paths.shown(str(base))}; write "{paths.BUILTIN_ID}" for the built-in '
            'pack, or the folder of another, as it is seen from this one: "../other-pack"'
        )
    if base.resolve() in seen:
        return f'"{extends}" extends this pack in turn; one of them must extend neither'
    return ""


def combined(layers: Sequence[Edition]) -> Edition:
    """What a stack says of itself, from what its packs say, the lowest first."""
    lowest = layers[0]
    last = max(layers, key=lambda edition: edition.checked_until)
    licences = dict.fromkeys(edition.licence for edition in layers)
    return lowest._replace(
        id="+".join(edition.id for edition in layers),
        title=" + ".join(edition.title for edition in layers),
        edition="+".join(edition.edition for edition in layers),
        checked_until=last.checked_until,
        checked_from=last.checked_from,
        licence="; ".join(licences),
    )
