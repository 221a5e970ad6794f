"""Finds a quote in its source, exactly, and says where: never by likeness.

Runs of white space match each other and nothing else is folded. A quote that stands in two places needs
`before` (words that come before it) or `nth`; a quote that is not found fails with the nearest passage.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

CONTEXT = 40
LONGEST_SHOWN = 300
LONGEST_COMPARED = 50_000
"""Letters of a text beyond which the nearest passage is sought only in its beginning: it takes a while."""

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
    line_ends: list[int]
    """Where each line that is not empty ends in the text itself."""

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


@lru_cache(maxsize=16)
def _flat(text: str) -> _Flat:
    runs: list[int] = []
    lost = [0]
    for match in re.finditer(r"\s{2,}", text):
        runs.append(match.start() - lost[-1])
        lost.append(lost[-1] + len(match.group()) - 1)
    flat = re.sub(
        r"\s{2,}|[^\S ]", " ", text
    )  # single spaces, which are nearly all there is, stay as they are
    return _Flat(flat, runs, lost, list(_line_ends(text)))


def _line_ends(text: str) -> Iterator[int]:
    end = 0
    for line in text.split("\n")[:-1]:
        end += len(line)
        if line.strip():
            yield end
        end += 1


def find(text: str, quote: str, before: str | None = None, nth: int | None = None) -> Span:
    """Start and end of the quote in the text, in code points. Raises QuoteError."""
    flat = _flat(text)
    spans = flat.places(quote)
    if not spans:
        raise QuoteError(f'quote not found; the nearest passage is "{nearest(text, quote)}"')
    if before is not None:
        spans = _after(flat.places(before), spans)
        if not spans:
            raise QuoteError(f'quote found, but nowhere after "{before[:LONGEST_SHOWN]}"; mend `before`')
    if nth is not None:
        if nth > len(spans):
            raise QuoteError(f"quote found {len(spans)} times, so there is no nth = {nth}")
        return spans[nth - 1]
    if len(spans) > 1:
        places = " and ".join(f'"{_around(text, *span)}"' for span in spans[:2])
        raise QuoteError(
            f"quote found {len(spans)} times, at {places}; lengthen it, or add "
            '`before = "…"` (words before it) or `nth = 2`'
        )
    return spans[0]


def paragraph(text: str, start: int) -> int:
    """The number, from 1, of the paragraph (a line that is not empty) in which an offset lies."""
    return bisect_left(_flat(text).line_ends, start) + 1


def nearest(text: str, quote: str) -> str:
    """The passage that shares most words with the quote: what to show beside a quote that was not found."""
    words = [match.span() for match in re.finditer(r"\S+", text[:LONGEST_COMPARED])]
    wanted = quote.split()
    if not wanted:
        return text[:80].strip()
    missing = Counter(wanted)
    # A window of as many words as the quote has slides over the text; `missing` counts what it lacks of the
    # quote. Each step costs two updates, thus the whole is linear, where `difflib` is quadratic.
    best, first, shared = 0, 0, 0
    for at, (start, end) in enumerate(words):
        missing[text[start:end]] -= 1
        shared += missing[text[start:end]] >= 0
        begins = max(0, at + 1 - len(wanted))
        opening = text[slice(*words[begins])]
        # Doubled, so that a window that begins like the quote wins over others with as many words and never
        # over one with more.
        if shared and 2 * shared + (opening == wanted[0]) > best:
            best, first = 2 * shared + (opening == wanted[0]), begins
        if at + 1 >= len(wanted):
            missing[opening] += 1
            shared -= missing[opening] > 0
    if not best:
        return text[:80].strip()
    last = min(len(words), first + len(wanted)) - 1
    return " ".join(text[words[first][0] : words[last][1]].split())[:LONGEST_SHOWN]


def _after(before: list[Span], spans: list[Span]) -> list[Span]:
    """Of several places, the first one that follows each place of what comes before."""
    starts = [start for start, _ in spans]
    found = {bisect_left(starts, end) for _, end in before}
    return [spans[at] for at in sorted(found) if at < len(spans)]


def _around(text: str, start: int, end: int) -> str:
    left, right = max(0, start - CONTEXT), min(len(text), end + CONTEXT)
    return f"…{' '.join(text[left:right].split())}…"
