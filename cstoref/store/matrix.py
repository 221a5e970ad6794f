"""Members against events or agreements: who came and who stayed away, who signed, who gave how much.

The heads and the totals come from what the pack was compiled with, however many columns there are; cells are
read for the columns that are looked at.
"""

from __future__ import annotations

from cstoref import dates
from cstoref.model import Value
from cstoref.namedtuples import NamedTuple

from .matrix_acts import acts_at
from .matrix_columns import MatrixColumn, columns_of
from .member_codes import member_codes
from .membership import ever_members
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
    columns: tuple[MatrixColumn, ...]
    totals: tuple[Total, ...]
    """One for each member, over all columns."""
    as_of: str | None
    spans: tuple[tuple[str, str], ...]
    """Member id and time (EDTF) of each membership."""

    def total_of(self, column: MatrixColumn) -> Total:
        """How many of the members that are shown came, signed or gave."""
        letters = "".join(column.letters[member.at] for member in self.members)
        return _total(letters, self.mode)


def matrix(store: Store, wanted: MatrixQuery, columns: Sequence[MatrixColumn] | None = None) -> Matrix:
    """The matrix of a mode; `columns` are those of the mode and the day, where they are read already. Raises
    KeyError if there is no such mode."""
    mode = MODES[wanted.mode]
    spans = tuple((id, edtf) for id, edtf, _ in store.states_like("membership", store.pack["subject"]))
    if columns is None:
        columns = columns_of(store, mode, wanted.as_of)
    if wanted.type or wanted.since or wanted.until:
        columns = [column for column in columns if _within(column, wanted)]
    members = _members(store, wanted, columns)
    if wanted.gaps:
        by_id = _by_id(spans)
        columns = [column for column in columns if _has_gap(column, members, mode, by_id)]
    whole = Matrix(mode, tuple(members), (), (), wanted.as_of, spans)
    return only(whole, columns)


def only(whole: Matrix, columns: Sequence[MatrixColumn]) -> Matrix:
    """A matrix with some columns, and the totals over them."""
    letters = _by_member(columns)
    totals = tuple(_total(letters(member), whole.mode) for member in whole.members)
    return whole._replace(columns=tuple(columns), totals=totals)


def cells(store: Store, whole: Matrix, columns: Sequence[MatrixColumn]) -> list[list[Cell]]:
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


def _within(column: MatrixColumn, wanted: MatrixQuery) -> bool:
    """Whether a column is of the type, and lies within the days, which no undated one does."""
    if wanted.type not in (None, column.type) or (wanted.since and column.last < wanted.since):
        return False
    return not wanted.until or "" < column.day <= wanted.until


def _members(store: Store, wanted: MatrixQuery, columns: Sequence[MatrixColumn]) -> list[Member]:
    """The rows: who was asked for, else who was ever a member and of whom the columns tell something."""
    ever = ever_members(store)
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


def _by_member(columns: Sequence[MatrixColumn]) -> Callable[[Member], str]:
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
    column: MatrixColumn, members: Sequence[Member], mode: Mode, spans: dict[str, list[dates.When]]
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
