"""Whether a state is a member of what the pack is about: now, once, or never."""

from __future__ import annotations

from cstoref import dates
from cstoref.model import Fact, FactRule

from .evidence import Evidence, Item, compose, since, timed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

SUSPENDED, OBSERVER = "suspended", "observer"


def membership(evidence: Evidence, rule: FactRule) -> Fact | None:
    """`member since 20 Apr 1994; participation frozen since 22 Feb 2024`, or what it was, or that it never
    was."""
    if not evidence.store.pack["subject"]:
        return None
    of_subject = [item for item in evidence.of(rule) if _value(item) == evidence.store.pack["subject"]]
    terms = _spans(item for item in of_subject if item.statement.field == "membership")
    now = [item for item in terms if item.held in dates.SURE]
    # A state that possibly is a member must not be called a former one.
    doubtful = [item for item in terms if item.held == dates.POSSIBLY]
    frozen = [i for i in of_subject if i.statement.field == SUSPENDED and i.held in dates.SURE]
    if now:
        words = timed(f"member of the {evidence.subject_name()}", since(now[0].statement, now[0].held))
        if frozen:
            words += f"; participation frozen {since(frozen[-1].statement, frozen[-1].held)}"
        return compose(rule, words, [now[0], *frozen[-1:]])
    past = [item for item in terms if item.held == dates.NO]
    if past and not doubtful:
        spans = " and ".join(dates.year_span(item.statement.when or "9999") for item in past)
        return compose(rule, f"former member of the {evidence.subject_name()}, {spans}", past)
    if doubtful:
        return compose(rule, f"possibly a member, {dates.spoken(doubtful[0].statement.when)}", doubtful[:1])
    watching = [i for i in of_subject if i.statement.field == OBSERVER and i.held in dates.SURE]
    if watching:
        return compose(rule, f"observer {since(watching[0].statement, watching[0].held)}", watching[:1])
    later = _spans(item for item in evidence.later(rule) if _value(item) == evidence.store.pack["subject"])
    if later:
        return compose(rule, f"not yet a member of the {evidence.subject_name()}", later[:1])
    return Fact(rule.id, rule.label, "never a member", (), head=rule.head)


def _spans(items: Iterable[Item]) -> list[Item]:
    return sorted((item for item in items if _is_span(item)), key=lambda item: item.start)


def _is_span(item: Item) -> bool:
    """Whether it gives a start or an end, and not only a day on which it was so, and is not only inferred."""
    return "/" in (item.statement.when or "") and bool(item.statement.citations)


def _value(item: Item) -> str:
    value = item.statement.value
    return (value.text if value else None) or ""
