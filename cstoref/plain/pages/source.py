"""A source: its text sentence by sentence, and what rests on a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from cstoref import dates
from cstoref.provenance import class_in_words, publisher_of
from cstoref.session.page_items import ItemPage, PageItem, counted, statement_items
from cstoref.session.session import Session
from cstoref.session.target import Target, sentence_at, target_of
from cstoref.store.source_reader import Sentence
from cstoref.store.sources import SourceReading, reading
from cstoref.store.statement_filter import Selection, select

STATES = {"silent": "states nothing", "bare": "nothing rests on it"}


def make(session: Session) -> ItemPage:
    """A source: the facts about it, then its text, or what rests on it where the pack has no text."""
    state, store = session.state, session.store
    read = reading(store, state.source or "")
    assert read is not None
    source, head = read.overview.source, list(_facts(read))
    if not source.path:
        listed = select(store, Selection(source=source.id))
        items = statement_items(store, session.user, listed, with_subject=True)
        return ItemPage(source.title, tuple(head), tuple(items))
    first = 0
    if state.sentence is not None:
        first = next((n for n, known in enumerate(read.sentences) if known.number == state.sentence), 0)
        head = [f"{source.short}. The passage is in number {first + 1}."]
    sentences = tuple(_sentence(read, sentence) for sentence in read.sentences)
    return ItemPage(source.title, tuple(head), sentences, first=first)


def _facts(read: SourceReading) -> Iterator[str]:
    source, figures = read.overview.source, read.overview
    publisher = publisher_of(source)
    yield f"{source.short}. {', '.join(part for part in (source.author, publisher) if part)}."
    yield f"Class: {class_in_words(source)}."
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
        yield f"The pack has no text of it. {counted(figures.statements, 'statement')} on it:"


def _sentence(read: SourceReading, sentence: Sentence) -> PageItem:
    words = " ".join(read.text[sentence.start : sentence.end].split())
    count = (
        counted(sentence.statements, "statement") if sentence.statements else STATES.get(sentence.state, "")
    )
    cited = "cited" if sentence.statements else "uncited"
    return PageItem(
        f"{words} ({count})" if count else words,
        Target("uses", f"{read.overview.source.id}:{sentence.start}"),
        facets=(f"sentence: {cited}",),
    )


def make_uses(session: Session) -> ItemPage:
    """Every statement that rests on the sentence at an offset."""
    store = session.store
    target = target_of(store, session.state.view_of)
    assert target is not None
    source, sentence = store.source(target.of), sentence_at(store, target.of, target.start)
    assert source is not None
    assert sentence is not None
    text = " ".join(store.text(source.id)[sentence.start : sentence.end].split())
    listed = store.resting_on(source.id, sentence.start, sentence.end)
    return ItemPage(
        f"Number {sentence.number} of {source.short}",
        (f"“{text}”", f"{counted(len(listed), 'statement')} on it."),
        tuple(statement_items(store, session.user, listed, with_subject=True)),
        empty="No statement rests on it.",
    )
