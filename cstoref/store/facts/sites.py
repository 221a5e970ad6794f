"""Facts of where: the places of a record, and what is in the places of a state."""

from __future__ import annotations

from cstoref import dates
from cstoref.model import Fact, FactRule

from .evidence import Evidence, Item, compose, listed
from .lists import STATE_KIND, other_ends

PLACE_KIND, INSTITUTION_KIND = "place", "institution"
BASE = "base"
"""The type of what stays where it is: it is where it was last, if nobody says that it has ended."""


def places(evidence: Evidence, rule: FactRule) -> Fact | None:
    """The places at the other end of the statements: where it is, and where it was if that is over."""
    ends = other_ends(evidence, rule, (dates.NO,))
    order = {field: place for place, field in enumerate(rule.fields)}
    ranked = sorted(ends.items(), key=lambda pair: order[pair[1].statement.field])
    found = {id: item for id, item in ranked if evidence.kind(id) == PLACE_KIND}
    whole = {record.id: record for id in found if (record := evidence.store.record(id)) is not None}
    words = []
    for id, item in found.items():
        within = whole[id].place
        state = f", {evidence.name(within)}" if within and evidence.kind(within) == STATE_KIND else ""
        when = item.statement.when or ""
        is_dated = item.held == dates.END_UNKNOWN or ("/" in when and not when.endswith("/.."))
        ended = f" ({dates.year_span(when)})" if is_dated else ""
        words.append(f"{evidence.name(id)}{state}{ended}")
    return compose(rule, listed(words, rule.most), list(found.values()))


def territory(evidence: Evidence, rule: FactRule) -> Fact | None:
    """What is in the places of a state: bases, staffs, seats."""
    found: dict[str, tuple[str, Item]] = {}
    # The first place of a statement is its value: where something is, before where it also is.
    for place, item in sorted(evidence.in_places(rule.fields), key=lambda pair: pair[1].part != "value"):
        subject = item.statement.subject
        is_base = evidence.type(subject) == BASE
        is_there = item.held in dates.SURE or (is_base and item.held == dates.END_UNKNOWN)
        if item.part in ("value", "role") and is_there and evidence.kind(subject) == INSTITUTION_KIND:
            found.setdefault(subject, (place, item))
    ordered = sorted(found.items(), key=lambda pair: evidence.type(pair[0]) != BASE)
    words = [f"{evidence.name(id)} ({evidence.name(place)})" for id, (place, _) in ordered]
    return compose(rule, listed(words, rule.most), [item for _, (_, item) in ordered])
