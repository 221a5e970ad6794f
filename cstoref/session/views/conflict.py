"""One conflict: its sides beside each other, each passage in its source, and why it is one."""

from __future__ import annotations

from collections.abc import Sequence

from cstoref.export.views import collision_json
from cstoref.render.conflicts import collision_rows
from cstoref.render.rows import Row, row
from cstoref.render.text import Style
from cstoref.session.page_items import ItemPage, PageItem, record_items, statement_items, where
from cstoref.session.state import State
from cstoref.session.target import Target
from cstoref.store.conflict_detail import Side, conflict_detail

from .base import View

MISSING = "This edition has no such conflict."


class ConflictView(View):
    """The conflict that the state is of."""

    title = "Conflict"
    wide = True
    margin = 1
    shows_passages = True
    footer = (("conflicts", "close"), ("copy", "copy"), ("back", "back"))

    def name(self, state: State) -> str:
        conflict = self.store.conflict(state.view_of)
        return f"{self.title} · {conflict.topic}" if conflict else self.title

    def rows(self, state: State, style: Style) -> Sequence[Row]:
        read = conflict_detail(self.store, state.view_of)
        return list(collision_rows(read, style)) if read else [row(MISSING, "heading")]

    def page(self, state: State) -> ItemPage:
        read = conflict_detail(self.store, state.view_of)
        if read is None:
            return ItemPage(self.title, empty=MISSING)
        conflict = read.conflict
        items = [PageItem("Sides", heading=True), *map(_side_item, read.sides)] if read.sides else []
        listed = [item for id in conflict.statements if (item := self.store.statement(id))]
        if listed:
            items.append(PageItem("Statements", heading=True))
            items += statement_items(self.store, self.user, listed, with_subject=True)
        if conflict.records:
            items += [PageItem("Records", heading=True), *record_items(self.store, conflict.records)]
        head = (f"{conflict.nature.replace('-', ' ').capitalize()}.", conflict.explanation)
        return ItemPage(conflict.topic, head, tuple(items))

    def json(self, state: State) -> object:
        read = conflict_detail(self.store, state.view_of)
        return collision_json(read) if read else None


def _side_item(side: Side) -> PageItem:
    """A passage with its context, a document outside the pack, what is inferred, or a record."""
    cite = side.citation
    if cite is None:
        return _sourceless_item(side)
    name = where(cite, side.title)
    if cite.start is None:
        words = "; ".join(part for part in (cite.says, cite.note) if part)
        return PageItem(
            f"{name}, a document outside the pack: {words}".rstrip(": "), Target("source", cite.source)
        )
    context = [f"Before it: {side.before.strip()}"] if side.before.strip() else []
    after = side.after.lstrip(' .,;:”"')
    context += [f"After it: {after}"] if after.strip() else []
    context += [cite.note] if cite.note else []
    text = " ".join((f"{name}: “{side.passage}”", *context))
    return PageItem(" ".join(text.split()), Target("source", cite.source, cite.start))


def _sourceless_item(side: Side) -> PageItem:
    """What follows from other statements and by which rule, or what a record is."""
    if side.statements:
        statement = side.statements[0]
        words = " ".join((statement.text, statement.rule or "")).strip()
        return PageItem(f"{side.title}: {words}", Target("statement", statement.id))
    return PageItem(f"{side.title}: {side.passage}", Target("record", side.record) if side.record else None)
