"""The statements that a person pinned, in the order of pinning: what a memo will have."""

from __future__ import annotations

from collections.abc import Sequence

from cstoref.render import statements as said
from cstoref.render.text import UNICODE as MARKS
from cstoref.render.text import wrap
from cstoref.store.references import resolve
from cstoref.tui.line import READING, Line, blank, paragraph, plain
from cstoref.tui.state import ViewState

from .base import View


class Pins(View):
    """Pinned statements with what they rest on."""

    title = "Pins"
    keys = (("pin", "unpin"), ("memo", "memo"), ("copy", "copy"), ("back", "back"))

    def parts(self, state: ViewState) -> tuple[object, ...]:
        return (self.kept.pins,)

    def lines(self, state: ViewState, cells: int) -> Sequence[Line]:
        ids = [resolve(self.store, id).id for id in self.kept.pins]
        lines: list[Line] = []
        for number, id in enumerate(dict.fromkeys(ids), 1):
            lines += self._item(number, id, min(READING, cells - 6))
        return lines or [
            plain("Nothing is pinned yet.", "heading"),
            blank(),
            *paragraph(
                "Space on any statement pins it; W writes what is pinned as a memo.", cells - 1, "dim"
            ),
        ]

    def _item(self, number: int, id: str, room: int) -> list[Line]:
        listed = self.store.statement(id)
        if listed is None:
            return [plain(f" {number:>2}  {id}, not in this edition", "dim", id)]
        statement = listed.statement
        mentioned = [*statement.about, statement.said_by, *(relay.by for relay in statement.via)]
        names = {id: one.name for id, one in self.store.named(id for id in mentioned if id).items()}
        words = wrap(said.sentence(statement, names), room)
        lines = [
            plain(f" {number if at == 0 else '':>2}  {part}", "text", id) for at, part in enumerate(words)
        ]
        shorts = self.store.shorts(cite.source for cite in statement.citations)
        about = ", ".join(dict.fromkeys(shorts[cite.source] for cite in statement.citations)) or "inferred"
        return [*lines, *paragraph(f"{MARKS.of(statement.grounding)} {about}", room, "dim", 5, id)]
