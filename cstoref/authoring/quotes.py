"""Finds a quote in its source, exactly, and says where: never by likeness.

Runs of white space match each other and nothing else is folded. A quote that stands in two places needs words
that come before or after it, or `nth` with the number of places; a quote that is not found fails with the
nearest passage, if one is near.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from .nearest import LONGEST_SHOWN, nearest

SPACES = (
    "\t\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
"""White space but for the blank and the line feed."""
CONTEXT = 40
"""Letters before and after a passage that a message shows."""

Span = tuple[int, int]


class QuoteError(ValueError):
    """The quote is not found, or not in one place only. The message says what to do."""


class _Flat(NamedTuple):
    """A text with one blank for each run of white space, and what leads from its offsets to the text's."""

    text: str
    runs: list[int]
    """Where a run of several stands in the flat text."""
    lost: list[int]
    """How many letters of the text are left out before each run, and at last in all."""
    line_ends: list[int] | None
    """Where each line that is not empty ends in the text itself; None where every line feed is one."""

    def places(self, words: str) -> list[Span]:
        """Every place of some words, in offsets of the text, none overlapping the one before."""
        # White space is the only thing folded, because line breaks of a text carry no meaning; letters must
        # be exact.
        sought = " ".join(words.split())
        spans: list[Span] = []
        at = self.text.find(sought) if sought else -1
        while at >= 0:
            end = at + len(sought)
            # The end by its last letter: mapping `end` itself would take in the white space behind the quote.
            spans.append((self._in_text(at), self._in_text(end - 1) + 1))
            at = self.text.find(sought, end)
        return spans

    def _in_text(self, at: int) -> int:
        # One bisection instead of an array with an entry for each letter of the text.
        return at + self.lost[bisect_left(self.runs, at)]


def places(text: str, words: str) -> list[Span]:
    """Every place of some words in a text, whatever the white space between them."""
    return _flat(text).places(words)


@lru_cache(maxsize=16)
def _flat(text: str) -> _Flat:
    flat = text.replace("\n", " ")
    # In most texts white space is a single blank or line feed: that is told in a tenth of the time.
    if "  " not in flat and not any(space in flat for space in SPACES):
        return _Flat(flat, [], [0], list(_line_ends(text)) if text.startswith("\n") else None)
    runs: list[int] = []
    lost = [0]
    # Splitting and joining takes a tenth of the time of a regular expression.
    flat = f"{' ' * text[:1].isspace()}{' '.join(text.split())}{' ' * text[-1:].isspace()}"
    for match in re.finditer(r"\s{2,}", text) if len(flat) < len(text) else ():
        runs.append(match.start() - lost[-1])
        lost.append(lost[-1] + len(match.group()) - 1)
    return _Flat(flat, runs, lost, list(_line_ends(text)))


def _line_ends(text: str) -> Iterator[int]:
    end = 0
    for line in text.split("\n")[:-1]:
        end += len(line)
        if line.strip():
            yield end
        end += 1


class Context(NamedTuple):
    """What chooses among several places of a quote."""

    before: str | None = None
    """Words that come before it."""
    after: str | None = None
    """Words that follow it."""
    nth: int | None = None
    of: int | None = None
    """How many places there are for `nth`: an edit of the text that adds or removes one is noticed."""


def find(text: str, quote: str, context: Context | None = None) -> Span:
    """Start and end of the quote in the text, in code points. Raises QuoteError."""
    flat, context = _flat(text), context or Context()
    spans = flat.places(quote)
    if not spans:
        raise QuoteError(_not_found(text, quote))
    if context.before is not None:
        spans = _following(flat.places(context.before), spans)
    if context.after is not None:
        spans = _preceding(flat.places(context.after), spans)
    if not spans:
        sides = (("after", context.before), ("before", context.after))
        words = " and ".join(f'{side} "{given[:LONGEST_SHOWN]}"' for side, given in sides if given)
        raise QuoteError(f"quote found, but nowhere {words}; correct the words around it")
    if context.nth is not None:
        return _numbered(text, spans, context.nth, context.of)
    if len(spans) > 1:
        places = " and ".join(f'"{_around(text, *span)}"' for span in spans[:2])
        raise QuoteError(
            f"quote found {len(spans)} times, at {places}; lengthen it, or add words around it: "
            '`before = "…"` or `after = "…"`'
        )
    return spans[0]


def _numbered(text: str, spans: list[Span], nth: int, of: int | None) -> Span:
    """The nth of several places. Raises QuoteError where it may not be the one that was meant."""
    if nth > len(spans):
        raise QuoteError(f"quote found {_times(len(spans))}, so there is no nth = {nth}")
    if of is None:
        preceding = " ".join(text[max(0, spans[nth - 1][0] - 2 * CONTEXT) : spans[nth - 1][0]].split()[1:])
        hint = f'`before = "{preceding}"`' if preceding else '`after = "…"`'
        raise QuoteError(
            f"nth = {nth} may come to mean another passage when the text is edited; write {hint} instead, or "
            f"`of = {len(spans)}` beside it, the number of places"
        )
    if of != len(spans):
        raise QuoteError(
            f"quote found {_times(len(spans))}, not of = {of}: the text was edited; check which place is "
            "meant, then correct `nth` and `of`"
        )
    return spans[nth - 1]


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"


def _not_found(text: str, quote: str) -> str:
    passage = nearest(text, quote)
    if passage is None:
        return "quote not found, nor a passage near it; if it was reworded, copy it from the text again"
    return f'quote not found; the nearest passage is "{passage}"'


def paragraph(text: str, start: int) -> int:
    """The number, from 1, of the paragraph (a line that is not empty) in which an offset lies."""
    ends = _flat(text).line_ends
    return 1 + (text.count("\n", 0, start) if ends is None else bisect_left(ends, start))


def _following(before: list[Span], spans: list[Span]) -> list[Span]:
    """Of several places, the first one that follows each place of what comes before."""
    starts = [start for start, _ in spans]
    places = {bisect_left(starts, end) for _, end in before}
    return [spans[place] for place in sorted(places) if place < len(spans)]


def _preceding(after: list[Span], spans: list[Span]) -> list[Span]:
    """Of several places, the last one that comes before each place of what follows."""
    ends = [end for _, end in spans]
    places = {bisect_right(ends, start) - 1 for start, _ in after}
    return [spans[place] for place in sorted(places) if place >= 0]


def _around(text: str, start: int, end: int) -> str:
    left, right = max(0, start - CONTEXT), min(len(text), end + CONTEXT)
    return f"…{' '.join(text[left:right].split())}…"
