"""Lists of records: what each is on a day, and whether it counts then, once did, or never."""

from __future__ import annotations

from cstoref import dates, fold
from cstoref.model import Record
from cstoref.namedtuples import NamedTuple

from .headlines import Holding, Standing, said, standings, was
from .membership import FORMER, MEMBER, founding_day, statuses
from .pages import UNDATED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .queries import Store

NOW, PAST, OTHER, UNNAMED = "now", "past", "other", "unnamed"
BANDS = (NOW, PAST, OTHER, UNNAMED)
"""In the order of a list: what counts on the day, what once did, what neither is known of, unnamed people."""


IN_DOUBT = (dates.POSSIBLY, dates.END_UNKNOWN, UNDATED)
"""Ways to count on a day that are not sure, in the order of a list."""


class RecordRow(NamedTuple):
    """One record in a list."""

    record: Record
    headline: str
    """What it is on the day, from its statements, or what it last was; or its blurb."""
    held: str | None
    """How it counts on the day, where the list has one (see `dates.HELD`), or undated; else None."""
    statements: int
    when: str | None
    """When it was, as EDTF: its own time, its membership, else since it was set up."""
    band: str
    """One of BANDS."""
    place: str = ""
    """The name of the place where it was."""
    leader: str = ""
    """Of a state: who leads it on the day, and as what."""
    rank: int = 0
    """Of a person: the place of the post that the office is, heads of state first."""
    until: str = ""
    """Of a person out of office: when the last office ended, as ISO text."""


def listing(
    store: Store,
    kind: str,
    *,
    as_of: str | None = None,
    words: Iterable[str] = (),
    type: str | None = None,
    since: str | None = None,
    until: str | None = None,
    led: bool = True,
) -> list[RecordRow]:
    """The records of a kind, events by day and the others by name. With a day, only those that counted on it.

    A state counts while it is a member, a leader while in office, an institution or agreement once it is
    there, an event once it has begun. What has no date counts on every day, as undated. Every word must begin
    a word of a name, the type, the office, the state or the place of a record. Who leads a state is found
    only where the list shows it (`led`): it takes half the time of the list.
    """
    rows = _rows(store, kind, as_of, led)
    field = store.kinds[kind].standing
    if field and (since or until):
        rows = _held_within(store, rows, field, since or dates.FIRST_DAY, until or dates.LAST_DAY)
        since = until = None
    wanted = [word for text in words for word in fold.words(text).split()]
    if wanted:
        known = _known_words(store, rows)
        rows = [row for row in rows if all(f" {word}" in known[row.record.id] for word in wanted)]
    return [
        row
        for row in rows
        if (not type or row.record.type == type) and _within(row.record, since, until)
        if as_of is None or row.held not in (None, dates.NO)
    ]


def in_bands(rows: Iterable[RecordRow], newest_first: bool) -> list[RecordRow]:
    """The rows as a person wants them: what counts on the day first; events the newest first."""
    ordered = list(rows)
    if newest_first:
        ordered.reverse()
        # `sort` is stable: after the reversal, undated events go to the end and the dated ones keep their
        # order.
        ordered.sort(key=lambda row: row.record.when is None)
    ordered.sort(key=lambda row: row.until, reverse=True)
    return sorted(ordered, key=lambda row: (BANDS.index(row.band), _doubt(row), row.rank))


def _doubt(row: RecordRow) -> int:
    """0 for what surely counts, then the place of the way in which it is in doubt."""
    return IN_DOUBT.index(row.held) + 1 if row.held in IN_DOUBT else 0


def _rows(store: Store, kind: str, as_of: str | None, led: bool) -> list[RecordRow]:
    counts = dict(
        store.database.execute("SELECT id, statements FROM record WHERE kind = ?", (kind,)).fetchall()
    )
    day = as_of or store.default_day
    records = store.records(kind)
    standing = store.kinds[kind].standing
    rows = (
        _by_standing(store, records, standing, day, led, everybody=as_of is None)
        if standing
        else _by_time(store, records, kind, day)
    )
    # Without a day the list must not say "possibly" of anything, although its bands were found as of the
    # default day.
    return [row._replace(statements=counts[row.record.id], held=row.held if as_of else None) for row in rows]


def _by_standing(
    store: Store, records: list[Record], field: str, day: str, led: bool, everybody: bool
) -> list[RecordRow]:
    """States and people: what each is on the day by its memberships or offices, else, where `everybody` is
    listed, what it last was."""
    states, names = holdings(store, field)
    members = statuses(store, day) if field == "membership" else {}
    leaders = _leaders(store, members, day) if led and field == "membership" else {}
    ranks = _ranks(store) if field != "membership" else {}
    rows: list[RecordRow] = []
    for record in records:
        now = standings(states.get(record.id, ()), day)
        if not now and not everybody:
            continue
        before = [] if now else was(states.get(record.id, ()), day)
        if field == "membership":
            of = members.get(record.id)
            # The memberships that a source states decide. `now` is also true of a state that only
            # possibly is a member, which still belongs among them.
            band = {MEMBER: NOW, FORMER: PAST}.get(of or "", NOW if now else OTHER)
            last = now[:1] or before[-1:]
            words = _member(store, record.id, now[0], day) if now else _spans(store, before)
            when = last[0].edtf if last else None
        else:
            band = NOW if now else PAST if before else OTHER
            # Who holds nothing on the day is shown by the last office held, not by the most important one.
            words = said(now, names, False) or said(before[-1:], names, False)
            when = None
        # People of whom a source gives only the function would otherwise stand among the office holders.
        if record.type == "unnamed":
            band = UNNAMED
        held = now[0].held if now else None
        leader = leaders.get(record.id, "")
        last = (now[:1] or before[-1:]) if ranks else []
        rank = ranks.get(last[0].value, len(ranks)) if last else 0
        until = dates.parse(last[0].edtf).end_latest if last and not now else ""
        what = words or record.blurb or ""
        rows.append(RecordRow(record, what, held, 0, when, band, "", leader, rank, until))
    return rows


def _held_within(store: Store, rows: list[RecordRow], field: str, since: str, until: str) -> list[RecordRow]:
    """The states that were members, or the people who held an office, on some day of a time; each with what
    it was then."""
    states, names = holdings(store, field)
    ranks = _ranks(store)
    day = min(until, store.default_day)
    leaders = _leaders(store, states, day) if field == "membership" else {}
    kept: list[RecordRow] = []
    for row in rows:
        held = [holding for holding in states.get(row.record.id, ()) if _touches(holding, since, until)]
        then = was(held, dates.LAST_DAY) or standings(held, until)
        if not then:
            continue
        if field == "membership":
            leader = leaders.get(row.record.id, "")
            kept.append(row._replace(headline=_spans(store, then), band=NOW, leader=leader))
        else:
            then.sort(key=lambda office: ranks.get(office.value, len(ranks)))
            rank = ranks.get(then[0].value, len(ranks))
            kept.append(row._replace(headline=said(then, names, False), band=NOW, rank=rank, until=""))
    return kept


def _touches(holding: Holding, since: str, until: str) -> bool:
    """Whether an office or membership surely lasted on some day of a time."""
    if not holding.edtf:
        return False
    when = dates.parse(holding.edtf)
    if when.interval:
        return when.start_latest <= until and when.end_earliest > since
    return since <= when.start_earliest and when.end_latest <= until


def _ranks(store: Store) -> dict[str, int]:
    """The place of the post that each office is, in the order of the vocabulary."""
    found = store.database.execute("SELECT o.id, p.position FROM office o JOIN post p ON p.id = o.post")
    return dict(found.fetchall())


def _member(store: Store, id: str, now: Standing, day: str) -> str:
    """`member since 2003`, and that it has frozen its part, if it has."""
    maybe = "possibly " if now.held == dates.POSSIBLY else ""
    words = f"{maybe}{_as_what(store, now)} {_years(now.edtf)}"
    for subject, edtf, confirmed in store.states_like("suspended", store.pack["subject"]):
        if subject == id and dates.holds(dates.parse(edtf), dates.STATE, day, confirmed or "") in dates.SURE:
            words += f", frozen {dates.parse(edtf).start_latest[:4]}"
    return words


def _spans(store: Store, before: list[Standing]) -> str:
    """`treaty 1994–1999; member 2006–2012`: the predecessor and the organization apart."""
    return "; ".join(f"{_as_what(store, state)} {_years(state.edtf)}" for state in before)


def _as_what(store: Store, state: Standing) -> str:
    """`member`, or the type of what preceded the organization where the membership is of that."""
    predecessor = store.pack.get("predecessor")
    if not predecessor or dates.parse(state.edtf).start_earliest >= founding_day(store):
        return "member"
    return store.named([predecessor])[predecessor].type


def _years(edtf: str) -> str:
    """A time in years, from the first in which it may have begun."""
    when, span = dates.parse(edtf), dates.year_span(edtf)
    first, last = when.start_earliest[:4], when.start_latest[:4]
    return (
        f"{first}{span[len(last) :]}"
        if span.startswith(last) and when.start_earliest > dates.FIRST_DAY
        else span
    )


def _by_time(store: Store, records: list[Record], kind: str, day: str) -> list[RecordRow]:
    """Everything else: whether it was there or had begun on the day, by its own time."""
    founded = founding_days(store, kind)
    places = store.named(record.place for record in records if record.place)
    rows: list[RecordRow] = []
    for record in records:
        when = time_of(record, founded)
        # Undated is kept apart from "no": a record without a date must not vanish from a list of a day.
        held = record_held(record.kind, when, day) if when else UNDATED
        ended = when is not None and "/" in when and dates.parse(when).end_latest <= day
        past = ended and not store.kinds[kind].dated
        place = places[record.place].name if record.place else ""
        rows.append(RecordRow(record, record.blurb or "", held, 0, when, PAST if past else NOW, place))
    return rows


def time_of(record: Record, founded: Mapping[str, str]) -> str | None:
    """When a record that is no state and no person was there: its own time, else since it was set up."""
    return record.when or (f"{founded[record.id]}/.." if record.id in founded else None)


def _known_words(store: Store, rows: list[RecordRow]) -> dict[str, str]:
    """The folded words by which each record of a list can be picked."""
    states = store.states_of_leaders()
    names: dict[str, list[str]] = {}
    of_states: dict[str, list[str]] = {}
    for id, name, text in store.database.execute(
        "SELECT r.id, r.name, n.text FROM record r LEFT JOIN name n ON n.record = r.id"
    ):
        names.setdefault(id, [name]).append(text or "")
        # The same list object, on purpose: names that follow for the record are found for its leaders as
        # well.
        of_states.setdefault(name, names[id])
    return {
        row.record.id: " "
        + fold.words(
            " ".join(
                (
                    *names[row.record.id],
                    row.record.type,
                    row.headline,
                    row.place,
                    *of_states.get(states.get(row.record.id, ""), ()),
                )
            )
        )
        for row in rows
    }


def _within(record: Record, since: str | None, until: str | None) -> bool:
    if since is None and until is None:
        return True
    if record.when is None:
        return False
    when = dates.parse(record.when)
    after = since is None or when.end_latest >= since
    return after and (until is None or when.start_earliest <= until)


def record_held(kind: str, edtf: str, as_of: str) -> str:
    """Whether a record that is neither a state nor a person existed, or had begun, on the day."""
    when = dates.parse(edtf)
    if kind == "event":
        if when.start_latest <= as_of and not when.doubtful:
            return dates.CERTAINLY
        return dates.POSSIBLY if when.start_earliest <= as_of else dates.NO
    return dates.holds(when, dates.STATE if when.interval else dates.OCCURRENCE, as_of)


def founding_days(store: Store, kind: str) -> dict[str, str]:
    """When each record of a kind was set up, by its `founded` statements: the earliest day."""
    rows = store.database.execute(
        "SELECT s.subject, min(s.start_earliest) FROM statement s JOIN record r ON r.id = s.subject "
        "WHERE r.kind = ? AND s.field = 'founded' AND NOT s.negated AND s.rank != 'deprecated' "
        # The first day of the calendar stands for "no beginning known".
        "AND s.stance = 'asserted' AND s.start_earliest > '0001-01-01' GROUP BY s.subject",
        (kind,),
    )
    return dict(rows)


def holdings(store: Store, field: str) -> tuple[dict[str, list[Holding]], dict[str, str]]:
    """The offices of each person or the memberships of each state, and the names of what they are of."""
    subject = store.pack["subject"]
    of_record: dict[str, list[Holding]] = {}
    names: dict[str, str] = {}
    for id, value, edtf, confirmed, name in store.database.execute(
        "SELECT s.subject, s.value, s.edtf, s.confirmed, r.name "
        "FROM statement s JOIN record r ON r.id = s.value "
        # Numbered parameters: the field is compared twice, and only a membership must also be one in the
        # subject of the pack.
        "WHERE s.field = ?1 AND NOT s.negated AND s.rank != 'deprecated' "
        "AND s.stance IN ('asserted', 'reported') AND (?1 != 'membership' OR s.value = ?2) "
        "ORDER BY s.start_earliest, s.number",
        (field, subject),
    ):
        names[value] = store.short_name(value) if field == "membership" and value not in names else name
        of_record.setdefault(id, []).append(Holding(value, edtf, confirmed))
    return of_record, names


def _leaders(store: Store, members: Iterable[str], day: str) -> dict[str, str]:
    """Who leads each state that is or was a member: `Alexander Lukashenko, president`."""
    # Here and not above: only the list of members shows leaders, and a look-up must not load the facts.
    from .facts.offices import leader_in_short

    leaders: dict[str, str] = {}
    for id in members:
        record = store.record(id)
        if record is not None:
            leaders[id] = leader_in_short(store, record, day)
    return leaders
