"""What happened when: dated records in the order of time, how surely each date is known, and who led then."""

from __future__ import annotations

from cstoref import dates
from cstoref.namedtuples import NamedTuple

from .planned import only_planned
from .terms_of_office import Tenure, tenures

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .queries import Store
    from .record_reader import RecordRef

EXACT, ROUGH, ABOUT, FOUND = "exact", "rough", "about", "found"
"""How a date is known: to the day; to the month or year; give or take, or in doubt; by us, by a rule."""
ZOOMS = ("decade", "year", "month")


class TimelineQuery(NamedTuple):
    """Which points: every part that is given must be met. Days as ISO text, the record by its id."""

    record: str | None = None
    since: str | None = None
    until: str | None = None
    kinds: tuple[str, ...] = ("event",)
    type: str | None = None
    as_of: str | None = None


class Point(NamedTuple):
    """One record on the spine."""

    id: str
    kind: str
    type: str
    name: str
    blurb: str | None
    when: str | None
    """EDTF; None is undated."""
    earliest: str | None
    latest: str | None
    sureness: str
    """exact, rough, about or found; empty where there is no date."""
    place: str | None
    """The name of the place."""
    statements: int
    weight: int
    day: str
    """The day by which it is placed: its first, or its last where only that is known; or empty."""


class Timeline(NamedTuple):
    """Points by day, those without a date apart, and the tenures over the same years."""

    record: RecordRef | None
    since: str
    until: str
    day: str
    """The day of the line through the bars: the one asked for, else the last that the pack covers."""
    points: tuple[Point, ...]
    undated: tuple[Point, ...]
    tenures: tuple[Tenure, ...]
    summits: tuple[str, ...]
    """The day of each summit, for ticks above the bars."""
    covered: str
    """The last day that the pack covers, which bars of open terms reach."""


def timeline(store: Store, wanted: TimelineQuery) -> Timeline:
    """The points that are wanted, in the order of time, and the tenures beside them."""
    points = [point for point in _points(store, wanted) if _known_by(point, wanted.as_of)]
    whole = Timeline(
        record=store.named([wanted.record]).get(wanted.record) if wanted.record else None,
        since="",
        until="",
        day=wanted.as_of or store.default_day,
        points=tuple(point for point in points if point.when),
        undated=tuple(point for point in points if not point.when),
        tenures=tenures(store, wanted.record),
        summits=_summits(store),
        covered=store.default_day,
    )
    return narrowed(whole, wanted)


def narrowed(whole: Timeline, wanted: TimelineQuery) -> Timeline:
    """What of a timeline that was read for all years and types lies within the days, and is of the type."""
    points, undated = whole.points, whole.undated
    if wanted.since or wanted.until or wanted.type:
        points, undated = (
            tuple(point for point in some if _within(point, wanted)) for some in (points, undated)
        )
    since, until = _span(points, whole, wanted)
    return whole._replace(
        since=since,
        until=until,
        points=points,
        # Within bounds nobody can say whether an undated record belongs.
        undated=() if wanted.since or wanted.until else undated,
        tenures=tuple(row for row in whole.tenures if _touches(row, since, until)),
    )


def other_names(store: Store, kinds: tuple[str, ...]) -> dict[str, str]:
    """The other names of the records of some kinds, all in one text, by record."""
    rows = store.database.execute(
        "SELECT n.record, group_concat(n.text, ' ') FROM record r JOIN name n ON n.record = r.id "
        f"WHERE r.kind IN ({', '.join('?' * len(kinds))}) GROUP BY n.record",
        kinds,
    )
    return dict(rows.fetchall())


def _points(store: Store, wanted: TimelineQuery) -> list[Point]:
    """Every record of the kinds and the type, or those that a record has a statement in common with.

    A date is found by us where a statement of the record gives it by a rule, and no report from outside the
    pack has it too.
    """
    kinds = ", ".join("?" * len(wanted.kinds))
    point_rows = store.database.execute(
        "SELECT r.id, r.kind, r.type, r.name, r.blurb, r.edtf, r.earliest, r.latest, p.name, r.statements, "
        # Compared as text: a statement with another form of the same date does not say where this one is
        # from.
        "r.weight, EXISTS (SELECT 1 FROM statement s WHERE s.subject = r.id AND s.edtf = r.edtf "
        "AND s.when_basis IS NOT NULL) AND NOT EXISTS (SELECT 1 FROM statement s WHERE s.subject = r.id "
        "AND s.edtf = r.edtf AND s.when_basis IS NULL AND s.grounding = 'referenced') "
        "FROM record r LEFT JOIN record p ON p.id = r.place "
        f"WHERE r.kind IN ({kinds}) AND (? IS NULL OR EXISTS ("
        "SELECT 1 FROM about a WHERE a.record = r.id AND a.statement IN ("
        "SELECT statement FROM about WHERE record = ?))) "
        "ORDER BY r.number",
        (*wanted.kinds, wanted.record, wanted.record),
    )
    points = [
        Point(
            id, kind, type, name, blurb, when, first, last, _sureness(when, by_us), place, count, weight,
            _day(first, last),
        )
        for id, kind, type, name, blurb, when, first, last, place, count, weight, by_us in point_rows
    ]  # fmt: skip
    # Not by ORDER BY: the day by which a point is placed is its last where only that is known (`Point.day`).
    return sorted(points, key=lambda point: (point.day, point.latest))


def _day(earliest: str | None, latest: str | None) -> str:
    first = earliest or ""
    return first if first != dates.FIRST_DAY else latest or ""


def _sureness(when: str | None, by_us: bool) -> str:
    if when is None:
        return ""
    if by_us:
        return FOUND
    # A bracket is a range of possible days, which is no more exact than a `~`.
    if any(mark in when for mark in "~?%["):
        return ABOUT
    # An open end says nothing of how exact the other is.
    ends = [end for end in when.split("/") if end not in ("", "..")]
    return EXACT if all(len(end) == len("2009-06-14") for end in ends) else ROUGH


def _known_by(point: Point, as_of: str | None) -> bool:
    # The earliest day: what may have happened by then is shown.
    return not as_of or point.earliest is None or point.earliest <= as_of


def _within(point: Point, wanted: TimelineQuery) -> bool:
    if wanted.type not in (None, point.type):
        return False
    if point.earliest is None or point.latest is None:
        return True
    after = wanted.since is None or point.latest >= wanted.since
    return after and (wanted.until is None or point.day <= wanted.until)


def _span(points: tuple[Point, ...], whole: Timeline, wanted: TimelineQuery) -> tuple[str, str]:
    """First and last day that is shown: what was asked for, else from the first known day to the last, where
    there are bars that of the pack."""
    today = whole.covered
    days = [day for point in points for day in (point.earliest, point.latest)]
    if wanted.record:
        # The inner bounds, which are certain: a vague term must not stretch the axis by decades.
        terms = [term for row in whole.tenures for term in row.terms]
        days += [day for term in terms for day in (term.start_latest, term.end_earliest)]
    known = [day for day in days if day and dates.FIRST_DAY < day < dates.LAST_DAY]
    first, last = min(known, default=today), max(known, default=today)
    if whole.tenures or not wanted.record:
        last = max(last, today)
    return wanted.since or first, wanted.until or last


def _touches(row: Tenure, since: str, until: str) -> bool:
    return any(term.start_earliest <= until and term.end_latest > since for term in row.terms)


def _summits(store: Store) -> tuple[str, ...]:
    """The days of the summits; of those of which there is only a plan none."""
    rows = store.database.execute(
        "SELECT id, earliest FROM record WHERE type = 'summit' AND earliest > ? ORDER BY earliest",
        (dates.FIRST_DAY,),
    )
    planned = only_planned(store)
    return tuple(day for id, day in rows if id not in planned)
