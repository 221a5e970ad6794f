"""What the source pane shows of a session: a text with its passage lit, a document elsewhere, an inference.

A text has the same line breaks until its width changes: they are kept, and only the lines that the passage or
a search touches are styled anew.
"""

from __future__ import annotations

from functools import lru_cache

from textual.widgets import Static

from cstoref import dates
from cstoref.model import Citation, Statement
from cstoref.render.text import clip, wrap
from cstoref.session.session import Session
from cstoref.session.source_text import Passage, SourceText
from cstoref.session.state import State
from cstoref.session.target import Target, sentence_at

from .content import content
from .line import Line
from .pages.source import BrokenText, broken_text, reference_lines, source_head, source_lines
from .pages.statements import inferred_lines
from .widgets.pane import Pane

STRIP = 3
"""Lines of the strip below its heading."""


class SourcePresenter:
    """Draws the source pane, and the strip that stands for it where it is not visible."""

    def __init__(self, session: Session, pane: Pane, strip: Static) -> None:
        self._session = session
        self._pane = pane
        self._strip = strip
        self._drawn: tuple[Passage, str] | None = None
        """The passage and the search of the text that is drawn; None where it is no text."""
        self._shown: tuple[Passage, str, int | None] | None = None
        """The passage, search and sentence that the pane shows."""
        # Two, since going back and forth between two sources is common. Without it a key press made 4,301
        # calls to measure characters of a text whose line breaks had not changed.
        self._broken = lru_cache(maxsize=2)(self._break)

    def change(self, old: State, new: State) -> None:
        """Draw what differs; nothing where the same passage is shown as before."""
        passage = self._session.here.passage, new.text_find, new.sentence
        if passage != self._shown or (old.sentence, old.citation) != (new.sentence, new.citation):
            self.draw()

    def draw(self) -> None:
        """Draw what the cursor of the record pane rests on."""
        here = self._session.here
        passage = here.passage
        self._shown = passage, here.state.text_find, here.state.sentence
        if here.text is not None:
            self._draw_text(here.text, passage)
            return
        self._drawn = None
        if passage.source is not None:
            self._draw_reference(passage.source, passage.citation)
        elif passage.inferred is not None:
            self._draw_inferred(passage.inferred)
        else:
            self._pane.put_lines(lambda cells: ())

    def _draw_text(self, text: SourceText, passage: Passage) -> None:
        here, before = self._session.here, self._drawn
        cursor = here.sentence.number if here.sentence else None
        drawn = passage._replace(citation=None), here.state.text_find
        # Only the cursor has moved within the text: no line changes its style.
        if drawn == before and here.state.sentence is not None:
            self._pane.point(cursor)
            return
        self._drawn = drawn
        search, lit = here.search.hits, passage.lit
        same = before is not None and before[0].source == passage.source

        def lines(cells: int) -> list[Line]:
            broken: BrokenText = self._broken(text.source, cells)
            return source_lines(broken, text, lit, search)

        if same:
            self._pane.restyle(lines, cursor)
        else:
            source = self._session.store.source(text.source)
            assert source is not None
            self._pane.put_lines(lines, cursor, head=lambda cells: source_head(source, cells))
        self._pane.centre()

    def _break(self, source: str, cells: int) -> BrokenText:
        text = self._session.here.text
        assert text is not None
        assert text.source == source
        return broken_text(text, cells)

    def _draw_reference(self, id: str, citation: Citation | None) -> None:
        source = self._session.store.source(id)
        assert source is not None
        self._pane.put_lines(
            lambda cells: reference_lines(source, citation, cells),
            head=lambda cells: source_head(source, cells),
        )

    def _draw_inferred(self, statement: Statement) -> None:
        store = self._session.store
        basis = [item for id in statement.rests_on if (item := store.statement(id))]
        self._pane.put_lines(lambda cells: inferred_lines(statement.rule, basis, cells))

    def draw_strip(self, width: int) -> None:
        """Under the record, where the source pane is not visible: the source, and the passage.

        In a view, which has no room for its words, the statement before it; or the caption of an item, what a
        record is, the sentence at a reference.
        """
        cells = max(20, width - self._strip.styles.padding.width)
        head, below = self._caption()
        words = wrap(below, cells)
        if len(words) > STRIP:
            words = [*words[: STRIP - 1], clip(f"{words[STRIP - 1]} …", cells)]
        self._strip.update(
            content((clip(head, cells) + "\n", "bold $primary"), "\n".join(words)), layout=False
        )

    def _caption(self) -> tuple[str, str]:
        """The heading of the strip, and its text."""
        state, here = self._session.state, self._session.here
        caption = here.view.caption(state.at) if here.view and state.at else None
        if caption is not None:
            return caption
        if here.statement is not None:
            head, below = self._grounding(here.statement)
            return (here.statement.text, f"{head}  {below}") if state.view else (head, below)
        if here.target is not None and here.target.what == "source":
            return self._sentence(here.target)
        return self._record(here.target.of) if here.target else ("", "")

    def _sentence(self, target: Target) -> tuple[str, str]:
        """The source of a passage, and the sentence there."""
        store = self._session.store
        sentence = sentence_at(store, target.of, target.start or 0)
        text = store.text(target.of)[sentence.start : sentence.end] if sentence else ""
        return store.shorts([target.of])[target.of], text

    def _grounding(self, statement: Statement) -> tuple[str, str]:
        """The source of a statement, and its passage."""
        if not statement.citations:
            return "≈ inferred by the editors", statement.rule or ""
        citation = statement.citations[self._session.state.citation % len(statement.citations)]
        paragraph = f" ¶{citation.paragraph}" if citation.paragraph else ""
        head = self._session.store.shorts([citation.source])[citation.source] + paragraph
        if citation.quote:
            return head, f"“{citation.quote}”"
        return head, f"◇ {citation.says or 'a document outside the pack'}"

    def _record(self, id: str) -> tuple[str, str]:
        """The name of a record, and when and what it was."""
        record = self._session.store.record(id)
        if record is None:
            return "", ""
        return record.name, " · ".join(part for part in (dates.spoken(record.when), record.blurb) if part)
