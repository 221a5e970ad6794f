"""What every page is made from, and the lines that most pages have: statements and records in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from cstoref import dates
from cstoref.model import Citation, Statement
from cstoref.namedtuples import NamedTuple
from cstoref.render import statements as said
from cstoref.store.facets import of_statement

from .page import Item
from .place import Place

if TYPE_CHECKING:
    from cstoref.store.queries import StatementRow, Store
    from cstoref.user.user_data import UserData


class Asked(NamedTuple):
    """The pack, what the person keeps, and the day for which everything answers."""

    store: Store
    kept: UserData
    as_of: str | None = None


def worded(text: str) -> str:
    """Text in which marks of ours are words, so that they are heard."""
    return text.replace("≈", "by our dating ").replace("¶", "paragraph ")


def day_of(when: str | None) -> str:
    """The first day of a time, or its last where only that is known; empty without one."""
    if not when:
        return ""
    span = dates.parse(when)
    return span.start_earliest if span.start_earliest != dates.FIRST_DAY else span.end_latest


def names_in(asked: Asked, statements: Iterable[Statement]) -> dict[str, str]:
    """The names of all records that some statements mention."""
    ids = {id for s in statements for id in (*s.about, s.said_by, *(relay.by for relay in s.via)) if id}
    return {id: named.name for id, named in asked.store.named(ids).items()}


def where(citation: Citation, short: str) -> str:
    """The source and the paragraph of a citation: `WPS, 19 Oct 2009, paragraph 3`."""
    return f"{short}, paragraph {citation.paragraph}" if citation.paragraph else short


def statement_items(asked: Asked, listed: Sequence[StatementRow], named: bool = False) -> list[Item]:
    """A line for each statement: its sentence, its ground and first source, what else is to be known.

    With `named` the record that it is stated of stands before it.
    """
    statements = [item.statement for item in listed]
    names = names_in(asked, statements)
    shorts = asked.store.shorts(s.citations[0].source for s in statements if s.citations)
    pinned, noted = asked.kept.pins, asked.kept.notes
    marked = {bookmark.id for bookmark in asked.kept.bookmarks}
    items = []
    for item in listed:
        one = item.statement
        ground = one.grounding.capitalize()
        notes = [f"{ground}, {shorts[one.citations[0].source]}" if one.citations else ground]
        notes += ["In conflict"] if item.conflicts else []
        notes += [
            word for word, ids in (("Pinned", pinned), ("Marked", marked), ("Noted", noted)) if one.id in ids
        ]
        before = f"{names.get(one.subject, one.subject)}: " if named else ""
        sentence = worded(said.sentence(one, names)).rstrip(".")
        text = f"{before}{'. '.join((sentence, *notes))}."
        group = asked.store.fields[one.field].group
        facets = tuple(of_statement(one, item.conflicts, group))
        items.append(Item(text, Place("statement", one.id), False, facets, day_of(one.when), one.grounding))
    return items


def record_items(asked: Asked, ids: Iterable[str]) -> list[Item]:
    """A line for each record: its name and kind. What the pack does not have is left out."""
    named = asked.store.named(ids)
    return [Item(f"{one.name}, {one.kind}", Place("record", one.id)) for one in named.values()]


def counted(number: int, one: str, several: str = "") -> str:
    """`1 statement`, `1,200 statements`."""
    return f"{number:,} {one if number == 1 else several or f'{one}s'}"
