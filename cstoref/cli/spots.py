"""A spot as text: the card of a record, a statement with its passages, a source, a passage, a conflict."""

from __future__ import annotations

from cstoref.errors import FOUND, NOT_FOUND
from cstoref.export import lines as export_lines
from cstoref.mentions import names_in
from cstoref.render.lists import statement_lines
from cstoref.store.references import Resolved, check_passage, resolve
from cstoref.store.statement_reader import StatementRow

from .output import Common, json_value, lines, say

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store


def show_spot(store: Store, text: str, common: Common) -> int | None:
    """Print what a spot or an id names exactly; None where it names nothing."""
    spot = resolve(store, text)
    if not spot.sort:
        return None
    for sentence in spot.news:
        say(sentence)
    if spot.sort == "record":
        from .record_card import show

        return show(store, spot.id, common)
    if spot.sort == "conflict":
        from .conflicts import show_conflict

        return show_conflict(store, spot.id, common)
    if spot.sort == "source" and spot.start is None:
        from .sources import show_source

        return show_source(store, spot.id, common)
    check_passage(store, spot)
    rows = _listed(store, spot)
    if not rows:
        say(f"no statement rests on the sentence at {spot.text}; to read it: cstoref sources {spot.id}")
    if rows or common.json:
        print_statements(store, rows, common)
    return FOUND if rows else NOT_FOUND


def _listed(store: Store, spot: Resolved) -> list[StatementRow]:
    """The statement, or those that rest on the sentence at the passage."""
    if spot.start is None:
        listed = store.statement(spot.id)
        return [listed] if listed else []
    at = next((s for s in store.sentences(spot.id) if s.end > (spot.start or 0)), None)
    return store.resting_on(spot.id, at.start, at.end) if at else []


def print_statements(store: Store, found: list[StatementRow], common: Common) -> None:
    """Print statements with their passages."""
    if common.json:
        json_value([export_lines.statement(item.statement) for item in found])
        return
    said = [item.statement for item in found]
    names = names_in(store, said)
    shorts = store.shorts(cite.source for s in said for cite in s.citations)
    lines(statement_lines(found, names, shorts, common.linked_style(store, shorts)))
