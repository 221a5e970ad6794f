"""From rows to the values of the model, a whole batch of statements at a time."""

from __future__ import annotations

from cstoref.attributes import FLAGS, NAMES
from cstoref.model import (
    Citation,
    FactRule,
    Field,
    Kind,
    Name,
    Record,
    Relay,
    Role,
    Scheme,
    Statement,
    Value,
    concerned,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Container, Iterable, Iterator, Sequence
    from typing import Any, TypeVar

    Row = Sequence[Any]
    Part = TypeVar("Part")

KIND = "id, label, plural, letter, summary, standing, speaks, dated, arranged, lead, weight"
FIELD = "id, label, inverse, page_group, value, nature, mark, group_weight, weight, lasting, confirms"
SCHEME = "id, label, code, head, url"
FACT_RULE = "id, label, form, types, fields, part, type, posts, most, phrase, head, missing"
RECORD = "id, kind, type, name, blurb, edtf, place, layer"
SOURCE = (
    "id, title, publisher, container, volume, issue, issued, issued_basis, url, language, "
    "type, short, note, path, sha256, length, copy_of, read, layer, abbr, original_file, original_sha256, "
    "whole_sha256"
)
STATEMENT = ", ".join(
    (
        "number, id, subject, field, text, value, value_number, unit, approx, value_min, value_max, edtf",
        *NAMES,
    )
)
CITATION = 'source, start, "end", quote, note, paragraph, says, confirms'
# Below the 999 values that SQLite before 3.32 binds in one statement.
BATCH = 900


def kind(row: Row) -> Kind:
    """One kind from the columns KIND."""
    id, label, plural, letter, summary, standing, speaks, dated, arranged, lead, weight = row
    groups = tuple(lead.split("|")) if lead else ()
    return Kind(
        id, label, plural, letter, summary, standing, bool(speaks), bool(dated), arranged, groups, weight
    )


def scheme(row: Row) -> Scheme:
    """One scheme of identifiers from the columns SCHEME."""
    id, label, code, head, url = row
    return Scheme(id, label, bool(code), bool(head), url)


def field(row: Row) -> Field:
    """One field from the columns FIELD."""
    id, label, inverse, group, value, nature, mark, group_weight, weight, lasting, confirms = row
    return Field(
        id, label, inverse, group, value, nature, mark, group_weight, weight, bool(lasting),
        tuple(confirms.split()),
    )  # fmt: skip


def fact_rule(row: Row) -> FactRule:
    """How one fact is found, from the columns FACT_RULE."""
    id, label, form, types, fields, part, type, posts, *after = row
    most, phrase, head, missing = after
    return FactRule(
        id, label, form, tuple(types.split()), tuple(fields.split()), part, tuple(type.split()),
        tuple(posts.split()), most, phrase, bool(head), missing,
    )  # fmt: skip


def record(row: Row, names: Iterable[Row] = (), identifiers: Iterable[Row] = ()) -> Record:
    """One record from the columns RECORD, with its names and identifiers where they were read."""
    id, kind, type, name, blurb, when, place, layer = row
    return Record(
        id,
        kind,
        type,
        name,
        blurb,
        when,
        names=tuple(Name(*name) for name in names),
        identifiers=tuple((scheme, value) for scheme, value in identifiers),
        place=place,
        layer=layer,
    )


def statements(
    database: sqlite3.Connection, rows: Sequence[Row], with_record: Container[str]
) -> list[Statement]:
    """The statements of rows that hold the columns STATEMENT, in the same order.

    `with_record` are the fields whose value is a record.
    """
    read: list[Statement] = []
    for first in range(0, len(rows), BATCH):
        read += _batch(database, rows[first : first + BATCH], with_record)
    return read


def _batch(
    database: sqlite3.Connection, rows: Sequence[Row], with_record: Container[str]
) -> Iterator[Statement]:
    # Four queries for a batch instead of four for each statement; the numbers are our own integers.
    among = f"WHERE statement IN ({', '.join(str(row[0]) for row in rows)}) ORDER BY statement, position"

    def parts(columns: str, table: str, make: Callable[[Row], Part]) -> dict[int, list[Part]]:
        by_statement: dict[int, list[Part]] = {}
        for row in database.execute(f"SELECT statement, {columns} FROM {table} {among}"):
            by_statement.setdefault(row[0], []).append(make(row[1:]))
        return by_statement

    roles = parts("role, record, words", "role", Role._make)
    relays = parts("by, by_text, relayed_on", "relay", Relay._make)
    citations = parts(CITATION, "citation", Citation._make)
    rests = parts("other", "rests_on", lambda row: str(row[0]))
    for row in rows:
        # Most statements have no relay and rest on no other: `get` keeps an empty tuple for them.
        number = row[0]
        yield _statement(
            row,
            tuple(roles.get(number, ())),
            tuple(relays.get(number, ())),
            tuple(citations.get(number, ())),
            tuple(rests.get(number, ())),
            with_record,
        )


def _statement(
    row: Row,
    roles: tuple[Role, ...],
    relays: tuple[Relay, ...],
    citations: tuple[Citation, ...],
    rests_on: tuple[str, ...],
    with_record: Container[str],
) -> Statement:
    _, id, subject, field, text, words, number, unit, approx, least, most, edtf, *attributes = row
    # SQLite has no booleans; the model promises them.
    for position in FLAGS:
        attributes[position] = bool(attributes[position])
    value = None
    # A value may have only a bound ("at least 200"), and 0 is a number: hence `is not None`.
    if words is not None or number is not None or least is not None or most is not None:
        value = Value(words, whole(number), unit, bool(approx), whole(least), whole(most))
    # Not a column: it follows from subject, roles and value, and a column could come to contradict them.
    about = concerned(subject, roles, words if field in with_record else None)
    return Statement._make(
        (id, subject, field, text, value, roles, about, edtf, relays, citations, rests_on, *attributes)
    )


def whole(number: float | None) -> float | int | None:
    """Numbers are stored as REAL; those that were written whole are read back whole."""
    # `200.0` would be shown and exported with a point that no source has.
    return int(number) if number is not None and number == int(number) else number
