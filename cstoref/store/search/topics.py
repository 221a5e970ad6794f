"""The topics of a question that no single word names: what it is for, how many, whether somebody belongs."""

from __future__ import annotations

from .question_words import HOW_MANY, WHAT
from .taken_words import TakenWords
from .things import Thing

OF_ASKS = {"founders": ("founded", "became", "signed"), "expiry": ("in_force", "adopted", "provides")}
"""Fields that answer what `[words.ask]` asks for as a whole, where nothing better does."""


def of_shape(taken: TakenWords, shape: str) -> tuple[tuple[str, ...], ...]:
    """The topic of `what are the exercises for`, and of `how many peacekeepers`."""
    if shape == HOW_MANY and not taken.fields and not taken.types:
        return (("strength", "contributed", "composed_of"),)
    if taken.has("how old") and not taken.fields:
        return (("founded", "became", "signed"),)
    if "without" in taken.words and taken.types and not taken.fields:
        return (("absent", "refused"),)
    return (("purpose", "aim", "tasked"),) if shape == WHAT and taken.words[-1:] == ("for",) else ()


def of_asks(asks: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The topic of what is asked for as a whole, for where it is answered by statements."""
    return tuple(OF_ASKS[ask] for ask in asks if ask in OF_ASKS)


def of_membership(taken: TakenWords, named: list[Thing]) -> tuple[tuple[str, ...], ...]:
    """The topic of `is armenia in the csto`: a state, and an organization after `in` or `of`."""
    states = [thing for thing in named if thing.kind == "member"]
    for thing in named:
        before = [word for word in taken.words[: min(thing.places)] if word != "the"][-1:]
        asks = states or "state" in taken.types or taken.has("who is in") or taken.has("who was in")
        if asks and thing.type in ("organization", "bloc") and before in (["in"], ["of"]):
            return (("membership", "suspended", "observer", "left"),)
    return ()
