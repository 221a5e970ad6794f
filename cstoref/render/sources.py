"""Sources as rows: all of them with their figures, and one with its text and its gutter."""

from __future__ import annotations

from cstoref import dates
from cstoref.provenance import RANKS, published_by

from .rows import BLANK, Part, Row, headed, row, wrapped
from .text import Style, clip, pad, wrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstoref.model import Source
    from cstoref.store.sources import Reading, SourceOverview

LABEL = 12
GUTTER = 6
WIDEST = 84
"""Cells of the longest line of a text, its gutter among them: what reads well."""


def overview_rows(found: Sequence[SourceOverview], style: Style) -> Iterator[Row]:
    """The texts of the pack with what is known of them, then the documents outside it by class, the strongest
    first."""
    texts = [one for one in found if one.source.path]
    outside: dict[str, list[SourceOverview]] = {}
    for one in found:
        if not one.source.path:
            outside.setdefault(one.source.type, []).append(one)
    if texts:
        yield headed("Texts in the pack", str(len(texts)), style.width)
    for one in texts:
        yield from _text(one, style)
    by_class = sorted(outside.items(), key=lambda entry: RANKS.get(entry[0], len(RANKS)))
    for at, (type, of_type) in enumerate(by_class):
        if texts or at:
            yield BLANK
        yield headed(f"Outside the pack {style.marks.dot} {type}", str(len(of_type)), style.width)
        for one in of_type:
            yield _document(one, style)


def _text(one: SourceOverview, style: Style) -> Iterator[Row]:
    source = one.source
    done = f"{one.covered + one.silent}/{one.sentences} sentences"
    right = f"{one.statements} statements {style.marks.dot} {done}"
    head = headed(f"{style.marks.quoted} {source.short}", right, style.width, "accent")
    yield head._replace(key=source.id)
    facts = [source.title, f" {style.marks.dot} ".join((source.id, _publisher(source), source.type))]
    if source.issued_basis:
        facts.append(f"date: {source.issued_basis}")
    for at, fact in enumerate(facts):
        yield from wrapped(fact, style.width, "text" if at == 0 else "dim", source.id, indent=2)


def _document(one: SourceOverview, style: Style) -> Row:
    count = f"{one.statements:>5}"
    text = f"{style.marks.referenced} {one.source.short}  {one.source.title}"
    room = style.width - len(count)
    parts = (Part(pad(clip(text, room - 1, style.marks.more), room)), Part(count, "dim"))
    return Row(parts, one.source.id)


def reading_rows(found: Reading, style: Style) -> Iterator[Row]:
    """One source: what it is, how its date is known, how much rests on it, and its text."""
    source = found.overview.source
    yield from wrapped(source.title, style.width, "title", source.id)
    yield row(style.marks.rule * style.width, "dim")
    for label, value in _facts(found).items():
        for n, line in enumerate(wrap(value or "", style.width - LABEL)):
            yield Row((Part(pad(label if n == 0 else "", LABEL), "dim"), Part(line)), source.id)
    for at, (named, told) in enumerate(found.told_of):
        label = "tells of" if at == 0 else ""
        parts = (Part(pad(label, LABEL), "dim"), Part(f"{named.name} "), Part(str(told), "dim"))
        yield Row(parts, named.id)
    if found.text:
        yield row(style.marks.rule * style.width, "dim")
        yield from _sentences(found, style)


def _facts(found: Reading) -> dict[str, str | None]:
    one, source = found.overview, found.overview.source
    return {
        "id": source.id,
        "author": source.author,
        "publisher": _publisher(source),
        "in": _where(source),
        "issued": dates.spoken(source.issued),
        "known by": source.issued_basis,
        "type": source.type,
        "language": source.language,
        "address": source.url,
        "read": dates.spoken(source.read),
        "note": source.note,
        "sha-256": source.sha256,
        "statements": f"{one.statements}; cstoref statements --source {source.id}",
        "coverage": _coverage(one),
    }


def _publisher(source: Source) -> str:
    return published_by(source.publisher, source.copy_of)


def _where(source: Source) -> str:
    parts = (
        source.container,
        f"vol. {source.volume}" if source.volume else None,
        f"no. {source.issue}" if source.issue else None,
    )
    return " ".join(part for part in parts if part)


def _coverage(one: SourceOverview) -> str:
    if not one.sentences:
        return ""
    done = one.covered + one.silent
    return (
        f"{done} of {one.sentences} sentences: {one.covered} with statements, {one.silent} that state nothing"
    )


def _sentences(found: Reading, style: Style) -> Iterator[Row]:
    """Each sentence on lines of its own; the gutter counts the statements that rest on it."""
    room = min(WIDEST, style.width) - GUTTER
    bar = " │ " if style.marks.dot != "-" else " | "
    paragraph, end = 0, -1
    for sentence in found.sentences:
        if end < 0 or "\n" in found.text[end : sentence.start]:
            paragraph += 1
            yield row(f"{' ' * (GUTTER - 3)} ¶{paragraph}", "dim")
        end = sentence.end
        count = str(sentence.statements) if sentence.statements else style.marks.dot
        key = f"{found.overview.source.id}:{sentence.start}"
        for n, line in enumerate(wrap(found.text[sentence.start : sentence.end], room)):
            gutter = Part(f"{count if n == 0 else '':>{GUTTER - 3}}", "mark")
            yield Row((gutter, Part(bar, "dim"), Part(line)), key)
