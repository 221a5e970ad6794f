"""Whether a state is a member of what the pack is about: now, once, or never."""

from __future__ import annotations

from cstoref import dates
from cstoref.model import Fact, FactRule

from .evidence import Evidence, Item, compose, since

SUSPENDED, OBSERVER = "suspended", "observer"
MEMBER, FORMER, NEVER = "member", "former", "never"


def membership(evidence: Evidence, rule: FactRule) -> Fact | None:
    """`member since 20 Apr 1994; participation frozen since 22 Feb 2024`, or what it was, or that it never
    was."""
    of_subject = [item for item in evidence.of(rule) if _value(item) == evidence.store.pack["subject"]]
    terms = _spans(item for item in of_subject if item.statement.field == "membership")
    now = [item for item in terms if item.held in dates.SURE]
    doubtful = [item for item in terms if item.held == dates.POSSIBLY]
    frozen = [i for i in of_subject if i.statement.field == SUSPENDED and i.held in dates.SURE]
    if now:
        words = f"member {since(now[0].statement, now[0].held)}"
        if frozen:
            words += f"; participation frozen {since(frozen[-1].statement, frozen[-1].held)}"
        return compose(rule, words, [now[0], *frozen[-1:]])
    past = [item for item in terms if item.held == dates.NO]
    if past and not doubtful:
        spans = " and ".join(dates.years(item.statement.when or "").replace(" – ", "–") for item in past)
        return compose(rule, f"former member, {spans}", past)
    if doubtful:
        return compose(rule, f"possibly member {dates.spoken(doubtful[0].statement.when)}", doubtful[:1])
    watching = [i for i in of_subject if i.statement.field == OBSERVER and i.held in dates.SURE]
    if watching:
        return compose(rule, f"observer {since(watching[0].statement, watching[0].held)}", watching[:1])
    return Fact(rule.id, rule.label, "never a member", ())


def status(evidence: Evidence) -> str:
    """`member`, `former` or `never`, for the day."""
    subject = evidence.store.pack["subject"]
    terms = [i for i in evidence.items if i.statement.field == "membership" and _value(i) == subject]
    if any(item.held in (*dates.SURE, dates.POSSIBLY) for item in terms if _is_span(item)):
        return MEMBER
    return FORMER if any(_is_span(item) for item in terms) else NEVER


def _spans(items: object) -> list[Item]:
    found = [item for item in items if _is_span(item)]  # type: ignore[attr-defined]
    return sorted(found, key=lambda item: item.start)


def _is_span(item: Item) -> bool:
    """Whether it tells from when to when, and not only that it was so on a day; nor is it only inferred."""
    return "/" in (item.statement.when or "") and bool(item.statement.citations)


def _value(item: Item) -> str:
    value = item.statement.value
    return (value.text if value else None) or ""
