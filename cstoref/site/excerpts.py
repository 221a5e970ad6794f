"""Passages of a text: those within the same sentences together; a text cut where passages begin and end."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from cstoref.model import Citation, Conflict, Statement
from cstoref.store.passage_window import within
from cstoref.store.source_reader import Sentence

from .address import passage_spot
from .html import Html, tag

Span = tuple[int, int]
Use = Statement | Conflict
"""What cites a passage."""
Cited = tuple[Citation, Use]


class Excerpt(NamedTuple):
    """Passages within the same sentences, each with what cites it."""

    start: int
    end: int
    """Of all its passages together."""
    paragraph: int | None
    passages: tuple[tuple[Span, tuple[Use, ...]], ...]

    @property
    def spot(self) -> str:
        """Where it is on the page."""
        return f"e{self.start}-{self.end}"


def excerpts_of(cited: Iterable[Cited], sentences: Sequence[Sentence]) -> list[Excerpt]:
    """The excerpts of everything that is cited from a text, in the order of the text."""
    passages: dict[Span, list[Use]] = {}
    paragraphs: dict[Span, int | None] = {}
    for citation, use in cited:
        if citation.start is not None and citation.end is not None:
            span = citation.start, citation.end
            passages.setdefault(span, []).append(use)
            paragraphs.setdefault(span, citation.paragraph)
    groups: dict[range, list[Span]] = {}
    for start, end in sorted(passages):
        groups.setdefault(within(sentences, start, end), []).append((start, end))
    return [_excerpt(spans, passages, paragraphs[spans[0]]) for spans in groups.values()]


def _excerpt(spans: Sequence[Span], passages: Mapping[Span, Sequence[Use]], paragraph: int | None) -> Excerpt:
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    return Excerpt(first, last, paragraph, tuple((span, tuple(passages[span])) for span in spans))


def marked(text: str, start: int, end: int, spans: Iterable[Span]) -> Iterator[Html]:
    """A part of a text, cut where a passage begins or ends; each piece names the passages that it belongs to,
    so that the script can light one of several that overlap."""
    near = [span for span in spans if span[0] < end and span[1] > start]
    cuts = {start, end, *(cut for span in near for cut in span if start < cut < end)}
    for left, right in itertools.pairwise(sorted(cuts)):
        names = [passage_spot(*span) for span in near if span[0] <= left and right <= span[1]]
        piece = text[left:right]
        yield tag("mark", piece, data_passages=" ".join(names)) if names else tag("span", piece)
