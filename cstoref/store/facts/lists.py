"""Facts that list records by name: who came or signed, who is a member, what else is called the same."""

from __future__ import annotations

from cstoref import dates
from cstoref.model import Fact, FactRule

from .evidence import Evidence, Item, compose, dated, listed, meets, since, spoken

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

TAKING_PART = ("who", "for")
STATE_KIND = "member"
OVER = (dates.NO, dates.END_UNKNOWN)
ABSENCES = ("names", "absentees")
"""The forms that name who was not there."""
NAMESAKES = "same-name-different-things"


def names(evidence: Evidence, rule: FactRule) -> Fact | None:
    """The records at the other end of the statements, by day where they differ: all signatories on one
    line."""
    return _by_day(evidence, rule, other_ends(evidence, rule))


def _by_day(evidence: Evidence, rule: FactRule, found: dict[str, Item]) -> Fact | None:
    of_day: dict[str, dict[str, Item]] = {}
    for id, item in found.items():
        of_day.setdefault(_day(item, evidence), {})[id] = item
    if not of_day:
        return None
    ids = _states_first(evidence, [id for ids in of_day.values() for id in ids])
    if len(of_day) == 1:
        day = next(iter(of_day))
        words = dated(listed([evidence.name(id) for id in ids], rule.most), day)
    elif len(of_day) == len(ids):  # each has a day of its own
        words = listed(
            [dated(evidence.name(id), day) for day, ids in of_day.items() for id in ids], rule.most
        )
    else:
        words = "; ".join(
            dated(listed([evidence.name(id) for id in _states_first(evidence, list(ids))], rule.most), day)
            for day, ids in of_day.items()
        )
    return compose(rule, words, [item for ids in of_day.values() for item in ids.values()])


def newest(evidence: Evidence, rule: FactRule) -> Fact | None:
    """The records at the other end, the newest first: the meetings in a place, the exercises of a force."""
    ends = other_ends(evidence, rule, ())
    found = sorted(ends.items(), key=lambda pair: pair[1].start, reverse=True)
    words = [dated(evidence.name(id), _time(evidence, item)) for id, item in found]
    return compose(rule, listed(words, rule.most, "; "), [item for _, item in found])


def attendees(evidence: Evidence, rule: FactRule) -> Fact | None:
    """Who came, of how many members: `5 of the 6 members: Kyrgyzstan, …; also Nikolai Bordyuzha`. Where of a
    member nothing is said, the list may not be whole: `named in the sources: Belarus, Russia`."""
    every = other_ends(evidence, rule, OVER)
    away = {id: item for item in evidence.of(rule) if _is_absence(item) for id in _others(evidence, item)}
    disputed = [id for id, item in every.items() if id in away and (item.conflicts or away[id].conflicts)]
    found = {id: item for id, item in every.items() if id not in disputed}
    if not found:
        return None
    members = evidence.members_on(min((item.start for item in found.values()), default=evidence.day))
    came = [id for id in found if id in members]
    others = [evidence.name(id) for id in _states_first(evidence, [id for id in found if id not in members])]
    if len(came) < 2:
        # A host has not necessarily come.
        return _by_day(evidence, rule, {id: i for id, i in every.items() if i.statement.field != "hosted"})
    listing = ", ".join(evidence.name(id) for id in sorted(came, key=evidence.name))
    untold = {*members}.difference(came, away, _who_sent_others(evidence))
    head = f"all {len(members)} members" if len(came) == len(members) else ""
    head = head or ("named in the sources" if untold else f"{len(came)} of the {len(members)} members")
    also = f"; also {listed(others, rule.most)}" if others else ""
    doubt = f"; disputed: {', '.join(evidence.name(id) for id in disputed)}" if disputed else ""
    return compose(rule, f"{head}: {listing}{also}{doubt}", list(every.values()))


def absentees(evidence: Evidence, rule: FactRule) -> Fact | None:
    """Who stayed away, without those who sent somebody else: another fact tells of these."""
    sent = _who_sent_others(evidence)
    away = {id: item for id, item in other_ends(evidence, rule).items() if id not in sent}
    return _by_day(evidence, rule, away)


def _who_sent_others(evidence: Evidence) -> set[str]:
    represented = (item for item in evidence.items if item.statement.field == "represented")
    return {id for item in represented for id in _parties(item)}


def _parties(item: Item) -> list[str]:
    return [role.record for role in item.statement.roles if role.record]


def _is_absence(item: Item) -> bool:
    return item.statement.field == "absent"


def signatories(evidence: Evidence, rule: FactRule) -> Fact | None:
    """All who signed, with the place and the day; who signed later with a day of its own, and after what
    refusal."""
    refused = {id: item for item in evidence.of(rule) if _is_refusal(item) for id in _others(evidence, item)}
    items = [item for item in evidence.of(rule) if not _is_refusal(item)]
    chosen: dict[str, Item] = {}
    for item in sorted(items, key=_preference):
        for id in _others(evidence, item):
            chosen.setdefault(id, item)
    of_day: dict[str, dict[str, Item]] = {}
    others: list[Item] = []
    for id, item in sorted(chosen.items(), key=lambda pair: pair[1].start):
        dated_else = [
            other for other in items if id in _others(evidence, other) and _contradicts(item, other)
        ]
        others += dated_else
        day = " or ".join([_day(item, evidence), *(spoken(other.statement) for other in dated_else)])
        of_day.setdefault(day + _after(refused.get(id), item), {})[id] = item
    when, place = evidence.record.when, evidence.record.place
    at = ", ".join(part for part in (evidence.name(place) if place else "", dates.spoken(when)) if part)
    words = [
        dated(listed([evidence.name(id) for id in _states_first(evidence, list(ids))], rule.most), day or at)
        for day, ids in of_day.items()
    ]
    signed = [item for ids in of_day.values() for item in ids.values()]
    return compose(rule, "; ".join(words), [*signed, *others])


def _contradicts(chosen: Item, other: Item) -> bool:
    """Whether sources conflict on when it was, and another statement has another time."""
    in_conflict = bool(chosen.conflicts and other.conflicts)
    return in_conflict and not meets(chosen.statement.when, other.statement.when)


def _is_refusal(item: Item) -> bool:
    return item.statement.field == "refused"


def _after(refusal: Item | None, signed: Item) -> str:
    if refusal is None or refusal.start > signed.start:
        return ""
    return f", after refusing in {dates.spoken((refusal.statement.when or '')[:7])}"


def participants(evidence: Evidence, rule: FactRule) -> Fact | None:
    """Who took part; one of several alone would mislead."""
    return attendees(evidence, rule) if len(other_ends(evidence, rule)) > 1 else None


def contributors(evidence: Evidence, rule: FactRule) -> Fact | None:
    """Who gives troops to a force, as far as sources name them; one of several alone would mislead."""
    fact = names(evidence, rule)
    return fact if fact is not None and len(other_ends(evidence, rule)) > 1 else None


def parts(evidence: Evidence, rule: FactRule) -> Fact | None:
    """What belongs to the record on the day, the oldest first, and last what nobody dates."""
    now = [item for item in evidence.of(rule) if item.held in dates.SURE or not item.start]
    found = {item.statement.subject: item for item in sorted(now, key=lambda i: (not i.start, i.start))}
    own = evidence.subject_name() if evidence.record.id == evidence.store.pack["subject"] else ""
    words = listed([_within(evidence.name(id), own) for id in found], rule.most)
    return compose(rule, words, list(found.values()))


def _within(name: str, whole: str) -> str:
    """A name without that of what it belongs to: `Permanent Council`, `Joint Staff`."""
    return name.removesuffix(f" of the {whole}").removeprefix(f"{whole} ") if whole else name


def members(evidence: Evidence, rule: FactRule) -> Fact | None:
    """The members on the day, with what counts against it: a frozen part; and who once was one."""
    now = [i for i in evidence.of(rule) if i.statement.field == rule.fields[0] and i.held in dates.SURE]
    found = {item.statement.subject: item for item in now}
    if not found:
        return None
    frozen = {item.statement.subject for item in evidence.items if _is_frozen(item)}
    words = [f"{evidence.name(id)}{' (participation frozen)' if id in frozen else ''}" for id in found]
    return compose(rule, listed(sorted(words), rule.most), list(found.values()))


def _is_frozen(item: Item) -> bool:
    return item.statement.field == "suspended" and item.held in dates.SURE


def namesakes(evidence: Evidence, rule: FactRule) -> Fact | None:
    """Other records of the kind that a source calls by the same name."""
    own = evidence.record
    ids = [
        id
        for conflict in evidence.store.conflicts(record=own.id)
        if conflict.nature == NAMESAKES and own.id in conflict.records[:2]
        for id in conflict.records
        if id != own.id and evidence.type(id) == own.type
    ]
    words = listed([evidence.name(id) for id in dict.fromkeys(ids)], rule.most)
    return Fact(rule.id, rule.label, words, ()) if words else None


def other_ends(evidence: Evidence, rule: FactRule, without: Sequence[str] = OVER) -> dict[str, Item]:
    """Each record at the other end of what is so on the day, with the preferred statement that names it, or
    else the first; in the order of time."""
    found: dict[str, Item] = {}
    for item in sorted(evidence.of(rule), key=_preference):
        if item.held not in without and not (_is_absence(item) and rule.form not in ABSENCES):
            for id in _others(evidence, item):
                found.setdefault(id, item)
    return dict(sorted(found.items(), key=lambda pair: pair[1].start))


def _preference(item: Item) -> tuple[bool, str]:
    return item.statement.rank != "preferred", item.start


def _others(evidence: Evidence, item: Item) -> list[str]:
    """Who is at the other end: who takes part or what the value is on its own page, else the subject."""
    s = item.statement
    if item.part != "subject":
        return [s.subject]
    if s.value and s.value.text and evidence.store.fields[s.field].value == "record":
        return [s.value.text]
    states = [r.record for r in s.roles if r.role == "for" and r.record] or evidence.stand_ins(s.id)
    return states or [r.record for r in s.roles if r.role in TAKING_PART and r.record]


def _states_first(evidence: Evidence, ids: list[str]) -> list[str]:
    return sorted(ids, key=lambda record: evidence.kind(record) != STATE_KIND)


def _day(item: Item, evidence: Evidence) -> str:
    """The day of an occurrence where it is not that of its record; since when a state holds that was last
    known before the day."""
    s = item.statement
    if evidence.store.fields[s.field].nature == dates.STATE:
        return since(s, item.held) if item.held == dates.LAST_KNOWN else ""
    return "" if meets(s.when, evidence.record.when) else spoken(s)


def _time(evidence: Evidence, item: Item) -> str:
    """The year of an occurrence, or in which a state is attested of which no more is known."""
    s = item.statement
    is_state = evidence.store.fields[s.field].nature == dates.STATE
    return dates.year_span(s.when) if s.when and (not is_state or item.held not in dates.SURE) else ""
