"""Writes into a pack: several files together or none of them, in a way that can be taken back.

What is undone is what was added, found again in the file as it is now: what a person wrote since stays.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from cstoref import output_file
from cstoref.authoring.toml.toml_edit import Insertion
from cstoref.errors import UserError, reason
from cstoref.paths import shown
from cstoref.user.edits import Edit, EditedFile
from cstoref.user.user_data import UserData


class NewFile(NamedTuple):
    """A file that is made, by its name below the folder of the pack."""

    file: str
    text: str


class Addition(NamedTuple):
    """A file to which something is added, which may have been added to several times in one change."""

    file: str
    before: str
    steps: tuple[Insertion, ...]

    @property
    def text(self) -> str:
        """The file as it is to be."""
        return self.steps[-1].text


class PackChange(NamedTuple):
    """What is to be written in one step."""

    what: str
    made: tuple[NewFile, ...] = ()
    added: tuple[Addition, ...] = ()

    @property
    def overlay(self) -> dict[str, str]:
        """Each file of the pack that differs, with its text."""
        made = {new.file: new.text for new in self.made}
        return made | {addition.file: addition.text for addition in self.added}


def text_of(root: Path, file: str) -> str:
    """A file of a pack as it is, with its own line ends; empty where there is none. Raises UserError."""
    path = _place(root, file)
    try:
        return path.read_bytes().decode("utf-8") if os.path.lexists(path) else ""
    except UnicodeDecodeError:
        raise UserError(f"{shown(str(path))} is not UTF-8; mend it first") from None
    except OSError as error:
        raise UserError(f"{shown(str(path))} cannot be read: {reason(error)}") from None


def write(root: Path, change: PackChange, user: UserData) -> None:
    """Write a change, and remember it. Raises UserError where any of it cannot be written: then nothing is
    there that was not there before."""
    written: list[tuple[str, str | None]] = []
    try:
        for new in change.made:
            _write(root, new.file, new.text, force=False)
            written.append((new.file, None))
        for addition in change.added:
            if text_of(root, addition.file) != addition.before:
                raise UserError(f"{addition.file} was changed at this moment; try again")
            _write(root, addition.file, addition.text, force=True)
            written.append((addition.file, addition.before))
    except BaseException:
        _take_back(root, written)
        raise
    user.edited(Edit(change.what, (*map(_made, change.made), *_added(change))))


def undo(root: Path, user: UserData) -> str:
    """Take back what was written last; what that was. Raises UserError where there is nothing, or where it
    was changed since."""
    user.refresh()
    if not user.edits:
        raise UserError("there is nothing to undo in this pack")
    edit = user.edits[-1]
    texts: dict[str, str] = {}
    for part in reversed(edit.parts):
        now = texts.get(part.file, text_of(root, part.file))
        texts[part.file] = _without(part, now)
    made = [part.file for part in edit.parts if part.sha256]
    for file, text in texts.items():
        if file not in made and text != text_of(root, file):
            _write(root, file, text, force=True)
    for file in made:
        with suppress(FileNotFoundError):
            os.unlink(_place(root, file))
    user.took_back(edit)
    return edit.what


def _without(part: EditedFile, now: str) -> str:
    """A file without what was added. Raises UserError where that was changed since."""
    if part.sha256:
        if now and hashlib.sha256(now.encode()).hexdigest() != part.sha256:
            raise UserError(f"{part.file} was changed since; remove it by hand")
        return ""
    end = part.start + len(part.added)
    if now[part.start : end] == part.added:
        return now[: part.start] + part.removed + now[end:]
    if now.count(part.added) != 1 or not part.added:
        raise UserError(f"what was added to {part.file} was changed since; edit it by hand")
    before, _, after = now.partition(part.added)
    return before + part.removed + after


def _place(root: Path, file: str) -> Path:
    """Where a file of a pack is. Raises UserError where a link would lead out of the pack."""
    path = root / file
    try:
        inside = path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError) as error:
        raise UserError(f"{shown(str(path))} cannot be reached: {reason(error)}") from None
    if not inside:
        raise UserError(f"{shown(str(path))} leads out of the pack; put the file itself there")
    return path


def _write(root: Path, file: str, text: str, *, force: bool) -> None:
    path = _place(root, file)
    os.makedirs(path.parent, exist_ok=True)
    output_file.write(str(path), lambda out: out.write(text), force=force)


def _take_back(root: Path, written: list[tuple[str, str | None]]) -> None:
    for file, before in reversed(written):
        with suppress(OSError, UserError):
            if before is None:
                os.unlink(root / file)
            else:
                _write(root, file, before, force=True)


def _made(new: NewFile) -> EditedFile:
    return EditedFile(new.file, sha256=hashlib.sha256(new.text.encode()).hexdigest())


def _added(change: PackChange) -> list[EditedFile]:
    return [
        EditedFile(addition.file, step.added, step.start, removed=step.removed)
        for addition in change.added
        for step in addition.steps
    ]
