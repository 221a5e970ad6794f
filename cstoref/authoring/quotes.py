"""Finds a quote in its source, exactly, and says where: never by likeness.

Runs of white space match each other and nothing else is folded. A quote that stands in two places needs
`before` (words that come before it) or `nth`; a quote that is not found fails with the nearest passage.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

CONTEXT = 40


class QuoteError(ValueError):
    """The quote is not found, or not in one place only. The message says what to do."""


def find(text: str, quote: str, before: str | None = None, nth: int | None = None) -> tuple[int, int]:
    """Start and end of the quote in the text, in code points. Raises QuoteError."""
    spans = [match.span() for match in _pattern(quote).finditer(text)]
    if not spans:
        raise QuoteError(f'quote not found; the nearest passage is "{nearest(text, quote)}"')
    if before is not None:
        spans = [span for span in spans if _pattern(before).search(text, 0, span[0]) is not None]
        spans = _closest(text, before, spans)
        if not spans:
            raise QuoteError(f'quote found, but nowhere after "{before}"; mend `before`')
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
    lines = text[:start].split("\n")
    return sum(1 for line in lines[:-1] if line.strip()) + 1


def nearest(text: str, quote: str) -> str:
    """The passage most like the quote: what to show beside a quote that was not found."""
    words = [(match.group(), match.start(), match.end()) for match in re.finditer(r"\S+", text)]
    wanted = quote.split()
    matcher = SequenceMatcher(None, [word for word, _, _ in words], wanted, autojunk=False)
    block = matcher.find_longest_match(0, len(words), 0, len(wanted))
    if not block.size:
        return text[:80].strip()
    first = max(0, block.a - block.b)
    last = min(len(words), first + len(wanted)) - 1
    return " ".join(text[words[first][1] : words[last][2]].split())[:300]


def _pattern(quote: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(re.escape(part) for part in quote.split()))


def _closest(text: str, before: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of several places after `before`, the first one that follows each place of `before`."""
    ends = [match.end() for match in _pattern(before).finditer(text)]
    chosen = {min(after) for end in ends if (after := [span for span in spans if span[0] >= end])}
    return sorted(chosen)


def _around(text: str, start: int, end: int) -> str:
    left, right = max(0, start - CONTEXT), min(len(text), end + CONTEXT)
    return f"…{' '.join(text[left:right].split())}…"
