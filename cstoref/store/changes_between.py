"""What changed between two days, for a record or for all: states that began or ended, acts and events."""

from __future__ import annotations

from cstoref import dates
from cstoref.errors import UserError
from cstoref.mentions import names_in
from cstoref.namedtuples import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from cstoref.model import Statement

    from .queries import Store

JOINING = ("all", "and", "between", "from", "in", "to", "until", "for")
"""Words that may stand around a record and two dates, and name nothing."""
BEGAN, ENDED, HAPPENED = "began", "ended", "happened"


class AskedSpan(NamedTuple):
    """Two days as ISO text, both inclusive, and the record that is asked about; None for all."""

    record: str | None
    since: str
    until: str


class Turn(NamedTuple):
    """A change: its first possible day (ISO), `BEGAN`, `ENDED` or `HAPPENED`, and the number of the statement
    that says so."""

    day: str
    what: str
    number: int
    when: str
    """Its time as EDTF: of a state its beginning or its end."""

    @property
    def happened(self) -> bool:
        """Whether it is an act or event, and no state that began or ended."""
        return self.what == HAPPENED


def changes_between(store: Store, wanted: AskedSpan) -> list[Turn]:
    """Every change that certainly lies between the days, the newest first, the most telling first on one day.

    Of all records: memberships and offices, and each event and agreement once. A state that a source only
    attests for a day began and ended at times that nobody gives, and is no change.
    """
    rows = _of_record(store, wanted) if wanted.record else _of_all(store, wanted)
    turns = [
        (turn, weight)
        for number, field, edtf, weight in rows
        for turn in _turns(store.fields[field].nature, number, dates.parse(edtf), wanted)
    ]
    turns.sort(key=lambda one: -one[1])
    turns.sort(key=lambda one: one[0].day, reverse=True)
    return [turn for turn, _ in turns]


class ChangesFound(NamedTuple):
    """The changes of a stretch, with their statements by number."""

    wanted: AskedSpan
    turns: list[Turn]
    statements: dict[int, Statement]
    names: dict[str, str]
    """The names of the records in the statements, and of the one that is asked about, by id."""

    @property
    def title(self) -> str:
        """What is asked about, in words: `Changes for Belarus, 1 Jan 2010 – 31 Dec 2015`."""
        wanted = self.wanted
        of = f" for {self.names.get(wanted.record, wanted.record)}" if wanted.record else ""
        since = "" if wanted.since == dates.FIRST_DAY else wanted.since
        until = ".." if wanted.until == dates.LAST_DAY else wanted.until
        return f"Changes{of}, {dates.spoken(f'{since}/{until}')}"


def read_changes(store: Store, wanted: AskedSpan) -> ChangesFound:
    """The changes of a stretch with their statements."""
    turns = changes_between(store, wanted)
    numbers = list(dict.fromkeys(turn.number for turn in turns))
    listed = store.statements_numbered(numbers)
    statements = {number: row.statement for number, row in zip(numbers, listed, strict=True)}
    of = {id: ref.name for id, ref in store.named([wanted.record] if wanted.record else ()).items()}
    return ChangesFound(wanted, turns, statements, of | names_in(store, statements.values()))


def stretch_of(store: Store, typed: str) -> AskedSpan | None:
    """What a text such as `belarus 2010 2015-06-30` asks about; None where it has no two ends of a time.

    Raises UserError where its other words name no record, or a date is not in the calendar.
    """
    from cstoref import fold

    from .search.periods import period
    from .search.record_name import record_named

    words = fold.words(typed).split()
    time, places = period(words)
    if time.problem:
        raise UserError(time.problem)
    if not time.given:
        return None
    name = " ".join(word for at, word in enumerate(words) if at not in places and word not in JOINING)
    return AskedSpan(record_named(store, name or None), time.first, time.last)


def _of_record(store: Store, wanted: AskedSpan) -> Iterator[tuple[int, str, str, int]]:
    yield from store.database.execute(
        "SELECT number, field, edtf, weight FROM statement WHERE rank != 'deprecated' AND NOT negated "
        "AND end_latest >= ?1 AND start_earliest <= ?2 "
        "AND number IN (SELECT statement FROM about WHERE record = ?3)",
        (wanted.since, wanted.until, wanted.record),
    )


def _of_all(store: Store, wanted: AskedSpan) -> Iterator[tuple[int, str, str, int]]:
    yield from store.database.execute(
        "SELECT number, field, edtf, weight FROM statement WHERE rank != 'deprecated' AND NOT negated "
        "AND field IN ('membership', 'office') AND end_latest >= ?1 AND start_earliest <= ?2 "
        "UNION ALL "
        # With a bare max SQLite takes the other columns from its row: the most telling statement of each.
        "SELECT number, field, edtf, weight FROM (SELECT s.number, s.field, s.edtf, max(s.weight) AS weight "
        "FROM record r JOIN statement s ON s.subject = r.id AND s.edtf = r.edtf "
        "WHERE r.kind IN ('event', 'agreement') AND r.earliest >= ?1 AND r.latest <= ?2 "
        "AND s.rank != 'deprecated' AND NOT s.negated GROUP BY r.id)",
        (wanted.since, wanted.until),
    )


def _turns(nature: str, number: int, when: dates.When, wanted: AskedSpan) -> Iterator[Turn]:
    """The changes that one statement says, as far as they lie between the days."""
    if nature == dates.OCCURRENCE:
        if _within(when.start_earliest, when.end_latest, wanted):
            yield Turn(when.start_earliest, HAPPENED, number, when.edtf)
        return
    if not when.interval:
        return
    if _within(when.start_earliest, when.start_latest, wanted):
        yield Turn(when.start_earliest, BEGAN, number, when.edtf.partition("/")[0])
    ends = not when.open and not when.end_unknown
    if ends and _within(when.end_earliest, when.end_latest, wanted):
        yield Turn(when.end_earliest, ENDED, number, when.edtf.partition("/")[2])


def _within(first: str, last: str, wanted: AskedSpan) -> bool:
    return wanted.since <= first and last <= wanted.until
