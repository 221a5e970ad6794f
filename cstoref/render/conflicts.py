"""Conflicts as rows: the list by nature, and one laid open with its sides beside each other."""

from __future__ import annotations

from cstoref import sanitize
from cstoref.model import of_layer

from . import statements as said
from .rows import BLANK, Part, Row, headed, row, wrapped
from .text import Style, clip, width, wrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from cstoref.model import Conflict
    from cstoref.store.conflict_detail import ConflictDetail, Side
    from cstoref.store.conflict_filter import ConflictCount

BESIDE = 60
"""From this width on two sides stand beside each other."""
KEY = "conflict:"
"""What the key of a conflict begins with; its id follows."""

Piece = list[Part]


def conflict_count(count: ConflictCount) -> str:
    """`Sources conflict on 6 matters. 5 notes on names and changes.`: the first figure is that of a card."""
    matters = "1 matter" if count.disputes == 1 else f"{count.disputes:,} matters"
    notes = "1 note" if count.notes == 1 else f"{count.notes:,} notes"
    said = [f"Sources conflict on {matters}."] if count.disputes else []
    return " ".join((*said, *([f"{notes} on names and changes."] if count.notes else [])))


def list_rows(
    groups: Iterable[tuple[str, Sequence[Conflict]]],
    shorts: Mapping[str, str],
    style: Style,
    heads: Mapping[str, str],
) -> Iterator[Row]:
    """Every conflict by nature, with how many there are of each: what it is about, and between whom.

    What stands before its sources is in `heads` by its id: the id itself, or its years.
    """
    for at, (nature, conflicts) in enumerate(groups):
        if at:
            yield BLANK
        yield headed(nature.replace("-", " "), f"{len(conflicts):,}", style.width)
        for conflict in conflicts:
            key = KEY + conflict.id
            mark = Part(f" {style.marks.conflict} ", "conflict")
            for n, line in enumerate(wrap(of_layer(conflict.topic, conflict.layer), style.width - 3)):
                yield Row((mark if n == 0 else Part("   "), Part(line)), key)
            between = list(dict.fromkeys(shorts[cite.source] for cite in conflict.citations))
            head = heads.get(conflict.id, "")
            sources = _fitting(between, style.width - 6 - width(head), style)
            facts = f" {style.marks.dot} ".join(part for part in (head, sources) if part)
            yield row("   " + clip(facts, style.width - 3, style.marks.more), "dim", key)


def _fitting(names: Sequence[str], cells: int, style: Style) -> str:
    """As many names as fit whole, and how many more there are; at least a part of the first."""
    for count in range(len(names), 0, -1):
        more = f" +{len(names) - count}" if count < len(names) else ""
        text = " / ".join(names[:count]) + more
        if width(text) <= cells or count == 1:
            return clip(" / ".join(names[:count]), cells - width(more), style.marks.more) + more
    return ""


def collision_rows(detail: ConflictDetail, style: Style) -> Iterator[Row]:
    """One conflict: what it is about, why it is one, its sides, and what it concerns."""
    conflict = detail.conflict
    yield from _head(conflict, style)
    yield row(style.marks.rule * style.width, "dim")
    yield from wrapped(conflict.explanation, style.width)
    # Below 60 cells a column would have fewer than 28, too few to read a passage in.
    columns = 2 if style.width >= BESIDE and len(detail.sides) > 1 else 1
    cells = (style.width - 3 * (columns - 1)) // columns
    for first in range(0, len(detail.sides), columns):
        yield BLANK
        sides = [_side(detail, side, cells, style) for side in detail.sides[first : first + columns]]
        yield from _beside(sides, cells, style)
    if conflict.records:
        yield BLANK
        yield row("Concerns", "heading")
    for id in conflict.records:
        yield from wrapped(detail.names.get(id, id), style.width, "text", id, 2)


def _head(conflict: Conflict, style: Style) -> Iterator[Row]:
    """The topic with the nature at its end, or below it where both do not fit beside each other."""
    nature = of_layer(conflict.nature.replace("-", " "), conflict.layer)
    if width(conflict.topic) + width(nature) + 2 <= style.width:
        yield headed(conflict.topic, nature, style.width, "title")
        return
    yield from wrapped(conflict.topic, style.width, "title")
    yield from wrapped(nature, style.width, "dim")


def key_of(side: Side) -> str:
    """Where a side leads: to a statement, else to its passage, its source or its record."""
    if side.statements:
        return side.statements[0].id
    if side.source is None:
        return side.record or ""
    start = side.citation.start if side.citation else None
    return side.source.id if start is None else f"{side.source.id}:{start}"


def _beside(sides: Sequence[list[Piece]], cells: int, style: Style) -> Iterator[Row]:
    for at in range(max(map(len, sides))):
        parts: Piece = []
        for n, lines in enumerate(sides):
            line = lines[at] if at < len(lines) else []
            room = cells - sum(width(part.text) for part in line)
            gap = [Part(f" {'|' if style.marks.in_ascii else '│'} ", "dim")] if n else []
            parts += [*gap, *line, Part(" " * room)]
        yield Row(tuple(parts))


def _side(detail: ConflictDetail, side: Side, cells: int, style: Style) -> list[Piece]:
    """The lines of one side, in parts."""
    key = key_of(side)
    lines: list[Piece] = [[Part(line, "heading", key)] for line in wrap(side_title(side), cells)]
    if side.source is None:
        lines += _lines(side.passage, cells, "text", key) if side.passage else []
    elif side.passage:
        lines += _passage(side, cells, style)
    else:
        lines += _lines(side.source.title, cells, "dim", key)
        lines += _lines(f"{style.marks.referenced} a document outside the pack", cells, "dim", key)
    for words in (side.citation.says, side.citation.note) if side.citation else ():
        lines += [[], *_lines(words, cells, "text", key)] if words else []
    for statement in side.shown:
        mark = style.marks.of(statement.grounding)
        lines += [
            [],
            *_lines(f"{mark} {said.sentence(statement, detail.names)}", cells, "text", statement.id),
        ]
        if statement.rule and not statement.citations:
            lines += _lines(statement.rule, cells, "dim", statement.id)
    return lines


def side_title(side: Side) -> str:
    """What a side is called: its source with the paragraph, its record, or that it is inferred."""
    paragraph = side.citation.paragraph if side.citation else None
    return f"{side.title} ¶{paragraph}" if paragraph else side.title


def _lines(text: str, cells: int, look: str, key: str) -> list[Piece]:
    return [[Part(line, look, key)] for line in wrap(text, cells)]


def _passage(side: Side, cells: int, style: Style) -> list[Piece]:
    """The passage lit among what stands around it; marked at both ends, for where nothing can be lit."""
    begin, end = ("[", "]") if style.marks.in_ascii else ("▐", "▌")
    # A passage may begin within a word or bracket of its text: a blank stands there only if one does.
    gap = " " if side.before[-1:].isspace() else ""
    before = f"{style.marks.more} {sanitize.line(side.before).strip()}{gap}" if side.before.strip() else ""
    lit = f"{begin}{sanitize.line(side.passage)}{end}"
    # Wrapping moves and drops blanks, thus offsets of the text mean nothing in its lines. Counted in letters
    # that are no blanks, the passage is found again after wrapping.
    first = _letters(before)
    last, key, at = first + _letters(lit), key_of(side), 0
    lines: list[Piece] = []
    for line in wrap(before + lit + sanitize.line(side.after), cells):
        parts: Piece = []
        for text, look in ((first, "dim"), (last, "lit"), (at + _letters(line), "dim")):
            cut = _cut(line, text - at)
            parts += [Part(line[:cut], look, key)] if cut else []
            at += _letters(line[:cut])
            line = line[cut:]
        lines.append(parts)
    return lines


def _letters(text: str) -> int:
    """The number of characters that are not blanks: wrapping does not change it."""
    return sum(not char.isspace() for char in text)


def _cut(line: str, letters: int) -> int:
    """How much of a line holds so many letters, with the blanks after them."""
    for at, char in enumerate(line):
        if letters <= 0 and not char.isspace():
            return at
        letters -= not char.isspace()
    return len(line) if letters >= 0 and line else 0
