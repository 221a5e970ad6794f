"""What the source pane shows of a session: a text with its passage lit, a document elsewhere, an inference.

A text has the same line breaks until its width changes: they are kept, and only the lines that the passage or
a search touches are styled anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from textual.widgets import Static

from cstoref import dates
from cstoref.model import Statement
from cstoref.provenance import class_in_a_word
from cstoref.render.text import UNICODE as MARKS
from cstoref.render.text import clip, fitting, is_address, wrap
from cstoref.session.grounds import Disputes, DocumentGround, Grounds
from cstoref.session.session import Session
from cstoref.session.source_text import SourceText, SourceView, Span
from cstoref.session.state import State
from cstoref.session.target import Target, sentence_at

from .content import content
from .line import Line
from .pages.source import GUTTER, BrokenText, TextLine, broken_text, source_head, source_lines
from .widgets.pane import Pane

STRIP = 3
"""Lines of the strip below its heading."""


class SourcePresenter:
    """Draws the source pane, and the strip that stands for it where it is not visible."""

    def __init__(self, session: Session, pane: Pane, strip: Static) -> None:
        self._session = session
        self._pane = pane
        self._strip = strip
        self._drawn: tuple[SourceView, str] | None = None
        """The passage and the search of the text that is drawn; None where it is no text."""
        self._drawn_for: object = None
        """The page for which it is drawn."""
        self._shown: tuple[SourceView, str, int | None, object] | None = None
        """The passage, search, sentence and spot that the pane shows."""
        self._breaks: Sequence[TextLine | None] = ()
        """Where the lines of the text that is drawn begin and end."""
        # Two, since going back and forth between two sources is common. Without it a key press made 4,301
        # calls to measure characters of a text whose line breaks had not changed.
        self._broken = lru_cache(maxsize=2)(self._break)

    def change(self, old: State, new: State) -> None:
        """Draw what differs; nothing where the same passage is shown as before."""
        passage = self._session.here.passage, new.text_find, new.sentence, new.spot
        if passage != self._shown or (old.sentence, old.citation) != (new.sentence, new.citation):
            self.draw()
        elif old.source_at != new.source_at:
            self._pane.point(self._session.here.source_item)

    def dragged(self) -> Span | None:
        """What of the text the mouse has selected, as code points; None where it has not."""
        selection = self._pane.text_selection
        if self._session.here.text is None or selection is None:
            return None
        start, end = selection.start, selection.end
        first = self._place(start.y, start.x) if start else self._place(0, 0)
        last = self._place(end.y, end.x) if end else self._place(len(self._breaks) - 1, -1)
        return (first, last) if first is not None and last is not None and first < last else None

    def _place(self, y: int, x: int) -> int | None:
        """The code point at a cell of the text; -1 is the end of a line. A blank line stands for the next,
        or at the end for the last."""
        for line in (*self._breaks[y:], *reversed(self._breaks[:y])):
            if line is not None:
                return line.end if x < 0 else min(line.end, line.start + max(0, x - GUTTER))
        return None

    def forget(self) -> None:
        """Break texts anew: more may rest on them."""
        self._broken.cache_clear()
        self._drawn = None

    def draw(self) -> None:
        """Draw what the cursor of the record pane rests on."""
        here = self._session.here
        passage = here.passage
        self._shown = passage, here.state.text_find, here.state.sentence, here.state.spot
        if here.text is not None:
            self._draw_text(here.text, passage)
            return
        self._drawn = None
        if here.grounds is not None:
            self._pane.forget()
            self._draw_grounds(here.grounds)
        else:
            self._pane.put_lines(lambda cells: ())

    def _draw_text(self, text: SourceText, passage: SourceView) -> None:
        here, before, page = self._session.here, self._drawn, self._drawn_for
        cursor = here.sentence.number if here.sentence else None
        drawn = passage._replace(citation=None), here.state.text_find
        # Only the cursor has moved within the text: no line changes its style.
        if drawn == before and here.state.sentence is not None:
            self._pane.point(cursor)
            return
        self._drawn, self._drawn_for = drawn, here.state.place
        search, lit = here.search.hits, passage.lit
        same = before is not None and before[0].source == passage.source

        def lines(cells: int) -> Sequence[Line]:
            broken: BrokenText = self._broken(text.source, cells)
            self._breaks = broken.breaks
            return source_lines(broken, text, lit, search)

        if same:
            self._pane.restyle(lines, cursor)
        else:
            source = self._session.store.source(text.source)
            assert source is not None
            named = bool(text.names)
            self._pane.put_lines(lines, cursor, head=lambda cells: source_head(source, cells, named))
        # A text stays where it is while the cursor goes through a page and each passage is seen.
        if not (same and here.state.place == page and self._pane.sees_whole(cursor)):
            self._pane.centre()

    def _break(self, source: str, cells: int) -> BrokenText:
        text = self._session.here.text
        assert text is not None
        assert text.source == source
        return broken_text(text, cells)

    def _draw_grounds(self, grounds: Grounds) -> None:
        """A document elsewhere, an inference, or conflicts, with the cursor where it was put."""
        # Here and not above: where the passage is in the pack, the first drawing does not need it.
        from .pages import grounds as page

        item = self._session.here.source_item
        if isinstance(grounds, DocumentGround):
            lead = self._lead()
            self._pane.put_lines(
                lambda cells: page.document_lines(grounds, cells, lead),
                item,
                lambda cells: page.document_head(grounds.source, cells),
            )
        elif isinstance(grounds, Disputes):
            self._pane.put_lines(
                lambda cells: page.disputes_lines(grounds, cells),
                item,
                lambda cells: page.disputes_head(grounds, cells),
            )
        else:
            self._pane.put_lines(
                lambda cells: page.inference_lines(grounds, cells),
                item,
                lambda cells: page.inference_head(grounds, cells),
            )

    def _lead(self) -> str:
        """Which of the statements of a fact is shown; empty elsewhere, and where there is only one."""
        state, here = self._session.state, self._session.here
        fact = here.fact_at(state.at) if not state.view else None
        if fact is None or len(fact.statements) < 2 or state.statement not in fact.statements:
            return ""
        number = fact.statements.index(state.statement) + 1
        return f"statement {number} of {len(fact.statements)} behind this line · c next"

    def draw_strip(self, width: int) -> None:
        """Under the record, where the source pane is not visible: the source, and the passage.

        In a view, which has no room for its words, the statement before it; or the caption of an item, what a
        record is, the sentence at a reference.
        """
        cells = max(20, width - self._strip.styles.padding.width)
        head, below = self._caption()
        words = strip_lines(below, cells)
        self._strip.update(
            content((fitting(head.split(" · "), cells) + "\n", "bold $primary"), "\n".join(words)),
            layout=False,
        )

    def _caption(self) -> tuple[str, str]:
        """The heading of the strip, and its text, whose parts begin new lines."""
        state, here = self._session.state, self._session.here
        caption = here.view.caption(state.at) if here.view and state.at else None
        if caption is not None:
            return caption
        if isinstance(here.grounds, Disputes):
            topics = [conflict.topic for conflict in (*here.grounds.serious, *here.grounds.notes)]
            return "Where the sources conflict", "; ".join(topics)
        if here.statement is not None:
            head, below = self._grounding(here.statement)
            return (here.statement.text, f"{head}\n{below}") if state.view else (head, below)
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
        """The source of a statement, and its passage; without one what the source says, or what it is."""
        store = self._session.store
        if not statement.citations:
            basis = [item.statement.text for id in statement.rests_on if (item := store.statement(id))]
            return "≈ Inferred by the editors", " ".join((statement.rule or "", *basis[:1]))
        citation = statement.citations[self._session.state.citation % len(statement.citations)]
        source = store.source(citation.source)
        assert source is not None
        paragraph = f" ¶{citation.paragraph}" if citation.paragraph else ""
        behind = self._lead().partition(" ·")[0]
        head = " · ".join(part for part in (f"{source.short}{paragraph}", behind) if part)
        if citation.quote:
            return head, f"“{citation.quote}”"
        said = f"{MARKS.referenced} {citation.says or source.title}"
        return f"{head} · {class_in_a_word(source)}", "\n".join(filter(None, (said, source.url)))

    def _record(self, id: str) -> tuple[str, str]:
        """The name of a record, and when and what it was."""
        record = self._session.store.record(id)
        if record is None:
            return "", ""
        return record.name, " · ".join(part for part in (dates.spoken(record.when), record.blurb) if part)


def strip_lines(text: str, cells: int) -> list[str]:
    """The lines of a text in the strip: at most `STRIP`, its last part cut where the others need the room. An
    address has one line and is left out first."""
    parts = text.split("\n")
    lines = [line for part in parts if not is_address(part) for line in wrap(part, cells)]
    if len(lines) > STRIP:
        return [*lines[: STRIP - 1], clip(f"{lines[STRIP - 1]} …", cells)]
    addresses = [clip(part, cells) for part in parts if is_address(part)]
    return [*lines, *addresses][:STRIP]
