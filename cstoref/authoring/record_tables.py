"""The records of a pack as they are written: one table each, with what is stated on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from cstoref import fold
from cstoref.model import Name, Record

from . import limits
from .below import Below
from .declared import Declared, KindRule
from .extension import extended_record, extension
from .faulty import Faulty
from .identifier_schemes import check_schemes
from .pack_tables import PackTables
from .problems import Problems, Spot, did_you_mean
from .schema import AuthoredExtension, AuthoredRecord
from .taken_ids import TakenIds
from .validation import read_date, validated


class Stated(NamedTuple):
    """What is stated on a record, as it is written."""

    record: str
    spot: Spot
    tables: list[dict[str, Any]]


class RecordTables:
    """Reads the records of one pack, kind by kind, and notes every problem."""

    def __init__(
        self,
        tables: PackTables,
        below: Below,
        declared: Declared,
        layer: str | None,
        sources: Iterable[str],
        faulty: Faulty,
        problems: Problems,
        locate: Callable[[str, Spot], object],
    ) -> None:
        """`sources` are the ids of the sources, which no record may have. `locate` is told where each record
        is written, by its id."""
        self._tables = tables
        self._below = below
        self._declared = declared
        self._layer = layer
        self._taken = dict.fromkeys(sources, True)
        self._taken_ids = TakenIds(below, problems)
        self._faulty = faulty
        self._problems = problems
        self._locate = locate
        self._letters = 0
        """Of all names, once they are folded."""
        self.places: list[tuple[str, Spot]] = []
        """The places that records name, each with where it is written."""

    def of_kind(self, rule: KindRule) -> Iterator[tuple[Stated, Record]]:
        """Each record of one kind, with what is stated on it as it is written."""
        for table, spot in self._tables.each(f"{rule.kind.plural}.toml", rule.kind.id):
            if "extend" in table:
                if (extension := self._extension(table, rule, spot)) is not None:
                    added, record = extension
                    self._count_letters(record, spot)
                    yield Stated(record.id, spot, added.statement), record
                continue
            written = validated(AuthoredRecord, table, spot, self._problems)
            if written is None:
                self._faulty.add_record(table.get("id"))
                continue
            if self._taken_ids.has(written.id, self._taken, spot):
                continue
            self._taken[written.id] = True
            self._locate(written.id, spot)
            if written.type not in rule.types:
                near = did_you_mean(written.type, rule.types)
                self._problems.add(spot.at("type"), f'no type "{written.type}" of {rule.kind.label}{near}')
            check_schemes(written.identifiers, self._declared.schemes, spot, self._problems)
            if written.when is not None:
                read_date(written.when, spot, "when", self._problems)
            if written.place:
                self.places.append((written.place, spot.at("place")))
            record = _record(written, rule.kind.id)._replace(layer=self._layer)
            self._count_letters(record, spot)
            yield Stated(record.id, spot, written.statement), record

    def _extension(
        self, table: Mapping[str, Any], rule: KindRule, spot: Spot
    ) -> tuple[AuthoredExtension, Record] | None:
        """What a layer adds to a record below, and the record with it; None with a problem noted."""
        written = extension(table, rule, self._below, spot, self._problems)
        if written is None:
            return None
        if written.id in self._taken:
            self._problems.add(
                spot.at("id"), f'"{written.id}" is extended already; write it all in one place'
            )
            return None
        self._taken[written.id] = True
        check_schemes(written.identifiers, self._declared.schemes, spot, self._problems)
        record = self._below.records[written.id]
        return written, extended_record(record, written, self._layer, spot, self._problems)

    def _count_letters(self, record: Record, spot: Spot) -> None:
        """Refuses names that come to too much once they are folded: one letter may come to eighteen."""
        for name in (record.name, *(other.text for other in record.names)):
            self._letters += len(name) if name.isascii() else len(fold.words(name))
        if self._letters > limits.FOLDED.most:
            self._problems.beyond(spot.at("names"), limits.FOLDED)


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
