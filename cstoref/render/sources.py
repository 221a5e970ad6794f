"""Sources as rows: all of them with their figures, and one with its text and its gutter."""

from __future__ import annotations

from cstoref import dates
from cstoref.model import of_layer
from cstoref.provenance import RANKS, class_in_words, publisher_of

from .rows import BLANK, Part, Row, headed, row, wrapped
from .text import Style, clip, pad, wrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cstoref.model import Source
    from cstoref.store.sources import SourceOverview, SourceReading

LABEL = 12
GUTTER = 6
WIDEST = 84
"""Cells of the longest line of a text, its gutter among them: what reads well."""


def source_facts(source: Source) -> Iterator[tuple[str, str]]:
    """What is known of a document, each with its label; what is not known is left out."""
    publisher = publisher_of(source)
    known = (
        ("class", class_in_words(source)),
        ("author", source.author),
        ("published", ", ".join(part for part in (publisher, dates.spoken(source.issued)) if part)),
        ("dated by", source.issued_basis),
        ("address", source.url),
        ("read", dates.spoken(source.read)),
        ("note", source.note),
    )
    yield from ((label, words) for label, words in known if words)


def overview_rows(overviews: Sequence[SourceOverview], style: Style) -> Iterator[Row]:
    """The texts of the pack with what is known of them, then the documents outside it by class, the strongest
    first."""
    texts = [overview for overview in overviews if overview.source.path]
    outside: dict[str, list[SourceOverview]] = {}
    for overview in overviews:
        if not overview.source.path:
            outside.setdefault(overview.source.type, []).append(overview)
    if texts:
        yield headed("Texts in the pack", str(len(texts)), style.width)
    for overview in texts:
        yield from _text(overview, style)
    # Sorted only here: within a class the order of the file stays.
    by_class = sorted(outside.items(), key=lambda entry: RANKS.get(entry[0], len(RANKS)))
    for at, (type, of_type) in enumerate(by_class):
        if texts or at:
            yield BLANK
        yield headed(f"Outside the pack {style.marks.dot} {type}", str(len(of_type)), style.width)
        for overview in of_type:
            yield _document(overview, style)


def _text(overview: SourceOverview, style: Style) -> Iterator[Row]:
    source = overview.source
    done = f"{overview.covered + overview.silent}/{overview.sentences} sentences"
    right = f"{overview.statements} statements {style.marks.dot} {done}"
    head = headed(
        of_layer(f"{style.marks.quoted} {source.short}", source.layer), right, style.width, "accent"
    )
    yield head._replace(key=source.id)
    facts = [source.title, f" {style.marks.dot} ".join((source.id, publisher_of(source), source.type))]
    if source.issued_basis:
        facts.append(f"date: {source.issued_basis}")
    for at, fact in enumerate(facts):
        yield from wrapped(fact, style.width, "text" if at == 0 else "dim", source.id, indent=2)


def _document(overview: SourceOverview, style: Style) -> Row:
    count = f"{overview.statements:>5}"
    source = overview.source
    text = f"{style.marks.referenced} {of_layer(source.short, source.layer)}  {source.title}"
    room = style.width - len(count)
    parts = (Part(pad(clip(text, room - 1, style.marks.more), room)), Part(count, "dim"))
    return Row(parts, source.id)


def reading_rows(reading: SourceReading, style: Style) -> Iterator[Row]:
    """One source: what it is, how its date is known, how much rests on it, and its text."""
    source = reading.overview.source
    yield from wrapped(of_layer(source.title, source.layer), style.width, "title", source.id)
    yield row(style.marks.rule * style.width, "dim")
    for label, value in _facts(reading).items():
        for n, line in enumerate(wrap(value or "", style.width - LABEL)):
            yield Row((Part(pad(label if n == 0 else "", LABEL), "dim"), Part(line)), source.id)
    for at, (named, told) in enumerate(reading.told_of):
        label = "tells of" if at == 0 else ""
        parts = (Part(pad(label, LABEL), "dim"), Part(f"{named.name} "), Part(str(told), "dim"))
        yield Row(parts, named.id)
    if reading.text:
        yield row(style.marks.rule * style.width, "dim")
        yield from _sentences(reading, style)


def _facts(reading: SourceReading) -> dict[str, str | None]:
    overview, source = reading.overview, reading.overview.source
    return {
        "id": source.id,
        "author": source.author,
        "publisher": publisher_of(source),
        "in": _where(source),
        "issued": dates.spoken(source.issued),
        "known by": source.issued_basis,
        "type": source.type,
        "language": source.language,
        "address": source.url,
        "read": dates.spoken(source.read),
        "note": source.note,
        "sha-256": source.sha256,
        "statements": f"{overview.statements}; cstoref statements --source {source.id}",
        "coverage": _coverage(overview),
    }


def _where(source: Source) -> str:
    parts = (
        source.container,
        f"vol. {source.volume}" if source.volume else None,
        f"no. {source.issue}" if source.issue else None,
    )
    return " ".join(part for part in parts if part)


def _coverage(overview: SourceOverview) -> str:
    if not overview.sentences:
        return ""
    done = overview.covered + overview.silent
    parts = f"{overview.covered} with statements, {overview.silent} that state nothing"
    return f"{done} of {overview.sentences} sentences: {parts}"


def _sentences(reading: SourceReading, style: Style) -> Iterator[Row]:
    """Each sentence on lines of its own; the gutter counts the statements that rest on it."""
    room = min(WIDEST, style.width) - GUTTER
    bar = " | " if style.marks.in_ascii else " │ "
    paragraph, end = 0, -1
    for sentence in reading.sentences:
        # A line break between two sentences begins a paragraph, the same rule by which citations count them
        # (`authoring.quotes.paragraph`).
        if end < 0 or "\n" in reading.text[end : sentence.start]:
            paragraph += 1
            yield row(f"{' ' * (GUTTER - 3)} ¶{paragraph}", "dim")
        end = sentence.end
        count = str(sentence.statements) if sentence.statements else style.marks.dot
        key = f"{reading.overview.source.id}:{sentence.start}"
        for n, line in enumerate(wrap(reading.text[sentence.start : sentence.end], room)):
            gutter = Part(f"{count if n == 0 else '':>{GUTTER - 3}}", "mark")
            yield Row((gutter, Part(bar, "dim"), Part(line)), key)
