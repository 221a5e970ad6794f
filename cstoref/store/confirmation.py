"""When an open state was last confirmed: an office, a membership or a suspension that nobody has ended.

What confirms it is, beside a day that the author gives: the day on which one of its sources was issued, or
read where the source has no day; a later statement of the same holder, field and value; and taking part in
something in a way that the vocabulary says confirms it (`confirms`): who attends a summit for a state is
still in its service, and a state that attends it is still a member. The latest of these days counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from cstoref import dates
from cstoref.model import Pack, Statement

HAPPENED = ("asserted", "reported")
Key = tuple[str, str]
"""A holder, and the record that the state is of: an office, a body."""


def confirmations(pack: Pack, offices: Mapping[str, str]) -> dict[str, str]:
    """Statement id to the day on which it was last confirmed, as ISO text, for every open state and every
    state whose end is unknown. `offices`: each office to the state or body whose it is."""
    fields = {field.id: field for field in pack.vocabulary.fields}
    known = {source.id: _day(source.issued) or _day(source.read) for source in pack.sources}
    seen = _seen(pack, {field.id: field.confirms for field in pack.vocabulary.fields})
    attested = _attested(pack.statements)
    confirmed: dict[str, str] = {}
    for s in pack.statements:
        if fields[s.field].nature != dates.STATE or not s.when or not s.when.endswith(("/..", "/")):
            continue
        value = (s.value.text if s.value else None) or ""
        # Confirmed before the state had certainly begun means another term of the same office.
        start = dates.parse(s.when).start_latest
        days = [*attested.get((s.subject, s.field, value), ())]
        if s.when.endswith("/.."):
            # An author's own day wins over the day of issue: a report may describe a state of an earlier day.
            days += [_day(cite.confirms) or known[cite.source] for cite in s.citations]
            # Taking part confirms an open term only. Of a state with an unknown end it could be the next
            # holder's act.
            days += seen.get((s.subject, s.field, offices.get(value, value)), ())
        latest = max((day for day in days if day >= start), default="")
        if latest:
            confirmed[s.id] = latest
    return confirmed


def _day(edtf: str | None) -> str:
    """The day by which something with this date had certainly begun; empty without a date."""
    if not edtf:
        return ""
    when = dates.parse(edtf)
    return "" if when.doubtful or when.start_earliest == dates.FIRST_DAY else when.start_earliest


def _attested(statements: Iterable[Statement]) -> dict[tuple[str, str, str], list[str]]:
    """The days on which somebody is said to have held something, by holder, field and value."""
    days: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for s in statements:
        if s.when and "/" not in s.when and not s.negated and s.rank != "deprecated" and s.stance in HAPPENED:
            days[s.subject, s.field, (s.value.text if s.value else None) or ""].append(_day(s.when))
    return days


def _seen(pack: Pack, confirms: Mapping[str, tuple[str, ...]]) -> dict[tuple[str, str, str], list[str]]:
    """The days on which somebody took part in what confirms a state: by holder, the state's field, and the
    record that it is of. A person confirms offices of the state for which it took part, or of its own state;
    a state confirms its membership in what the pack is about."""
    kinds = {record.id: record.kind for record in pack.records}
    standing = {kind.id: kind.standing for kind in pack.vocabulary.kinds}
    homes = _homes(pack)
    days: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for s in pack.statements:
        if not confirms.get(s.field) or s.negated or s.rank == "deprecated" or s.stance not in HAPPENED:
            continue
        day = _day(s.when)
        # A vague date confirms nothing: the state may have ended within its bounds.
        for field in confirms[s.field] if day else ():
            for holder, of in _takers(s, homes, pack.edition.subject or ""):
                if standing.get(kinds.get(holder, "")) == field:
                    days[holder, field, of].append(day)
    return days


def _takers(s: Statement, homes: Mapping[str, set[str]], subject: str) -> Iterator[Key]:
    people = [role.record for role in s.roles if role.role == "who" and role.record]
    bodies = [role.record for role in s.roles if role.role == "for" and role.record]
    for id in (*people, *bodies):
        yield id, subject
    for id in people:
        # Who speaks for a named body confirms an office there; without a name, an office of the person's own
        # state.
        for body in bodies or homes.get(id, set()):
            yield id, body


def _homes(pack: Pack) -> dict[str, set[str]]:
    """The states and bodies in whose offices each person is."""
    bodies = {
        s.subject: s.value.text
        for s in pack.statements
        if s.field == "office_of" and s.value and s.value.text
    }
    homes: dict[str, set[str]] = defaultdict(set)
    for s in pack.statements:
        if s.field == "office" and s.value and s.value.text in bodies and (s.when or "").endswith("/.."):
            homes[s.subject].add(bodies[s.value.text])
    return homes
