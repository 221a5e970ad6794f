"""The read API of a compiled pack: named queries with bound parameters, immutable values out.

Each theme has a reader of its own, a base class of `Store`: declarations, records, statements, sources, and
what the editors say. What only some commands ask is a function of a `Store` in a module that a look-up does
not load, such as `posts`. Reads are quick enough to run anywhere, also between two key presses: no threads,
nothing kept but what is asked again and again (declarations; what is `remembered`), and no more than so much.
"""

from __future__ import annotations

from cstoref import dates
from cstoref.model import Edition
from cstoref.namedtuples import NamedTuple

from .editorial import Editorial
from .record_reader import Records
from .source_reader import Sources

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3

APPLICATION_ID = 0x4353544F  # "CSTO": tells our files from others
FORMAT = 41
"""Raised whenever the schema or the meaning of a column changes; part of a compiled pack's name."""


class Layer(NamedTuple):
    """What one pack of a stack says of itself."""

    id: str
    title: str
    edition: str
    checked_until: str
    licence: str
    description: str
    checked_from: str | None
    language: str
    extends: str | None
    vocabulary: str | None


class Store(Sources, Records, Editorial):
    """A compiled pack, open for reading."""

    folder: str | None = None
    """The folder of the pack that was asked for; None is the built-in pack. Of several they are joined with
    `os.pathsep`."""

    def __init__(self, database: sqlite3.Connection, *, writing: bool = False) -> None:
        """Raises sqlite3.Error if the file is not a whole compiled pack of this format. `writing`: it is
        being compiled, and what is in it so far is read."""
        super().__init__(database, kept=writing)
        if not writing:
            # The file is opened read-only, but a pack compiled into memory is writable: one guard for both.
            database.execute("PRAGMA query_only = ON")
        # A foreign file or an older format fails here, before any query meets a table that it does not have.
        marks = database.execute(
            "SELECT application_id, user_version FROM pragma_application_id, pragma_user_version"
        ).fetchone()
        if marks != (APPLICATION_ID, FORMAT):
            raise database.DatabaseError("not a compiled pack of this format")
        self.pack: dict[str, str] = dict(database.execute("SELECT key, value FROM pack"))

    def close(self) -> None:
        """Close the file."""
        self.database.close()

    @property
    def edition(self) -> Edition:
        """What the pack says of itself."""
        return Edition(*(self.pack.get(name) or None for name in Edition._fields))  # type: ignore[arg-type]

    @property
    def layers(self) -> list[Layer]:
        """The packs of a stack, the lowest first; empty for a pack without layers."""
        return [
            Layer(*row)
            for row in self.database.execute(
                "SELECT id, title, edition, checked_until, licence, description, checked_from, language, "
                "extends, vocabulary FROM layer ORDER BY position"
            )
        ]

    def work_of(self, layer: str | None) -> Edition:
        """What the pack says of itself to which something belongs, by the layer that it names."""
        whole = self.edition
        id = layer or self.lowest
        for pack in () if whole.id == id else self.layers:
            if pack.id == id:
                return whole._replace(**pack._asdict())
        return whole

    @property
    def lowest(self) -> str:
        """The id of the pack below all layers."""
        return self.pack["id"].partition("+")[0]  # which no id of a single pack has

    def layer_of(self, id: str) -> str | None:
        """The layer of a record, statement, source or conflict; None for the lowest pack or an unknown id."""
        row = self.database.execute(
            "SELECT layer FROM record WHERE id = ?1 UNION ALL SELECT layer FROM statement WHERE id = ?1 "
            "UNION ALL SELECT layer FROM source WHERE id = ?1 "
            "UNION ALL SELECT layer FROM conflict WHERE id = ?1",
            (id,),
        ).fetchone()
        return row[0] if row else None

    @property
    def default_day(self) -> str:
        """The day to answer for where none is given: the last day that the pack was checked for. The system
        date plays no part: a clock that was reset would make answers wrong."""
        return self.pack["checked_until"]

    @property
    def age(self) -> str:
        """How old the pack is in words, from one year after `checked_until` on; else empty."""
        checked, today = self.pack["checked_until"], dates.today()
        years = int(today[:4]) - int(checked[:4]) - (today[4:] < checked[4:])
        if years < 1:
            return ""
        return f"checked until {dates.spoken(checked[:7])}, {years} {'year' if years == 1 else 'years'} ago"

    @property
    def clock_is_behind(self) -> bool:
        """Whether the system date is before the pack's own, by more than a time zone explains."""
        # A year or month as the limit is not later than any day in it. One day of tolerance: the editors may
        # live up to a day ahead of this clock.
        checked = self.pack["checked_from"] or self.pack["checked_until"]
        return dates.next_day(dates.today()) < checked

    def count_added(self, record: str) -> int:
        """How many of the statements that concern a record belong to layers."""
        if "+" not in self.pack["id"]:  # no layers, and no query for every look-up
            return 0
        row = self.database.execute(
            "SELECT count(*) FROM about a JOIN statement s ON s.number = a.statement "
            "WHERE a.record = ? AND s.layer IS NOT NULL",
            (record,),
        ).fetchone()
        return int(row[0])

    def count(self, what: str) -> int:
        """How many `sources`, `records`, `statements`, `conflicts` or `quotes` the pack has."""
        return int(self.pack[what])

    def short_title(self) -> str:
        """What the pack is about, as short as it can be said: `CSTO`; its title where it has no subject."""
        subject = self.pack["subject"]
        return self.short_name(subject).removeprefix("The ") if subject else self.pack["title"]
