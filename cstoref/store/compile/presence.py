"""For which member somebody was at an event who is not said to be there for any."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from cstoref.store.stands_for import OFFICE, PRESENCE, stands_for

from .parts import PackParts
from .tables import many, written_in


def write(database: sqlite3.Connection, pack: PackParts, bodies: Mapping[str, str]) -> None:
    """Write `stands_for`. `bodies`: each office to the state or body whose it is."""
    members = {record.id for record in pack.records if record.kind == "member"}
    offices = (s for _, s in written_in(database, pack.vocabulary, [OFFICE]))
    presence = written_in(database, pack.vocabulary, PRESENCE)
    many(database, "stands_for", dict.fromkeys(stands_for(offices, presence, bodies, members)))
