"""The statements with their parts and their full text, written as they come, some hundreds at a time."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice

from cstoref import dates, fold
from cstoref.attributes import NAMES
from cstoref.model import Statement
from cstoref.provenance import grade, ordered
from cstoref.store.search.name_index import name_words
from cstoref.store.stated_dates import Dating
from cstoref.store.weights import statement_weight

from .parts import PackParts
from .tables import many

BATCH = 500
TABLES = ("statement", "role", "relay", "citation", "rests_on", "temp.concern")
TEXT = "statement_text (rowid, text, field, people, quote)"
ATTRIBUTES = slice(Statement._fields.index(NAMES[0]), Statement._fields.index(NAMES[0]) + len(NAMES))
"""The plain attributes among the parts of a statement."""
GRADE = NAMES.index("grade")
Row = tuple[object, ...]


class StatementWriter:
    """Writes statements and counts what is told of each record."""

    def __init__(self, database: sqlite3.Connection, pack: PackParts, begin: int = 0) -> None:
        """`begin` statements are there already."""
        self.told_of: Counter[str] = Counter()
        """How many statements concern each record, by its id."""
        self.count = begin
        self.quotes = 0
        self._database = database
        self._fields = {field.id: field for field in pack.vocabulary.fields}
        self._sources = {source.id: source for source in pack.sources}
        self._records = {record.id: record for record in pack.records}
        self._dating = Dating(self._records, self._sources, self._text)
        self._fields_spelt = {
            field.id: f"{field.id.replace('_', ' ')} {field.label} {field.inverse}"
            for field in pack.vocabulary.fields
        }
        # The statements of a record come one after another, most of them about the same.
        self._people = lru_cache(maxsize=2**12)(self._spelt)
        # Who is concerned by what, with the group of the statement's field: `concern` orders it.
        database.execute(
            "CREATE TEMP TABLE concern (record TEXT, weight INTEGER, statement INTEGER, part TEXT, turn TEXT)"
        )

    def write(self, statements: Iterable[Statement]) -> None:
        """Write all of them."""
        coming = iter(statements)
        while batch := list(islice(coming, BATCH)):
            rows: dict[str, list[Row]] = defaultdict(list)
            for statement in batch:
                self._add(self._dating.dated(statement), rows)
            for table in (*TABLES, TEXT):
                many(self._database, table, rows[table])

    def _add(self, s: Statement, rows: dict[str, list[Row]]) -> None:
        self.count += 1
        number, field = self.count, self._fields[s.field]
        for id in (*s.about, s.said_by):
            if id:
                self.told_of[id] += 1
        weight = statement_weight(s, field)
        citations = ordered(s.citations, self._sources)
        self.quotes += sum([cite.quote is not None for cite in citations])
        rows["statement"].append(self._row(s, number, weight))
        rows["role"] += [(number, at, *role) for at, role in enumerate(s.roles)]
        rows["relay"] += [(number, at, *relay) for at, relay in enumerate(s.via)]
        rows["citation"] += [(number, at, *cite) for at, cite in enumerate(citations)]
        rows["rests_on"] += [(number, at, id) for at, id in enumerate(s.rests_on)]
        rows["temp.concern"] += [(id, weight, number, part, field.group) for id, part in _parts(s)]
        rows[TEXT].append(self._text_row(s, number))

    def _row(self, s: Statement, number: int, weight: int) -> Row:
        value = s.value
        attributes: list[object] = [*tuple(s)[ATTRIBUTES]]
        # It depends on the sources and cannot be authored; a reader gets it as a column. When an open state
        # was last confirmed, and which conflicts put it in doubt, is found later.
        attributes[GRADE] = grade(s, self._sources)
        # The outer bounds of the date are stored as ISO text, by which SQL can compare and sort without EDTF.
        span = dates.parse(s.when) if s.when else None
        return (
            number, s.id, s.subject, s.field, s.text,
            value and value.text, value and value.number, value and value.unit,
            bool(value and value.approx), value and value.min, value and value.max,
            s.when, span and span.start_earliest, span and span.end_latest,
            *attributes,
            s.grounding, 0, weight,
        )  # fmt: skip

    def _text_row(self, s: Statement, number: int) -> Row:
        # A value that is an id of a record is left out: full text would match the words of the id; its names
        # stand in `people`.
        words = s.value and s.value.text and self._fields[s.field].value.startswith("words")
        people = self._people((*s.about, s.said_by))
        return (
            number,
            fold.searchable(f"{s.text} {s.value.text if s.value and words else ''}"),
            self._fields_spelt[s.field],
            fold.searchable(f"{people} {s.said_by_text or ''}"),
            fold.searchable(" ".join([citation.quote for citation in s.citations if citation.quote])),
        )

    def _spelt(self, people: tuple[str | None, ...]) -> str:
        """The names of some records. Each word once: a name that occurs in several spellings would count as
        more relevant."""
        words = (word for id in dict.fromkeys(people) if id for word in name_words(self._records[id]))
        return " ".join(dict.fromkeys(words))

    def _text(self, source: str) -> str:
        row = self._database.execute("SELECT text FROM source WHERE id = ?", (source,)).fetchone()
        return str(row[0])


def _parts(statement: Statement) -> list[tuple[str, str]]:
    """Every record that a statement concerns, and as what."""
    role_records = {role.record for role in statement.roles}
    parts = [
        (id, "subject" if id == statement.subject else "role" if id in role_records else "value")
        for id in statement.about
    ]
    if statement.said_by and statement.said_by not in statement.about:
        parts.append((statement.said_by, "speaker"))
    return parts
