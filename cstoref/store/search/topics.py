"""The topics of a question that no single word names: what it is for, how many, whether somebody belongs."""

from __future__ import annotations

from .question_words import HOW_MANY, WHAT
from .taken_words import TakenWords
from .things import Thing
from .word_forms import is_plural_title

OF_ASKS = {"founders": ("founded", "became", "signed"), "expiry": ("in_force", "adopted", "provides")}
"""Fields that answer what `[words.ask]` asks for as a whole, where nothing better does."""
MEETINGS = ("summit", "session", "meeting")
OF_TROOPS = ("outcome", "took_place")
"""Fields that say when troops left a place."""
EVENTS = (*MEETINGS, "operation", "exercise", "visit")
WARS = ("war", "crisis", "unrest")
HELD_AT = ("took_place", "hosted")
"""Fields that say when an event began, which nobody founded."""
HEADED = {"office": ("commanded_by", "chaired"), "chaired": ("chaired", "hosted")}
"""Topics of who leads, as those of who led an event."""
HELD_BY = ("commanded_by", "chaired", "hosted", "took_part", "took_place")
"""Fields that say who held an event: who was in command or in the chair, then whose ground it was on."""
SITED = ("base", "unit", "staff", "organ")
"""Types of what a state is host to for longer than a meeting."""
COUNTED = 2
"""The place of what is counted, after `how many`."""
STATES = ("state", "former-state", "organization", "bloc")
PASSED_OVER = ("skipped", "chaired")
"""Fields that say that a state did not get the chair in its turn."""
ON_SITE = ("located", "stationed", "seat", "hosted")
WHERE_SENT = ("took_place", "deployed", "stationed", "located")
"""Fields that say where troops were."""
OF_PARTS = ("composed_of", "part_of", "membership")
"""Fields that say what a force or body consists of."""
ACTS = frozenset(
    ("attended", "absent", "signed", "refused", "ratified", "contributed", "took_part", "represented")
)
"""Fields of what members do, one by one."""
TOOK_PART = ("attended", "took_part", "represented", "contributed")
"""Fields that say who was at an event."""


def of_shape(taken: TakenWords, named: list[Thing], shape: str) -> tuple[tuple[str, ...], ...]:
    """The topic of `what are the exercises for`, and of `how many peacekeepers`."""
    if shape == HOW_MANY and any(map(is_plural_title, taken.words)):
        return ()  # holders of an office are counted
    if shape == HOW_MANY and any(thing.kind == "event" and COUNTED in thing.places for thing in named):
        return ()  # the parts of a series
    if shape == HOW_MANY and not taken.fields and not taken.types:
        return (("strength", "contributed", "composed_of"),)
    if taken.has("how old") and not taken.fields:
        return (("founded", "became", "signed"),)
    if "without" in taken.words and taken.types and not taken.fields:
        return (("absent", "refused"),)
    if shape == WHAT and taken.words[-1:] == ("do",) and not taken.fields:
        return (("purpose", "mandate", "tasked", "aim"),)
    stands = "stand" in taken.words or "stands" in taken.words  # `what does it stand for` asks for its name
    for_what = shape == WHAT and taken.words[-1:] == ("for",) and not stands
    return (("purpose", "aim", "tasked", "mandate"),) if for_what else ()


def types_of_meetings(taken: TakenWords) -> tuple[str, ...]:
    """The types of `when does the council meet next`, where no word names one."""
    meets = not taken.known.cue("meets").isdisjoint(taken.asked)
    if not meets or not taken.order or taken.types:
        return ()
    return MEETINGS[:1] if taken.known.cue("leaders") else MEETINGS


def of_words(taken: TakenWords, named: list[Thing]) -> list[tuple[str, ...]]:
    """The topics of the words. Troops that leave a country do not leave the organization."""
    if types_of_meetings(taken):  # `the leaders last met` asks for no office
        return [fields for fields in taken.fields if fields[0] == "hosted"]
    known = taken.known
    events = {*taken.types} & {*EVENTS} or any(thing.kind == "event" for thing in named)
    troops = known.cue("troops", "formations") or any(thing.type in ("force", "unit") for thing in named)
    sited = any(thing.type in SITED for thing in named) and not events
    taken.fields = [ON_SITE if sited and fields[0] == "hosted" else fields for fields in taken.fields]
    topics = [OF_TROOPS if troops and fields[0] == "left" else fields for fields in taken.fields]
    if (events or {*taken.types} & {*WARS}) and not known.cue("begins").isdisjoint(taken.asked):
        topics = [HELD_AT if fields[0] == "founded" else fields for fields in topics]
    where = ON_SITE if sited else WHERE_SENT
    if "where" in taken.words[:2]:  # where troops were sent, not who sent them
        topics = [where if fields[0] == "contributed" else fields for fields in topics]
    if events and not known.cue("led").isdisjoint(taken.asked):
        topics = [HEADED.get(fields[0], fields) for fields in topics]
    if (
        events and "who" in taken.words and known.cue("held").intersection(taken.asked)
    ):  # who led it, or where it was
        topics = [HELD_BY if fields[0] == "hosted" else fields for fields in topics]
    if known.cue("death", "killed"):  # how many died is no strength
        topics = [fields for fields in topics if fields[0] != "strength"]
    firsts = {fields[0] for fields in topics}
    if {"absent", "office"} <= firsts and known.cue("leaders"):  # no office is asked for
        topics = [fields for fields in topics if fields[0] != "office"]
    if {"absent", "chaired"} <= firsts and not events:  # whoever the chair went past
        topics = [PASSED_OVER, *(fields for fields in topics if fields[0] not in ("absent", "chaired"))]
    if firsts & ACTS and not taken.has("as a member"):  # whoever did it: `which members signed`
        topics = [fields for fields in topics if fields[0] != "membership"]
    if "membership" in {fields[0] for fields in topics} and not known.cue("consists").isdisjoint(taken.asked):
        parts = any(thing.kind == "institution" and thing.type != "organization" for thing in named)
        topics = [OF_PARTS if parts and fields[0] == "membership" else fields for fields in topics]
    return topics


def of_asks(asks: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The topic of what is asked for as a whole, for where it is answered by statements."""
    return tuple(OF_ASKS[ask] for ask in asks if ask in OF_ASKS)


def of_membership(taken: TakenWords, named: list[Thing]) -> tuple[tuple[str, ...], ...]:
    """The topic of `is armenia in the csto`: a state, and an organization after `in` or `of`."""
    states = [thing for thing in named if thing.kind == "member"]
    if not {*taken.types} <= {*STATES}:
        return ()  # an operation in a state
    for thing in named:
        before = [word for word in taken.words[: min(thing.places)] if word != "the"][-1:]
        asks = states or "state" in taken.types or taken.has("who is in") or taken.has("who was in")
        if asks and thing.type in ("organization", "bloc") and before in (["in"], ["of"]):
            return (("membership", "suspended", "observer", "left"),)
    return ()


def without_hosts(taken: TakenWords, named: list[Thing], titles: tuple[str, ...]) -> None:
    """Leave out the topic of hosts where an office is what somebody held."""
    office = titles or any("office" in fields for fields in taken.fields)
    office = office or any(thing.type == "office" for thing in named)
    if office and taken.known.cue("held").intersection(taken.asked):
        taken.fields = [fields for fields in taken.fields if fields[0] != "hosted"]


def of_event(taken: TakenWords, named: list[Thing]) -> None:
    """Who took part, where the members of an event are asked for: `countries in combat brotherhood 2023`."""
    if any(thing.kind == "event" for thing in named):
        others = ("membership", "observer")
        if any(fields[0] == "observer" for fields in taken.fields):  # whoever sent observers sent no troops
            taken.fields = [fields for fields in taken.fields if fields[0] != "contributed"]
        taken.fields = [TOOK_PART if fields[0] in others else fields for fields in taken.fields]
