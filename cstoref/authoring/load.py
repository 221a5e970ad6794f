"""Reads packs from their folders: one, or a stack of layers above the pack that they extend.

A pack that loads is right in all that can be checked by a program; whether a statement says what its passage
says is for people to judge, and `review` lists where to look.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from cstoref.model import Edition, Pack

from .below import NO_EDITION, Below
from .declared import Declared
from .files import Files
from .loader import Loader
from .pack_head import PackHead
from .pack_tree import text_in
from .problems import Problems, Spot
from .stack import StackMember, combined, members
from .vocabulary import FILE as VOCABULARY


class Loaded(NamedTuple):
    """A stack that was read: all of it as one pack, what it declares, and where each part is written."""

    pack: Pack
    declared: Declared
    parts: tuple[tuple[Path, Mapping[str, Spot]], ...]
    """Folder and places by id, the lowest pack first."""

    @property
    def origins(self) -> Mapping[str, Spot]:
        """Where each record, statement, source and conflict of the topmost pack is written, by id."""
        return self.parts[-1][1]


def load(root: Path, *above: Path) -> Pack:
    """The pack in the folder `root` with what it extends, and the layers `above` it, as one.

    Raises PackError with every problem found in the lowest pack that has any.
    """
    return load_stack([root, *above]).pack


def load_stack(named: Sequence[Path], overlay: Mapping[str, str] = MappingProxyType({})) -> Loaded:
    """The packs in some folders with all that they extend. Raises PackError as `load` does.

    `overlay` has the texts of files of the topmost pack that are read in place of those there, by their names
    below its folder. What is below it is kept until one of its files changes: reading the built-in pack takes
    longer than a person waits for a key.
    """
    *lower, top = members(named)
    # Where several packs are read, each file is named with its folder, except in the one that was asked for.
    shown = "" if len(named) == 1 else str(top.folder)
    states = tuple(state_of(member.folder) for member in lower)
    below = _beneath(tuple(lower), states) if lower else None
    return _loaded(below, top, Problems(top.folder, shown, overlay))


@lru_cache(maxsize=1)
def _beneath(stack: tuple[StackMember, ...], states: tuple[object, ...]) -> Loaded | None:
    """The packs below a topmost one; `states` tell one state of their files from another."""
    loaded: Loaded | None = None
    for member in stack:
        loaded = _loaded(loaded, member, Problems(member.folder, str(member.folder)))
    return loaded


def state_of(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Names, sizes and times of the files of a pack: what tells one state of it from another."""
    state = []
    if os.path.isfile(folder):
        about = folder.stat()
        return ((folder.name, about.st_size, about.st_mtime_ns),)
    for part in ("data", "corpus"):
        try:
            entries = sorted(os.scandir(folder / part), key=lambda entry: entry.name)
        except OSError:
            continue
        for entry in entries:
            try:
                about = entry.stat()
            except OSError:  # a link that leads nowhere, or a file that an editor has just replaced
                continue
            state.append((f"{part}/{entry.name}", about.st_size, about.st_mtime_ns))
    return tuple(state)


def _loaded(below: Loaded | None, member: StackMember, problems: Problems) -> Loaded:
    """A pack above what is loaded already."""
    under = None if below is None else Below(below.pack, below.declared, member.extended)
    origins: dict[str, Spot] = {}
    loader = Loader(member.folder, problems, under, origins.__setitem__)
    declared = loader.head.declared()
    pack = loader.pack()
    problems.raise_if_any()
    assert pack is not None
    base = member.extended[-1] if member.extended else None
    pack = pack._replace(edition=with_declared(pack.edition, member.folder)._replace(extends=base))
    parts = (*(below.parts if below else ()), (member.folder, origins))
    if below is not None:
        layers = (*(below.pack.layers or (below.pack.edition,)), pack.edition)
        pack = pack._replace(edition=combined(layers), layers=layers)
    return Loaded(pack, declared, parts)


def with_declared(edition: Edition, folder: Path) -> Edition:
    """What a pack says of itself, with what it declares as it is written."""
    return edition._replace(vocabulary=text_in(folder, f"data/{VOCABULARY}") or None)


def load_vocabulary(root: Path, *above: Path) -> Declared:
    """What the packs in some folders declare. Raises PackError with every problem found there."""
    declared: Declared | None = None
    edition = NO_EDITION
    for member in members([root, *above]):
        under = None
        if declared is not None:  # what is below matters by what it declares
            pack = Pack(edition, declared.vocabulary, (), (), (), (), (), ())
            under = Below(pack, declared, member.extended)
        problems = Problems(member.folder)
        declared = PackHead(Files(member.folder, problems), problems, under).declared()
        problems.raise_if_any()
        edition = _edition(member.folder)
    assert declared is not None
    return declared


def load_edition(root: Path, *above: Path) -> Edition:
    """What the packs in some folders say of themselves, as one. Raises PackError with every problem found
    there."""
    editions = [_edition(member.folder) for member in members([root, *above])]
    return combined(editions) if len(editions) > 1 else editions[0]


def load_editions(named: Sequence[Path]) -> list[tuple[Path, Edition]]:
    """Every pack of a stack with its folder, the lowest first. Raises PackError as `load_edition` does."""
    return [(member.folder, _edition(member.folder)) for member in members(named)]


def _edition(folder: Path) -> Edition:
    problems = Problems(folder)
    edition = PackHead(Files(folder, problems), problems).edition()
    problems.raise_if_any()
    assert edition is not None
    return edition
