"""Makes a new pack, or a stack of them, of what was read: whole and checked, or not at all."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from cstoref import output_file, paths
from cstoref.authoring.declared import Declared
from cstoref.authoring.lint import review
from cstoref.authoring.load import load_stack, load_vocabulary
from cstoref.authoring.problems import LocatedPackError, Problem
from cstoref.authoring.stack import members
from cstoref.authoring.toml.toml_text import table
from cstoref.errors import PackError, UsageError
from cstoref.model import Pack

from .agreement import note_differences
from .completion import Completion, note_faults
from .content import Content
from .pack_files import PackFiles, Portion, WrittenPack, portions
from .texts import ImportedText, texts_in, texts_of


class Imported(NamedTuple):
    """A pack that was made."""

    folder: str
    """That of the topmost pack."""
    pack: Pack
    notes: tuple[str, ...]
    findings: int
    """How many things `verify` lists for a person to look at."""


def make(folder: str, content: Content, extends: str = "", texts: Sequence[str] = ()) -> Imported:
    """Make the pack in a new folder. `extends` is the folder of the pack that it extends, or `csto`; `texts`
    are packs from which the texts of sources may be taken. Raises PackError with all that is wrong; then
    nothing is there that was not there before."""
    chosen = texts_of(content, texts_in([Path(paths.builtin_pack()), *map(Path, texts)]))
    content.raise_if_wrong()
    parts = portions(content, _as_seen(extends, folder))
    made: list[Imported] = []

    def fill(new: str) -> None:
        made.append(_filled(Path(new), content, parts, chosen))

    try:
        output_file.write_folder(folder, fill)
    except output_file.FileExists as error:
        raise UsageError(f"{error}; name a folder that does not exist") from None
    top = folder if len(parts) == 1 else os.path.join(folder, str(parts[-1].line["id"]))
    return made[0]._replace(folder=top)


def _as_seen(extends: str, folder: str) -> str:
    """How a pack in a folder names the one that it extends."""
    if not extends or extends == paths.BUILTIN_ID:
        return extends
    base = os.path.realpath(extends)
    try:
        return os.path.relpath(base, os.path.realpath(folder)).replace(os.sep, "/")
    except ValueError:  # on another drive of Windows
        return base.replace(os.sep, "/")


def _filled(
    new: Path, content: Content, parts: Sequence[Portion], texts: Mapping[str, ImportedText]
) -> Imported:
    written: dict[Path, WrittenPack] = {}
    for portion in parts:
        folder = new if len(parts) == 1 else new / str(portion.line["id"])
        _write(folder, portion.head)
        try:
            declared, below = _declared(folder, content), _pack_below(folder, portion)
        except LocatedPackError as error:
            raise PackError([_of_head(content, problem) for problem in error.located]) from None
        if portion is parts[0]:
            taken = [statement.id for statement in below.statements] if below else ()
            Completion(content, declared, below.records if below else (), taken).complete()
            note_faults(content)
            content.refuse_doubles()
            content.raise_if_wrong()
        records = {record.id: record for record in below.records} if below else {}
        done = PackFiles(content, portion, declared, texts, records).written()
        content.raise_if_wrong()
        _write(folder, {name: text for name, text in done.files.items() if name not in portion.head})
        written[folder] = done
    try:
        pack = load_stack([folder]).pack
    except LocatedPackError as error:
        places = written if len(parts) > 1 else {new: written[new]}
        raise PackError([translated(problem, places) for problem in error.located]) from None
    note_differences(content, pack, layers=not parts[0].extends)
    content.raise_if_wrong()
    return Imported(str(folder), pack, tuple(content.notes), len(review(pack)))


def _declared(folder: Path, content: Content) -> Declared:
    """The vocabulary of a pack, with the fields that what was read needs and nothing declares."""
    declared = load_vocabulary(folder)
    missing = [field for field in content.fields if field["id"] not in declared.fields]
    if missing:
        text = "\n".join(table("field", field) for field in missing)
        _write(folder, {"data/vocabulary.toml": text})
        return load_vocabulary(folder)
    return declared


def _pack_below(folder: Path, portion: Portion) -> Pack | None:
    """What the pack in a folder extends, as one; None where it extends nothing."""
    lower = [member.folder for member in members([folder])][:-1] if portion.extends else []
    return load_stack(lower[-1:]).pack if lower else None


def _write(folder: Path, files: Mapping[str, str]) -> None:
    for part in ("data", "corpus"):
        os.makedirs(folder / part, exist_ok=True)
    for name, text in files.items():
        output_file.write(str(folder / name), lambda out, text=text: out.write(text))  # type: ignore[misc]


def _of_head(content: Content, problem: Problem) -> str:
    """A problem of what the pack says of itself, or declares."""
    return f"{content.of('pack')[0].place}: {problem.spot.field or problem.spot.record}: {problem.message}"


def translated(problem: Problem, written: Mapping[Path, WrittenPack]) -> str:
    """A problem of a file that was made, with the place of what was read in place of that of the file."""
    file, path = problem.spot.file, problem.spot.path
    for folder, done in written.items():
        name = file.removeprefix(f"{folder}/")
        for length in range(len(path), 0, -1):
            place = done.places.get((name, *path[:length]))
            if place is not None:
                rest = ".".join(str(part) for part in path[length:])
                words = [place, problem.spot.record, rest, problem.message]
                return ": ".join(word for word in words if word)
    return str(problem)
