"""Facts that are statements as they stand: what an agreement provides, what was decided, what somebody said
last."""

from __future__ import annotations

from cstoref import dates
from cstoref.model import Fact, FactRule

from .evidence import Evidence, Item, compose, meets, spoken

OLD = 2
"""Years from which on what is the last here is hardly the last that was."""


def sentences(evidence: Evidence, rule: FactRule) -> Fact | None:
    """The statements themselves, with their time where they do not give it: the preferred ones first, then
    the newest of what happened, then the most telling; and how many are left out."""
    items = _ordered(evidence, rule)
    words = [_sentence(evidence, item) for item in items[: rule.most]]
    left = len(items) - len(words)
    if left and rule.most > 1:
        words.append(f"And {left} more.")
    return compose(rule, " ".join(words), items[: rule.most])


def last_sentence(evidence: Evidence, rule: FactRule) -> Fact | None:
    """The newest statement. Where it is old, that it is the last one here: the record may have more since."""
    items = _ordered(evidence, rule)[:1]
    if not items:
        return None
    words, time = _sentence(evidence, items[0]), spoken(items[0].statement)
    if items[0].start and int(evidence.day[:4]) - int(items[0].start[:4]) > OLD:
        when = "" if time[-4:] in words else f", {time}"
        words = f"{words.rstrip('.')} (the last in this reference{when})."
    return compose(rule, words, items)


def _ordered(evidence: Evidence, rule: FactRule) -> list[Item]:
    items = [item for item in evidence.of(rule) if item.held != dates.NO and not item.statement.trivial]
    items.sort(key=lambda item: "" if _is_state(evidence, item) else item.start, reverse=True)
    items.sort(key=lambda item: item.statement.rank != "preferred")
    return items


def _sentence(evidence: Evidence, item: Item) -> str:
    s = item.statement
    text, time = s.text.rstrip("."), spoken(s)
    told = _is_state(evidence, item) or not time or meets(s.when, evidence.record.when) or time[-4:] in text
    return f"{text}." if told else f"{text}, {time}."


def _is_state(evidence: Evidence, item: Item) -> bool:
    """Whether what is stated goes on, as what an agreement provides does: no one of several is the newest."""
    return evidence.store.fields[item.statement.field].nature == dates.STATE
