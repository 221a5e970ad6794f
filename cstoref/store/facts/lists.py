"""Facts that list: names of records, numbers by year, sentences, days."""

from __future__ import annotations

from cstoref import dates, quantity
from cstoref.model import Fact, FactRule

from .evidence import Evidence, Item, compose, listed, spoken

TAKING_PART = ("who", "for")


def names(evidence: Evidence, rule: FactRule) -> Fact | None:
    """The records at the other end of the statements, by day where they differ: all signatories on one
    line."""
    of_day: dict[str, dict[str, Item]] = {}
    seen: set[str] = set()
    for item in sorted(evidence.of(rule), key=lambda item: item.start):
        if item.held == dates.NO or item.held == dates.END_UNKNOWN:
            continue
        for id in _others(evidence, item):
            if id not in seen:
                seen.add(id)
                of_day.setdefault(_day(item, evidence), {})[id] = item
    if not seen:
        return None
    if len(of_day) == 1 or not any(of_day):
        everybody = {id: item for ids in of_day.values() for id, item in ids.items()}
        day = next(iter(of_day)) if len(of_day) == 1 else ""
        words = listed([evidence.name(id) for id in everybody], rule.most) + (f" ({day})" if day else "")
    else:
        words = "; ".join(_on(evidence, day, list(ids), rule.most) for day, ids in of_day.items())
    return compose(rule, words, [item for ids in of_day.values() for item in ids.values()])


def _on(evidence: Evidence, day: str, ids: list[str], most: int) -> str:
    return listed([evidence.name(id) for id in ids], most) + (f" ({day})" if day else "")


def _others(evidence: Evidence, item: Item) -> list[str]:
    """Who is at the other end: who takes part or what the value is on its own page, else the subject."""
    s = item.statement
    if item.part != "subject":
        return [s.subject]
    if s.value and s.value.text and evidence.store.fields[s.field].value == "record":
        return [s.value.text]
    states = [r.record for r in s.roles if r.role == "for" and r.record]
    return states or [r.record for r in s.roles if r.role in TAKING_PART and r.record]


def _day(item: Item, evidence: Evidence) -> str:
    """The day of an occurrence where it is not that of its record; a state shows none."""
    s = item.statement
    if evidence.store.fields[s.field].nature == dates.STATE or _meets(s.when, evidence.record.when):
        return ""
    return spoken(s)


def _meets(edtf: str | None, other: str | None) -> bool:
    """Whether two dates may be one time."""
    if not edtf or not other:
        return edtf == other
    first, second = dates.parse(edtf), dates.parse(other)
    return first.start_earliest <= second.end_latest and second.start_earliest <= first.end_latest


def numbers(evidence: Evidence, rule: FactRule) -> Fact | None:
    """Numbers with their year, the newest first."""
    items = [i for i in evidence.of(rule) if i.statement.value and i.statement.value.text is None]
    items.sort(key=lambda item: item.start, reverse=True)
    of_words = {_number(evidence, item): item for item in items}
    return compose(rule, listed(list(of_words), rule.most), list(of_words.values()))


def _number(evidence: Evidence, item: Item) -> str:
    """`Armenia 105 servicemen (2009)`: who gave it, if anybody, and the year where the record does not tell
    it."""
    value = item.statement.value
    assert value is not None
    who = [evidence.name(r.record) for r in item.statement.roles if r.role == "who" and r.record]
    return f"{' and '.join(who)} {quantity.spoken(value)}{_year(evidence, item)}".strip()


def _year(evidence: Evidence, item: Item) -> str:
    s = item.statement
    return f" ({dates.year_span(s.when)})" if s.when and s.when != evidence.record.when else ""


def sentences(evidence: Evidence, rule: FactRule) -> Fact | None:
    """The statements themselves: the newest first, or the most important where they have no date."""
    items = [item for item in evidence.of(rule) if item.held != dates.NO]
    items.sort(key=lambda item: item.start, reverse=True)
    words = " ".join(f"{item.statement.text.rstrip('.')}." for item in items[: rule.most])
    return compose(rule, words, items[: rule.most])


def days(evidence: Evidence, rule: FactRule) -> Fact | None:
    """The day and place of what happened: the most important statement with the most exact date."""
    items = sorted((item for item in evidence.of(rule) if item.start), key=lambda item: _vagueness(item))
    if not items:
        return None
    s = items[0].statement
    places = [evidence.name(role.record) for role in s.roles if role.role == "place" and role.record]
    return compose(rule, ", ".join([spoken(s), *places]), items[:1])


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
    return Fact(rule.id, rule.label, words, ()) if count else None
