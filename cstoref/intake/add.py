"""Brings documents into a pack: each becomes a text of `corpus/` and an entry of `data/sources.toml`."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import cstoref.authoring.sources as authored_sources
from cstoref.authoring.file_names import check_file_name
from cstoref.authoring.known_ids import known_ids, source_tables
from cstoref.authoring.problems import Problems, Spot
from cstoref.authoring.source_schema import AuthoredSource
from cstoref.authoring.toml.toml_edit import Insertion, with_keys, with_table
from cstoref.authoring.validation import validated
from cstoref.errors import UsageError, UserError
from cstoref.user.user_data import UserData

from . import isolation
from .change import Addition, NewFile, PackChange, text_of, write
from .document import Document
from .formats import FORMATS, DocumentFormat, format_of
from .source_entry import Given, SourceEntry, entry, with_facts_of

SOURCES = "data/sources.toml"
Complete = Callable[[str, Given, Document], Given]
"""Asks a person for what is missing: the name of a document, what is known of it, and the document."""


class Paper(NamedTuple):
    """A file that was named to be brought in."""

    name: str
    raw: bytes
    format: DocumentFormat

    @property
    def original(self) -> dict[str, str]:
        """What a source says of it."""
        return {"file": self.name.replace("\\", "/").rpartition("/")[2], "sha256": sha256(self.raw)}


class Added(NamedTuple):
    """A document that was brought in."""

    document: Document
    entry: SourceEntry


def paper(path: str, format: str = "", raw: bytes | None = None) -> Paper:
    """A file by its path, or bytes that came without one. Raises UserError where nothing here reads it."""
    known = {one.id: one for one in FORMATS}
    if format and format not in known:
        raise UsageError(f"there is no format “{format}”; there are {', '.join(known)}")
    chosen = known.get(format) or format_of(path)
    if chosen is None:
        raise UsageError(f"{path}: say what it is with --as, one of {', '.join(known)}")
    return Paper(path, isolation.contents(Path(path)) if raw is None else raw, chosen)


def add(
    root: Path,
    papers: Sequence[Paper],
    given: Given,
    user: UserData,
    complete: Complete,
    encoding: str = "",
) -> list[Added]:
    """Bring some files in, all of them or none. Raises UserError."""
    before = text_of(root, SOURCES)
    taken, known = {*known_ids(root)}, source_tables(root)
    steps: list[Insertion] = []
    added: list[Added] = []
    for one in papers:
        _refuse_known(one, known)
        document = isolation.read(one.raw, one.format, one.name, encoding)
        new = _entered(one, document, given, complete, taken)
        taken.add(new.id)
        steps.append(with_table(steps[-1].text if steps else before, "source", new.values, SOURCES))
        added.append(Added(document, new))
    made = tuple(NewFile(f"corpus/{one.entry.id}.txt", one.document.text) for one in added)
    what = f"added {_listed([one.entry.id for one in added])}"
    write(root, PackChange(what, made, (Addition(SOURCES, before, tuple(steps)),)), user)
    return added


def _entered(
    one: Paper, document: Document, given: Given, complete: Complete, taken: set[str]
) -> SourceEntry:
    """The entry of a document, checked. Raises UserError where it would not verify."""
    facts, remarks = with_facts_of(given, document)
    new = entry(complete(one.name, facts, document), one.name, taken, one.original)
    if new.id in taken:
        raise UserError(f"the id “{new.id}” is taken; choose another with --id")
    new.values["sha256"] = sha256(document.text.encode())
    _check(new.values)
    return new._replace(remarks=(*document.remarks, *remarks, *new.remarks))


def attach(root: Path, source: str, one: Paper, user: UserData, encoding: str = "") -> Document:
    """Give a source of the pack, that is only referred to, its text. Raises UserError."""
    tables = source_tables(root)
    number = next((at for at, table in enumerate(tables) if table.get("id") == source), None)
    if number is None:
        raise UserError(f"no source “{source}” in {SOURCES}; to bring in a new one: cstoref pack add")
    if tables[number].get("sha256"):
        raise UserError(f"“{source}” has its text already: corpus/{source}.txt")
    _refuse_known(one, tables)
    document = isolation.read(one.raw, one.format, one.name, encoding)
    keys = {"sha256": sha256(document.text.encode()), "original": one.original, "attached": True}
    _check({**tables[number], **keys})
    before = text_of(root, SOURCES)
    step = with_keys(before, "source", number, keys, SOURCES)
    text = NewFile(f"corpus/{source}.txt", document.text)
    write(
        root,
        PackChange(f"attached the text of {source}", (text,), (Addition(SOURCES, before, (step,)),)),
        user,
    )
    return document


def sha256(raw: bytes) -> str:
    """The hash of some bytes."""
    return hashlib.sha256(raw).hexdigest()


def _refuse_known(one: Paper, known: Sequence[dict[str, Any]]) -> None:
    """Raise UserError where the same file was brought in before."""
    original = one.original["sha256"]
    for table in known:
        of = table.get("original")
        if table.get("sha256") == original or (isinstance(of, dict) and of.get("sha256") == original):
            raise UserError(f"{one.name} was added before, as “{table.get('id')}”")


def _check(values: dict[str, Any]) -> None:
    """Raise UserError with everything that `verify` would find wrong with a source."""
    problems = Problems(Path())
    spot = Spot(SOURCES, str(values["id"]))
    written = validated(AuthoredSource, values, spot, problems)
    if written is not None:
        authored_sources.check(written, spot, problems)
        check_file_name(written.id, spot.at("id"), problems)
    if problems.found:
        wrong = "; ".join(f"{problem.spot.field}: {problem.message}" for problem in problems.found)
        raise UserError(f"the source “{values['id']}” would not verify: {wrong}")


def _listed(ids: Sequence[str]) -> str:
    return f"the source {ids[0]}" if len(ids) == 1 else f"{len(ids)} sources: {', '.join(ids)}"
