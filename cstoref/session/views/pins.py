"""The statements that a person pinned, in the order of pinning: what a memo will have."""

from __future__ import annotations

from collections.abc import Sequence

from cstoref.mentions import names_in
from cstoref.render import statements as said
from cstoref.render.rows import BLANK, Part, Row, row, wrapped
from cstoref.render.text import READING, UNICODE, Style, wrap
from cstoref.session.memo import pinned_ids
from cstoref.session.page_items import ItemPage, counted
from cstoref.session.state import State

from .base import View
from .bookmarks import saved_items

EMPTY = "Nothing is pinned yet."


class PinsView(View):
    """Pinned statements with the sources of each."""

    title = "Pins"
    footer = (("pin", "unpin"), ("memo", "memo"), ("copy", "copy"), ("back", "back"))

    @property
    def is_empty(self) -> bool:
        return not pinned_ids(self.store, self.user)

    def parts(self, state: State) -> tuple[object, ...]:
        return (self.user.pins,)

    def rows(self, state: State, style: Style) -> Sequence[Row]:
        ids = pinned_ids(self.store, self.user)
        rows = [Row((Part("Pins", "heading"), Part(f"  {len(ids)}", "dim")))]
        for number, id in enumerate(ids, 1):
            rows += self._item_rows(number, id, min(READING, style.width - 5))
        if ids:
            return rows
        return [
            row(EMPTY, "heading"),
            BLANK,
            *wrapped("Space on any statement pins it; W writes the pins as a memo.", style.width, "dim"),
        ]

    def page(self, state: State) -> ItemPage:
        items = tuple(saved_items(self.store, self.user, pinned_ids(self.store, self.user)))
        head = f"{counted(len(items), 'statement')}; memo FILE writes them to a file."
        return ItemPage("Pins", (head,), items, empty=EMPTY)

    def json(self, state: State) -> object:
        return {"pins": list(pinned_ids(self.store, self.user))}

    def _item_rows(self, number: int, id: str, room: int) -> list[Row]:
        listed = self.store.statement(id)
        if listed is None:
            return [row(f" {number:>2}  {id}, not in this edition", "dim", id)]
        statement = listed.statement
        words = wrap(said.sentence(statement, names_in(self.store, [statement])), room)
        rows = [row(f" {number if n == 0 else '':>2}  {line}", "text", id) for n, line in enumerate(words)]
        shorts = self.store.shorts(cite.source for cite in statement.citations)
        named = dict.fromkeys(shorts[cite.source] for cite in statement.citations)
        cited = f" {UNICODE.dot} ".join(named) or "inferred"
        return [*rows, *wrapped(f"{UNICODE.of(statement.grounding)} {cited}", room, "dim", id, 5)]
