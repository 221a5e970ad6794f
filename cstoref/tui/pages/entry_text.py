"""The statements of a record's page, broken into lines in columns: time, sentence, marks of the passages.

How many lines each takes is known before; a line is made when it is drawn.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from cstoref.model import of_layer
from cstoref.namedtuples import NamedTuple
from cstoref.render import date_column
from cstoref.render import statements as said
from cstoref.render.text import UNICODE as MARKS
from cstoref.render.text import pad, width, wrap
from cstoref.store.pages import Entry
from cstoref.tui.line import Line, Piece, paragraph, paragraphs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.render.page_parts import PassageKey

BOOKMARK, NOTE, PIN = "★", "✎", "✓"
LEFT = date_column.CELLS + 2
"""Cells before a sentence: one for the pointer, its time, a blank. The labels of facts are there too."""
INDENT = 3
"""Cells before a sentence where there is no room for a column of times."""
MOST_OF_FOLDED = 4
"""Passages that are named for a line into which several statements are merged."""
ROOMY, ROOMIER = 52, 90
"""Cells from which on times have a column of their own, and from which on two passages are named."""


class Saved(NamedTuple):
    """What a person saved, as far as a page shows it: ids with a bookmark or a pin, and notes by id."""

    bookmarks: Collection[str] = ()
    notes: Mapping[str, str] = {}
    pins: Collection[str] = ()


class Columns(NamedTuple):
    """Cells of each column of a page; `left` is that of times, or an indent where they stand after the
    sentences."""

    left: int
    text: int
    marks: int
    most: int
    """How many passages of a statement are numbered there."""


class EntryText(NamedTuple):
    """A statement broken into lines: its sentence beside its time, below it who says so and how surely."""

    entry: Entry
    own: str
    """The marks of what the person saved, which the sentence begins with."""
    words: Sequence[str]
    times: Sequence[str]
    below: Sequence[Line]

    @property
    def height(self) -> int:
        """How many lines it takes."""
        return max(len(self.words), len(self.times)) + len(self.below)

    def line(self, at: int, columns: Columns, numbers: Mapping[PassageKey, int]) -> Line:
        """One of its lines; `numbers` are those of the passages of the page."""
        beside = self.height - len(self.below)
        if at >= beside:
            return self.below[at - beside]
        words = self.words[at] if at < len(self.words) else ""
        time = self.times[at] if at < len(self.times) else ""
        own = words[: len(self.own)] if at == 0 else ""
        style = "dim" if self.entry.statement.rank == "deprecated" else "text"
        pieces = [
            Piece(pad(f" {time}", columns.left), "dim"),
            Piece(own, "accent"),
            Piece(pad(words[len(own) :], columns.text - width(own)), style),
        ]
        if at == 0:
            marks = pad(entry_marks(self.entry, numbers, columns.most), columns.marks)
            pieces.append(Piece(f" {marks}", "mark"))
            pieces.append(Piece(f" {MARKS.conflict}" if self.entry.conflicts else "", "conflict"))
        return Line(tuple(pieces), self.entry.statement.id)


def entry_text(entry: Entry, names: Mapping[str, str], columns: Columns, saved: Saved) -> EntryText:
    """A statement broken for the columns of its page; `names` are those of the records that it mentions."""
    statement = entry.statement
    kept = ((BOOKMARK, saved.bookmarks), (PIN, saved.pins))
    own = "".join(f"{mark} " for mark, ids in kept if statement.id in ids)
    words = wrap(f"{own}{_sentence(entry, columns)}", columns.text)
    times = date_column.column(statement) if columns.left == LEFT else []
    room = columns.text + columns.left
    below = paragraph(said.speaker(statement, names), room, "dim", columns.left, statement.id)
    if note := saved.notes.get(statement.id):
        below += paragraphs(f"{NOTE} {note}", room, "accent", columns.left, statement.id)
    return EntryText(entry, own, words, times, below)


def columns_for(entries: Sequence[Entry], numbers: Mapping[PassageKey, int], cells: int) -> Columns:
    """The columns of a page of some cells, as wide as its entries need."""
    most = 2 if cells >= ROOMIER else 1
    marks = max((width(entry_marks(entry, numbers, most)) for entry in entries), default=0)
    left = LEFT if cells >= ROOMY else INDENT
    conflict = 2
    return Columns(left, max(16, cells - left - 1 - marks - conflict - 1), marks, most)


def _sentence(entry: Entry, columns: Columns) -> str:
    """The sentence of a line. Its time is beside it and not in it; without a column for it, after it, unless
    the sentence has it already."""
    statement = entry.statement
    if columns.left == LEFT:
        return date_column.sentence_beside(statement, entry.held)
    text = statement.text.rstrip(".")
    if (when := said.when(statement)) and not date_column.has_date(text, when):
        text = f"{text} · {when}"
    return of_layer(said.on_day(text, entry.held, statement.confirmed), statement.layer)


def entry_marks(entry: Entry, numbers: Mapping[PassageKey, int], most: int) -> str:
    """An entry's marks with the numbers of its passages: `“2 ◇3 +1`, of which `most` are named. Where there
    is room for two, each statement that it was folded from has one, up to four in all."""
    citations = entry.statement.citations
    named = citations[:most]
    if entry.also and most > 1:
        # One passage for each merged statement: two of one statement would say nothing of the others.
        each = (citations[0], *(one.citations[0] for one in entry.also if one.citations))
        named = tuple(dict.fromkeys(each))[:MOST_OF_FOLDED]
    parts = [] if citations else [MARKS.inferred]
    for citation in named:
        mark = MARKS.quoted if citation.quote else MARKS.referenced
        parts.append(f"{mark}{numbers[citation.place]}")
    if len(citations) > len(named):
        parts.append(f"+{len(citations) - len(named)}")
    return " ".join(parts)
