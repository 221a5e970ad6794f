"""What a state or a person did at meetings, with agreements, with its forces: counted, with exceptions."""

from __future__ import annotations

from cstoref import dates, quantity
from cstoref.model import Fact, FactRule

from ..participation import MODES, SIGNATURE
from .evidence import Evidence, Item, compose, listed, spoken

CAME, SENT, AWAY = ("attended", "chaired", "hosted"), ("represented",), ("absent",)
SIGNED, REFUSED, LEFT = ("signed", "joined", "ratified"), ("refused",), ("left",)
NAMED = 3
STATE_KIND = "member"


def attendance(evidence: Evidence, rule: FactRule) -> Fact | None:
    """`attended 24 of 30 known; sent a deputy to 4, last in Oct 2009; stayed away from 2, last in Dec
    2016`."""
    of_event: dict[str, list[Item]] = {}
    for item in evidence.of(rule):
        if item.part == "role" and _takes_part(item, evidence.record.id):
            of_event.setdefault(item.statement.subject, []).append(item)
    ways: dict[str, list[str]] = {"came": [], "sent": [], "away": []}
    for event, items in sorted(of_event.items(), key=lambda pair: pair[1][0].start):
        ways[_way(items)].append(event)
    total = sum(map(len, ways.values()))
    if not total:
        return None
    words = [f"attended {len(ways['came'])} of {total} known"]
    for way, phrase in (("sent", "sent a deputy to"), ("away", "stayed away from")):
        if ways[way]:
            last = of_event[ways[way][-1]][0].start
            words.append(f"{phrase} {len(ways[way])}, last in {dates.spoken(last[:7])}")
    exceptions = [
        item for way in ("away", "sent", "came") for e in ways[way][::-1] for item in of_event[e][:1]
    ]
    return compose(rule, "; ".join(words), exceptions)


def representation(evidence: Evidence, rule: FactRule) -> Fact | None:
    """Who was sent in whose place: `Belarus: Leonid Maltsev for Alexander Lukashenko`."""
    items = [item for item in evidence.of(rule) if item.held != dates.NO]
    words = []
    for item in items:
        of = {role.role: evidence.name(role.record) for role in item.statement.roles if role.record}
        sent = " for ".join(of[role] for role in ("who", "instead_of") if role in of)
        words.append(f"{of['for']}: {sent}" if "for" in of and sent else sent or of.get("for", ""))
    return compose(rule, "; ".join(dict.fromkeys(words)), items)


def _way(items: list[Item]) -> str:
    fields = {item.statement.field for item in items}
    if fields & {*SENT}:
        return "sent"
    return "came" if fields & {*CAME} else "away"


def _takes_part(item: Item, id: str) -> bool:
    return any(r.record == id and r.role in ("who", "for", "instead_of") for r in item.statement.roles)


def signatures(evidence: Evidence, rule: FactRule) -> Fact | None:
    """How many agreements a state signed of those whose signing is known, and which it did not."""
    of_agreement: dict[str, list[Item]] = {}
    for item in evidence.of(rule):
        is_agreement = evidence.kind(item.statement.subject) == MODES[SIGNATURE].kind
        if is_agreement and _takes_part(item, evidence.record.id):
            of_agreement.setdefault(item.statement.subject, []).append(item)
    signed: list[tuple[str, str]] = []
    refused: list[tuple[str, str]] = []
    left: list[tuple[str, str]] = []
    for agreement, items in of_agreement.items():
        last = max(items, key=lambda item: item.start)
        field = last.statement.field
        side = left if field in LEFT else refused if field in REFUSED else signed
        side.append((last.start, agreement))
    total = len(signed) + len(refused) + len(left)
    if not total:
        return None
    words = f"signed {len(signed) + len(left)} of {total} known"
    later = [id for _, id in signed if _refused_first(of_agreement[id])]
    if later:
        words += f"; signed only after refusing: {listed([evidence.name(id) for id in later], NAMED)}"
    for side, phrase in ((refused, "refused"), (left, "signed, later left")):
        if side:
            names = [evidence.name(agreement) for _, agreement in sorted(side, reverse=True)]
            words += f"; {phrase}: {listed(names, NAMED)}"
    order = [*later, *(id for side in (refused, left, signed) for _, id in sorted(side, reverse=True))]
    return compose(rule, words, [item for agreement in order for item in of_agreement[agreement][:1]])


def _refused_first(items: list[Item]) -> bool:
    """Whether a state refused an agreement and signed it later."""
    acts = sorted(items, key=lambda item: item.start)
    return acts[0].statement.field == "refused" and acts[-1].statement.field in SIGNED


def refusals(evidence: Evidence, rule: FactRule) -> Fact | None:
    """Who refused to sign, and who of them signed later: `Uzbekistan; Belarus (Jun 2009, signed 20 Oct
    2009)`."""
    of_state: dict[str, list[Item]] = {}
    for item in evidence.of(rule):
        states = [r.record for r in item.statement.roles if r.role in ("who", "for") and r.record]
        for state in states if item.part == "subject" else ():
            if evidence.kind(state) == STATE_KIND:
                of_state.setdefault(state, []).append(item)
    words: list[str] = []
    items: list[Item] = []
    for state, acts in of_state.items():
        acts.sort(key=lambda item: item.start)
        refused = [item for item in acts if item.statement.field == "refused"]
        if refused:
            last = acts[-1].statement
            signed = f", signed {spoken(last)}" if last.field in SIGNED else ""
            words.append(f"{evidence.name(state)} ({spoken(refused[0].statement)}{signed})")
            items.append(refused[0])
    return compose(rule, "; ".join(words), items)


def contributions(evidence: Evidence, rule: FactRule) -> Fact | None:
    """The latest and the largest contribution in numbers."""
    numbers = [item for item in evidence.of(rule) if _figure(item) is not None and item.part == "role"]
    if not numbers:
        return None
    latest = max(numbers, key=lambda item: item.start)
    largest = max(numbers, key=lambda item: _figure(item) or 0)
    words = [_contribution(evidence, latest)]
    if largest is not latest:
        words.append(f"largest: {_contribution(evidence, largest)}")
    return compose(rule, "; ".join(words), list(dict.fromkeys((latest, largest))))


def _contribution(evidence: Evidence, item: Item) -> str:
    assert item.statement.value is not None
    when = dates.year_span(item.statement.when) if item.statement.when else ""
    name = evidence.name(item.statement.subject)
    dated = f", {when}" if when and when not in name else ""
    return f"{quantity.spoken(item.statement.value)}, {name}{dated}"


def _figure(item: Item) -> float | None:
    value = item.statement.value
    return (
        None
        if value is None
        else next((n for n in (value.number, value.max, value.min) if n is not None), None)
    )
