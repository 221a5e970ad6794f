"""What a state or a person did at meetings, with agreements, with its forces: counted, with exceptions."""

from __future__ import annotations

from cstoref import dates, quantity
from cstoref.model import Fact, FactRule

from ..participation import ATTENDANCE, AWAY, CAME, MIXED, MODES, SENT, SIGNATURE, Act, state
from .evidence import Evidence, Item, compose, dated, listed, spoken

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstoref.model import Statement

WAYS = {CAME: "came", SENT: "sent", AWAY: "away", MIXED: "both"}
"""What is counted. A host has not necessarily come, and what was only planned is no attendance."""
SIGNED, REFUSED = ("signed", "joined", "ratified"), ("refused", "left")
NAMED, FEW = 3, 2
"""Agreements and meetings that are named beside a count; so few that a count of them tells nothing."""
STATE_KIND = "member"


def attendance(evidence: Evidence, rule: FactRule) -> Fact | None:
    """`attended 24 of 30 known; sent a deputy to 4, last in Oct 2009; stayed away from 2, last in Dec
    2016`."""
    of_event: dict[str, list[Item]] = {}
    named = (i for i in evidence.of(rule) if i.part == "role" and _takes_part(i, evidence.record.id))
    # A president who came counts for the state, as in the matrix.
    for item in (*named, *evidence.stood_for(rule)):
        of_event.setdefault(item.statement.subject, []).append(item)
    ways: dict[str, list[str]] = {"came": [], "sent": [], "away": [], "both": []}
    for event, items in sorted(of_event.items(), key=lambda pair: pair[1][0].start):
        way = WAYS.get(_presence(items))
        if way:
            ways[way].append(event)
    total = sum(map(len, ways.values()))
    if not total:
        return None
    if total < FEW and total == len(ways["came"]):
        return None
    last_days = {
        way: dates.spoken(of_event[events[-1]][0].start[:7]) for way, events in ways.items() if events
    }
    words = [_came(len(ways["came"]), total, last_days.get("came", ""))]
    for way, once, often in (("sent", "sent a deputy", "to"), ("away", "stayed away", "from")):
        count = len(ways[way])
        if count:
            times = f"{often} {count}, last in" if count > 1 else "in"
            words.append(f"{once} {times} {last_days[way]}")
    if ways["both"]:
        words.append(f"sources differ on {len(ways['both'])}")
    # The exceptions first, the newest before the others: a fact shows the passage of its first statement.
    exceptions = [
        item for way in ("both", "away", "sent", "came") for e in ways[way][::-1] for item in of_event[e][:1]
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


def _came(attended: int, total: int, last: str) -> str:
    when = f", last in {last}" if last else ""
    return (
        f"attended all {total} known{when}"
        if attended == total
        else f"attended {attended} of {total} known{when}"
    )


def _presence(items: list[Item]) -> str:
    """What a state or a person did at an event, by the rule of the matrix."""
    acts = [Act(i.statement.id, i.statement.field, i.statement.stance, False, i.start) for i in items]
    return state(ATTENDANCE, acts)


def _takes_part(item: Item, id: str) -> bool:
    return any(r.record == id and r.role in ("who", "for", "instead_of") for r in item.statement.roles)


def signatures(evidence: Evidence, rule: FactRule) -> Fact | None:
    """How many agreements a state signed of those whose signing is known, and which it did not."""
    of_agreement = _of_agreement(evidence, evidence.of(rule))
    unsigned = _of_agreement(evidence, evidence.denied(rule))
    for id, items in unsigned.items():
        of_agreement.setdefault(id, items)
    acts = sorted(of_agreement.items(), key=lambda pair: max(item.start for item in pair[1]), reverse=True)
    signed = [id for id, items in acts if items is not unsigned.get(id) and _did(items, SIGNED)]
    left = [id for id, items in acts if _last(items).statement.field == "left"]
    refused = [id for id, items in acts if id not in signed and (id in unsigned or _did(items, ("refused",)))]
    later = [id for id in signed if _refused_first(of_agreement[id])]
    if not (signed or left or refused):
        return None
    words = [
        _signed(evidence, [id for id, _ in acts if id in signed or id in left], len(refused), of_agreement)
    ]
    for phrase, ids in (("signed after refusing", later), ("did not sign", refused), ("left", left)):
        if ids:
            named = [_agreement(evidence, id, _last(of_agreement[id]).statement) for id in ids]
            words.append(f"{phrase}: {listed(named, NAMED, '; ')}")
    order = dict.fromkeys((*later, *refused, *left, *signed))
    return compose(rule, "; ".join(words), [item for id in order for item in _telling(of_agreement[id])])


def _of_agreement(evidence: Evidence, items: list[Item]) -> dict[str, list[Item]]:
    """What the state itself did with agreements, by agreement."""
    of_agreement: dict[str, list[Item]] = {}
    for item in items:
        is_agreement = evidence.kind(item.statement.subject) == MODES[SIGNATURE].kind
        if is_agreement and _takes_part(item, evidence.record.id):
            of_agreement.setdefault(item.statement.subject, []).append(item)
    return of_agreement


def _signed(evidence: Evidence, signed: list[str], refused: int, acts: dict[str, list[Item]]) -> str:
    """`signed 5 of 7 known`; all of them by name where they are few, else the last one."""
    total = len(signed) + refused
    if refused or not signed:
        return f"signed {len(signed)} of {total} known"
    if total <= FEW:
        named = [f"the {_agreement(evidence, id, acts[id][0].statement)}" for id in signed]
        return f"signed {' and '.join(named)}"
    last = next((id for id in signed if _last(acts[id]).statement.field in SIGNED), signed[0])
    return f"signed all {total} known, last the {_agreement(evidence, last, _last(acts[last]).statement)}"


def _agreement(evidence: Evidence, id: str, s: Statement) -> str:
    return dated(evidence.name(id), spoken(s))


def _did(items: list[Item], fields: Sequence[str]) -> bool:
    return any(item.statement.field in fields for item in items)


def _last(items: list[Item]) -> Item:
    return max(items, key=lambda item: item.start)


def _telling(items: list[Item]) -> list[Item]:
    """One statement of what was done with an agreement: of a refusal or the leaving of it before others."""
    return sorted(items, key=lambda item: item.statement.field not in REFUSED)[:1]


def _refused_first(items: list[Item]) -> bool:
    """Whether a state refused an agreement and signed it later."""
    acts = sorted(items, key=lambda item: item.start)
    return acts[0].statement.field == "refused" and acts[-1].statement.field in SIGNED


def refusals(evidence: Evidence, rule: FactRule) -> Fact | None:
    """Which states refused to sign and did not sign later: `Uzbekistan (Jun 2009)`."""
    of_state: dict[str, list[Item]] = {}
    denied = [item for item in evidence.denied(rule) if item.statement.field in SIGNED]
    signers = (item for item in evidence.of(rule) if item.statement.field in SIGNED)
    signed = {role.record for item in signers for role in item.statement.roles}
    for item in (*evidence.of(rule), *denied):
        states = [r.record for r in item.statement.roles if r.role in ("who", "for") and r.record]
        for id in states if item.part == "subject" else ():
            if evidence.kind(id) == STATE_KIND:
                of_state.setdefault(id, []).append(item)
    refused = {id: acts for id, acts in of_state.items() if id not in signed}
    words = [dated(evidence.name(id), spoken(acts[0].statement)) for id, acts in refused.items()]
    return compose(rule, ", ".join(words), [acts[0] for acts in refused.values()])


def contributions(evidence: Evidence, rule: FactRule) -> Fact | None:
    """The latest and the largest contribution in numbers; all values where the sources differ on one."""
    numbers = [item for item in evidence.of(rule) if _figure(item) is not None and item.part == "role"]
    if not numbers:
        return None
    latest = max(numbers, key=lambda item: item.start)
    of_unit = [item for item in numbers if _unit(item) == _unit(latest)]
    largest = max(of_unit, key=lambda item: _figure(item) or 0)
    sides = [[item for item in of_unit if item.statement.subject == latest.statement.subject]]
    if largest not in sides[0]:
        sides.append([item for item in of_unit if item.statement.subject == largest.statement.subject])
    words = [_contribution(evidence, items) for items in sides]
    text = "; largest: ".join(words)
    return compose(rule, text, [item for items in sides for item in items])


def _contribution(evidence: Evidence, items: list[Item]) -> str:
    s = items[0].statement
    ordered = sorted(items, key=lambda item: _figure(item) or 0)
    values = [item.statement.value for item in ordered if item.statement.value is not None]
    name = evidence.name(s.subject)
    reported = "reportedly " if all(item.statement.stance == "reported" for item in items) else ""
    whole = _whole(evidence, ordered[0])
    return (
        f"{reported}{quantity.alternatives(values)}, "
        f"{dated(name, dates.year_span(s.when) if s.when else '')}{whole}"
    )


def _whole(evidence: Evidence, item: Item) -> str:
    """The number of all together where it is smaller than that of one: the two do not fit."""
    row = evidence.store.database.execute(
        "SELECT max(s.value_number) FROM statement s WHERE s.subject = ? AND s.field = ? AND s.unit IS ? "
        "AND s.stance = 'asserted' AND s.rank != 'deprecated' AND NOT EXISTS "
        "(SELECT 1 FROM role WHERE statement = s.number AND role IN ('who', 'for'))",
        (item.statement.subject, item.statement.field, _unit(item)),
    ).fetchone()
    own = _figure(item) or 0
    return f" (all together: {row[0]:,.0f})" if row[0] and row[0] < own else ""


def _unit(item: Item) -> str | None:
    return item.statement.value.unit if item.statement.value else None


def _figure(item: Item) -> float | None:
    value = item.statement.value
    return (
        None
        if value is None
        else next((n for n in (value.number, value.max, value.min) if n is not None), None)
    )
