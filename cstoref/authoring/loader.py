"""Reads the files of one pack: every record, every quote; all problems in one run.

A pack that loads is right in all that can be checked by a program; whether a statement says what its passage
says is for people to judge, and `review` lists where to look.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

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
from .problems import Problems, Spot, did_you_mean
from .resolve import Known, Resolver
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
from .sources import check, source, with_distinct_labels
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


class Loader:
    """Reads one pack, as far as it is right, and notes every problem. `below` is what it stands on."""

    def __init__(self, root: Path, problems: Problems, below: Below | None = None) -> None:
        self._below = below or nothing()
        self._layer: str | None = None
        self._declared: Declared | None = None
        self._root = root
        self._problems = problems
        self._files = Files(root, problems)
        self._faulty = Faulty()
        self._attached: set[str] = set()
        self.origins: dict[str, Spot] = {}
        """Where each record, statement, source and conflict of the pack is written, by id."""

    def pack(self) -> Pack | None:
        """The whole pack with all that is below it, as far as it is right."""
        below = self._below
        declared = self.declared()
        kinds = declared.kinds.values()
        self._files.check_names([*OTHER_FILES, *(f"{rule.kind.plural}.toml" for rule in kinds)])
        edition = self.edition()
        if edition is not None and below:
            self._layer = edition.id
        sources, texts = self._sources()
        self._files.check_texts([source.id for source in sources], self._faulty)
        written = [(record, spot) for rule in kinds for record, spot in self._written(rule, sources)]
        own = {record.id: record for (_, record), _ in written}
        self._check_folded((record, spot) for (_, record), spot in written)
        resolver = Resolver(self._known(own, sources, texts), declared, self._problems)
        stated = self._statements(written, resolver)
        self._check_records(written, resolver)
        statements = {**below.statements, **stated}
        self._check_rests_on(stated, statements)
        self._check_declared(declared, resolver)
        for key in ("subject", "predecessor") if edition is not None else ():
            if (id := getattr(edition, key)) is not None:
                resolver.reference(id, Spot("data/pack.toml").at(key))
        conflicts = tuple(self._conflicts(resolver, statements))
        silences = tuple(self._silences(resolver))
        exceptions = tuple(self._exceptions(statements))
        used = {*below.records, *own, *below.sources, *(source.id for source in sources), *statements}
        used |= {*below.conflicts, *(conflict.id for conflict in conflicts)}
        gone = tuple(self._retired(used))
        if edition is None:
            return None
        return Pack(
            edition=edition,
            vocabulary=declared.vocabulary,
            sources=tuple(with_distinct_labels([*below.pack.sources, *sources])),
            texts=(*below.pack.texts, *texts.items()),
            records=tuple({**below.records, **own}.values()),
            statements=tuple(statements.values()),
            conflicts=(*below.pack.conflicts, *conflicts),
            silences=(*below.pack.silences, *silences),
            retired=(*below.pack.retired, *gone),
            exceptions=(*below.pack.exceptions, *exceptions),
        )

    def _known(self, own: Mapping[str, Record], sources: list[Source], texts: Mapping[str, str]) -> Known:
        """What the statements of the pack may refer to: what is its own, and what it extends."""
        below = self._below
        seen = {source.id for source in below.pack.sources if below.sees(source.layer)}
        return Known(
            {**{id: one for id, one in below.records.items() if below.sees(one.layer)}, **own},
            {**{id: text for id, text in below.pack.texts if id in seen}, **texts},
            {
                **{id: below.sources[id].path is not None for id in seen},
                **{source.id: source.path is not None for source in sources},
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

    def _check_folded(self, records: Iterable[tuple[Record, Spot]]) -> None:
        """Refuse names that come to too much once they are folded: one letter may come to eighteen."""
        letters = 0
        for record, spot in records:
            for name in (record.name, *(other.text for other in record.names)):
                letters += len(name) if name.isascii() else len(fold.words(name))
            if letters > limits.FOLDED.most:
                self._problems.beyond(spot.at("names"), limits.FOLDED)
                return

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

    def _sources(self) -> tuple[list[Source], dict[str, str]]:
        sources: dict[str, Source] = {}
        texts: dict[str, str] = {}
        for table, spot in self._tables("sources.toml", "source", required=True):
            written = validated(AuthoredSource, table, spot, self._problems)
            if written is None:
                self._faulty.add_source(table.get("id"))
                continue
            if self._is_double(written.id, sources, spot):
                continue
            self.origins[written.id] = spot
            check(written, spot, self._problems)
            check_file_name(written.id, spot.at("id"), self._problems)
            if written.attached:
                self._attached.add(written.id)
            text = self._files.text(written.id, written.sha256, spot)
            if text is not None:
                texts[written.id] = text
            has_text = written.sha256 is not None or self._files.has_text(written.id)
            sources[written.id] = source(written, text, has_text)._replace(layer=self._layer)
        return list(sources.values()), texts

    def _written(
        self, rule: KindRule, sources: list[Source]
    ) -> Iterator[tuple[tuple[AuthoredRecord | AuthoredExtension, Record], Spot]]:
        """Each record of one kind as it was written and as it is, with the place it is written at."""
        taken = self.__dict__.setdefault("_taken", {source.id: True for source in sources})
        name = f"{rule.kind.plural}.toml"
        for table, spot in self._tables(name, rule.kind.id):
            if "extend" in table:
                if (extension := self._extension(table, rule, taken, spot)) is not None:
                    yield extension, spot
                continue
            written = validated(AuthoredRecord, table, spot, self._problems)
            if written is None:
                self._faulty.add_record(table.get("id"))
                continue
            if self._is_double(written.id, taken, spot):
                continue
            taken[written.id] = True
            self.origins[written.id] = spot
            if written.type not in rule.types:
                near = did_you_mean(written.type, rule.types)
                self._problems.add(spot.at("type"), f'no type "{written.type}" of {rule.kind.label}{near}')
            yield (written, _record(written, rule.kind.id)._replace(layer=self._layer)), spot

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
        record = self._below.records[written.id]
        return written, extended_record(record, written, self._layer, spot, self._problems)

    def _statements(
        self,
        written: list[tuple[tuple[AuthoredRecord | AuthoredExtension, Record], Spot]],
        resolver: Resolver,
    ) -> dict[str, Statement]:
        found: dict[str, Statement] = {}
        parts = 0
        for (authored, record), spot in written:
            for number, table in enumerate(authored.statement, 1):
                here = spot.at(_label(number, table), "statement", number - 1)
                one = validated(AuthoredStatement, table, here, self._problems)
                if one is None:
                    self._faulty.add_statement(record.id)
                    continue
                for statement in resolver.statements(record, one, here):
                    # `who` lists multiply a statement: a small file could otherwise become millions of rows.
                    parts += len(statement.about) + len(statement.citations) + len(statement.via)
                    if len(found) == limits.STATEMENTS.most or parts > limits.PARTS.most:
                        limit = limits.PARTS if parts > limits.PARTS.most else limits.STATEMENTS
                        self._problems.beyond(here, limit)
                        self._faulty.add_file(here.file)
                        return found
                    if statement.id in found:
                        self._problems.add(
                            here,
                            f'a second statement "{statement.id}"; add `key = "…"` to this one',
                        )
                    elif reason := self._taken_below(statement.id):
                        self._problems.add(here, f'"{statement.id}" {reason}; add `key = "…"` to this one')
                    else:
                        found[statement.id] = statement._replace(layer=self._layer)
                        self.origins[statement.id] = here
        return found

    def _check_records(
        self,
        written: list[tuple[tuple[AuthoredRecord | AuthoredExtension, Record], Spot]],
        resolver: Resolver,
    ) -> None:
        for (authored, _), spot in written:
            if isinstance(authored, AuthoredExtension):
                continue
            resolver.when(authored.when, spot.at("when"))
            if authored.place:
                resolver.reference(authored.place, spot.at("place"))

    def _check_rests_on(self, own: Mapping[str, Statement], statements: Mapping[str, Statement]) -> None:
        inferred = {id: one.rests_on for id, one in own.items() if one.rests_on}
        circles = in_circles(inferred)
        for statement in (statements[id] for id in inferred):
            path = (*self.origins[statement.id].path, "from")
            spot = Spot(self.origins[statement.id].file, statement.subject, f"{statement.id}.from", path)
            self._check_statements(statement.rests_on, statements, spot)
            if statement.id in circles:
                self._problems.add(spot, "rests on itself")

    def _check_statements(self, ids: Iterable[str], statements: Mapping[str, Statement], spot: Spot) -> None:
        """Note every id that is of no statement which the pack may refer to."""
        for id in ids:
            there = statements.get(id)
            if there is not None and (there.layer == self._layer or self._below.sees(there.layer)):
                continue
            if not self._faulty.statement(id):
                near = self._below.absent(id) or did_you_mean(id, statements)
                self._problems.add(spot, f'no statement "{id}"{near}')

    def _conflicts(self, resolver: Resolver, statements: Mapping[str, Statement]) -> Iterator[Conflict]:
        taken: dict[str, bool] = {}
        concerned = 0
        resting = Counter(c.source for s in statements.values() for c in s.citations)
        for table, spot in self._tables("conflicts.toml", "conflict"):
            one = validated(AuthoredConflict, table, spot, self._problems)
            if one is None or self._is_double(one.id, taken, spot):
                continue
            taken[one.id] = True
            self.origins[one.id] = spot
            for id in one.records:
                resolver.reference(id, spot.at("records"))
            self._check_statements(one.statements, statements, spot.at("statements"))
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

    def _exceptions(self, statements: Mapping[str, Statement]) -> Iterator[RuleException]:
        for table, spot in self._tables("exceptions.toml", "exception"):
            authored = validated(AuthoredException, table, spot, self._problems)
            if authored is None:
                continue
            if authored.rule not in RULES:
                near = did_you_mean(authored.rule, RULES)
                self._problems.add(spot.at("rule"), f'no rule "{authored.rule}"{near}')
            self._check_statements(authored.statements, statements, spot.at("statements"))
            yield RuleException(authored.rule, tuple(authored.statements), authored.reason)

    def _retired(self, used: set[str]) -> Iterator[Retired]:
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
        content = self._files.toml(file)
        if content is None:
            self._faulty.add_file(file)
            return
        for other in content:
            if other != key:
                spot = Spot(f"data/{file}", path=(other,))
                self._problems.add(spot, f'write [[{key}]], not "{_cut(other)}"')
                self._faulty.add_file(file)
        tables = content.get(key, [])
        spot = Spot(f"data/{file}", path=(key,))
        if not isinstance(tables, list):
            self._problems.add(spot, f"write [[{key}]] with two brackets")
            self._faulty.add_file(file)
            return
        if len(tables) > limits.RECORDS.most:
            self._problems.beyond(spot, limits.RECORDS)
            self._faulty.add_file(file)
            return
        for number, table in enumerate(tables, 1):
            spot = Spot(f"data/{file}", _shown_id(table, number), path=(key, number - 1))
            if isinstance(table, dict):
                yield table, spot
            else:
                self._problems.add(spot, f"write a table: [[{key}]], with its keys below")

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
