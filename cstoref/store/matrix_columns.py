"""The events or agreements of a matrix in the order of time, each with what every state did there."""

from __future__ import annotations

from cstoref.namedtuples import NamedTuple

from .matrix_acts import acts_at, member_ids
from .participation import LETTERS, UNKNOWN, Mode, state

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .queries import Store


class MatrixColumn(NamedTuple):
    """An event or an agreement."""

    id: str
    name: str
    names: tuple[str, ...]
    """Its other names in English, in the order of the file."""
    type: str
    when: str | None
    day: str
    """Its first day, or empty."""
    last: str
    """Its last day, or empty."""
    place: str | None
    """The name of the place."""
    letters: str
    """One for each state of the pack: see `acts`."""


def columns_of(store: Store, mode: Mode, as_of: str | None) -> list[MatrixColumn]:
    """The columns of a mode of which anything is known, as they stood on a day."""
    stored = store.database.execute("SELECT record, letters FROM matrix WHERE mode = ?", (mode.id,))
    letters = dict(stored.fetchall())
    # Put together here: SQLite would look up the letters of each record by themselves, which takes longer.
    records = store.database.execute(
        "SELECT id, name, type, edtf, coalesce(earliest, ''), coalesce(latest, ''), place FROM record "
        "WHERE kind = ?1 AND (?2 IS NULL OR earliest IS NULL OR earliest <= ?2) "
        "ORDER BY coalesce(earliest, '9'), record.latest, number",
        (mode.kind, as_of),
    )
    rows = [row for row in records if row[0] in letters]
    names = _other_names(store, mode)
    places = {id: place.name for id, place in store.named({row[6] for row in rows if row[6]}).items()}
    columns = [
        MatrixColumn._make(
            (id, name, names.get(id, ()), type, when, day, last, places.get(place), letters[id])
        )
        for id, name, type, when, day, last, place in rows
    ]
    # The stored letters know all time. Only columns with a later act are made anew, so that a day costs
    # little.
    if as_of:
        columns = _as_of(store, mode, columns, as_of)
    return [column for column in columns if column.letters.strip(LETTERS[UNKNOWN])]


def _other_names(store: Store, mode: Mode) -> dict[str, tuple[str, ...]]:
    """The English names of the columns of a mode beside their own, in the order of the file."""
    names: dict[str, tuple[str, ...]] = {}
    # One query: a subquery in the row of each column takes a third longer.
    for record, text in store.database.execute(
        "SELECT n.record, n.text FROM name n JOIN matrix m ON m.mode = ? AND m.record = n.record "
        "WHERE n.lang IS NULL AND n.layer IS NULL ORDER BY n.record, n.position",
        (mode.id,),
    ):
        names[record] = (*names.get(record, ()), text)
    return names


def _as_of(store: Store, mode: Mode, columns: list[MatrixColumn], day: str) -> list[MatrixColumn]:
    """The columns as they stood on a day: made anew where something was done later."""
    marks = ", ".join("?" * len(mode.fields))
    # Memberships play no part: an act counts by its own day, whether or not the state was a member then.
    later = {
        subject
        for (subject,) in store.database.execute(
            f"SELECT DISTINCT subject FROM statement WHERE field IN ({marks}) AND start_earliest > ?",
            (*mode.fields, day),
        )
    }
    changed = [column.id for column in columns if column.id in later]
    acts = acts_at(store, mode, changed, day)
    ids = member_ids(store)

    def letters_of(column: MatrixColumn) -> str:
        states = (state(mode.id, acts.get((column.id, id), [])) for id in ids)
        return "".join(LETTERS[each] for each in states)

    return [
        column._replace(letters=letters_of(column)) if column.id in later else column for column in columns
    ]
