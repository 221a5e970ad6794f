"""Two records as rows beside each other: what both took part in, where they meet, what only one has."""

from __future__ import annotations

from cstoref import dates

from . import statements as said
from .rows import BLANK, Part, Row, headed, row, wrapped
from .text import Style, clip, pad, wrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstoref.fact_pairs import FactPair
    from cstoref.model import Fact
    from cstoref.store.comparison import Comparison, FieldPair, Shared
    from cstoref.store.pages import Entry, Page

DATE = 12
LABELS = 18
FOLDED = 3
"""Events and agreements at which both did the same, from which on they are one line."""
MOST = 3
"""Statements of a side that are shown under one label, if not all are wanted."""


def comparison_rows(comparison: Comparison, style: Style, everything: bool = False) -> Iterator[Row]:
    """The whole view."""
    left, right = comparison.left, comparison.right
    versus = "/" if style.marks.in_ascii else "↔"
    day = f"as of {dates.spoken(left.as_of)}" if left.as_of else ""
    yield headed(f"{left.record.name} {versus} {right.record.name}", day, style.width, "title")
    yield row(style.marks.rule * style.width, "dim")
    yield from _headlines(left, right, style)
    yield from _facts([pair for pair in comparison.facts if pair.differs], style)
    for page, only in ((left, comparison.only_left), (right, comparison.only_right)):
        yield from _only(page, only, everything, style)
    yield from _both(comparison, style, everything)
    yield from _same([pair for pair in comparison.facts if not pair.differs], style)
    yield from _shared(comparison, style, everything)


def _headlines(left: Page, right: Page, style: Style) -> Iterator[Row]:
    """The lines under both names; one that is the same once."""
    if left.headline == right.headline:
        yield from wrapped(f"Both: {left.headline}", style.width, "dim", left.record.id)
        return
    yield from _beside([[(left.headline, left.record.id)], [(right.headline, right.record.id)]], style, "dim")


def _both(comparison: Comparison, style: Style, everything: bool) -> Iterator[Row]:
    """What is stated of both under one label, beside each other."""
    left, right = comparison.left, comparison.right
    if comparison.fields:
        yield BLANK
        yield headed("Both have", _count(comparison.fields), style.width)
    for field in comparison.fields:
        yield BLANK
        yield row(f"{field.group} {style.marks.dot} {field.label}", "accent")
        most = len(field.left) + len(field.right) if everything else MOST
        sides = [_sentences(left, field.left, most, style), _sentences(right, field.right, most, style)]
        yield from _beside(sides, style, "text")


def _facts(pairs: Sequence[FactPair], style: Style) -> Iterator[Row]:
    """Facts beside each other, each label above its line."""
    for pair in pairs:
        yield BLANK
        yield row(pair.label, "accent")
        yield from _beside([[_fact(pair.left, style)], [_fact(pair.right, style)]], style, "text")


def _same(pairs: Sequence[FactPair], style: Style) -> Iterator[Row]:
    """The facts that are the same of both, each once."""
    if pairs:
        yield BLANK
        yield headed("The same", f"{len(pairs)} fact{'s' if len(pairs) > 1 else ''}", style.width)
    for pair in pairs:
        text, key = _fact(pair.left, style)
        yield from wrapped(f"{pair.label}: {text}", style.width, "text", key or None, 1)


def _fact(fact: Fact | None, style: Style) -> tuple[str, str]:
    """The words of a fact, `!` where sources conflict on it, and the first statement that it rests on."""
    if fact is None:
        return "not stated", ""
    mark = f" {style.marks.conflict}" if fact.conflicts else ""
    return f"{fact.text}{mark}", fact.statements[0] if fact.statements else ""


def _shared(comparison: Comparison, style: Style, everything: bool) -> Iterator[Row]:
    """Events and agreements that both are part of, the newest first; what both did alike at several is
    folded to a line, if not everything is wanted."""
    if not comparison.shared:
        return
    name = max(12, style.width - DATE - 2 * LABELS)
    yield BLANK
    heads = (pad("Both took part in", DATE + name), comparison.left.record.name, comparison.right.record.name)
    parts = (
        Part(heads[0], "heading"),
        *(Part(pad(clip(h, LABELS - 1), LABELS), "heading") for h in heads[1:]),
    )
    yield Row(parts)
    for shared in listed(comparison.shared, everything):
        yield _shared_row(shared, name, style)
    for labels, of in [] if everything else together(comparison.shared):
        times = f"{len(of)} times, last: {of[-1].record.name}"
        left = pad(clip(f" Both {labels}", DATE + LABELS - 1, style.marks.more), DATE + LABELS)
        right = clip(times, style.width - DATE - LABELS, style.marks.more)
        yield Row((Part(left), Part(right, "dim")), of[-1].record.id)


def listed(shared: Sequence[Shared], everything: bool) -> list[Shared]:
    """What has a line of its own, the newest first: all, or what is not folded."""
    folded = [] if everything else [one for _, of in together(shared) for one in of]
    return [one for one in reversed(shared) if one not in folded]


def together(shared: Sequence[Shared]) -> list[tuple[str, list[Shared]]]:
    """What both did alike at several events or agreements, with those; what they did most often first."""
    groups: dict[str, list[Shared]] = {}
    for one in shared:
        labels = labels_of(one.left)
        if labels == labels_of(one.right):
            groups.setdefault(labels, []).append(one)
    folded = [(labels, of) for labels, of in groups.items() if len(of) >= FOLDED]
    return sorted(folded, key=lambda group: -len(group[1]))


def _shared_row(shared: Shared, name: int, style: Style) -> Row:
    date = (shared.record.when or "").partition("/")[0].strip("[~?%").partition("..")[0]
    what = pad(clip(shared.record.name, name - 1, style.marks.more), name)
    sides = (
        Part(pad(clip(labels_of(entries), LABELS - 1, style.marks.more), LABELS))
        for entries in (shared.left, shared.right)
    )
    return Row((Part(f" {pad(date, DATE - 1)}", "dim"), Part(what), *sides), shared.record.id)


def labels_of(entries: Sequence[Entry]) -> str:
    """What a record did there, the most important first."""
    ranked = sorted(entries, key=lambda entry: entry.telling)
    return ", ".join(dict.fromkeys(entry.label for entry in ranked))


def _sentences(page: Page, entries: Sequence[Entry], most: int, style: Style) -> list[tuple[str, str]]:
    """The statements of one side, in the page's order, each with its id; how many are left out."""
    # Chosen by weight but shown in the order of the page, hence the set of places.
    kept = {entry.telling for entry in sorted(entries, key=lambda entry: entry.telling)[:most]}
    shown = [
        (f"{style.marks.of(e.statement.grounding)} {said.sentence(e.statement, page.names)}", e.statement.id)
        for e in entries
        if e.telling in kept
    ]
    return [*shown, (f"and {len(entries) - most} more", "")] if len(entries) > most else shown


def _beside(sides: Sequence[Sequence[tuple[str, str]]], style: Style, look: str) -> Iterator[Row]:
    """Two columns of texts, each text with its key."""
    cells = (style.width - 3) // 2
    columns = [_column(side, cells) for side in sides]
    bar = " | " if style.marks.in_ascii else " │ "
    for at in range(max(map(len, columns))):
        one, other = (column[at] if at < len(column) else ("", "") for column in columns)
        looks = [look if key else "dim" for _, key in (one, other)]
        left = Part(pad(one[0], cells), looks[0], one[1] or None)
        yield Row((left, Part(bar, "dim"), Part(other[0], looks[1], other[1] or None)))


def _column(texts: Sequence[tuple[str, str]], cells: int) -> list[tuple[str, str]]:
    """The lines of one side, each with the key of its text; all but the first of a text are indented."""
    lines: list[tuple[str, str]] = []
    for text, key in texts:
        wrapped = wrap(text, cells - 2)
        lines += [(f"  {line}" if number else line, key) for number, line in enumerate(wrapped)]
    return lines


def _only(page: Page, fields: Sequence[FieldPair], everything: bool, style: Style) -> Iterator[Row]:
    """What one record has and the other has not: a line a field, or all statements."""
    if not fields:
        return
    yield BLANK
    yield headed(f"Only {page.record.name}", _count(fields), style.width)
    label = 22
    for field in fields:
        entries = field.left or field.right
        shown = entries if everything else sorted(entries, key=lambda entry: entry.telling)[:1]
        for n, entry in enumerate(shown):
            count = f" +{len(entries) - 1}" if len(entries) > 1 and not everything else ""
            room = style.width - label - len(count)
            text = clip(said.sentence(entry.statement, page.names), room, style.marks.more)
            name = Part(pad(clip(f" {field.label}" if n == 0 else "", label - 1), label), "dim")
            yield Row((name, Part(pad(text, room)), Part(count, "dim")), entry.statement.id)


def _count(fields: Sequence[FieldPair]) -> str:
    statements = sum(len(field.left) + len(field.right) for field in fields)
    return f"{len(fields)} fields, {statements} statements"
