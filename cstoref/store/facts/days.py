"""Facts of when, and on how many matters sources conflict."""

from __future__ import annotations

from cstoref import dates
from cstoref.model import Fact, FactRule

from .evidence import Evidence, Item, compose, meets, spoken

EXACT = 10
"""Characters of a date that is a day."""


def days(evidence: Evidence, rule: FactRule) -> Fact | None:
    """The day and place of what happened: the most telling statement with the most exact date, and what
    conflicts with it."""
    items = sorted((item for item in evidence.of(rule) if item.start), key=_vagueness)
    if not items:
        return None
    s = items[0].statement
    places = [evidence.name(role.record) for role in s.roles if role.role == "place" and role.record]
    time = _exact(evidence, s.when or "") or spoken(s)
    others = [item for item in items[1:] if items[0].conflicts and item.conflicts and _differs(s.when, item)]
    words = [", ".join([time, *places]), *(spoken(item.statement) for item in others)]
    return compose(rule, " or ".join(dict.fromkeys(words)), [items[0], *others])


def _differs(when: str | None, item: Item) -> bool:
    return not meets(when, item.statement.when)


def _exact(evidence: Evidence, edtf: str) -> str:
    """The first day of the record's own time, found by us, where the statement knows only its year."""
    start = (evidence.record.when or "").partition("/")[0]
    is_day = len(start) == EXACT and start.replace("-", "").isdigit()
    if not is_day or "/" in edtf or len(edtf) >= EXACT or not start.startswith(edtf):
        return ""
    return f"{dates.FOUND}{dates.spoken(start)}"


def _vagueness(item: Item) -> tuple[bool, int]:
    when = item.statement.when or ""
    return "/" in when and not when.endswith("/.."), -len(when.partition("/")[0])


def time(evidence: Evidence, rule: FactRule) -> Fact | None:
    """The record's own time and place."""
    record = evidence.record
    place = evidence.store.named([record.place])[record.place].name if record.place else ""
    words = ", ".join(part for part in (dates.spoken(record.when), place) if part)
    return Fact(rule.id, rule.label, words, ()) if words else None


def conflicts(evidence: Evidence, rule: FactRule) -> Fact | None:
    """On how many matters the sources disagree or cannot be checked."""
    count = evidence.store.count_conflicts(evidence.record.id)
    words = "1 matter" if count == 1 else f"{count} matters"
    fact = compose(rule, words, ()) if count else None
    return fact and fact._replace(conflicts=count)
