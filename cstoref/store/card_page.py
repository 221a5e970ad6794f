"""The page of a record as a card shows it: its facts, and below them its highlights.

A look-up loads this and not `highlights`, which is needed only for another day than that of the edition.
"""

from __future__ import annotations

from .pages import Page, page

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .queries import Store

READ_OF_A_DAY = 40
"""Statements that are looked through for the card of another day, the most telling ones."""


def card_page(store: Store, id: str, as_of: str | None = None) -> Page | None:
    """The page of a record, or None; its entries are its highlights, the best first."""
    if as_of is None:
        stored = store.highlights(id)
        found = page(store, id, only=stored)
        places = {row.statement.id: place for place, row in enumerate(stored)}
        return found and found._replace(
            entries=tuple(sorted(found.entries, key=lambda entry: places[entry.statement.id]))
        )
    from .highlights import highlights

    found = page(store, id, as_of, READ_OF_A_DAY)
    return found and found._replace(entries=tuple(highlights(found, store)))
