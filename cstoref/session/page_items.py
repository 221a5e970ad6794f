"""A page as items: lines of words, of which those that lead somewhere can be numbered.

What a view, a record or a source says in words, for whoever reads line after line: plain mode, a screen
reader, an assistant. Marks are words here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cstoref.mentions import names_in
from cstoref.model import Citation
from cstoref.namedtuples import NamedTuple
from cstoref.render import statements as said
from cstoref.store.facets import of_statement
from cstoref.store.kind_words import named_in_words
from cstoref.store.queries import Store
from cstoref.store.statement_reader import StatementRow
from cstoref.user.user_data import UserData

from .filters import days_of
from .target import Target


class PageItem(NamedTuple):
    """One line. With a target it leads somewhere."""

    text: str
    target: Target | None = None
    heading: bool = False
    facets: tuple[str, ...] = ()
    day: str = ""
    """Its first day as ISO text, where it has one."""
    grounding: str = ""
    """Of a statement: quoted, referenced or inferred."""
    last: str = ""
    """Its last day as ISO text, where that is another than `day`."""


class ItemPage(NamedTuple):
    """A title, what is said first, and the items."""

    title: str
    head: tuple[str, ...] = ()
    items: tuple[PageItem, ...] = ()
    orders: tuple[str, ...] = ()
    """The orders that its items can be sorted in, the default first."""
    first: int = 0
    """The item with which reading begins."""
    brief: int = 0
    """How many items the first part has, where that is less than as many as fit; 0 is as many as fit."""
    empty: str = "No entries."


def counted(number: int, singular: str, several: str = "") -> str:
    """`1 statement`, `1,200 statements`."""
    return f"{number:,} {singular if number == 1 else several or f'{singular}s'}"


def worded(text: str) -> str:
    """Text in which our marks are words, so that they are heard."""
    return text.replace("≈", "by our dating ").replace("¶", "paragraph ").replace(" · ", ", ")


def where(citation: Citation, short: str) -> str:
    """The source and the paragraph of a citation: `WPS, 19 Oct 2009, paragraph 3`."""
    return f"{short}, paragraph {citation.paragraph}" if citation.paragraph else short


def statement_items(
    store: Store, user: UserData, listed: Sequence[StatementRow], with_subject: bool = False
) -> list[PageItem]:
    """A line for each statement: its sentence, its grounding and first source, and what the user saved on it.

    With `with_subject` the record that it is about comes first.
    """
    statements = [item.statement for item in listed]
    names = names_in(store, statements)
    shorts = store.shorts(s.citations[0].source for s in statements if s.citations)
    bookmarks = {bookmark.id for bookmark in user.bookmarks}
    saved = (("Pinned", user.pins), ("Bookmarked", bookmarks), ("Noted", user.notes))
    items = []
    for row in listed:
        statement = row.statement
        cited = [shorts[citation.source] for citation in statement.citations[:1]]
        notes = [", ".join((statement.grounding.capitalize(), *cited))]
        notes += ["In conflict"] if row.conflicts else []
        notes += [word for word, ids in saved if statement.id in ids]
        subject = f"{names.get(statement.subject, statement.subject)}: " if with_subject else ""
        sentence = worded(said.sentence(statement, names)).rstrip(".")
        items.append(_statement_item(store, row, f"{subject}{'. '.join((sentence, *notes))}."))
    return items


def _statement_item(store: Store, row: StatementRow, text: str) -> PageItem:
    statement = row.statement
    first, last = days_of(statement.when)
    return PageItem(
        text,
        Target("statement", statement.id),
        facets=tuple(of_statement(statement, row.conflicts, store.fields[statement.field].group)),
        day=first,
        grounding=statement.grounding,
        last=last,
    )


def record_items(store: Store, ids: Iterable[str]) -> list[PageItem]:
    """A line for each record: its name and kind. What the pack does not have is left out."""
    named = named_in_words(store, ids)
    return [
        PageItem(f"{record.name}, {record.kind}", Target("record", record.id)) for record in named.values()
    ]
