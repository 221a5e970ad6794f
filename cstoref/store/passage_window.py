"""The sentences that a passage lies in, and those that are shown around it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from .source_reader import Sentence

AROUND = 1
"""Sentences before and after a passage that are shown with it."""


def within(sentences: Sequence[Sentence], start: int, end: int) -> range:
    """The places of the sentences that a passage touches; `sentences` are all of its text, in order."""
    first = bisect_right(sentences, start, key=lambda sentence: sentence.end)
    return range(first, bisect_left(sentences, end, key=lambda sentence: sentence.start))


def window(sentences: Sequence[Sentence], text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentences begin and end that stand around a passage, within its paragraphs: offsets in code
    points."""
    touched = within(sentences, start, end)
    first = sentences[max(0, touched.start - AROUND)].start
    last = sentences[min(len(sentences) - 1, touched.stop - 1 + AROUND)].end
    # Never beyond a line break: the sentence before may be the headline or belong to another speaker.
    return max(first, text.rfind("\n", 0, start) + 1), min(last, _line_end(text, end))


def _line_end(text: str, at: int) -> int:
    line_break = text.find("\n", at)
    return len(text) if line_break < 0 else line_break
