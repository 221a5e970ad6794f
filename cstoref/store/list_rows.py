"""The rows of a list: one a record, with what it is on a day and whether it counts then."""

from __future__ import annotations

from cstoref import dates
from cstoref.model import Record
from cstoref.namedtuples import NamedTuple

from .headlines import Holding, said, standings, was
from .holdings import founding_days, holdings, record_held, time_of
from .membership import FORMER, MEMBER, statuses
from .membership_words import member_in_words, terms_in_words
from .pages import UNDATED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from .queries import Store

NOW, PAST, OTHER, UNNAMED = "now", "past", "other", "unnamed"
BANDS = (NOW, PAST, OTHER, UNNAMED)
"""In the order of a list: what counts on the day, what once did, what neither is known of, unnamed people."""


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


def rows_of_kind(store: Store, kind: str, as_of: str | None, led: bool) -> list[RecordRow]:
    day = as_of or store.default_day
    standing = store.kinds[kind].standing
    records = store.records(kind, standing, as_of if standing and as_of else "")
    counts = store.told_of([record.id for record in records])
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
    states, names = holdings(store, field, "" if everybody else day)
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
            words = member_in_words(store, record.id, now[0], day) if now else terms_in_words(store, before)
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


def held_within(store: Store, rows: list[RecordRow], field: str, since: str, until: str) -> list[RecordRow]:
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
            kept.append(row._replace(headline=terms_in_words(store, then), band=NOW, leader=leader))
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


def _leaders(store: Store, members: Iterable[str], day: str) -> dict[str, str]:
    """Who leads each state that is or was a member: `Alexander Lukashenko, president`."""
    # Of the day of the edition it is compiled: the first screen and the commonest list wait for no evidence.
    stored = store.database.execute("SELECT record, words FROM leader") if day == store.default_day else ()
    known = dict(stored)
    return {id: known[id] if id in known else led_by(store, id, day) for id in members}


def led_by(store: Store, id: str, day: str) -> str:
    """Who leads a state on a day, and as what, by the statements; empty where nobody is known to."""
    # Here and not above: a look-up must not load the facts.
    from .facts.offices import leader_in_short

    record = store.record(id)
    return leader_in_short(store, record, day) if record else ""
