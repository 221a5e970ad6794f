"""The declared words of a pack: kinds of records with their types, and fields of statements.

Adding a kind is one entry in KINDS and a file in `data/`; adding a field is one entry in FIELDS. Every list,
page, view and export learns both from the compiled pack.
"""

from __future__ import annotations

from typing import NamedTuple

from cstoref.dates import OCCURRENCE, STATE
from cstoref.model import Field, Kind


class KindRule(NamedTuple):
    """What an author may write of one kind."""

    kind: Kind
    types: tuple[str, ...]


class FieldRule(NamedTuple):
    """What an author may write in one field. `on` names the kinds it is authored on, empty for all of them;
    `needs` the roles that must be given; `speech` makes the speaker the default of `said_by`."""

    field: Field
    on: tuple[str, ...]
    needs: tuple[str, ...] = ()
    speech: bool = False


def _kind(id: str, label: str, plural: str, types: str) -> KindRule:
    return KindRule(Kind(id, label, plural), tuple(types.split()))


KINDS: tuple[KindRule, ...] = (
    _kind("member", "Member", "members", "state former-state"),
    _kind("leader", "Leader", "leaders", "person unnamed"),
    _kind(
        "institution",
        "Institution",
        "institutions",
        "organization organ office rank force unit base staff system bloc coalition government body media "
        "research",
    ),
    _kind(
        "event",
        "Event",
        "events",
        "summit meeting session exercise operation statement press-conference refusal absence complaint "
        "promise accusation dispute crisis war unrest election referendum decision appointment membership "
        "visit founding",
    ),
    _kind(
        "agreement",
        "Agreement",
        "agreements",
        "treaty charter agreement protocol decision plan programme proposal resolution rule project",
    ),
    _kind("place", "Place", "places", "city region country border training-ground base site"),
)

ROLES = (
    "who",
    "for",
    "instead_of",
    "to",
    "with",
    "place",
    "at",
    "topic",
    "opposed_by",
    "condition",
    "outcome",
)
"""Every role a statement may have. A role holds records; `*_text` beside it holds words instead."""

WORD_ROLES = ("condition", "outcome")
"""Roles that hold words, never a record."""


def _field(
    id: str,
    label: str,
    inverse: str,
    value: str = "",
    nature: str = OCCURRENCE,
    *,
    on: str = "",
    needs: str = "",
    mark: str = "",
    speech: bool = False,
) -> tuple[str, FieldRule]:
    field = Field(id, label, inverse, "", value, nature, mark)
    return id, FieldRule(field, tuple(on.split()), tuple(needs.split()), speech)


_GROUPS: dict[str, tuple[tuple[str, FieldRule], ...]] = {
    "Membership": (
        _field("membership", "member of", "member", "record", STATE, on="member institution"),
        _field("observer", "observer at", "observer", "record", STATE, on="member institution"),
        _field(
            "suspended",
            "suspended its part in",
            "part suspended by",
            "record",
            STATE,
            on="member",
        ),
        _field("applied", "wants to join", "sought by", "record", STATE, on="member institution"),
    ),
    "Offices": (
        _field("office", "office", "held by", "record", STATE, on="leader"),
        _field("office_of", "office of", "office", "record", STATE, on="institution"),
        _field(
            "appointed",
            "appointed",
            "appointed",
            "record",
            on="event agreement",
            needs="who",
        ),
        _field("skipped", "passed over", "passed over", "record", on="event", needs="who"),
    ),
    "Life": (_field("died", "died", "place of the death of", on="leader"),),
    "Structure": (
        _field("part_of", "part of", "parts", "record", STATE, on="institution event place"),
        _field("composed_of", "made up of", "provides for", "number", STATE, on="institution"),
        _field("strength", "strength", "strength", "number", STATE, on="institution"),
        _field(
            "commanded_by",
            "commanded by",
            "commands",
            "record",
            STATE,
            on="institution event",
        ),
        _field("seat", "seat", "seat of", "record", STATE, on="institution"),
        _field("stationed", "stationed at", "stationed here", "record", STATE, on="institution"),
        _field("founded", "set up", "set up", on="institution"),
        _field("became", "became", "formed from", "record", on="institution place member"),
        _field("purpose", "purpose", "purpose", "words", STATE),
        _field("tasked", "was given the task", "task concerns", "words", on="institution"),
        _field("located", "lies in or near", "nearby", "record", STATE, on="place institution"),
        _field("distance", "distance", "distance", "number", STATE, on="place", needs="to"),
        _field("mandate", "powers", "powers concern", "words", STATE, on="institution"),
    ),
    "Attendance": (
        _field("attended", "attended", "attended", on="event", mark="●"),
        _field("represented", "sent another", "sent another to", on="event", needs="who", mark="◐"),
        _field("absent", "stayed away", "stayed away from", on="event", mark="○"),
        _field("hosted", "host", "hosted", on="event", mark="h"),
        _field("chaired", "in the chair", "chaired", on="event", mark="c"),
        _field("convened", "called by", "called", on="event"),
        _field("invited", "invited", "invited to", on="event"),
        _field("took_part", "took part", "took part in", on="event agreement"),
    ),
    "Proceedings": (
        _field("took_place", "took place", "site of", "words", on="event"),
        _field("scenario", "scenario", "scenario concerns", "words", on="event"),
        _field("decided", "decided", "decided at", "words", on="event"),
        _field("discussed", "discussed", "discussed at", "words", on="event"),
        _field("deferred", "put off", "put off", "words", on="event agreement"),
        _field("followed", "followed", "led to", "record", on="event"),
        _field("responded", "response", "responded to", "words", on="event"),
        _field("reason", "reason", "given as a reason", "words", on="event agreement"),
        _field("outcome", "outcome", "outcome concerns", "words", on="event agreement"),
        _field("precedent", "a first", "a first", "words", on="event agreement institution"),
    ),
    "Contributions": (
        _field(
            "contributed",
            "contribution",
            "contributed to",
            "number",
            on="event institution agreement",
            mark="n",
        ),
        _field("offered", "offered", "offered to", "number", STATE, on="institution"),
        _field("paid", "paid for by", "pays for", "words", STATE, on="institution agreement event"),
    ),
    "Signatures": (
        _field("signed", "signed by", "signed", on="agreement", mark="✓"),
        _field("refused", "refused by", "refused", on="agreement event", mark="✗"),
        _field("reserved", "reservations of", "has reservations about", "words", on="agreement"),
        _field("ratified", "ratified by", "ratified", on="agreement", mark="r"),
        _field("joined", "joined by", "joined", on="agreement", mark="✓"),
        _field("left", "left by", "left", on="agreement institution", mark="✗"),
        _field("adopted", "adopted by", "adopted", on="agreement"),
        _field("in_force", "in force", "in force", "", STATE, on="agreement"),
    ),
    "Provisions": (
        _field("provides", "provides", "provided for by", "words", STATE, on="agreement"),
        _field("proposed", "proposed by", "proposed", on="agreement"),
        _field("supported", "supported by", "supports", "words", STATE),
        _field("opposed", "opposed by", "opposes", "words", STATE),
        _field("defeated", "defeated by", "defeated", on="agreement"),
        _field("carried_out", "carried out", "carried out", "words", on="agreement"),
    ),
    "Relations": (
        _field(
            "aided",
            "helped",
            "helped by",
            "words",
            on="member institution leader",
            needs="to",
        ),
        _field("cooperation", "cooperates with", "cooperates with", "words", STATE, needs="with"),
        _field("dispute", "at odds with", "at odds with", "words", STATE, needs="with"),
        _field("deployed", "deployed", "deployed here", "words", STATE, on="member institution"),
        _field("depends", "depends on", "depended on", "words", STATE, needs="with"),
        _field("aim", "aims at", "aimed at by", "words", STATE),
        _field("capability", "able to", "ability concerns", "words", STATE),
        _field("condition", "condition", "condition of", "words", STATE),
        _field("conduct", "conduct", "conduct towards", "words"),
    ),
    "Said": (
        _field("said", "said", "said of it", "words", speech=True),
        _field("accused", "accused", "accused by", "words", needs="to", speech=True),
        _field("criticised", "criticised", "criticised by", "words", speech=True),
        _field("praised", "praised", "praised by", "words", speech=True),
        _field("complained", "complained", "complaint concerns", "words", speech=True),
        _field("promised", "promised", "promise concerns", "words", speech=True),
        _field("called_for", "called for", "called for by", "words", speech=True),
        _field("announced", "announced", "announced", "words", speech=True),
        _field("explained", "explained", "explained by", "words", speech=True),
        _field("rejected", "rejected", "rejected by", "words", speech=True),
    ),
    "Judgement": (
        _field("assessment", "assessment", "assessment concerns", "words", STATE),
        _field("motive", "motive", "motive concerns", "words", STATE),
        _field("comparison", "compared with", "compared with", "words", STATE),
        _field("expectation", "expected", "expected of", "words", STATE),
    ),
}

FIELDS: dict[str, FieldRule] = {
    id: rule._replace(field=rule.field._replace(group=group))
    for group, entries in _GROUPS.items()
    for id, rule in entries
}


class OfficeRule(NamedTuple):
    """What holds of every office whose name, folded to plain small words, begins with one of `begins`."""

    id: str
    begins: tuple[str, ...]
    never_vacant: bool = False
    many_holders: bool = False


OFFICES: tuple[OfficeRule, ...] = (
    OfficeRule(
        "head of state",
        ("president of ", "head of the state ", "chairman of the supreme soviet "),
        never_vacant=True,
    ),
    OfficeRule("secretary-general", ("secretary general ",), never_vacant=True),
    OfficeRule("chair", ("chair of the collective ",), never_vacant=True),
    OfficeRule("deputy", ("deputy ", "vice ", "assistant "), many_holders=True),
    OfficeRule("member", ("member ", "representative ", "adviser "), many_holders=True),
)
"""What a pack may not contradict about its offices. An office that none of them names has one holder at once
and may be vacant."""

SEQUENCES: tuple[tuple[str, str], ...] = (
    ("founded", "became"),
    ("founded", "commanded_by"),
    ("founded", "part_of"),
    ("founded", "seat"),
    ("founded", "stationed"),
    ("joined", "left"),
    ("membership", "suspended"),
    ("proposed", "adopted"),
    ("proposed", "defeated"),
    ("proposed", "signed"),
    ("adopted", "in_force"),
    ("signed", "in_force"),
    ("signed", "left"),
    ("signed", "ratified"),
)
"""Pairs of fields on one record. For the same participants the second never comes before the first."""

ORDERS: dict[str, str] = {"Russian alphabetical order": "ru"}
"""What `provides` may give as the order in which an office goes round the members: the language of the names
by which they are ordered."""

PRESENCE: tuple[str, ...] = ("attended", "represented", "absent", "chaired")
"""Fields by which a person is, or is not, at an event for a state or body."""
