"""Two records side by side: what both took part in, the fields both have, what only one has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from cstoref import dates
from cstoref.export.views import comparison_json
from cstoref.fact_pairs import FactPair
from cstoref.render.comparison import comparison_rows, labels_of, listed, together
from cstoref.render.rows import Row, row
from cstoref.render.text import Style
from cstoref.session.page_items import ItemPage, PageItem, statement_items, worded
from cstoref.session.state import State
from cstoref.session.target import Target
from cstoref.store.comparison import Comparison, FieldPair, Shared, compare
from cstoref.store.pages import Entry, Page
from cstoref.store.statement_reader import StatementRow

from .base import View

if TYPE_CHECKING:
    from cstoref.store.queries import Store
    from cstoref.user.user_data import UserData

ORDERS = ("most important", "everything")
MOST = 3
"""Statements of one record under one label, unless everything is wanted."""
MISSING = "One of the two records is not in this edition."


class Compare(View):
    """The record of the state, and the one that the view is of."""

    title = "Compare"
    wide = True
    margin = 1
    footer = (("sort", "everything"), ("copy", "copy"), ("pin", "pin"), ("back", "back"))
    orders = ORDERS

    def __init__(self, store: Store, user: UserData) -> None:
        super().__init__(store, user)
        self._read = lru_cache(maxsize=1)(lambda left, right, as_of: compare(store, left, right, as_of))

    def parts(self, state: State) -> tuple[object, ...]:
        return (*super().parts(state), state.record)

    def name(self, state: State) -> str:
        ids = [id for id in (state.record, state.view_of) if id]
        named = self.store.named(ids)
        return f"{self.title} · {' ↔ '.join(named[id].name for id in ids if id in named)}"

    def rows(self, state: State, style: Style) -> Sequence[Row]:
        read = self._comparison(state)
        if read is None:
            return [row(MISSING, "heading")]
        return list(comparison_rows(read, style, state.record_sort == ORDERS[1]))

    def page(self, state: State) -> ItemPage:
        read = self._comparison(state)
        if read is None:
            return ItemPage(self.title, empty=MISSING)
        left, right = read.left, read.right
        items = [_fact_item(pair, left, right) for pair in read.facts if pair.differs]
        everything = state.record_sort == ORDERS[1]
        for page, fields in ((left, read.only_left), (right, read.only_right)):
            for field in fields:
                items.append(PageItem(f"Only {page.record.name}: {field.group}, {field.label}", heading=True))
                items += self._entry_items(page, _either(field), everything)
        for field in read.fields:
            items.append(PageItem(f"Both: {field.group}, {field.label}", heading=True))
            for page, entries in ((left, field.left), (right, field.right)):
                items += self._entry_items(page, entries, everything)
        same = [pair for pair in read.facts if not pair.differs]
        items += [PageItem("The same", heading=True)] if same else []
        items += [_same_item(pair) for pair in same]
        items += [PageItem("Both took part in", heading=True)] if read.shared else []
        items += [_shared_item(shared, left, right) for shared in listed(read.shared, everything)]
        items += [] if everything else [_together_item(labels, of) for labels, of in together(read.shared)]
        head = tuple(f"{page.record.name}: {page.headline}" for page in (left, right))
        return ItemPage(f"{left.record.name} and {right.record.name}", head, tuple(items), ORDERS)

    def json(self, state: State) -> object:
        read = self._comparison(state)
        return comparison_json(read) if read else None

    def _comparison(self, state: State) -> Comparison | None:
        read: Comparison | None = self._read(state.record or "", state.view_of, state.as_of)
        return read

    def _entry_items(self, page: Page, entries: Iterable[Entry], everything: bool) -> Iterator[PageItem]:
        ranked = sorted(entries, key=lambda entry: entry.telling)
        shown = ranked if everything else ranked[:MOST]
        listed = [StatementRow(entry.statement, entry.part, entry.conflicts) for entry in shown]
        for item in statement_items(self.store, self.user, listed):
            yield item._replace(text=f"{page.record.name}: {item.text}")
        if len(ranked) > len(shown):
            yield PageItem(
                f"And {len(ranked) - len(shown)} more of {page.record.name}; sort everything lists them."
            )


def _either(field: FieldPair) -> Sequence[Entry]:
    return field.left or field.right


def _same_item(pair: FactPair) -> PageItem:
    """A fact that is the same of both, once."""
    fact = pair.left
    words = worded(fact.text) if fact else "not stated"
    first = fact.statements[0] if fact and fact.statements else None
    return PageItem(f"{pair.label}. Both: {words}", Target("statement", first) if first else None)


def _fact_item(pair: FactPair, left: Page, right: Page) -> PageItem:
    """What both say under one label of their facts; leads to the first statement behind it."""
    sides = ((left, pair.left), (right, pair.right))
    said = [f"{page.record.name}: {worded(fact.text) if fact else 'not stated'}" for page, fact in sides]
    first = next((fact.statements[0] for _, fact in sides if fact and fact.statements), None)
    return PageItem(f"{pair.label}. {'; '.join(said)}", Target("statement", first) if first else None)


def _together_item(labels: str, of: Sequence[Shared]) -> PageItem:
    """What both did alike, in how many places and where last."""
    last = of[-1].record
    return PageItem(f"Both {labels}: {len(of)} times, last {last.name}", Target("record", last.id))


def _shared_item(shared: Shared, left: Page, right: Page) -> PageItem:
    when = f"{dates.spoken(shared.record.when)}: " if shared.record.when else ""
    did = [
        f"{page.record.name}: {labels_of(entries)}"
        for page, entries in ((left, shared.left), (right, shared.right))
    ]
    return PageItem("; ".join((f"{when}{shared.record.name}", *did)), Target("record", shared.record.id))
