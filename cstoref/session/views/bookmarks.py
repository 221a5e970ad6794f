"""The records and statements that a person bookmarked or wrote a note on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cstoref import sanitize
from cstoref.mentions import names_in
from cstoref.render import statements as said
from cstoref.render.rows import BLANK, Part, Row, row, wrapped
from cstoref.render.text import READING, Style, wrap
from cstoref.session.page_items import ItemPage, PageItem, statement_items
from cstoref.session.state import State
from cstoref.session.target import Target
from cstoref.store.kind_words import named_in_words
from cstoref.store.queries import Store
from cstoref.store.references import resolve
from cstoref.user.user_data import UserData

from .base import View

NOTE = "✎"
EMPTY = "There are no bookmarks yet."


class BookmarksView(View):
    """Bookmarks in the person's own order, then notes on what has no bookmark."""

    title = "Bookmarks"
    footer = (("bookmark", "remove"), ("note", "note"), ("bookmark-down", "down"), ("back", "back"))

    @property
    def is_empty(self) -> bool:
        return not (self.user.bookmarks or self.user.notes)

    def parts(self, state: State) -> tuple[object, ...]:
        return self.user.bookmarks, tuple(self.user.notes.items())

    def rows(self, state: State, style: Style) -> Sequence[Row]:
        rows: list[Row] = []
        for title, ids in _groups(self.user):
            rows += [*([BLANK] if rows else []), row(f"{title}  {len(ids)}", "heading")]
            for id in ids:
                rows += self._item_rows(id, style.width)
        return rows or [
            row(EMPTY, "heading"),
            BLANK,
            *wrapped("m on any record or statement adds it here; e writes a note on it.", style.width, "dim"),
        ]

    def page(self, state: State) -> ItemPage:
        items: list[PageItem] = []
        for title, ids in _groups(self.user):
            items += [
                PageItem(f"{title}, {len(ids)}", heading=True),
                *saved_items(self.store, self.user, ids),
            ]
        return ItemPage("Bookmarks and notes", (), tuple(items), empty=EMPTY)

    def json(self, state: State) -> object:
        return {
            "bookmarks": [bookmark._asdict() for bookmark in self.user.bookmarks],
            "notes": dict(self.user.notes),
        }

    def _item_rows(self, id: str, cells: int) -> list[Row]:
        room = min(READING, cells - 3)
        statement = self.store.statement(id)
        record = self.store.record(statement.statement.subject if statement else id)
        if record is None:
            parts = Part(f" {sanitize.line(id)}", "dim"), Part("  not in this edition", "dim")
            rows = [Row(parts, id)]
        else:
            rows = wrapped(record.name, room, "accent", id, 1)
        if statement is not None:
            names = names_in(self.store, [statement.statement])
            rows += wrapped(said.sentence(statement.statement, names), room, key=id, indent=3)
        return rows + _note_rows(self.user.notes.get(id, ""), id, room - 2)


def _note_rows(note: str, id: str, room: int) -> list[Row]:
    """A note of any number of lines."""
    lines = [part for line in note.split("\n") for part in wrap(line, room) or [""]] if note else []
    return [row(f"   {NOTE} {line}" if n == 0 else f"     {line}", "dim", id) for n, line in enumerate(lines)]


def _groups(user: UserData) -> Iterator[tuple[str, list[str]]]:
    """Bookmarks, then what only has a note; without the empty one."""
    bookmarked = [bookmark.id for bookmark in user.bookmarks]
    noted = [id for id in user.notes if id not in bookmarked]
    yield from ((title, ids) for title, ids in (("Bookmarks", bookmarked), ("Notes", noted)) if ids)


def saved_items(store: Store, user: UserData, ids: Sequence[str]) -> Iterator[PageItem]:
    """A line for each id, with the note on it; only the id where this edition does not have it."""
    for id in ids:
        note = f" Your note: {user.notes[id]}" if id in user.notes else ""
        reference = resolve(store, id)
        if reference.sort == "statement" and (listed := store.statement(reference.id)):
            (item,) = statement_items(store, user, [listed], with_subject=True)
            yield item._replace(text=f"{item.text}{note}")
        elif reference.sort == "record":
            named = named_in_words(store, [reference.id])[reference.id]
            yield PageItem(f"{named.name}, {named.kind}.{note}", Target("record", reference.id))
        else:
            yield PageItem(f"{id}, not in this edition.{note}")
