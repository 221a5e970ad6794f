"""What the words of a passage suggest for a statement: fields, times, numbers, stance and hedge.

Proposals in a work list and a form. None of them is written unless a person takes it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from cstoref import fold
from cstoref.authoring.lint import NUMBERS
from cstoref.store.queries import Store
from cstoref.store.search.word_forms import STOPWORDS

from .names import Mention, names_of
from .times import Time, times

MOST_FIELDS = 6
_NUMBER = re.compile(
    rf"(?<![\w.,-])(\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|{'|'.join(NUMBERS[2:])})(?:\s+([a-z][a-z-]+))?(?![\w])"
)
NO_UNITS = frozenset((*STOPWORDS, "years", "days", "months", "weeks", "percent", "per", "or", "times"))


class Number(NamedTuple):
    """A number in a text, and the word after it, which may be its unit."""

    words: str
    number: float
    unit: str = ""


class Suggestions(NamedTuple):
    """What the words of a passage suggest."""

    mentions: tuple[Mention, ...]
    times: tuple[Time, ...]
    numbers: tuple[Number, ...]
    fields: tuple[str, ...]
    """Ids of fields, the likeliest first."""
    stances: tuple[str, ...]
    hedges: tuple[str, ...]
    """Words as they stand there."""

    def as_json(self) -> dict[str, Any]:
        """All of them as plain values."""
        return {
            "names": [mention._asdict() for mention in self.mentions],
            "times": [time._asdict() for time in self.times],
            "numbers": [number._asdict() for number in self.numbers],
            "fields": list(self.fields),
            "stances": list(self.stances),
            "hedges": list(self.hedges),
        }


def suggestions(store: Store, passage: str, issued: str | None = None) -> Suggestions:
    """What a passage suggests whose source was issued on a day."""
    found = times(passage, issued)
    return Suggestions(
        tuple(names_of(store).mentions(passage)),
        tuple(found),
        tuple(_numbers(passage, found)),
        _fields(store, passage),
        _stances(store, passage),
        _hedges(store, passage),
    )


def _numbers(passage: str, dated: Sequence[Time]) -> list[Number]:
    """The numbers of a passage that are no part of a date."""
    numbers = []
    for match in _NUMBER.finditer(passage):
        if any(time.start < match.end(1) and match.start() < time.end for time in dated):
            continue
        words, unit = match[1], match[2] or ""
        value = NUMBERS.index(words) if words in NUMBERS else float(words.replace(",", ""))
        numbers.append(Number(words, value, "" if unit in NO_UNITS else unit))
    return numbers


def _fields(store: Store, passage: str) -> tuple[str, ...]:
    """The fields that the everyday words of a passage ask for: those of the longest phrases first, and of one
    phrase first the one that is meant."""
    padded = f" {fold.words(passage)} "
    ranked: dict[str, tuple[int, int]] = {}
    for key, phrases in store.words("topic"):
        longest = max(
            (len(phrase) for phrase in map(fold.words, phrases) if f" {phrase} " in padded), default=0
        )
        for place, field in enumerate(key.split() if longest else ()):
            if field in store.fields:
                ranked[field] = min(ranked.get(field, (9, 0)), (place, -longest))
    return tuple(sorted(ranked, key=lambda field: ranked[field])[:MOST_FIELDS])


def _stances(store: Store, passage: str) -> tuple[str, ...]:
    padded = f" {fold.words(passage)} "
    return tuple(
        stance
        for stance, phrases in store.words("stance")
        if any(f" {fold.words(phrase)} " in padded for phrase in phrases)
    )


def _hedges(store: Store, passage: str) -> tuple[str, ...]:
    phrases = [phrase for _, listed in store.words("hedge") for phrase in listed]
    if not phrases:
        return ()
    longest_first = sorted(phrases, key=len, reverse=True)
    # A month with the letters of a hedge is none: “May” within a sentence has its capital.
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)
    found = (match.group() for match in pattern.finditer(passage) if match.group() != "May")
    return tuple(dict.fromkeys(found))
