"""Members against events or agreements: who came and who stayed away, who signed, who gave how much.

The heads and the totals come from what the pack was compiled with, however many columns there are; cells are
read for the columns that are looked at.
"""

from __future__ import annotations

from cstoref import dates
from cstoref.model import Value
from cstoref.namedtuples import NamedTuple

from .matrix_acts import acts_at, member_ids
from .member_codes import member_codes
from .participation import LETTERS, MODES, STATES, UNKNOWN, Act, Mode, figures, signing, state

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .queries import Store


class MatrixQuery(NamedTuple):
    """Which matrix: every part that is given must be met. Days as ISO text, members by id."""

    mode: str = "attendance"
    type: str | None = None
    since: str | None = None
    until: str | None = None
    members: tuple[str, ...] = ()
    """Only these, members or not; else all that were ever members."""
    gaps: bool = False
    """Only columns where not all who were members then are known to have come, signed or given."""
    as_of: str | None = None


class Member(NamedTuple):
    """A row. `at` is its place among the letters of a column."""

    id: str
    name: str
    code: str
    """Two letters where it has them, else two or three of its name."""
    at: int


class Column(NamedTuple):
    """An event or an agreement."""

    id: str
    name: str
    names: tuple[str, ...]
    """Its other names in English, in the order of the file."""
    type: str
    when: str | None
    day: str
    """Its first day, or empty."""
    place: str | None
    """The name of the place."""
    letters: str
    """One for each state of the pack: see `acts`."""


class Total(NamedTuple):
    """How many came, signed or gave, of how many that something is known of."""

    done: int
    known: int


class Cell(NamedTuple):
    """What one member did at one event or agreement."""

    state: str
    """One of the states of `acts`."""
    beside: tuple[str, ...]
    """What it did beside: `hosted`, `chaired`."""
    steps: tuple[str, ...]
    """`signed`, `refused` and `left`, in the order of time."""
    values: tuple[Value, ...]
    """The numbers that sources give for its contribution; planned ones only where there are no others."""
    statements: tuple[str, ...]
    was_member: bool


class Matrix(NamedTuple):
    """Heads and totals. Columns in the order of time, members by name."""

    mode: Mode
    members: tuple[Member, ...]
    columns: tuple[Column, ...]
    totals: tuple[Total, ...]
    """One for each member, over all columns."""
    as_of: str | None
    spans: tuple[tuple[str, str], ...]
    """Member id and time (EDTF) of each membership."""

    def total_of(self, column: Column) -> Total:
        """How many of the members that are shown came, signed or gave."""
        letters = "".join(column.letters[member.at] for member in self.members)
        return _total(letters, self.mode)


def matrix(store: Store, wanted: MatrixQuery) -> Matrix:
    """The matrix of a mode. Raises KeyError if there is no such mode."""
    mode = MODES[wanted.mode]
    spans = tuple((id, edtf) for id, edtf, _ in store.states_like("membership", store.pack["subject"]))
    columns = _columns(store, mode, wanted)
    members = _members(store, wanted, columns)
    if wanted.gaps:
        by_id = _by_id(spans)
        columns = [column for column in columns if _has_gap(column, members, mode, by_id)]
    whole = Matrix(mode, tuple(members), (), (), wanted.as_of, spans)
    return only(whole, columns)


def only(whole: Matrix, columns: Sequence[Column]) -> Matrix:
    """A matrix with some columns, and the totals over them."""
    letters = _by_member(columns)
    totals = tuple(_total(letters(member), whole.mode) for member in whole.members)
    return whole._replace(columns=tuple(columns), totals=totals)


def cells(store: Store, whole: Matrix, columns: Sequence[Column]) -> list[list[Cell]]:
    """For each of some columns a cell for each member, in the order of the members."""
    acts = acts_at(store, whole.mode, [column.id for column in columns], whole.as_of)
    spans = _by_id(whole.spans)
    return [
        [
            _cell(whole.mode, acts.get((column.id, member.id), []), _was_member(member.id, column.day, spans))
            for member in whole.members
        ]
        for column in columns
    ]


def _cell(mode: Mode, acts: list[Act], was_member: bool) -> Cell:
    figured = figures(acts) or figures(acts, planned=True) if mode.id == "contribution" else []
    return Cell(
        state(mode.id, acts),
        tuple(name for name in mode.beside if any(a.field == name and a.happened for a in acts)),
        tuple(signing(acts)) if mode.id == "signature" else (),
        tuple(act.value for act in figured if act.value),
        tuple(dict.fromkeys(act.statement for act in acts)),
        was_member,
    )


def _columns(store: Store, mode: Mode, wanted: MatrixQuery) -> list[Column]:
    rows = store.database.execute(
        "SELECT r.id, r.name, r.id, r.type, r.edtf, coalesce(r.earliest, ''), p.name, m.letters "
        "FROM matrix m JOIN record r ON r.id = m.record LEFT JOIN record p ON p.id = r.place "
        "WHERE m.mode = ?1 AND (?2 IS NULL OR r.type = ?2) AND (?3 IS NULL OR r.latest >= ?3) "
        "AND (?4 IS NULL OR r.earliest <= ?4) AND (?5 IS NULL OR r.earliest IS NULL OR r.earliest <= ?5) "
        "ORDER BY coalesce(r.earliest, '9'), r.latest, r.number",
        (mode.id, wanted.type, wanted.since, wanted.until, wanted.as_of),
    )
    names = _other_names(store, mode)
    columns = [Column(id, name, names.get(id, ()), *more) for id, name, _, *more in rows]
    # The stored letters know all time. Only columns with a later act are made anew, so that a day costs
    # little.
    if wanted.as_of:
        columns = _as_of(store, mode, columns, wanted.as_of)
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


def _as_of(store: Store, mode: Mode, columns: list[Column], day: str) -> list[Column]:
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

    def letters_of(column: Column) -> str:
        states = (state(mode.id, acts.get((column.id, id), [])) for id in ids)
        return "".join(LETTERS[each] for each in states)

    return [
        column._replace(letters=letters_of(column)) if column.id in later else column for column in columns
    ]


def _members(store: Store, wanted: MatrixQuery, columns: Sequence[Column]) -> list[Member]:
    """The rows: who was asked for, else who was ever a member and of whom the columns tell something."""
    ever = store.ever_members()
    codes = dict(
        # Of several codes of a state the first in the vocabulary, which comes last here.
        store.database.execute(
            "SELECT i.record, i.value FROM scheme s JOIN identifier i ON i.scheme = s.id WHERE s.code "
            "ORDER BY s.position DESC"
        ).fetchall()
    )
    rows = store.database.execute("SELECT id, name FROM record WHERE kind = 'member' ORDER BY number")
    named = rows.fetchall()
    states = [
        Member(id, name, code, at)
        for at, ((id, name), code) in enumerate(zip(named, member_codes(named, codes), strict=True))
    ]
    if wanted.members:
        return [member for member in states if member.id in wanted.members]
    letters = _by_member(columns)
    return sorted(
        (
            member
            for member in states
            if (not ever or member.id in ever) and letters(member).strip(LETTERS[UNKNOWN])
        ),
        key=lambda member: member.name,
    )


def _by_member(columns: Sequence[Column]) -> Callable[[Member], str]:
    """Gives the letters of one member in all columns."""
    # All letters in one string: a slice with the step `size` is the row of one member, so that a total is a
    # `str.count` instead of a loop over cells.
    size = len(columns[0].letters) if columns else 1
    letters = "".join(column.letters for column in columns)
    return lambda member: letters[member.at :: size]


def _total(letters: str, mode: Mode) -> Total:
    return Total(
        sum(letters.count(LETTERS[counted]) for counted in mode.done),
        sum(letters.count(LETTERS[counted]) for counted in mode.known),
    )


def _has_gap(
    column: Column, members: Sequence[Member], mode: Mode, spans: dict[str, list[dates.When]]
) -> bool:
    return any(
        STATES[column.letters[member.at]] not in mode.done and _was_member(member.id, column.day, spans)
        for member in members
    )


def _by_id(spans: Sequence[tuple[str, str]]) -> dict[str, list[dates.When]]:
    by_id: dict[str, list[dates.When]] = {}
    for member, edtf in spans:
        by_id.setdefault(member, []).append(dates.parse(edtf))
    return by_id


def _was_member(id: str, day: str, spans: dict[str, list[dates.When]]) -> bool:
    """Whether it may have been a member on a day; of a pack that knows no memberships, always."""
    # Unknown is not "no": a gap is shown only where a membership is known to have ended.
    if not spans or not day:
        return True
    return any(dates.holds(when, dates.STATE, day) != dates.NO for when in spans.get(id, ()))
