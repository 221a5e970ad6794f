"""The card of one record, or its statements as JSON."""

from __future__ import annotations

from cstoref.errors import FOUND, UsageError
from cstoref.render.card import card
from cstoref.store.card_page import card_page
from cstoref.store.pages import only_quoted, page

from .output import Common, lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.render.text import Style
    from cstoref.store.queries import Store
    from cstoref.store.search.outcome import Outcome


def show(store: Store, id: str, common: Common, read: Outcome | None = None) -> int:
    """Print the card, or the record and its statements as JSON; first how the query was read, if it was not
    as it was typed."""
    if common.ids and common.plain:
        raise UsageError("--ids: --plain has no ids; leave one of them out")
    whole = common.all or common.json or common.quoted_only
    found = page(store, id, common.as_of) if whole else card_page(store, id, common.as_of)
    assert found is not None
    if common.quoted_only:
        found = only_quoted(found)
    if common.json:
        from cstoref.export.answers import look_up_json, page_json
        from cstoref.store.page_folds import without_trivial

        from .output import json_value

        shown = found if common.all else without_trivial(found)
        named = store.conflicts_naming([entry.statement.id for entry in shown.entries])
        json_value(look_up_json(read or _id_read(id), {}, page_json(shown, named)))
        return FOUND
    if common.all:
        from cstoref.store.page_order import newest_in_groups

        found = newest_in_groups(found)
    style = common.linked_style(store, found.shorts)
    if read and read.read_as:
        said = read.read_as if not read.certain else f"read as: {read.read_as}"
        lines([style.dim(said[:1].upper() + said[1:] if not read.certain else said)])
    if common.plain:
        from cstoref.render.aloud import aloud

        lines(aloud(found, common.all))
        return FOUND
    lines(card(found, style, common.all))
    if read and read.hits:
        _see_also(read, style)
    return FOUND


def _id_read(id: str) -> Outcome:
    """How the id of a record was understood."""
    from cstoref.store.search.outcome import CARD, Outcome

    return Outcome(id, CARD, id, why="id")


def _see_also(read: Outcome, style: Style) -> None:
    """Below a card: the other records that the words may mean."""
    from cstoref.render.search_results import see_also

    lines(see_also(read.hits, style))
