"""Whether a state is a member of what the pack is about: now, once, or never.

A membership that began before the organization was founded is one in its predecessor, such as the treaty
from which it grew (`predecessor` of the pack), and is named so.
"""

from __future__ import annotations

from cstoref import dates
from cstoref.model import Fact, FactRule

from .evidence import Evidence, Item, compose, since, timed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

MEMBERSHIP, SUSPENDED, OBSERVER = "membership", "suspended", "observer"


def membership(evidence: Evidence, rule: FactRule) -> Fact | None:
    """`member of the CSTO since 18 Sep 2003; participation frozen since 22 Feb 2024`, or what it was, or that
    it never was one."""
    subject = evidence.store.pack["subject"]
    if not subject:
        return None
    terms = _spans(item for item in evidence.of(rule) if _is_of(item, MEMBERSHIP, subject))
    now = [item for item in terms if item.held in dates.SURE]
    # A state that possibly is a member must not be called a former one.
    doubtful = [item for item in terms if item.held == dates.POSSIBLY]
    past = [item for item in terms if item.held == dates.NO]
    if now:
        return _member(evidence, rule, now[0], past)
    if doubtful:
        words = f"possibly {_name(evidence, doubtful[0])}, {dates.spoken(doubtful[0].statement.when)}"
        return compose(rule, words, [*doubtful[:1], *past])
    later = _spans(item for item in evidence.later(rule) if _is_of(item, MEMBERSHIP, subject))
    if past:
        return compose(rule, _former(evidence, past, bool(later)), past[::-1])
    if later:
        words = f"not yet {_name(evidence, later[0], 'a ')}"
        return compose(rule, words, later[:1])
    return _outside(evidence, rule)


def _member(evidence: Evidence, rule: FactRule, now: Item, past: list[Item]) -> Fact | None:
    """What a state is on the day, that it has frozen its part, and since when it was in the predecessor."""
    words = timed(_name(evidence, now), _since(evidence, now))
    before = [item for item in past if item.start < evidence.founded and now.start >= evidence.founded]
    if before:
        words += (
            f" (party to its {evidence.type(evidence.store.pack['predecessor'])} {_span(before[0], now)})"
        )
    subject = evidence.store.pack["subject"]
    frozen = [i for i in evidence.of(rule) if _is_of(i, SUSPENDED, subject) and i.held in dates.SURE][-1:]
    confirmed = now.statement.confirmed if now.held == dates.LAST_KNOWN else None
    if confirmed and not any(item.statement.confirmed == confirmed for item in frozen):
        words += f", last known {dates.spoken(confirmed)}"
    for item in frozen:
        words += f"; participation frozen {since(item.statement, item.held)}"
    return compose(rule, words, [now, *frozen, *before])


def _span(before: Item, now: Item) -> str:
    """`since 1994` where the membership went on without a gap, else `1994–1999`."""
    start, _, end = (before.statement.when or "").partition("/")
    goes_on = end == (now.statement.when or "").partition("/")[0]
    return f"since {start[:4]}" if goes_on else dates.year_span(before.statement.when or "9999")


def _since(evidence: Evidence, now: Item) -> str:
    """`since 18 Sep 2003`, also of what went on in the organization; with the end where one is stated."""
    when = now.statement.when or ""
    if now.start < evidence.founded:
        return f"since {dates.spoken(when.partition('/')[0])}"
    return years(when) if "[" in when else dates.spoken(when)


def _former(evidence: Evidence, past: list[Item], again: bool) -> str:
    """`former member of the CSTO, 2006–2012; party to the Collective Security Treaty, 1994–1999`."""
    names: dict[str, list[str]] = {}
    for item in reversed(past):
        names.setdefault(_name(evidence, item), []).insert(0, years(item.statement.when or "9999"))
    words = "; ".join(f"{name}, {' and '.join(spans)}" for name, spans in names.items())
    only_before = all(item.start < evidence.founded for item in past) and evidence.founded <= evidence.day
    left = f"; never a member of the {evidence.subject_name()}" if only_before and not again else ""
    return f"former {words}{left}"


def years(edtf: str) -> str:
    """A time in years; `2006–2012 (or from 2008)` where its start lies in one of several years."""
    when = dates.parse(edtf)
    first, last = when.start_earliest[:4], when.start_latest[:4]
    span = dates.year_span(edtf)
    if first == last or when.start_earliest == dates.FIRST_DAY or not span.startswith(last):
        return span
    return f"{first}{span[len(last) :]} (or from {last})"


def _outside(evidence: Evidence, rule: FactRule) -> Fact:
    """That a state never was a member, and which observer it is."""
    words = f"never a member of the {evidence.subject_name()}"
    watching = [i for i in evidence.of(rule) if i.statement.field == OBSERVER and i.held in dates.SURE][:1]
    for item in watching:
        at = evidence.name((item.statement.value.text if item.statement.value else None) or "")
        words += f"; observer at the {at} {since(item.statement, item.held)}"
    return compose(rule, words, watching) or Fact(rule.id, rule.label, words, (), head=rule.head)


def _name(evidence: Evidence, item: Item, article: str = "") -> str:
    """As what a state is a member: of the organization, or party to what preceded it."""
    predecessor = evidence.store.pack.get("predecessor")
    if predecessor and item.start < evidence.founded:
        return f"party to the {evidence.name(predecessor)}"
    return f"{article}member of the {evidence.subject_name()}"


def _spans(items: Iterable[Item]) -> list[Item]:
    return sorted((item for item in items if _is_span(item)), key=lambda item: item.start)


def _is_span(item: Item) -> bool:
    """Whether it gives a start or an end, and not only a day on which it was so, and is not only inferred."""
    return "/" in (item.statement.when or "") and bool(item.statement.citations)


def _is_of(item: Item, field: str, record: str) -> bool:
    value = item.statement.value
    return item.statement.field == field and value is not None and value.text == record
