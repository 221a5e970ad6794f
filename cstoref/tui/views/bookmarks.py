"""The places a person marked or wrote a note on."""

from __future__ import annotations

from collections.abc import Sequence

from cstoref.render import statements as said
from cstoref.render.text import wrap
from cstoref.tui.line import READING, Line, Piece, blank, paragraph, plain
from cstoref.tui.state import ViewState

from .base import View


class Bookmarks(View):
    """Bookmarks in the person's own order, then notes on what is not marked."""

    title = "Bookmarks"
    keys = (("bookmark", "unmark"), ("note", "note"), ("bookmark-down", "down"), ("back", "back"))

    def parts(self, state: ViewState) -> tuple[object, ...]:
        return self.kept.bookmarks, tuple(self.kept.notes.items())

    def lines(self, state: ViewState, cells: int) -> Sequence[Line]:
        marked = [bookmark.id for bookmark in self.kept.bookmarks]
        noted = [id for id in self.kept.notes if id not in marked]
        lines: list[Line] = []
        for title, ids in (("Bookmarks", marked), ("Notes", noted)):
            if ids:
                lines += [*([blank()] if lines else []), plain(f"{title}  {len(ids)}", "heading")]
            for id in ids:
                lines += self._item(id, cells)
        return lines or [
            plain("There are no bookmarks yet.", "heading"),
            blank(),
            *paragraph("m on any record or statement adds it here; e writes a note on it.", cells - 1, "dim"),
        ]

    def _item(self, id: str, cells: int) -> list[Line]:
        room = min(READING, cells - 4)
        statement = self.store.statement(id)
        record = self.store.record(statement.statement.subject if statement else id)
        if record is None:
            lines = [Line((Piece(" "), *plain(id, "dim").pieces, Piece("  not in this edition", "dim")), id)]
        else:
            lines = paragraph(record.name, room, "accent", 1, id)
        if statement is not None:
            lines += paragraph(said.sentence(statement.statement, {}), room, indent=3, key=id)
        if note := self.kept.notes.get(id):
            first, *more = [part for row in note.split("\n") for part in wrap(row, room - 2) or [""]]
            lines += [
                Line((Piece(part, "dim"),), id)
                for part in (f"   ✎ {first}", *(f"     {part}" for part in more))
            ]
        return lines
