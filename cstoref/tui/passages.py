"""From a state to what stands in the source pane: a text with its passage lit, or what else it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.widgets import Static

from cstoref.render.text import wrap
from cstoref.store.pages import Entry
from cstoref.store.queries import Sentence

from .content import content
from .pages.source import hits_in, reference_lines, source_head, source_lines
from .pages.statements import inferred_lines
from .state import ViewState
from .widgets.panes import Maker, SourcePane

if TYPE_CHECKING:
    from .screens.explorer import Explorer


class Passages:
    """Fills the source pane. Keeps the sentences and the hits of the text in it."""

    def __init__(self, explorer: Explorer) -> None:
        self._screen = explorer
        self._store = explorer.store
        self.sentences: list[Sentence] = []
        self.hits: list[tuple[int, int]] = []
        self._shown: tuple[object, ...] | None = None

    def show(self, state: ViewState, entry: Entry | None) -> None:
        """The passage of the statement under the cursor, or a source for itself."""
        if state.source is not None:
            self._text(state.source, None, state)
        elif entry is None:
            self._plain(lambda cells: [], lambda cells: [])
        elif not entry.statement.citations:
            self._inferred(entry)
        else:
            citation = entry.statement.citations[state.citation % len(entry.statement.citations)]
            if citation.start is None or citation.end is None:
                self._reference(citation.source, entry, state.citation)
            else:
                self._text(citation.source, (citation.start, citation.end), state)

    def _pane(self) -> SourcePane:
        return self._screen.query_one("#source", SourcePane)

    def _text(self, id: str, lit: tuple[int, int] | None, state: ViewState) -> None:
        source = self._store.source(id)
        if source is None or not source.path:
            self._reference(id, None, 0)
            return
        pane = self._pane()
        shown = (id, lit, state.text_find)
        if shown == self._shown and state.sentence is not None:
            pane.text.put(state.sentence)
            return
        self._shown = shown
        text, self.sentences = self._store.text(id), self._store.sentences(id)
        passages = self._store.passages(id)
        at = state.sentence
        if at is None and lit is not None:
            at = next((s.number for s in self.sentences if s.end > lit[0]), 1)
        pane.head.put_lines(lambda cells: source_head(source, cells))
        sentences = self.sentences
        self.hits = found = hits_in(text, state.text_find)
        pane.text.put_lines(lambda cells: source_lines(text, sentences, passages, lit, cells, found), at or 1)
        pane.text.centre()

    def _reference(self, id: str, entry: Entry | None, number: int) -> None:
        source = self._store.source(id)
        assert source is not None
        cite = entry.statement.citations[number % len(entry.statement.citations)] if entry else None
        self._plain(
            lambda cells: source_head(source, cells),
            lambda cells: reference_lines(source, cite, cells),
        )

    def _inferred(self, entry: Entry) -> None:
        basis = [item for id in entry.statement.rests_on if (item := self._store.statement(id))]
        self._plain(lambda cells: [], lambda cells: inferred_lines(entry.statement.rule, basis, cells))

    def _plain(self, head: Maker, text: Maker) -> None:
        self._shown, self.sentences, self.hits = None, [], []
        self._pane().head.put_lines(head)
        self._pane().text.put_lines(text)

    def strip(self, state: ViewState, entry: Entry | None, shorts: Mapping[str, str]) -> None:
        """Under the record, where the source pane is not seen: whence it is, and the passage."""
        strip = self._screen.query_one("#strip", Static)
        if entry is None or not strip.display:
            strip.update(content(""))
            return
        cells = max(20, strip.content_size.width or self._screen.size.width - 2)
        statement = entry.statement
        if statement.citations:
            citation = statement.citations[state.citation % len(statement.citations)]
            paragraph = f" ¶{citation.paragraph}" if citation.paragraph else ""
            head = shorts[citation.source] + paragraph
            below = f"“{citation.quote}”" if citation.quote else "◇ a document outside the pack"
        else:
            head, below = "≈ inferred by us", statement.rule or ""
        words = "\n".join(wrap(below, cells)[:3])
        strip.update(content((head + "\n", "bold $primary"), words))
