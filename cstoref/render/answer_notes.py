"""The footnotes of an answer, and what it has read."""

from __future__ import annotations

from . import statements

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from cstoref.model import Citation
    from cstoref.store.statement_reader import StatementRow

    from .text import Style


class AnswerContext:
    """What an answer shows: the statements it has read, and the names and short titles in them."""

    def __init__(
        self, rows: Mapping[int, StatementRow], names: Mapping[str, str], shorts: Mapping[str, str]
    ) -> None:
        self.rows = rows
        self.names = names
        self.shorts = shorts


class AnswerNotes:
    """Numbers the passages that an answer rests on, each once; what a block adds is kept or forgotten."""

    def __init__(self, shown: AnswerContext, style: Style) -> None:
        self._shown = shown
        self._style = style
        self._kept: dict[tuple[object, ...], tuple[str, Citation]] = {}
        self._new: dict[tuple[object, ...], tuple[str, Citation]] = {}
        self._used: dict[str, None] = {}

    def of(self, number: int) -> str:
        """The marks of a statement: `“2 !`."""
        row, marks = self._shown.rows[number], self._style.marks
        if not row.statement.citations:
            self._used[marks.inferred] = None
            return marks.inferred
        citation = row.statement.citations[0]
        mark = marks.quoted if citation.quote else marks.referenced
        key = (citation.source, citation.start, citation.end)
        if key not in self._kept:
            self._new.setdefault(key, (mark, citation))
        place = [*self._kept, *self._new].index(key) + 1
        more = "+" if len(row.statement.citations) > 1 else ""
        self._used |= dict.fromkeys((mark, *((marks.conflict,) if row.conflicts else ())))
        return f"{mark}{place}{more}" + (f" {marks.conflict}" if row.conflicts else "")

    def keep(self) -> None:
        """Keep the notes of a block that is shown."""
        self._kept |= self._new
        self._new = {}

    def forget(self) -> None:
        """Forget those of a block that is not."""
        self._new = {}

    def lines(self) -> list[str]:
        """The footnotes, a line each."""
        return [
            statements.footnote(citation, f"{mark}{number}", self._shown.shorts[citation.source], self._style)
            for number, (mark, citation) in enumerate((self._kept | self._new).values(), 1)
        ]

    def legend(self) -> str:
        """What the marks mean."""
        return f" {self._style.marks.dot} ".join(statements.meanings(self._style.marks, self._used))
