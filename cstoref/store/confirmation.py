"""When an open state was last confirmed: an office, a membership or a suspension that nobody has ended.

What confirms it is, beside a day that the author gives: the day on which one of its sources was issued, or
read where the source has no day; a later statement of the same holder, field and value; and taking part in
something in a way that the vocabulary says confirms it (`confirms`): who attends a summit for a state is
still in its service, and a state that attends it is still a member. The latest of these days counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from cstoref import dates
from cstoref.model import Field, Kind, Record, Source, Statement
from cstoref.namedtuples import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Read = Callable[[Collection[str], str], Iterable[Statement]]
    """Gives the statements of some fields that meet a condition in SQL, as often as it is asked."""
    Key = tuple[str, str, str]
    """A holder, the field of the state, and the record that the state is of: an office, a body."""

HAPPENED = ("asserted", "reported")
ANY = "1"
LASTS = "(edtf LIKE '%/..' OR edtf LIKE '%/')"
"""An open state, or one whose end is unknown."""
DATED = "edtf NOT LIKE '%/%'"
OFFICES = ("office", "office_of")


class Ground(NamedTuple):
    """What a pack has beside its statements that confirmations depend on."""

    subject: str
    """The record that the pack is about, or empty."""
    kinds: Sequence[Kind]
    fields: Sequence[Field]
    records: Iterable[Record]
    sources: Iterable[Source]
    offices: Mapping[str, str]
    """Each office to the state or body whose it is."""


class _OpenState(NamedTuple):
    id: str
    layer: str | None
    key: Key
    start: str
    ends: bool
    """Whether it has ended, at a time that nobody gives."""
    confirmed: str
    """The last day that its own citations give."""


def confirmations(read: Read, ground: Ground) -> Iterator[tuple[str, str | None, str]]:
    """The id and layer of every open state, and every state whose end is unknown, with the day on which it
    was last confirmed, as ISO text; those that nothing confirms are left out."""
    known = {source.id: _day(source.issued) or _day(source.read) for source in ground.sources}
    states = [field.id for field in ground.fields if field.nature == dates.STATE]
    found = [_open_state(s, known) for s in read(states, LASTS)]
    if not found:
        return
    attested = _attested(read(states, DATED), {state.key for state in found})
    seen = _seen(read, ground)
    for state in found:
        days = [state.confirmed, attested.get(state.key, "")]
        if not state.ends:
            holder, field, of = state.key
            # Taking part confirms an open term only. Of a state with an unknown end it could be the next
            # holder's act.
            days.append(seen.get((holder, field, ground.offices.get(of, of)), ""))
        latest = max(days)
        # Confirmed before the state had certainly begun means another term of the same office.
        if latest and latest >= state.start:
            yield state.id, state.layer, latest


def _open_state(s: Statement, known: Mapping[str, str]) -> _OpenState:
    assert s.when is not None
    ends = not s.when.endswith("/..")
    # An author's own day wins over the day of issue: a report may describe a state of an earlier day.
    days = () if ends else (_day(cite.confirms) or known[cite.source] for cite in s.citations)
    return _OpenState(s.id, s.layer, _key(s), dates.parse(s.when).start_latest, ends, max(days, default=""))


def _key(s: Statement) -> Key:
    return s.subject, s.field, (s.value.text if s.value else None) or ""


def _day(edtf: str | None) -> str:
    """The day by which something with this date had certainly begun; empty without a date."""
    if not edtf:
        return ""
    when = dates.parse(edtf)
    return "" if when.doubtful or when.start_earliest == dates.FIRST_DAY else when.start_earliest


def _attested(statements: Iterable[Statement], wanted: Collection[Key]) -> dict[Key, str]:
    """The last day on which somebody is said to have held each of some things."""
    days: dict[Key, str] = {}
    for s in statements:
        if s.when and not s.negated and s.rank != "deprecated" and s.stance in HAPPENED:
            key = _key(s)
            if key in wanted:
                days[key] = max(days.get(key, ""), _day(s.when))
    return days


def _seen(read: Read, ground: Ground) -> dict[Key, str]:
    """The last day on which somebody took part in what confirms a state: by holder, the state's field, and
    the record that it is of. A person confirms offices of the state for which it took part, or of its own
    state; a state confirms its membership in what the pack is about."""
    confirms = {field.id: field.confirms for field in ground.fields if field.confirms}
    kinds = {record.id: record.kind for record in ground.records}
    standing = {kind.id: kind.standing for kind in ground.kinds}
    homes = _homes(read(OFFICES, ANY))
    days: dict[Key, str] = {}
    for s in read(list(confirms), ANY):
        if s.negated or s.rank == "deprecated" or s.stance not in HAPPENED:
            continue
        day = _day(s.when)
        # A vague date confirms nothing: the state may have ended within its bounds.
        for field in confirms[s.field] if day else ():
            for holder, of in _takers(s, homes, ground.subject):
                if standing.get(kinds.get(holder, "")) == field:
                    key = holder, field, of
                    days[key] = max(days.get(key, ""), day)
    return days


def _takers(s: Statement, homes: Mapping[str, set[str]], subject: str) -> Iterator[tuple[str, str]]:
    people = [role.record for role in s.roles if role.role == "who" and role.record]
    bodies = [role.record for role in s.roles if role.role == "for" and role.record]
    for id in (*people, *bodies):
        yield id, subject
    for id in people:
        # Who speaks for a named body confirms an office there; without a name, an office of the person's own
        # state.
        for body in bodies or homes.get(id, set()):
            yield id, body


def _homes(statements: Iterable[Statement]) -> dict[str, set[str]]:
    """The states and bodies in whose offices each person is."""
    bodies: dict[str, str] = {}
    held: list[tuple[str, str]] = []
    for s in statements:
        of = (s.value.text if s.value else None) or ""
        if s.field == "office_of" and of:
            bodies[s.subject] = of
        elif s.field == "office" and (s.when or "").endswith("/.."):
            held.append((s.subject, of))
    homes: dict[str, set[str]] = defaultdict(set)
    for person, office in held:
        if office in bodies:
            homes[person].add(bodies[office])
    return homes
