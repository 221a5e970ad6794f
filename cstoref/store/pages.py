"""A record's page: what is known of it, grouped, as of a day. The card and the explorer show the same one."""

from __future__ import annotations

from cstoref import dates
from cstoref.model import QUOTED, Field, Record, Statement
from cstoref.namedtuples import NamedTuple

from .headlines import held_by, holders, members_in_words, said, standings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from .queries import StatementRow, Store

UNDATED = "undated"
IN_DOUBT = (dates.POSSIBLY, dates.END_UNKNOWN)


class Entry(NamedTuple):
    """One statement on a page."""

    statement: Statement
    group: str
    label: str
    """The field's label, or its inverse where the statement is authored elsewhere."""
    part: str
    """How the record takes part: subject, role, value, speaker, or office (somebody's office in it)."""
    conflicts: int
    telling: int
    """Its place among all entries, the most telling first."""
    held: str
    """certainly, possibly or undated on the page's day; empty where the page has no day."""


class Page(NamedTuple):
    """A record with its entries in the order of the groups, each by time."""

    record: Record
    headline: str
    entries: tuple[Entry, ...]
    total: int
    """Statements that concern the record on any day, also those beyond a limit."""
    as_of: str | None
    day: str
    """The day of the headline: `as_of`, else the last day that the pack covers."""
    names: dict[str, str]
    shorts: dict[str, str]


def page(store: Store, id: str, as_of: str | None = None, limit: int = -1) -> Page | None:
    """The page of a record, or None; with a day, what certainly or possibly held or had happened on it.

    `limit` bounds how many statements are read, the most telling ones; the page then has fewer entries
    than `total` says.
    """
    record = store.record(id)
    if record is None:
        return None
    day = as_of or store.default_day
    listed = store.statements_about(id, limit)
    total = store.count_about(id) if len(listed) == limit else len(listed)
    entries = tuple(_entries(store, listed, as_of))
    names = {id: named.name for id, named in store.named(_mentioned(listed)).items()}
    shorts = store.shorts(c.source for item in listed for c in item.statement.citations)
    if record.kind == "institution":
        headline = _headline_of_body(record, store, day)
    else:
        headline = _headline(record, entries, store, day, names)
    return Page(record, headline, entries, total, as_of, day, names, shorts)


def only_quoted(page: Page) -> Page:
    """The page with only those statements whose passage is in the pack."""
    return page._replace(entries=tuple(e for e in page.entries if e.statement.grounding == QUOTED))


def _entries(store: Store, listed: Iterable[StatementRow], as_of: str | None) -> list[Entry]:
    fields, order = store.fields, {field: at for at, field in enumerate(store.fields)}
    found: list[tuple[tuple[object, ...], Entry]] = []
    for number, item in enumerate(listed):
        statement, field = item.statement, fields[item.statement.field]
        held = _held(statement, field, as_of)
        if held == dates.NO or (held in IN_DOUBT and _ruled_out(store, statement, as_of)):
            continue
        entry = Entry(
            statement,
            field.group,
            _label(field, item.part),
            item.part,
            item.conflicts,
            number,
            held,
        )
        found.append(((_group_place(order, field), statement.when or "~", number), entry))
    found.sort(key=lambda pair: pair[0])
    return [entry for _, entry in found]


def _group_place(order: dict[str, int], field: Field) -> tuple[int, str]:
    return order[field.id], field.id


def _label(field: Field, part: str) -> str:
    if part == "speaker":
        return "says"
    return field.label if part in ("subject", "office") else field.inverse


def _held(statement: Statement, field: Field, as_of: str | None) -> str:
    if as_of is None:
        return ""
    if statement.when is None:
        return UNDATED
    return dates.holds(dates.parse(statement.when), field.nature, as_of, statement.confirmed or "")


def _ruled_out(store: Store, statement: Statement, as_of: str | None) -> bool:
    """Whether something else rules out that a state which is only attested held on the day as well.

    What is attested within a known term is told by that term; and an office that somebody else certainly held
    on the day was not held by the one it is attested for.
    """
    value = statement.value.text if statement.value else None
    if not as_of or not value or not statement.when or store.fields[statement.field].nature != dates.STATE:
        return False
    attested = dates.parse(statement.when)
    if attested.interval and not attested.end_unknown:
        return False
    for subject, edtf, confirmed in store.states_like(statement.field, value):
        term = dates.parse(edtf)
        if subject == statement.subject:
            if term.start_earliest <= attested.end_latest and attested.start_earliest <= term.end_latest:
                return True
        elif (
            statement.field == "office"
            and dates.holds(term, dates.STATE, as_of, confirmed or "") in dates.SURE
        ):
            return True
    return False


def _mentioned(listed: Iterable[StatementRow]) -> list[str]:
    ids: dict[str, None] = {}
    for item in listed:
        statement = item.statement
        ids.update(dict.fromkeys(statement.about))
        ids.update(dict.fromkeys(relay.by for relay in statement.via if relay.by))
        if statement.said_by:
            ids[statement.said_by] = None
    return list(ids)


def _headline(record: Record, entries: Iterable[Entry], store: Store, on: str, names: dict[str, str]) -> str:
    """What a member or a leader is on the day, from its memberships or offices; else its blurb."""
    field = store.kinds[record.kind].standing
    states = [
        (entry.statement.value.text, entry.statement.when, entry.statement.confirmed)
        for entry in entries
        if entry.statement.field == field and entry.part == "subject" and _counts(entry.statement)
        if entry.statement.value is not None and entry.statement.value.text is not None
    ]
    if not states:
        return record.blurb or ""
    member = field == "membership"
    if member:
        states = [state for state in states if state[0] == store.pack["subject"]]
        names = {id: _short(store, id) for id in dict.fromkeys(id for id, _, _ in states)}
    found = standings(states, on)
    return said(found, names, member) or record.blurb or ""


def _headline_of_body(record: Record, store: Store, on: str) -> str:
    """The blurb of an office or a body, and who holds it or is in it on the day."""
    office = record.type == "office"
    terms = store.states_like("office" if office else "membership", record.id)
    found = holders(terms, on)
    names = {id: named.name for id, named in store.named(one.value for one in found).items()}
    words = held_by(found, names) if office else members_in_words(found, names)
    return " ".join(filter(None, (record.blurb, words)))


def _counts(statement: Statement) -> bool:
    return not statement.negated and statement.rank != "deprecated"


def _short(store: Store, id: str) -> str:
    """The shortest name of what a membership is of: `CSTO`."""
    of = store.record(id)
    if of is None:
        return id
    return min((of.name, *(name.text for name in of.names if name.lang is None)), key=len)
