"""Sources: all of them, one with its text sentence by sentence, and what rests on a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from cstoref import dates, fold
from cstoref.plain.asked import Asked, counted, day_of, statement_items
from cstoref.plain.page import Item, Page
from cstoref.plain.place import Place
from cstoref.provenance import published_by
from cstoref.store.queries import Sentence
from cstoref.store.sources import Reading, SourceOverview, overviews, reading
from cstoref.store.statement_filter import Selection, select

ORDERS = ("listed", "name", "statements")
STATES = {"silent": "states nothing", "bare": "nothing rests on it"}


def make_list(asked: Asked, place: Place) -> Page:
    """A line a source, texts of the pack first."""
    found = overviews(asked.store)
    if place.order == "name":
        found.sort(key=lambda one: fold.words(one.source.short))
    elif place.order == "statements":
        found.sort(key=lambda one: -one.statements)
    return Page(f"Sources, {len(found):,}", (), tuple(map(_overview, found)), ORDERS)


def _overview(one: SourceOverview) -> Item:
    source = one.source
    ground = "with its text" if source.path else "referred to"
    used = (
        f", {one.covered + one.silent} of {one.sentences} sentences used or silent" if one.sentences else ""
    )
    day = day_of(source.issued)
    return Item(
        f"{source.short}: {source.title}; {ground}; {counted(one.statements, 'statement')}{used}",
        Place("source", source.id),
        facets=(f"ground: {ground}", f"type: {source.type}", f"year: {day[:4] or 'undated'}"),
        day=day,
    )


def make(asked: Asked, place: Place) -> Page:
    """A source: what is known of it, then its text, or what rests on it where the pack has no text."""
    found = reading(asked.store, place.of)
    assert found is not None
    source, head = found.overview.source, list(_facts(found))
    if not source.path:
        listed = select(asked.store, Selection(source=source.id))
        return Page(source.title, tuple(head), tuple(statement_items(asked, listed, named=True)))
    items = tuple(_sentence(found, sentence) for sentence in found.sentences)
    at = 0
    if place.start is not None:
        at = next((n for n, one in enumerate(found.sentences) if one.end > (place.start or 0)), 0)
        head = [f"{source.short}. The passage is in number {at + 1}."]
    return Page(source.title, tuple(head), items, line=at)


def _facts(found: Reading) -> Iterator[str]:
    source, figures = found.overview.source, found.overview
    publisher = published_by(source.publisher, source.copy_of)
    yield f"{source.short}. {', '.join(part for part in (source.author, publisher) if part)}."
    if source.issued:
        basis = f"; known by: {source.issued_basis}" if source.issued_basis else ""
        yield f"Issued {dates.spoken(source.issued)}{basis}."
    if source.url:
        yield f"Address: {source.url}{f', read {dates.spoken(source.read)}' if source.read else ''}"
    if source.note:
        yield source.note
    if source.path:
        yield (
            f"{counted(figures.statements, 'statement')} on {figures.covered} of "
            f"{figures.sentences} sentences; {figures.silent} state nothing."
        )
    else:
        yield f"The pack holds no text of it. {counted(figures.statements, 'statement')} on it:"


def _sentence(found: Reading, sentence: Sentence) -> Item:
    words = " ".join(found.text[sentence.start : sentence.end].split())
    count = (
        counted(sentence.statements, "statement") if sentence.statements else STATES.get(sentence.state, "")
    )
    cited = "cited" if sentence.statements else "uncited"
    return Item(
        f"{words} ({count})" if count else words,
        Place("uses", found.overview.source.id, start=sentence.start),
        facets=(f"sentence: {cited}",),
    )


def make_uses(asked: Asked, place: Place) -> Page:
    """Every statement that rests on the sentence at an offset."""
    source = asked.store.source(place.of)
    sentence = sentence_at(asked, place.of, place.start or 0)
    assert source is not None and sentence is not None
    text = " ".join(asked.store.text(place.of)[sentence.start : sentence.end].split())
    listed = asked.store.resting_on(place.of, sentence.start, sentence.end)
    return Page(
        f"Number {sentence.number} of {source.short}",
        (f"“{text}”", f"{counted(len(listed), 'statement')} on it."),
        tuple(statement_items(asked, listed, named=True)),
        empty="No statement rests on it.",
    )


def sentence_at(asked: Asked, source: str, start: int) -> Sentence | None:
    """The sentence at an offset, or the next one after it; the last where there is none."""
    sentences = asked.store.sentences(source)
    return next((one for one in sentences if one.end > start), sentences[-1] if sentences else None)
