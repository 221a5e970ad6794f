"""Footnotes of a card or an answer: each passage numbered once, in the order of its first use.

A quoted passage has a line of its own with the beginning of its words; documents elsewhere share lines.
"""

from __future__ import annotations

from . import statements
from .text import Style, width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cstoref.model import Citation

    PassageKey = tuple[str, int | None, int | None]
    State = tuple[dict[PassageKey, tuple[str, Citation]], dict[str, None]]


class Footnotes:
    """The passages that lines rest on, with their numbers and the marks in use."""

    def __init__(self, style: Style, shorts: Mapping[str, str]) -> None:
        self._style = style
        self._shorts = shorts
        self._kept: dict[PassageKey, tuple[str, Citation]] = {}
        self._used: dict[str, None] = {}
        self._written: dict[str, tuple[str, int]] = {}
        """Notes that were clipped before, with their cells: a card asks for its footnotes after each fact."""

    def add(self, grounding: str, citation: Citation | None, more: bool, disputed: bool) -> str:
        """The marks of a line, its passage numbered: `“2+ !`; `+` where it rests on more than this."""
        marks = self._style.marks
        mark = marks.of(grounding)
        self._used[mark] = None
        number = ""
        if citation is not None:
            self._kept.setdefault(citation.place, (mark, citation))
            # Linear, for at most some twenty footnotes of a card.
            number = str(list(self._kept).index(citation.place) + 1)
        parts = [f"{mark}{number}{'+' if more and number else ''}"]
        if disputed:
            self._used[marks.conflict] = None
            parts.append(marks.conflict)
        return " ".join(parts)

    def explain(self, grounding: str) -> None:
        """Have the legend explain the mark of a grounding, which also stands before a date."""
        self._used[self._style.marks.of(grounding)] = None

    def would_add(self, citations: Sequence[Citation]) -> int:
        """At most how many lines the footnotes of some citations would add."""
        return len({citation.place for citation in citations} - self._kept.keys())

    def state(self) -> State:
        """What is numbered so far, to come back to with `restore`."""
        return dict(self._kept), dict(self._used)

    def restore(self, state: State) -> None:
        """Forget what was added since."""
        self._kept, self._used = state

    def lines(self) -> list[str]:
        """The footnotes: a line for each quoted passage, the others side by side."""
        return list(self._lines())

    def _lines(self) -> Iterable[str]:
        together: list[tuple[str, str]] = []
        for number, (mark, citation) in enumerate(self._kept.values(), 1):
            label = self._shorts[citation.source]
            if citation.quote:
                yield from self._side_by_side(together)
                together = []
                yield statements.footnote(citation, f"{mark}{number}", label, self._style)
            else:
                together.append((f"{mark}{number} {label}", citation.source))
        yield from self._side_by_side(together)

    def _side_by_side(self, notes: list[tuple[str, str]]) -> Iterable[str]:
        """Notes in as few lines as they fit in."""
        between = f" {self._style.marks.dot} "
        line, used = "", 0
        for note, source in notes:
            text, cells = self._clipped(note)
            if line and used + len(between) + cells > self._style.width:
                yield line
                line, used = "", 0
            linked = self._style.linked(text, source)
            used += cells + (len(between) if line else 0)
            line = f"{line}{between}{linked}" if line else linked
        if line:
            yield line

    def _clipped(self, note: str) -> tuple[str, int]:
        """A note as it fits on a line, and its cells."""
        known = self._written.get(note)
        if known is None:
            text = statements.clipped(note, self._style)
            known = self._written[note] = text, width(text)
        return known

    def legend(self) -> list[str]:
        """What the marks in use mean."""
        return statements.meanings(self._style.marks, self._used)
