"""Reads the files of one pack: every record, every quote; all problems in one run.

A pack that loads is right in all that can be checked by a program; whether a statement says what its passage
says is for people to judge, and `review` lists where to look.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from cstoref.model import (
    Conflict,
    Edition,
    Pack,
    Record,
    Retired,
    RuleException,
    Silence,
    Source,
    Statement,
)

from . import limits
from .below import Below, nothing
from .declared import Declared
from .faulty import Faulty
from .file_names import check_file_name
from .files import Files
from .known import Known
from .pack_head import PackHead
from .pack_tables import PackTables
from .problems import Problems, Spot
from .record_tables import RecordTables, Stated
from .remarks import Remarks
from .resolve import Resolver
from .schema import AuthoredStatement
from .shelf import Shelf
from .source_schema import AuthoredSource
from .sources import check, source, with_distinct_labels
from .statement_ids import AnyOf, StatementIds
from .statement_references import StatementReferences
from .taken_ids import TakenIds
from .texts import Texts
from .validation import validated
from .vocabulary import FILE as VOCABULARY

OTHER_FILES = (
    "pack.toml",
    "sources.toml",
    "conflicts.toml",
    "silences.toml",
    "exceptions.toml",
    "retired.toml",
    VOCABULARY,
)
"""Files of `data/` beside one a kind."""


class Loader:
    """Reads one pack, as far as it is right, and notes every problem. `below` is what it stands on."""

    def __init__(
        self,
        root: Path,
        problems: Problems,
        below: Below | None = None,
        locate: Callable[[str, Spot], object] = lambda _, spot: None,
    ) -> None:
        """`locate` is told where each record, source and conflict of the pack is written, by id."""
        self._below = below or nothing()
        self._layer: str | None = None
        self._problems = problems
        self._files = Files(root, problems)
        self._faulty = Faulty()
        self._tables = PackTables(self._files, self._faulty, problems)
        self._taken = TakenIds(self._below, problems)
        self.head = PackHead(self._files, problems, self._below)
        self._attached: set[str] = set()
        self._locate = locate
        self._edition: Edition | None = None
        self.texts = Texts(self._text_again)
        """Source to text."""
        self.sources: dict[str, Source] = {}
        self.records: dict[str, Record] = {}
        """The pack's own records, and those below with what it adds to them."""
        self._places: list[tuple[str, Spot]] = []
        self._stated: Shelf[Stated] = Shelf()
        self._ids = StatementIds()
        self._resting: Counter[str] = Counter()
        self._inferred: dict[str, tuple[tuple[str, ...], Spot]] = {}
        self.conflicts: list[Conflict] = []
        self.silences: list[Silence] = []
        self.exceptions: list[RuleException] = []
        self.retired: list[Retired] = []

    def pack(self) -> Pack | None:
        """The whole pack with all that is below it, as far as it is right."""
        below = self._below
        edition = self.begin()
        statements = {**below.statements}
        for statement, spot in self.statements():
            statements[statement.id] = statement
            self._locate(statement.id, spot)
        self.finish()
        if edition is None:
            return None
        return Pack(
            edition=edition,
            vocabulary=self.head.declared().vocabulary,
            sources=tuple(with_distinct_labels([*below.pack.sources, *self.sources.values()])),
            texts=(*below.pack.texts, *self.texts.items()),
            records=tuple({**below.records, **self.records}.values()),
            statements=tuple(statements.values()),
            conflicts=(*below.pack.conflicts, *self.conflicts),
            silences=(*below.pack.silences, *self.silences),
            retired=(*below.pack.retired, *self.retired),
            exceptions=(*below.pack.exceptions, *self.exceptions),
        )

    def begin(self) -> Edition | None:
        """Read all but the statements and what refers to them: sources and records. What the pack says of
        itself, if that is right."""
        self.read_sources()
        self.read_records()
        return self._edition

    def read_sources(self) -> Edition | None:
        """Read the sources, each text once. What the pack says of itself, if that is right."""
        kinds = self.head.declared().kinds.values()
        self._files.check_names([*OTHER_FILES, *(f"{rule.kind.plural}.toml" for rule in kinds)])
        self._edition = self.head.edition()
        if self._edition is not None and self._below:
            self._layer = self._edition.id
        self._read_sources()
        self._files.check_texts(self.sources, self._faulty)
        return self._edition

    def read_records(self) -> None:
        """Read the records, once `read_sources` has read what is in the files beside theirs."""
        records = RecordTables(
            self._tables, self._below, self.head.declared(), self._layer, self.sources, self._faulty,
            self._problems, self._locate,
        )  # fmt: skip
        for rule in self.head.declared().kinds.values():
            for stated, record in records.of_kind(rule):
                self.records[record.id] = record
                self._stated.add(stated)
        self._places = records.places

    def statements(self) -> Iterator[tuple[Statement, Spot]]:
        """Each statement that is right, with its place, once `begin` has read what they are about."""
        resolver = self._resolver = Resolver(self._known(), self.head.declared(), self._problems)
        count = parts = 0
        for stated in self._stated.take():
            record = self.records[stated.record]
            ids: dict[str, bool] = {}
            for statement, spot in self._of_record(record, stated, resolver):
                # `who` lists multiply a statement: a small file could otherwise become millions of rows.
                parts += len(statement.about) + len(statement.citations) + len(statement.via)
                if count == limits.STATEMENTS.most or parts > limits.PARTS.most:
                    limit = limits.PARTS if parts > limits.PARTS.most else limits.STATEMENTS
                    self._problems.beyond(spot, limit)
                if not self._taken.has_statement(statement.id, ids, spot):
                    count += 1
                    ids[statement.id] = True
                    self._resting.update(cite.source for cite in statement.citations)
                    if statement.rests_on:
                        self._inferred[statement.id] = statement.rests_on, spot
                    yield statement._replace(layer=self._layer) if self._layer else statement, spot
            self._ids.add(record.id, ids)

    def finish(self) -> None:
        """Read what refers to statements, once all of them were gone through."""
        resolver, below, edition = self._resolver, self._below, self._edition
        for place, spot in self._places:
            resolver.reference(place, spot)
        references = StatementReferences(self._ids, below, self._faulty, self._problems)
        references.check_inferred(self._inferred)
        self._check_declared(self.head.declared(), resolver)
        for key in ("subject", "predecessor") if edition is not None else ():
            if (id := getattr(edition, key)) is not None:
                resolver.reference(id, Spot("data/pack.toml").at(key))
        remarks = Remarks(self._tables, resolver, references, below, self._faulty, self._problems)
        for conflict, spot in remarks.conflicts(self._taken, self._resting):
            self.conflicts.append(conflict._replace(layer=self._layer))
            self._locate(conflict.id, spot)
        self.silences += remarks.silences()
        self.exceptions += remarks.exceptions()
        conflicts = {conflict.id for conflict in self.conflicts}
        used = (below.records, self.records, below.sources, self.sources, below.statements, self._ids)
        self.retired += remarks.retired(AnyOf(*used, below.conflicts, conflicts))

    def _known(self) -> Known:
        """What the statements of the pack may refer to: what is its own, and what it extends."""
        below = self._below
        if not below:
            sources = {id: source.path is not None for id, source in self.sources.items()}
            return Known(self.records, self.texts, sources, self._attached, self._faulty)
        seen = {source.id for source in below.pack.sources if below.sees(source.layer)}
        return Known(
            {
                **{id: record for id, record in below.records.items() if below.sees(record.layer)},
                **self.records,
            },
            {**{id: text for id, text in below.pack.texts if id in seen}, **self.texts},
            {
                **{id: below.sources[id].path is not None for id in seen},
                **{id: source.path is not None for id, source in self.sources.items()},
            },
            self._attached,
            self._faulty,
            below.absent,
        )

    def _check_declared(self, declared: Declared, resolver: Resolver) -> None:
        """Note what the vocabulary says of records that are not there, or not of this pack."""
        for leading in declared.leading[len(self._below.declared.leading) :]:
            spot = Spot(f"data/{VOCABULARY}", "leading", "of")
            if owner := self._below.owner(leading.of):
                self._problems.add(spot, f'"{leading.of}" is of "{owner}", which says who leads it')
            resolver.reference(leading.of, spot)
        for post in declared.posts:
            if post.council:
                resolver.reference(post.council, Spot(f"data/{VOCABULARY}", f"post {post.id}", "council"))

    def _read_sources(self) -> None:
        for table, spot in self._tables.each("sources.toml", "source", required=True):
            written = validated(AuthoredSource, table, spot, self._problems)
            if written is None:
                self._faulty.add_source(table.get("id"))
                continue
            if self._taken.has(written.id, self.sources, spot):
                continue
            self._locate(written.id, spot)
            check(written, spot, self._problems)
            check_file_name(written.id, spot.at("id"), self._problems)
            if written.attached:
                self._attached.add(written.id)
            text = self._files.text(written.id, written.sha256, spot)
            if text is not None:
                self.texts.add(written.id, text)
            has_text = written.sha256 is not None or self._files.has_text(written.id)
            self.sources[written.id] = source(written, text, has_text)._replace(layer=self._layer)

    def _text_again(self, source: str) -> str:
        return self._files.text_again(source, self.sources[source].sha256)

    def _of_record(
        self, record: Record, stated: Stated, resolver: Resolver
    ) -> Iterator[tuple[Statement, Spot]]:
        for number, table in enumerate(stated.tables, 1):
            spot = stated.spot.at(_label(number, table), "statement", number - 1)
            written = validated(AuthoredStatement, table, spot, self._problems)
            if written is None:
                self._faulty.add_statement(record.id)
                continue
            for statement in resolver.statements(record, written, spot):
                yield statement, spot


def _label(number: int, table: Mapping[str, Any]) -> str:
    words = [str(table.get("field", ""))[:40], str(table.get("who", ""))[:40]]
    return f"statement {number} ({' '.join(word for word in words if word)})"
