"""Verbs by words: whichever is meant most likely comes first, by its name and words before its help."""

from __future__ import annotations

from collections.abc import Iterable

from cstoref import fold

from .base import Verb

SURENESS = (1.0, 0.97, 0.94, 0.91, 0.88, 0.85)
"""How sure a match is: the whole name or word of a verb; words of its name; beginnings of these; words of its
help; beginnings of these; parts of words."""


def verbs_matching(typed: str, verbs: Iterable[Verb]) -> list[tuple[float, Verb]]:
    """The verbs that have all the words typed, each with how sure it is, the surest first."""
    words = fold.words(typed).split()
    ranked = [(sure, verb) for verb in verbs if (sure := _sureness(words, verb))] if words else []
    return sorted(ranked, key=lambda pair: -pair[0])


def _sureness(words: list[str], verb: Verb) -> float:
    name = fold.words(verb.name).split()
    others = [fold.words(word) for word in (*verb.words, *verb.former)]
    help = [*name, *fold.words(f"{verb.help} {verb.group}").split()]
    fits = (
        words == name or " ".join(words) in others,
        all(word in name for word in words),
        all(any(part.startswith(word) for part in name) for word in words),
        all(word in help for word in words),
        all(any(part.startswith(word) for part in help) for word in words),
        all(any(word in part for part in help) for word in words),
    )
    return next((sure for sure, fit in zip(SURENESS, fits, strict=True) if fit), 0.0)
