"""What lists show as of the day of the edition: those of the explorer's index, and who leads each state."""

from __future__ import annotations

import sqlite3

from cstoref.store.list_rows import led_by
from cstoref.store.membership import statuses
from cstoref.store.queries import Store
from cstoref.store.section_list import listed
from cstoref.store.section_rows import SOURCES, section_rows

from .tables import many

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.progress import Step


def write(database: sqlite3.Connection, step: Step) -> None:
    """Write each section, a kind at a time, then the leaders."""
    store = Store(database, writing=True)
    sections = [*store.kinds, SOURCES]
    for at, section in enumerate(sections):
        step("lists", at, len(sections))
        many(database, "listed", listed(section, section_rows(store, section, None)))
    day = store.default_day
    many(database, "leader", [(id, led_by(store, id, day)) for id in statuses(store, day)])
