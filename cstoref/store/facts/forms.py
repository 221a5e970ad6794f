"""The forms by which facts are found, by the names that the vocabulary uses."""

from __future__ import annotations

from . import days, leadership, lists, membership, numbers, offices, participation, sentences, sites

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from cstoref.model import Fact, FactRule

    from .evidence import Evidence

FORMS: dict[str, Callable[[Evidence, FactRule], Fact | None]] = {
    "membership": membership.membership,
    "holder": offices.holder,
    "head": offices.head,
    "last-head": leadership.last_head,
    "chair": offices.chair,
    "sitting": leadership.sitting,
    "in-office": leadership.in_office,
    "cabinet": offices.cabinet,
    "offices": offices.current,
    "earlier-offices": offices.earlier,
    "current-holder": offices.current_holder,
    "holders": offices.holders,
    "attendance": participation.attendance,
    "representation": participation.representation,
    "signatures": participation.signatures,
    "signatories": lists.signatories,
    "contributors": lists.contributors,
    "absentees": lists.absentees,
    "participants": lists.participants,
    "refusals": participation.refusals,
    "contributions": participation.contributions,
    "names": lists.names,
    "newest": lists.newest,
    "places": sites.places,
    "attendees": lists.attendees,
    "parts": lists.parts,
    "members": lists.members,
    "territory": sites.territory,
    "namesakes": lists.namesakes,
    "numbers": numbers.numbers,
    "strength": numbers.strength,
    "sentences": sentences.sentences,
    "standing": sentences.standing,
    "reasons": sentences.reasons,
    "last-sentence": sentences.last_sentence,
    "dates": days.days,
    "time": days.time,
    "conflicts": days.conflicts,
}
