"""Reads a whole pack: every file, every record, every quote; all problems in one run.

A pack that loads is right in all that can be checked by a program; whether a statement says what its passage
says is for people to judge, and `review` lists where to look.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

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
from .constraints import RULES
from .cycles import in_circles
from .files import Files
from .limits import Limit
from .problems import Problems, Spot, did_you_mean
from .resolve import Known, Resolver
from .retired_ids import retired
from .schema import (
    AuthoredConflict,
    AuthoredEdition,
    AuthoredException,
    AuthoredRecord,
    AuthoredRetired,
    AuthoredSilence,
    AuthoredSource,
    AuthoredStatement,
)
from .sources import check, source, with_distinct_labels
from .vocabulary import FILE as VOCABULARY
from .vocabulary import Declared, KindRule, base, extended
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
LENGTHS = (limits.ID, limits.SAYS, limits.NAME, limits.FIELD)
Model = TypeVar("Model", bound=BaseModel)


def load(root: Path) -> Pack:
    """The pack in the folder `root`. Raises PackError with every problem found."""
    problems = Problems()
    pack = _Loader(root, problems).pack()
    problems.raise_if_any()
    assert pack is not None
    return pack


def load_vocabulary(root: Path) -> Declared:
    """What the pack in the folder `root` declares. Raises PackError with every problem found there."""
    problems = Problems()
    declared = _Loader(root, problems).declared()
    problems.raise_if_any()
    return declared


def load_edition(root: Path) -> Edition:
    """What the pack in the folder `root` says of itself. Raises PackError with every problem found there."""
    problems = Problems()
    edition = _Loader(root, problems).edition()
    problems.raise_if_any()
    assert edition is not None
    return edition


class _Loader:
    def __init__(self, root: Path, problems: Problems) -> None:
        self._root = root
        self._problems = problems
        self._files = Files(root, problems)

    def pack(self) -> Pack | None:
        """The whole pack, as far as it is right."""
        declared = self.declared()
        kinds = declared.kinds.values()
        self._files.check_names([*OTHER_FILES, *(f"{rule.kind.plural}.toml" for rule in kinds)])
        edition = self.edition()
        sources, texts = self._sources()
        written = [(record, spot) for rule in kinds for record, spot in self._written(rule, sources)]
        records = {record.id: record for (_, record), _ in written}
        self._check_folded((record, spot) for (_, record), spot in written)
        known = Known(records, texts, {source.id: source.path is not None for source in sources})
        resolver = Resolver(known, declared, self._problems)
        statements = self._statements(written, resolver)
        self._check_records(written, resolver)
        self._check_rests_on(statements, {record.id: spot.file for (_, record), spot in written})
        for leading in declared.leading:
            resolver.reference(leading.of, Spot(f"data/{VOCABULARY}", "leading", "of"))
        for post in declared.posts:
            if post.council:
                resolver.reference(post.council, Spot(f"data/{VOCABULARY}", f"post {post.id}", "council"))
        for key in ("subject", "predecessor") if edition is not None else ():
            if (id := getattr(edition, key)) is not None:
                resolver.reference(id, Spot("data/pack.toml", "", key))
        conflicts = tuple(self._conflicts(resolver, statements))
        silences = tuple(self._silences(resolver))
        exceptions = tuple(self._exceptions(statements))
        used = {*records, *known.sources, *statements, *(conflict.id for conflict in conflicts)}
        gone = tuple(self._retired(used))
        if edition is None:
            return None
        return Pack(
            edition=edition,
            vocabulary=declared.vocabulary,
            sources=tuple(sources),
            texts=tuple(texts.items()),
            records=tuple(records.values()),
            statements=tuple(statements.values()),
            conflicts=conflicts,
            silences=silences,
            retired=gone,
            exceptions=exceptions,
        )

    def _check_folded(self, records: Iterable[tuple[Record, Spot]]) -> None:
        """Refuse names that come to too much once they are folded: one letter may come to eighteen."""
        letters = 0
        for record, spot in records:
            for name in (record.name, *(other.text for other in record.names)):
                letters += len(name) if name.isascii() else len(fold.words(name))
            if letters > limits.FOLDED.most:
                self._problems.add(spot.at("names"), str(limits.FOLDED))
                return

    def declared(self) -> Declared:
        """The vocabulary of the pack: what any pack may use, and what this one adds."""
        if not self._files.has(VOCABULARY):
            return base()
        table = self._files.toml(VOCABULARY)
        spot = Spot(f"data/{VOCABULARY}")
        own = None if table is None else self._validate(AuthoredVocabulary, table, spot)
        return base() if own is None else extended(own, self._problems)

    def edition(self) -> Edition | None:
        """What the pack says of itself, if that is right."""
        table = self._files.toml("pack.toml")
        if table is None:
            return None
        spot = Spot("data/pack.toml")
        written = self._validate(AuthoredEdition, table, spot)
        if written is None:
            return None
        self._date(written.checked_until, spot.at("checked_until"))
        return Edition(**written.model_dump())

    def _sources(self) -> tuple[list[Source], dict[str, str]]:
        sources: dict[str, Source] = {}
        texts: dict[str, str] = {}
        for table, spot in self._tables("sources.toml", "source", required=True):
            written = self._validate(AuthoredSource, table, spot)
            if written is None or self._is_double(written.id, sources, spot):
                continue
            check(written, spot, self._problems)
            text = None
            if written.sha256:
                text = self._files.text(written.id, written.sha256, spot)
                if text is not None:
                    texts[written.id] = text
            sources[written.id] = source(written, text)
        return with_distinct_labels(sources.values()), texts

    def _written(
        self, rule: KindRule, sources: list[Source]
    ) -> Iterator[tuple[tuple[AuthoredRecord, Record], Spot]]:
        """Each record of one kind as it was written and as it is, with the place it is written at."""
        taken = self.__dict__.setdefault("_taken", {source.id: True for source in sources})
        name = f"{rule.kind.plural}.toml"
        for table, spot in self._tables(name, rule.kind.id):
            written = self._validate(AuthoredRecord, table, spot)
            if written is None or self._is_double(written.id, taken, spot):
                continue
            taken[written.id] = True
            if written.type not in rule.types:
                near = did_you_mean(written.type, rule.types)
                self._problems.add(spot.at("type"), f'no type "{written.type}" of {rule.kind.label}{near}')
            yield (written, _record(written, rule.kind.id)), spot

    def _statements(
        self, written: list[tuple[tuple[AuthoredRecord, Record], Spot]], resolver: Resolver
    ) -> dict[str, Statement]:
        found: dict[str, Statement] = {}
        parts = 0
        for (authored, record), spot in written:
            for number, table in enumerate(authored.statement, 1):
                here = spot.at(_label(number, table))
                one = self._validate(AuthoredStatement, table, here)
                if one is None:
                    continue
                for statement in resolver.statements(record, one, here):
                    # `who` lists multiply a statement: a small file could otherwise become millions of rows.
                    parts += len(statement.about) + len(statement.citations) + len(statement.via)
                    if len(found) == limits.STATEMENTS.most or parts > limits.PARTS.most:
                        limit = limits.PARTS if parts > limits.PARTS.most else limits.STATEMENTS
                        self._problems.add(here, str(limit))
                        return found
                    if statement.id in found:
                        self._problems.add(
                            here,
                            f'a second statement "{statement.id}"; add `key = "…"` to this one',
                        )
                    else:
                        found[statement.id] = statement
        return found

    def _check_records(
        self, written: list[tuple[tuple[AuthoredRecord, Record], Spot]], resolver: Resolver
    ) -> None:
        for (authored, _), spot in written:
            resolver.when(authored.when, spot.at("when"))
            if authored.place:
                resolver.reference(authored.place, spot.at("place"))

    def _check_rests_on(self, statements: Mapping[str, Statement], files: Mapping[str, str]) -> None:
        inferred = {id: one.rests_on for id, one in statements.items() if one.rests_on}
        circles = in_circles(inferred)
        for statement in (statements[id] for id in inferred):
            spot = Spot(files[statement.subject], statement.subject, f"{statement.id}.from")
            for id in statement.rests_on:
                if id not in statements:
                    self._problems.add(spot, f'no statement "{id}"{did_you_mean(id, statements)}')
            if statement.id in circles:
                self._problems.add(spot, "rests on itself")

    def _conflicts(self, resolver: Resolver, statements: Mapping[str, Statement]) -> Iterator[Conflict]:
        taken: dict[str, bool] = {}
        concerned = 0
        resting = Counter(c.source for s in statements.values() for c in s.citations)
        for table, spot in self._tables("conflicts.toml", "conflict"):
            one = self._validate(AuthoredConflict, table, spot)
            if one is None or self._is_double(one.id, taken, spot):
                continue
            taken[one.id] = True
            for id in one.records:
                resolver.reference(id, spot.at("records"))
            for id in one.statements:
                if id not in statements:
                    near = did_you_mean(id, statements)
                    self._problems.add(spot.at("statements"), f'no statement "{id}"{near}')
            citations = resolver.citations(one.cite, spot)
            # An upper bound of the rows that `compile` writes for it, found before they are.
            concerned += len(one.statements) + sum(resting[citation.source] for citation in citations)
            if concerned > limits.CONCERNED.most:
                self._problems.add(spot, str(limits.CONCERNED))
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
            )

    def _silences(self, resolver: Resolver) -> Iterator[Silence]:
        for table, spot in self._tables("silences.toml", "silence"):
            one = self._validate(AuthoredSilence, table, spot)
            if one is not None:
                for citation in resolver.citations([one.cite], spot):
                    yield Silence(citation, one.reason)

    def _exceptions(self, statements: Mapping[str, Statement]) -> Iterator[RuleException]:
        for table, spot in self._tables("exceptions.toml", "exception"):
            authored = self._validate(AuthoredException, table, spot)
            if authored is None:
                continue
            if authored.rule not in RULES:
                near = did_you_mean(authored.rule, RULES)
                self._problems.add(spot.at("rule"), f'no rule "{authored.rule}"{near}')
            for id in authored.statements:
                if id not in statements:
                    near = did_you_mean(id, statements)
                    self._problems.add(spot.at("statements"), f'no statement "{id}"{near}')
            yield RuleException(authored.rule, tuple(authored.statements), authored.reason)

    def _retired(self, used: set[str]) -> Iterator[Retired]:
        tables = self._tables("retired.toml", "retired")
        written = [
            (one, spot) for table, spot in tables if (one := self._validate(AuthoredRetired, table, spot))
        ]
        yield from retired(written, used, self._problems)

    def _tables(
        self, file: str, key: str, *, required: bool = False
    ) -> Iterator[tuple[Mapping[str, Any], Spot]]:
        """Each `[[key]]` of a file, with its place. A file that a pack does not need may be missing."""
        if not required and not self._files.has(file):
            return
        content = self._files.toml(file) or {}
        for other in content:
            if other != key:
                self._problems.add(Spot(f"data/{file}"), f'write [[{key}]], not "{_cut(other)}"')
        tables = content.get(key, [])
        if not isinstance(tables, list):
            self._problems.add(Spot(f"data/{file}"), f"write [[{key}]] with two brackets")
            return
        if len(tables) > limits.RECORDS.most:
            self._problems.add(Spot(f"data/{file}"), str(limits.RECORDS))
            return
        for number, table in enumerate(tables, 1):
            spot = Spot(f"data/{file}", _shown_id(table, number))
            if isinstance(table, dict):
                yield table, spot
            else:
                self._problems.add(spot, "not a table")

    def _validate(self, model: type[Model], table: Mapping[str, Any], spot: Spot) -> Model | None:
        # Statements are checked one by one: a problem in one must not hide the record and the others.
        own = {**table, "statement": ()}
        oversized = None if _fits(own) else next(_oversized(own), None)
        if oversized is not None:
            self._problems.add(spot.at(oversized[0]), str(oversized[1]))
            return None
        try:
            return model.model_validate(table)
        except ValidationError as error:
            for item in error.errors(include_url=False):
                place = spot
                for part in item["loc"]:
                    place = place.at(_cut(part + 1 if isinstance(part, int) else part))
                self._problems.add(place, _message(item["type"], item["msg"], item["loc"], model))
        return None

    def _date(self, text: str | None, spot: Spot) -> None:
        try:
            if text is not None:
                dates.parse(text)
        except ValueError as error:
            self._problems.add(spot, str(error))

    def _is_double(self, id: str, taken: Mapping[str, object], spot: Spot) -> bool:
        if id in taken:
            self._problems.add(spot.at("id"), f'"{id}" is taken already; choose another id')
        return id in taken


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


def _fits(value: object, depth: int = 0) -> bool:
    """Whether nothing in a value as it was parsed is oversized: cheaper than to look for where."""
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    if parts is None:
        return True
    few = depth <= limits.NESTING.most and len(parts) <= limits.LIST.most
    return few and all(_fits(part, depth + 1) for part in parts)


def _oversized(value: Any, path: str = "", depth: int = 0) -> Iterator[tuple[str, Limit]]:
    """Where a value as it was parsed has too many entries, or is nested too deeply, and the limit."""
    if isinstance(value, str) or not isinstance(value, Mapping | Sequence):
        return
    if depth > limits.NESTING.most:
        yield path, limits.NESTING
    elif len(value) > limits.LIST.most:
        yield path, limits.LIST
    else:
        named = value.items() if isinstance(value, Mapping) else enumerate(value, 1)
        for name, part in named:
            yield from _oversized(part, f"{path}.{_cut(name)}".lstrip("."), depth + 1)


def _message(type: str, message: str, loc: tuple[int | str, ...], model: type[BaseModel]) -> str:
    if type == "extra_forbidden":
        known = [field.alias or name for name, field in model.model_fields.items()]
        return f'unknown key "{_cut(loc[-1])}"{did_you_mean(str(loc[-1]), known)}'
    if type == "missing":
        return "is missing"
    if type == "string_too_long":
        # pydantic gives the limit only inside its sentence.
        longest = next(limit for limit in LENGTHS if f" {limit.most} " in message)
        return str(longest)
    if type == "value_error":
        return message.removeprefix("Value error, ")
    return message[:1].lower() + message[1:]
