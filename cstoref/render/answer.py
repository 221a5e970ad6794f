"""An answer as lines: how the question was understood, then records with the statements that answer, each
with its marks and footnotes, in one screen.
"""

from __future__ import annotations

from cstoref import sanitize
from cstoref.fact_pairs import paired

from . import statements
from .answer_notes import AnswerContext, AnswerNotes
from .text import Style, clip, pad, spread, width, wrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstoref.model import Fact
    from cstoref.store.search.answers import Answer, AnswerItem

MOST_LINES = 23
MARKS = 12
"""Columns at the end of a line that are kept for marks."""
NAME = 28
"""Columns that the names of listed records have at least."""
NOTE = 26
"""Columns that a name leaves for when and where."""
BETWEEN = 2
"""Columns at least between a name and what stands beside it."""
INDENT = "  "
ABOUT_BOTH = 7
"""Lines that are kept below the facts of two records for what is said of both."""
MOST_OF_ITEM = (5, 2, 2, 1)
"""Statements that are shown of the first record, of the second and so on, the last for all further ones."""


def answer_lines(
    answer: Answer,
    shown: AnswerContext,
    left_out: tuple[str, ...],
    why: str,
    style: Style,
    everything: bool = False,
) -> Iterator[str]:
    """The lines of an answer: at most 23, or as many as it takes with `everything` or with the ids of
    statements. `why` says what a misspelt name was taken for, or is empty."""
    head = [style.dim(clip(f"read as: {answer.read_as}", style.width))] if answer.read_as else []
    head = [clip(why, style.width), *head] if why else head
    if left_out and answer.complete:
        words = ", ".join(f"“{word}”" for word in left_out)
        head += [style.dim(line) for line in wrap(f"left out, not in the answer: {words}", style.width)]
    head += wrap(answer.message, style.width) if answer.message else []
    yield from head
    if answer.items:
        yield style.dim(style.marks.rule * style.width)
        room = 10_000 if everything or style.ids else MOST_LINES - len(head) - 1
        yield from _body(answer, shown, room, style, everything)


def _body(answer: Answer, shown: AnswerContext, room: int, style: Style, everything: bool) -> Iterator[str]:
    notes = AnswerNotes(shown, style)
    others, dropped = answer.items, 0
    lines: list[str] = []
    if any(item.facts for item in answer.items[:2]):
        others = answer.items[2:]
        kept = ABOUT_BOTH if others else 0
        lines, dropped = _compared(answer.items[:2], shown, notes, style, room - kept)
    more = answer.more + dropped + sum(_size(answer, item) for item in others)
    names: list[str] = []
    if answer.listed:
        others = _said_once(others)
        names = _listed_names(others, shown, style)
    for place, item in enumerate(others):
        most = _size(answer, item) if answer.listed or everything else _most(item, place)
        if names:
            block = _listed(item, names[place], shown, notes, style)
        else:
            block = _item(item, shown, notes, style, most)
        if not place and not lines and most < (equal := _equal(item, shown)) and not names:
            notes.forget()  # all of them, if that many fit: five of seven shares look like all
            wider = _item(item, shown, notes, style, equal)
            if len(wider) + len(notes.lines()) + 2 <= room:
                block, most = wider, equal
            else:
                notes.forget()
                block = _item(item, shown, notes, style, most)
        if (place or lines) and len(lines) + len(block) + len(notes.lines()) + 2 > room:
            notes.forget()
            break
        notes.keep()
        lines += block
        more -= min(most, _size(answer, item))
    yield from lines
    if more:
        yield style.dim(f"{f'and {more} more: --all':>{style.width}}")
    yield from notes.lines()
    if legend := notes.legend():
        yield style.dim(legend)


def _compared(
    pair: Sequence[AnswerItem], shown: AnswerContext, notes: AnswerNotes, style: Style, room: int
) -> tuple[list[str], int]:
    """The facts of two records beside each other, those that both have first, as many as fit; and how many
    do not."""
    # Not above: only this answer needs it.
    from .answer_beside import fact_lines, pair_lines

    numbers = {row.statement.id: number for number, row in shown.rows.items()}

    def marks(fact: Fact) -> str:
        return notes.of(numbers[fact.statements[0]])

    names = [shown.names.get(item.record, item.record) for item in pair]
    lines = pair_lines(names, [item.note for item in pair], style)
    dropped = 0
    facts = paired(pair[0].facts, pair[1].facts)
    for fact in sorted(facts, key=lambda fact: not (fact.left and fact.right)):
        block = fact_lines(fact, marks, style)
        fits = len(lines) + len(block) + len(notes.lines()) + 2 <= room
        if fits:
            notes.keep()
            lines += block
        else:
            notes.forget()
            dropped += 1
    return lines, dropped


def _said_once(items: Sequence[AnswerItem]) -> tuple[AnswerItem, ...]:
    """The items without the office that all their notes begin with, which the first line names; a day that
    all have stays."""
    shared = items[0].note.partition(", ")[0] + ", " if len(items) > 1 else ""
    if any(map(str.isdigit, shared)) or not all(item.note.startswith(shared) for item in items):
        return tuple(items)
    return tuple(item._replace(note=item.note[len(shared) :]) for item in items)


def _listed_names(items: Sequence[AnswerItem], shown: AnswerContext, style: Style) -> list[str]:
    """The names of listed records in a column, as wide as the longest if the beginning of their notes fits
    beside it."""
    # Not above: only a list needs it.
    from .cut_names import cut_apart

    names = [sanitize.line(shown.names.get(item.record, item.record)) for item in items]
    notes = min(NOTE, max(width(item.note) for item in items))
    room = max(NAME, style.width - MARKS - notes - 2)
    columns = min(room, max(map(width, names)))
    cut = cut_apart([(name, columns) for name in names], style.marks.more)
    return [pad(name, columns + 2) for name in cut]


def _listed(item: AnswerItem, name: str, shown: AnswerContext, notes: AnswerNotes, style: Style) -> list[str]:
    """One line: name, when and where, marks."""
    marks = notes.of(item.statements[0]) if item.statements else ""
    room = max(0, style.width - MARKS - width(name))
    return [
        spread(name + clip(item.note, room), marks, style.width),
        *_ids(item.statements[:1], shown, style),
    ]


def _size(answer: Answer, item: AnswerItem) -> int:
    """How much of an answer a record is: a line of a list, else its statements."""
    return 1 if answer.listed else len(item.statements)


def _equal(item: AnswerItem, shown: AnswerContext) -> int:
    """How many statements of a record have the field of its first one and come one after the other; none
    where a summary names them."""
    fields = [shown.rows[number].statement.field for number in item.statements]
    alike = next((at for at, field in enumerate(fields) if field != fields[0]), len(fields))
    return 0 if item.summary else alike


def _most(item: AnswerItem, place: int) -> int:
    """How many statements of a record are shown: many of the first, few of the others; of those that a
    summary names, two."""
    return 2 if item.summary else MOST_OF_ITEM[min(place, len(MOST_OF_ITEM) - 1)]


def _item(item: AnswerItem, shown: AnswerContext, notes: AnswerNotes, style: Style, most: int) -> list[str]:
    """The record, then so many of its statements."""
    name = sanitize.line(shown.names.get(item.record, item.record))
    between = style.width - width(name) - width(item.note)
    beside = item.note if between >= BETWEEN else ""
    title = name + " " * between + beside if beside else clip(name, style.width)
    lines = [style.bold(title[: len(name)]) + title[len(name) :] if style.colour else title]
    lines += [] if beside else [INDENT + line for line in wrap(item.note, style.width - len(INDENT))]
    if item.summary:
        lines += [INDENT + line for line in wrap(item.summary, style.width - len(INDENT))]
    for number in item.statements[:most]:
        text = statements.sentence(shown.rows[number].statement, shown.names)
        wrapped = wrap(text, style.width - len(INDENT) - MARKS) or [""]
        block = [INDENT + line for line in wrapped]
        block[-1] = spread(block[-1], notes.of(number), style.width)
        lines += [*block, *_ids((number,), shown, style)]
    return lines


def _ids(numbers: Sequence[int], shown: AnswerContext, style: Style) -> list[str]:
    """The ids of statements, if they are wanted, each on a line that is not broken."""
    ids = [shown.rows[number].statement.id for number in numbers] if style.ids else []
    return [style.dim(INDENT + id) for id in ids]
