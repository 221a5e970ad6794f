"""From a state to what stands in the source pane: a text with its passage lit, or what else it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.widgets import Static

from cstoref import dates
from cstoref.model import Statement
from cstoref.render.text import clip, wrap
from cstoref.store.queries import Sentence

from .content import content
from .lately import Lately
from .line import Line
from .pages.source import hits_in, reference_lines, source_head, source_lines
from .pages.statements import inferred_lines
from .spots import Spot, sentence_at
from .state import ViewState

if TYPE_CHECKING:
    from .screens.explorer import Explorer


STRIP = 3
"""Lines of the strip below whence it is."""


class Passages:
    """Fills the source pane. Keeps the sentences and the hits of the text in it."""

    def __init__(self, explorer: Explorer) -> None:
        self._screen = explorer
        self._store = explorer.store
        self.sentences: list[Sentence] = []
        self.hits: list[tuple[int, int]] = []
        self._shown: tuple[object, ...] | None = None
        self._made: Lately[Sequence[Line]] = Lately()

    def show(self, state: ViewState, statement: Statement | None, passage: Spot | None) -> None:
        """A source for itself, the passage of the statement under the cursor, or one that is pointed at."""
        if state.source is not None:
            self._text(state.source, None, state.sentence, state.text_find)
        elif statement is not None and statement.citations:
            citation = statement.citations[state.citation % len(statement.citations)]
            if citation.start is None or citation.end is None:
                self._reference(citation.source, statement, state.citation)
            else:
                lit = citation.start, citation.end
                self._text(citation.source, lit, state.sentence, state.text_find)
        elif statement is not None:
            self._inferred(statement)
        elif passage is not None and passage.source is not None:
            at = state.sentence or sentence_at(self._store, passage.source, passage.start)
            self._text(passage.source, None, at, state.text_find)
        else:
            self._lines([])

    def _text(self, id: str, lit: tuple[int, int] | None, sentence: int | None, words: str) -> None:
        source = self._store.source(id)
        if source is None or not source.path:
            self._reference(id, None, 0)
            return
        pane = self._screen.text
        shown = (id, lit, words)
        if shown == self._shown and sentence is not None:
            pane.put(sentence)
            return
        self._shown = shown
        text, self.sentences = self._store.text(id), self._store.sentences(id)
        passages, sentences = self._store.passages(id), self.sentences
        if sentence is None:
            sentence = sentence_at(self._store, id, lit[0] if lit else 0)
        self.hits = found = hits_in(text, words)

        def lines(cells: int) -> Sequence[Line]:
            made = (*shown, cells)
            return self._made.get(made, lambda: source_lines(text, sentences, passages, lit, cells, found))

        pane.put_lines(
            lines,
            sentence,
            head=lambda cells: source_head(source, cells),
        )
        pane.centre()

    def _reference(self, id: str, statement: Statement | None, number: int) -> None:
        source = self._store.source(id)
        assert source is not None
        cite = statement.citations[number % len(statement.citations)] if statement else None
        self._nothing_of_a_text()
        self._screen.text.put_lines(
            lambda cells: reference_lines(source, cite, cells), head=lambda cells: source_head(source, cells)
        )

    def _inferred(self, statement: Statement) -> None:
        basis = [item for id in statement.rests_on if (item := self._store.statement(id))]
        self._nothing_of_a_text()
        self._screen.text.put_lines(lambda cells: inferred_lines(statement.rule, basis, cells))

    def _lines(self, lines: list[Line]) -> None:
        self._nothing_of_a_text()
        self._screen.text.put_lines(lambda cells: lines)

    def _nothing_of_a_text(self) -> None:
        self._shown, self.sentences, self.hits = None, [], []

    def sentence_under_cursor(self) -> Sentence | None:
        """The sentence under the cursor of the text, if there is a text."""
        cursor = self._screen.text.cursor
        return next((s for s in self.sentences if s.number == cursor), None)

    def sentences_with_hit(self) -> set[int]:
        """The numbers of the sentences with what is sought."""
        starts = [start for start, _ in self.hits]
        return {s.number for s in self.sentences if any(s.start <= at < s.end for at in starts)}

    def hit_count(self, state: ViewState) -> str:
        """Which of the places sought is the last up to the cursor, and of how many: `3/17`."""
        if not state.text_find:
            return ""
        at = self.sentence_under_cursor()
        before = sum(start < at.end for start, _ in self.hits) if at else 0
        return f"{before}/{len(self.hits)}"

    def strip(self, state: ViewState, statement: Statement | None, place: Spot | None) -> None:
        """Under the record, where the source pane is not seen: whence it is, and the passage.

        In a view, which has no room for its words, the statement before it; or what the view tells of an
        item, what a record is, the sentence at a spot.
        """
        region = self._screen.plan.get("strip")
        if region is None:
            return
        strip = self._screen.query_one("#strip", Static)
        cells = max(20, region.width - strip.styles.padding.width)
        head, below = self._told(state, statement, place, cells)
        words = wrap(below, cells)
        if len(words) > STRIP:
            words = [*words[: STRIP - 1], clip(f"{words[STRIP - 1]} …", cells)]
        strip.update(content((clip(head, cells) + "\n", "bold $primary"), "\n".join(words)), layout=False)

    def _told(
        self, state: ViewState, statement: Statement | None, place: Spot | None, cells: int
    ) -> tuple[str, str]:
        """The heading of the strip, and what stands below it."""
        view = self._screen.showing.view(state)
        told = view.tells(state.at) if view and state.at else None
        if told is not None:
            return told
        if statement is not None:
            head, below = self._ground(state, statement)
            return (statement.text, f"{head}  {below}") if state.view else (head, below)
        if place is not None and place.source is not None:
            return self._sentence(place)
        return self._about(place.record or "") if place else ("", "")

    def _sentence(self, place: Spot) -> tuple[str, str]:
        """Whence a spot of a text is, and the sentence there."""
        assert place.source is not None
        short = self._store.shorts([place.source])[place.source]
        at = next((s for s in self._store.sentences(place.source) if s.end > (place.start or 0)), None)
        return short, self._store.text(place.source)[at.start : at.end] if at else ""

    def _ground(self, state: ViewState, statement: Statement) -> tuple[str, str]:
        """Whence a statement is, and its passage."""
        if not statement.citations:
            return "≈ inferred by us", statement.rule or ""
        citation = statement.citations[state.citation % len(statement.citations)]
        paragraph = f" ¶{citation.paragraph}" if citation.paragraph else ""
        head = self._store.shorts([citation.source])[citation.source] + paragraph
        return (
            head,
            f"“{citation.quote}”"
            if citation.quote
            else f"◇ {citation.says or 'a document outside the pack'}",
        )

    def _about(self, id: str) -> tuple[str, str]:
        """The name of a record, and when and what it was."""
        record = self._store.record(id)
        if record is None:
            return "", ""
        return record.name, " · ".join(part for part in (dates.spoken(record.when), record.blurb) if part)
