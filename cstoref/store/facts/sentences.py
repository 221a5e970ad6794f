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


def standing(evidence: Evidence, rule: FactRule) -> Fact | None:
    """What is stated to hold on the day, as it stands: what an organ is for. The fields of the rule in their
    order; what was only so on some day does not count."""
    items = [item for item in _ordered(evidence, rule) if item.held in dates.SURE]
    items.sort(key=lambda item: rule.fields.index(item.statement.field))
    items.sort(key=lambda item: item.statement.rank != "preferred")
    return compose(
        rule, " ".join(_sentence(evidence, item) for item in items[: rule.most]), items[: rule.most]
    )


def reasons(evidence: Evidence, rule: FactRule) -> Fact | None:
    """The newest reasons of what the record did itself: why it left."""
    own = [item for item in _ordered(evidence, rule) if _acts(item, evidence.record.id)][: rule.most]
    return compose(rule, " ".join(_sentence(evidence, item) for item in own), own)


def _acts(item: Item, id: str) -> bool:
    return any(role.record == id and role.role in ("who", "for") for role in item.statement.roles)


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
    own = evidence.record.when or ""
    is_of_its_day = not own.endswith("..") and meets(s.when, own)
    told = _is_state(evidence, item) or not time or is_of_its_day or time[-4:] in text
    return f"{text}." if told else f"{text}, {time}."


def _is_state(evidence: Evidence, item: Item) -> bool:
    """Whether what is stated goes on, as what an agreement provides does: no one of several is the newest."""
    return evidence.store.fields[item.statement.field].nature == dates.STATE
