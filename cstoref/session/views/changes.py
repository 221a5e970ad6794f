"""What changed between two days, for a record or for all. What it is of is `RECORD SINCE UNTIL`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from cstoref import dates
from cstoref.export.views import changes_json
from cstoref.render.changes import NONE, change_rows, in_words
from cstoref.render.rows import BLANK, Row, row
from cstoref.render.text import Style
from cstoref.session.filters import Filter, no_match
from cstoref.session.page_items import ItemPage, PageItem, counted
from cstoref.session.state import State
from cstoref.session.target import Target
from cstoref.store.changes_between import AskedSpan, ChangesFound, Turn, read_changes

from .base import View

if TYPE_CHECKING:
    from cstoref.store.queries import Store
    from cstoref.user.user_data import UserData

ALL = "-"
"""Stands for the record where all are meant."""


def written(wanted: AskedSpan) -> str:
    """What the view is of, for a stretch of days."""
    return f"{wanted.record or ALL} {wanted.since} {wanted.until}"


class ChangesView(View):
    """What began, ended and happened, the newest first."""

    title = "Changes"
    footer = (("find-here", "filter"), ("copy", "copy"), ("pin", "pin"), ("back", "back"))

    def __init__(self, store: Store, user: UserData) -> None:
        super().__init__(store, user)
        self._found = lru_cache(maxsize=2)(self._read)

    def name(self, state: State) -> str:
        return self._found(state.view_of).title

    def rows(self, state: State, style: Style) -> Sequence[Row]:
        found = self._shown(state)
        title = row(f" {found.title}", "title")
        if found.turns:
            count = row(f" {counted(len(found.turns), 'change')}", "dim")
            return [title, count, BLANK, *change_rows(found, style)]
        return [title, BLANK, row(f" {no_match(state.record_filter) if state.record_filter else NONE}")]

    def page(self, state: State) -> ItemPage:
        found = self._found(state.view_of)
        items: list[PageItem] = []
        year = ""
        for turn in found.turns:
            if turn.day[:4] != year:
                year = turn.day[:4]
                items.append(PageItem(year, heading=True))
            items.append(self._item(found, turn))
        head = f"{counted(len(found.turns), 'change')}, the newest first."
        return ItemPage(found.title, (head,) if items else (), tuple(items), empty=NONE)

    def json(self, state: State) -> object:
        return changes_json(self._shown(state))

    def _read(self, of: str) -> ChangesFound:
        parts = of.split(" ")
        record, since, until = parts if len(parts) == 3 else (ALL, dates.FIRST_DAY, dates.LAST_DAY)
        return read_changes(self.store, AskedSpan(None if record == ALL else record, since, until))

    def _shown(self, state: State) -> ChangesFound:
        """The changes that pass the filter."""
        found, filter = self._found(state.view_of), Filter(state.record_filter)
        through = [turn for turn in found.turns if filter.lets_through(in_words(turn, found), (), turn.day)]
        return found._replace(turns=through)

    def _item(self, found: ChangesFound, turn: Turn) -> PageItem:
        statement = found.statements[turn.number]
        text = f"{dates.spoken(turn.when)}: {in_words(turn, found)}."
        return PageItem(text, Target("statement", statement.id), day=turn.day, grounding=statement.grounding)
