"""The text of a source as a session reads it, and what the source pane shows for a state."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from cstoref.model import Citation, Statement
from cstoref.namedtuples import NamedTuple
from cstoref.store.queries import Store
from cstoref.store.source_reader import Sentence

from .renewal import Fresh

Span = tuple[int, int]
"""Start and end of a passage, in code points."""
MARKED = 400_000
"""Letters of a text up to which its names are marked: in more, opening it would take too long."""


class NameSpan(NamedTuple):
    """Where a name stands in a text, and whether a record has it."""

    start: int
    end: int
    known: bool


class SourceText(NamedTuple):
    """A source whose text is in the pack."""

    source: str
    text: str
    sentences: tuple[Sentence, ...]
    passages: tuple[Span, ...]
    """Every passage that a statement rests on, in order."""
    names: tuple[NameSpan, ...] = ()
    """The names in it, in order, where somebody may make records of them."""

    def sentence(self, number: int | None) -> Sentence | None:
        """The sentence of a number."""
        return next((sentence for sentence in self.sentences if sentence.number == number), None)

    def sentence_from(self, start: int) -> Sentence | None:
        """The sentence at an offset, or the next one after it."""
        return next((sentence for sentence in self.sentences if sentence.end > start), None)


class SourceView(NamedTuple):
    """What the source pane shows: a text, a document elsewhere, or an inference."""

    source: str | None = None
    lit: Span | None = None
    """The passage that stands out in the text."""
    citation: Citation | None = None
    """Of a statement's source."""
    inferred: Statement | None = None
    """The statement that has no source."""


class Search(NamedTuple):
    """The places of some words in a text."""

    words: str
    hits: tuple[Span, ...] = ()

    def sentences(self, text: SourceText) -> list[int]:
        """The numbers of the sentences with a hit, in order."""
        return [
            sentence.number
            for sentence in text.sentences
            if any(sentence.start <= start < sentence.end for start, _ in self.hits)
        ]


def read_text(store: Store, source: str) -> SourceText | None:
    """The text of a source; None where the pack has none."""
    known = store.source(source)
    if known is None or not known.path:
        return None
    return SourceText(
        source, store.text(source), tuple(store.sentences(source)), tuple(store.passages(source))
    )


def with_fresh(text: SourceText | None, fresh: Iterable[Fresh]) -> SourceText | None:
    """A text with the passages on which a statement rests that is written and not compiled yet."""
    spans = [(one.start, one.end) for one in fresh if text and one.source == text.source]
    if text is None or not spans:
        return text
    sentences = tuple(
        sentence._replace(
            statements=sentence.statements
            + sum(start < sentence.end and sentence.start < end for start, end in spans)
        )
        for sentence in text.sentences
    )
    return text._replace(sentences=sentences, passages=tuple(sorted((*text.passages, *spans))))


def with_names(text: SourceText | None, store: Store, made: Collection[str]) -> SourceText | None:
    """A text with the names in it, where records can be made of those that have none; `made` are those that
    have one which is not compiled yet. A text of more than MARKED letters stays as it is."""
    if text is None or not store.folder or len(text.text) > MARKED:
        return text
    from cstoref.intake.names import names_of

    mentions = names_of(store).mentions(text.text)
    return text._replace(
        names=tuple(
            NameSpan(mention.start, mention.end, bool(mention.records) or mention.text in made)
            for mention in mentions
        )
    )


def unknown_names(text: SourceText, store: Store, start: int, end: int) -> list[str]:
    """The names in a stretch of a text that no record has, each once."""
    if not text.names:  # of a long text they are looked for here alone
        from cstoref.intake.names import names_of

        found = names_of(store).mentions(text.text[start:end])
        return list(dict.fromkeys(one.text for one in found if not one.records))
    spans = (name for name in text.names if not name.known and start <= name.start < end)
    return list(dict.fromkeys(text.text[span.start : span.end] for span in spans))


def search_text(text: str, words: str) -> Search:
    """Every place of the words in the text, in any case, with any white space between them."""
    # What is typed is text and no pattern.
    parts = [re.escape(part) for part in words.split()]
    if not parts:
        return Search(words)
    return Search(
        words, tuple(match.span() for match in re.finditer(r"\s+".join(parts), text, re.IGNORECASE))
    )
