"""Reads the files of one pack: every record, every quote; all problems in one run.

A pack that loads is right in all that can be checked by a program; whether a statement says what its passage
says is for people to judge, and `review` lists where to look.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from cstoref import dates, fold
from cstoref.model import (
    Conflict,
    Edition,
    Name,
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
from .constraints import RULES
from .cycles import in_circles
from .extension import extended_record, extension
from .faulty import Faulty
from .files import Files, check_file_name
from .identifier_schemes import check_schemes
from .problems import Problems, Spot, did_you_mean
from .resolve import Known, Resolver, read_date
from .retired_ids import retired
from .schema import (
    AuthoredConflict,
    AuthoredEdition,
    AuthoredException,
    AuthoredExtension,
    AuthoredRecord,
    AuthoredRetired,
    AuthoredSilence,
    AuthoredSource,
    AuthoredStatement,
)
from .shelf import Shelf
from .sources import check, source, with_distinct_labels
from .statement_ids import AnyOf, StatementIds
from .texts import Texts
from .validation import validated
from .vocabulary import FILE as VOCABULARY
from .vocabulary import Declared, KindRule, extended, layered
from .vocabulary_schema import AuthoredVocabulary

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


class Stated(NamedTuple):
    """What is stated on a record, as it is written."""

    record: str
    spot: Spot
    tables: list[dict[str, Any]]


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
        self._declared: Declared | None = None
        self._root = root
        self._problems = problems
        self._files = Files(root, problems)
        self._faulty = Faulty()
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
            vocabulary=self.declared().vocabulary,
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
        """Read all but the statements and what refers to them: records and sources, each text once. What the
        pack says of itself, if that is right."""
        kinds = self.declared().kinds.values()
        self._files.check_names([*OTHER_FILES, *(f"{rule.kind.plural}.toml" for rule in kinds)])
        self._edition = self.edition()
        if self._edition is not None and self._below:
            self._layer = self._edition.id
        self._read_sources()
        self._files.check_texts(self.sources, self._faulty)
        taken = dict.fromkeys(self.sources, True)
        letters = 0
        for rule in kinds:
            for stated, record in self._written(rule, taken):
                self.records[record.id] = record
                self._stated.add(stated)
                letters = self._counted_names(record, stated.spot, letters)
        return self._edition

    def statements(self) -> Iterator[tuple[Statement, Spot]]:
        """Each statement that is right, with its place, once `begin` has read what they are about."""
        resolver = self._resolver = Resolver(self._known(), self.declared(), self._problems)
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
                if not self._is_taken(statement.id, ids, spot):
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
        self._check_rests_on()
        self._check_declared(self.declared(), resolver)
        for key in ("subject", "predecessor") if edition is not None else ():
            if (id := getattr(edition, key)) is not None:
                resolver.reference(id, Spot("data/pack.toml").at(key))
        self.conflicts += self._conflicts(resolver)
        self.silences += self._silences(resolver)
        self.exceptions += self._exceptions()
        conflicts = {conflict.id for conflict in self.conflicts}
        used = (below.records, self.records, below.sources, self.sources, below.statements, self._ids)
        self.retired += self._retired(AnyOf(*used, below.conflicts, conflicts))

    def _known(self) -> Known:
        """What the statements of the pack may refer to: what is its own, and what it extends."""
        below = self._below
        if not below:
            sources = {id: source.path is not None for id, source in self.sources.items()}
            return Known(self.records, self.texts, sources, self._attached, self._faulty)
        seen = {source.id for source in below.pack.sources if below.sees(source.layer)}
        return Known(
            {**{id: one for id, one in below.records.items() if below.sees(one.layer)}, **self.records},
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

    def _counted_names(self, record: Record, spot: Spot, letters: int) -> int:
        """How many letters the names have with those of a record. Refuses names that come to too much once
        they are folded: one letter may come to eighteen."""
        for name in (record.name, *(other.text for other in record.names)):
            letters += len(name) if name.isascii() else len(fold.words(name))
        if letters > limits.FOLDED.most:
            self._problems.beyond(spot.at("names"), limits.FOLDED)
        return letters

    def declared(self) -> Declared:
        """The vocabulary of the pack: what any pack may use, what those below add, and what this one adds."""
        if self._declared is None:
            self._declared = self._read_vocabulary()
        return self._declared

    def _read_vocabulary(self) -> Declared:
        below = self._below.declared
        if not self._files.has(VOCABULARY):
            return below
        table = self._files.toml(VOCABULARY)
        spot = Spot(f"data/{VOCABULARY}")
        own = None if table is None else validated(AuthoredVocabulary, table, spot, self._problems)
        if own is None:
            return below
        return layered(below, own, self._problems) if self._below else extended(own, self._problems)

    def edition(self) -> Edition | None:
        """What the pack says of itself, if that is right."""
        written = self.authored_edition()
        if written is None:
            return None
        spot = Spot("data/pack.toml")
        check_file_name(written.id, spot.at("id"), self._problems)
        first, last = self._checked(written.checked_until, spot.at("checked_until"))
        for key in ("subject", "predecessor") if written.extends else ():
            if getattr(written, key):
                self._problems.add(
                    spot.at(key), "leave it out: a layer is about what the pack below is about"
                )
        said = written.model_dump(exclude={"extends", "checked_until"})
        return Edition(**said, checked_until=last, checked_from=None if first == last else first)

    def authored_edition(self) -> AuthoredEdition | None:
        """`data/pack.toml` as it is written, if its shape is right."""
        table = self._files.toml("pack.toml")
        if table is None:
            return None
        return validated(AuthoredEdition, table, Spot("data/pack.toml"), self._problems)

    def _checked(self, text: str, spot: Spot) -> tuple[str, str]:
        """The first and the last day of a day, month or year."""
        try:
            when = dates.parse(text)
        except ValueError as error:
            self._problems.add(spot, str(error))
            return text, text
        if when.interval or not text[-1:].isdigit():
            self._problems.add(spot, "write the day, month or year until which the pack was checked")
        return when.start_earliest, when.end_latest

    def _read_sources(self) -> None:
        for table, spot in self._tables("sources.toml", "source", required=True):
            written = validated(AuthoredSource, table, spot, self._problems)
            if written is None:
                self._faulty.add_source(table.get("id"))
                continue
            if self._is_double(written.id, self.sources, spot):
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

    def _written(self, rule: KindRule, taken: dict[str, bool]) -> Iterator[tuple[Stated, Record]]:
        """Each record of one kind, with what is stated on it as it is written. `taken` are the ids so far."""
        for table, spot in self._tables(f"{rule.kind.plural}.toml", rule.kind.id):
            if "extend" in table:
                if (extension := self._extension(table, rule, taken, spot)) is not None:
                    added, record = extension
                    yield Stated(record.id, spot, added.statement), record
                continue
            written = validated(AuthoredRecord, table, spot, self._problems)
            if written is None:
                self._faulty.add_record(table.get("id"))
                continue
            if self._is_double(written.id, taken, spot):
                continue
            taken[written.id] = True
            self._locate(written.id, spot)
            if written.type not in rule.types:
                near = did_you_mean(written.type, rule.types)
                self._problems.add(spot.at("type"), f'no type "{written.type}" of {rule.kind.label}{near}')
            check_schemes(written.identifiers, self.declared().schemes, spot, self._problems)
            if written.when is not None:
                read_date(written.when, spot, "when", self._problems)
            if written.place:
                self._places.append((written.place, spot.at("place")))
            record = _record(written, rule.kind.id)._replace(layer=self._layer)
            yield Stated(record.id, spot, written.statement), record

    def _extension(
        self, table: Mapping[str, Any], rule: KindRule, taken: dict[str, bool], spot: Spot
    ) -> tuple[AuthoredExtension, Record] | None:
        """What a layer adds to a record below, and the record with it; None with a problem noted."""
        written = extension(table, rule, self._below, spot, self._problems)
        if written is None:
            return None
        if written.id in taken:
            self._problems.add(
                spot.at("id"), f'"{written.id}" is extended already; write it all in one place'
            )
            return None
        taken[written.id] = True
        check_schemes(written.identifiers, self.declared().schemes, spot, self._problems)
        record = self._below.records[written.id]
        return written, extended_record(record, written, self._layer, spot, self._problems)

    def _of_record(
        self, record: Record, stated: Stated, resolver: Resolver
    ) -> Iterator[tuple[Statement, Spot]]:
        for number, table in enumerate(stated.tables, 1):
            spot = stated.spot.at(_label(number, table), "statement", number - 1)
            one = validated(AuthoredStatement, table, spot, self._problems)
            if one is None:
                self._faulty.add_statement(record.id)
                continue
            for statement in resolver.statements(record, one, spot):
                yield statement, spot

    def _is_taken(self, id: str, ids: Collection[str], spot: Spot) -> bool:
        """Whether a statement has the id of another: of one on the same record, since it begins with the
        record's, or of one below."""
        if id in ids:
            self._problems.add(spot, f'a second statement "{id}"; add `key = "…"` to this one')
        elif reason := self._taken_below(id):
            self._problems.add(spot, f'"{id}" {reason}; add `key = "…"` to this one')
        else:
            return False
        return True

    def _check_rests_on(self) -> None:
        circles = in_circles({id: rests_on for id, (rests_on, _) in self._inferred.items()})
        for id, (rests_on, at) in self._inferred.items():
            spot = Spot(at.file, id.partition("/")[0], f"{id}.from", (*at.path, "from"))
            self._check_statements(rests_on, spot)
            if id in circles:
                self._problems.add(spot, "rests on itself")

    def _check_statements(self, ids: Iterable[str], spot: Spot) -> None:
        """Note every id that is of no statement which the pack may refer to."""
        for id in ids:
            below = self._below.statements.get(id)
            if id in self._ids or (below is not None and self._below.sees(below.layer)):
                continue
            if not self._faulty.statement(id):
                near = self._below.absent(id) or did_you_mean(id, AnyOf(self._below.statements, self._ids))
                self._problems.add(spot, f'no statement "{id}"{near}')

    def _conflicts(self, resolver: Resolver) -> Iterator[Conflict]:
        taken: dict[str, bool] = {}
        concerned = 0
        below = Counter(c.source for s in self._below.statements.values() for c in s.citations)
        resting = self._resting + below
        for table, spot in self._tables("conflicts.toml", "conflict"):
            one = validated(AuthoredConflict, table, spot, self._problems)
            if one is None or self._is_double(one.id, taken, spot):
                continue
            taken[one.id] = True
            self._locate(one.id, spot)
            for id in one.records:
                resolver.reference(id, spot.at("records"))
            self._check_statements(one.statements, spot.at("statements"))
            citations = resolver.citations(one.cite, spot)
            # An upper bound of the rows that `compile` writes for it, found before they are.
            concerned += len(one.statements) + sum(resting[citation.source] for citation in citations)
            if concerned > limits.CONCERNED.most:
                self._problems.beyond(spot, limits.CONCERNED, "its conflicts have")
                return
            if len(one.records) + len(one.statements) + len(citations) == 0:
                self._problems.add(spot, "names nothing; add `records`, `statements` or `cite`")
            yield Conflict(
                one.id,
                one.nature,
                one.topic,
                one.explanation,
                tuple(one.records),
                tuple(one.statements),
                citations,
                self._layer,
            )

    def _silences(self, resolver: Resolver) -> Iterator[Silence]:
        for table, spot in self._tables("silences.toml", "silence"):
            one = validated(AuthoredSilence, table, spot, self._problems)
            if one is not None:
                for citation in resolver.citations([one.cite], spot):
                    yield Silence(citation, one.reason)

    def _exceptions(self) -> Iterator[RuleException]:
        for table, spot in self._tables("exceptions.toml", "exception"):
            authored = validated(AuthoredException, table, spot, self._problems)
            if authored is None:
                continue
            if authored.rule not in RULES:
                near = did_you_mean(authored.rule, RULES)
                self._problems.add(spot.at("rule"), f'no rule "{authored.rule}"{near}')
            self._check_statements(authored.statements, spot.at("statements"))
            yield RuleException(authored.rule, tuple(authored.statements), authored.reason)

    def _retired(self, used: Collection[str]) -> Iterator[Retired]:
        tables = self._tables("retired.toml", "retired")
        written = [
            (one, spot)
            for table, spot in tables
            if (one := validated(AuthoredRetired, table, spot, self._problems))
        ]
        yield from retired(written, used, self._below.retired, self._faulty, self._problems)

    def _tables(
        self, file: str, key: str, *, required: bool = False
    ) -> Iterator[tuple[Mapping[str, Any], Spot]]:
        """Each `[[key]]` of a file, with its place. A file that a pack does not need may be missing."""
        if not required and not self._files.has(file):
            return
        number = 0
        for content in self._files.toml_parts(file, key):
            for table in self._tables_in(content, file, key):
                spot = Spot(f"data/{file}", _shown_id(table, number + 1), path=(key, number))
                number += 1
                if number > limits.RECORDS.most:
                    self._problems.beyond(Spot(f"data/{file}", path=(key,)), limits.RECORDS)
                if isinstance(table, dict):
                    yield table, spot
                else:
                    self._problems.add(spot, f"write a table: [[{key}]], with its keys below")

    def _tables_in(self, content: Mapping[str, Any] | None, file: str, key: str) -> list[object]:
        """The tables of a file, or of a part of one, as far as it can be read."""
        if content is None:
            self._faulty.add_file(file)
            return []
        for other in content:
            if other != key:
                spot = Spot(f"data/{file}", path=(other,))
                self._problems.add(spot, f'write [[{key}]], not "{_cut(other)}"')
                self._faulty.add_file(file)
        tables = content.get(key, [])
        if isinstance(tables, list):
            return tables
        self._problems.add(Spot(f"data/{file}", path=(key,)), f"write [[{key}]] with two brackets")
        self._faulty.add_file(file)
        return []

    def _is_double(self, id: str, taken: Mapping[str, object], spot: Spot) -> bool:
        reason = "is taken already" if id in taken else self._taken_below(id)
        if reason:
            below = self._below.records.get(id)
            is_record = spot.path[:1] == (below.kind,) if below else False
            extend = "write `extend = true` to add to it, or " if below and is_record else ""
            self._problems.add(spot.at("id"), f'"{id}" {reason}; {extend}choose another id')
        return bool(reason)

    def _taken_below(self, id: str) -> str:
        """Why an id cannot be used again, though this pack does not have it; empty if it can."""
        if owner := self._below.owner(id):
            return f'is of "{owner}", which a layer never changes'
        return "was used below and retired; it is never used again" if id in self._below.retired else ""


def _record(written: AuthoredRecord, kind: str) -> Record:
    return Record(
        id=written.id,
        kind=kind,
        type=written.type,
        name=written.name,
        blurb=written.blurb,
        when=written.when,
        names=tuple(Name(name.text, name.lang, name.note) for name in written.names),
        identifiers=tuple(written.identifiers.items()),
        place=written.place,
    )


def _shown_id(table: object, number: int) -> str:
    id = table.get("id") if isinstance(table, dict) else None
    return id[:80] if isinstance(id, str) else f"no. {number}"


def _cut(word: object) -> str:
    return str(word)[: limits.ID.most]


def _label(number: int, table: Mapping[str, Any]) -> str:
    words = [str(table.get("field", ""))[:40], str(table.get("who", ""))[:40]]
    return f"statement {number} ({' '.join(word for word in words if word)})"
