"""The records of a compiled pack, and what stands for one in a line."""

from __future__ import annotations

from cstoref.model import Fact, Kind, Name, Record
from cstoref.namedtuples import NamedTuple

from .declarations import BATCH, Declarations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

    Row = Sequence[Any]

_RECORD = "id, kind, type, name, blurb, edtf, place, layer"
MAY_HOLD = "s.start_earliest <= ?3 AND (s.end_latest >= ?3 OR s.confirmed >= ?3)"
"""What a statement `s` of an office or membership meets that may hold on the day `?3`. Of most people of a
long list none does, which is told by SQL in a tenth of the time."""


class RecordRef(NamedTuple):
    """What stands for a record in a line: enough for a link."""

    id: str
    kind: str
    name: str
    type: str


class Records(Declarations):
    """The records of a pack: each by its id, and several at once."""

    def record(self, id: str) -> Record | None:
        """A record with its names and identifiers, or None."""
        row = self.database.execute(f"SELECT {_RECORD} FROM record WHERE id = ?", (id,)).fetchone()
        if row is None:
            return None
        names = self.database.execute(
            "SELECT text, lang, note, layer FROM name WHERE record = ? ORDER BY position", (id,)
        )
        identifiers = self.database.execute(
            "SELECT scheme, value FROM identifier WHERE record = ? ORDER BY scheme", (id,)
        )
        return _record(row, names, identifiers)

    def records(self, kind: str | None = None, field: str = "", day: str = "") -> list[Record]:
        """Records without their names: of one kind by name (events by day), or all, kind by kind. With a day
        only those of which a statement of the field may hold then."""
        held = f"AND r.id IN (SELECT s.subject FROM statement s WHERE s.field = ?2 AND {MAY_HOLD})"
        record_rows = self.database.execute(
            f"SELECT {', '.join(f'r.{column}' for column in _RECORD.split(', '))} "
            "FROM record r JOIN kind k ON k.id = r.kind "
            f"WHERE (?1 IS NULL OR r.kind = ?1) {held if day else ''}"
            # '9' is greater than every ISO day as text, thus events without a date come last.
            " ORDER BY k.position, CASE r.kind WHEN 'event' THEN coalesce(r.earliest, '9') END, "
            "r.name COLLATE NOCASE",
            (kind, field, day) if day else (kind,),
        )
        return [_record(row) for row in record_rows]

    def whole_records(self) -> Iterator[Record]:
        """Every record with its names and identifiers, in the order of the files."""
        ids = self.database.execute("SELECT id FROM record ORDER BY number").fetchall()
        for (id,) in ids:
            record = self.record(id)
            # The id was read from the same immutable file a moment ago.
            assert record is not None
            yield record

    def heaviest(self, kind: str, limit: int) -> list[str]:
        """The ids of the `limit` most documented records of a kind, the most documented first."""
        ids = self.database.execute(
            "SELECT id FROM record WHERE kind = ? ORDER BY weight DESC LIMIT ?", (kind, limit)
        )
        return [id for (id,) in ids]

    def weights(self, ids: Sequence[str]) -> dict[str, int]:
        """How much is known of records, each by its id."""
        marks = ", ".join("?" * len(ids))
        return dict(self.database.execute(f"SELECT id, weight FROM record WHERE id IN ({marks})", ids))

    def counted_kinds(self) -> list[tuple[Kind, int]]:
        """Every kind with the number of its records, in the order of lists."""
        counts = dict(self.database.execute("SELECT kind, count(*) FROM record GROUP BY kind"))
        return [(kind, counts.get(id, 0)) for id, kind in self.kinds.items()]

    def named(self, ids: Iterable[str]) -> dict[str, RecordRef]:
        """Name and kind of each record, by id."""
        wanted = list(dict.fromkeys(ids))
        refs: dict[str, RecordRef] = {}
        # A statement of SQLite before 3.32 binds at most 999 values; a whole index names more records.
        for first in range(0, len(wanted), BATCH):
            part = wanted[first : first + BATCH]
            sql = f"SELECT id, kind, name, type FROM record WHERE id IN ({', '.join('?' * len(part))})"
            refs.update((row[0], RecordRef(*row)) for row in self.database.execute(sql, part))
        return refs

    def told_of(self, ids: Sequence[str]) -> dict[str, int]:
        """How many statements concern each record, by id."""
        counts: dict[str, int] = {}
        for first in range(0, len(ids), BATCH):
            part = ids[first : first + BATCH]
            sql = f"SELECT id, statements FROM record WHERE id IN ({', '.join('?' * len(part))})"
            counts.update(self.database.execute(sql, part).fetchall())
        return counts

    def blurbs(self, ids: Iterable[str]) -> dict[str, str]:
        """The one-line description of each record that has one, by id."""
        wanted = list(dict.fromkeys(ids))
        sql = (
            f"SELECT id, blurb FROM record WHERE blurb IS NOT NULL AND id IN ({', '.join('?' * len(wanted))})"
        )
        return dict(self.database.execute(sql, wanted))

    def states_of_leaders(self, among: Sequence[str] | None = None) -> dict[str, str]:
        """The name of the state (or body) in which each person, or each of some, held office, that of the
        most statements."""
        states: dict[str, str] = {}
        for first in range(0, 1 if among is None else len(among), BATCH):
            people = [] if among is None else among[first : first + BATCH]
            # The sign has SQLite go by the people, of whom each has few statements, and not by the field.
            only = f"AND s.subject IN ({', '.join('?' * len(people))}) " if people else ""
            pairs = self.database.execute(
                "SELECT s.subject, r.name FROM statement s "
                "JOIN statement o ON o.subject = s.value AND o.field = 'office_of' "
                f"JOIN record r ON r.id = o.value WHERE {'+' if people else ''}s.field = 'office' {only}"
                # `update` keeps the last row of a key, hence the order: states after other bodies, the most
                # statements last.
                "GROUP BY s.subject, r.id ORDER BY r.kind = 'member', count(*)",
                people,
            )
            states.update(pairs.fetchall())
        return states

    def short_name(self, id: str) -> str:
        """The shortest name of a record that needs no language: `CSTO`."""
        record = self.record(id)
        if record is None:
            return id
        # A name that a layer adds is a way to find the record, never what it is called.
        own = (name.text for name in record.names if name.lang is None and name.layer is None)
        return min((record.name, *own), key=len)

    def stored_facts(self, record: str) -> list[Fact]:
        """The facts of a record as of the day of the edition."""
        fact_rows = self.database.execute(
            "SELECT id, label, text, statements, conflicts, head, missing, layer FROM fact WHERE record = ? "
            "ORDER BY position",
            (record,),
        )
        return [
            Fact(id, label, text, tuple(ids.split()), conflicts, bool(head), bool(missing), layer)
            for id, label, text, ids, conflicts, head, missing, layer in fact_rows
        ]


def _record(row: Row, names: Iterable[Row] = (), identifiers: Iterable[Row] = ()) -> Record:
    """One record from the columns _RECORD, with its names and identifiers where they were read."""
    id, kind, type, name, blurb, when, place, layer = row
    return Record(
        id,
        kind,
        type,
        name,
        blurb,
        when,
        names=tuple(Name(*name) for name in names),
        identifiers=tuple((scheme, value) for scheme, value in identifiers),
        place=place,
        layer=layer,
    )
