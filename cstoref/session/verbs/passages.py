"""Verbs that follow a statement to its passage, a passage to its statements, and both to other records."""

from __future__ import annotations

from collections.abc import Collection

from cstoref.errors import UserError
from cstoref.mentions import mentioned, names_in
from cstoref.model import Source
from cstoref.session.grounds import Disputes, Inference
from cstoref.session.outcomes import (
    Outcome,
    Peek,
    RecordChoices,
    RecordNames,
    StatementChoices,
    StatementDetails,
)
from cstoref.session.session import Session
from cstoref.session.target import Target, sentence_at
from cstoref.store.kind_words import named_in_words
from cstoref.store.source_reader import Sentence

from .base import PLAIN, verb
from .subjects import record_of, statement_of

GROUP = "Reading"
ON_PAGE = {PLAIN: "a statement's page lists its passages and records, each with a number"}
BY_FACET = {PLAIN: "facet cited and facet uncited show only these sentences"}


@verb(GROUP, "r", ("uses",), "[NUMBER]", ("record", "source"))
def uses(session: Session, typed: str) -> Outcome:
    """List every statement that rests on the same sentence, or on the same document elsewhere."""
    document = _document(session, typed)
    if document is not None:
        return _on_document(session, document)
    source, sentence = sentence_of(session, typed)
    listed = session.store.resting_on(source, sentence.start, sentence.end)
    if not listed:
        raise UserError("no statement rests on this sentence")
    rest = "1 statement rests" if len(listed) == 1 else f"{len(listed)} statements rest"
    names = names_in(session.store, (item.statement for item in listed))
    page = Target("uses", f"{source}:{sentence.start}")
    return StatementChoices(f"{rest} on this sentence", listed, names, page)


def _document(session: Session, typed: str) -> Source | None:
    """The document outside the pack that is meant; None where it is a text, or nothing that has a source."""
    if not session.paged and not typed:
        grounds = session.here.grounds
        if isinstance(grounds, Inference):
            raise UserError("it is inferred: ⏎ leads to what it follows from")
        if isinstance(grounds, Disputes):
            raise UserError("these are conflicts: ⏎ shows both sides of one")
        return grounds.source if grounds else None
    target = session.target(typed)
    id = target.of if target and target.what == "source" else ""
    if target and target.what == "statement" and (listed := session.store.statement(target.of)):
        cites = listed.statement.citations
        # A passage in the pack comes first: `strength` sorts the citations so.
        id = cites[0].source if cites and cites[0].start is None else ""
    source = session.store.source(id) if id else None
    return source if source and not source.path else None


def _on_document(session: Session, source: Source) -> Outcome:
    from cstoref.store.statement_filter import Selection, select

    listed = select(session.store, Selection(source=source.id))
    if not listed:
        raise UserError("no statement rests on this document")
    rest = "1 statement rests" if len(listed) == 1 else f"{len(listed)} statements rest"
    names = names_in(session.store, (item.statement for item in listed))
    return StatementChoices(f"{rest} on {source.short}", listed, names, Target("source", source.id))


@verb(GROUP, "o", panes=("record",), without=ON_PAGE)
def open_linked(session: Session, typed: str) -> Outcome:
    """Open another record that the statement mentions."""
    statement = statement_of(session, typed)
    state = session.state
    others = [id for id in mentioned(statement) if id != state.record or state.view]
    named = named_in_words(session.store, others, state.as_of)
    records = [named[id] for id in others if id in named]
    if not records:
        raise UserError("this statement mentions no other record")
    choices = RecordChoices("Open which record?", records, statement.id)
    return choices.choose(session, records[0].id) if len(records) == 1 else choices


@verb(GROUP, "d", ("details",), "[NUMBER]", ("record", "source"))
def details(session: Session, typed: str) -> Outcome:
    """Show everything about the statement: who, when and how dated, conflicts, each passage."""
    statement = statement_of(session, typed)
    store = session.store
    return StatementDetails(
        "Statement",
        statement,
        store.fields[statement.field].label,
        names_in(store, [statement]),
        store.shorts(citation.source for citation in statement.citations),
        store.conflicts(statement=statement.id),
        Target("statement", statement.id),
    )


@verb(GROUP, "P", ("peek",), "[NUMBER]", ("index", "record"))
def peek(session: Session, typed: str) -> Outcome:
    """Look at the footnotes and records of a statement, or at a record, without going there."""
    from cstoref.session.glance import glance

    store, day = session.store, session.state.as_of
    target = session.target(typed)
    listed = store.statement(target.of) if target and target.what == "statement" else None
    if listed is None:
        glances = [glance(store, target.of, day)] if target and target.what == "record" else []
        if not any(glances):
            raise UserError("there is no statement or record under the cursor")
        return Peek("At a glance", None, {}, [one for one in glances if one], target)
    statement = listed.statement
    others = [id for id in mentioned(statement) if id != session.state.record or session.state.view]
    glances = [glance(store, id, day) for id in others]
    shorts = store.shorts(citation.source for citation in statement.citations)
    return Peek("At a glance", statement, shorts, [one for one in glances if one], target)


@verb(GROUP, "i", ("names",), "[NUMBER]", ("record",))
def names(session: Session, typed: str) -> Outcome:
    """List the record's other names and its identifiers."""
    from cstoref.session.names import identifiers

    record = record_of(session, typed)
    found = identifiers(record, session.store.schemes)
    return RecordNames(f"Names of {record.name}", record, found, Target("names", record.id))


@verb(GROUP, "c", panes=("record",), without=ON_PAGE)
def next_citation(session: Session, typed: str) -> Outcome:
    """Show the next passage of the statement, or of a fact the next statement that it rests on."""
    statement = statement_of(session, typed)
    fact = session.here.fact_at(session.state.at)
    if fact is not None and len(fact.statements) > 1:
        place = fact.statements.index(statement.id) + 1
        following = fact.statements[place % len(fact.statements)]
        session.go(statement=following, at=session.state.at, citation=0, sentence=None)
        return None
    if len(statement.citations) < 2:
        raise UserError("this statement has no other passage")
    session.go(citation=(session.state.citation + 1) % len(statement.citations), sentence=None)
    return None


@verb(GROUP, "right_parenthesis", panes=("source",), without=BY_FACET)
def next_cited(session: Session, typed: str) -> Outcome:
    """Go to the next sentence that a statement rests on."""
    hop(session, _sentences(session, cited=True), 1)
    return None


@verb(GROUP, "left_parenthesis", panes=("source",), without=BY_FACET)
def previous_cited(session: Session, typed: str) -> Outcome:
    """Go to the previous sentence that a statement rests on."""
    hop(session, _sentences(session, cited=True), -1)
    return None


@verb(GROUP, "right_curly_bracket", panes=("source",), without=BY_FACET)
def next_uncited(session: Session, typed: str) -> Outcome:
    """Go to the next sentence that no statement rests on."""
    hop(session, _sentences(session, cited=False), 1)
    return None


@verb(GROUP, "left_curly_bracket", panes=("source",), without=BY_FACET)
def previous_uncited(session: Session, typed: str) -> Outcome:
    """Go to the previous sentence that no statement rests on."""
    hop(session, _sentences(session, cited=False), -1)
    return None


def hop(session: Session, sentences: Collection[int], step: int, around: bool = False) -> None:
    """The cursor of the text to the nearest of some sentences, by number, in one direction.

    With `around` it goes on from the other end. Raises UserError where there is none.
    """
    now = session.here.sentence.number if session.here.sentence else 0
    # The sign of the product says whether a sentence lies in the direction of the step.
    beyond = [number for number in sentences if (number - now) * step > 0]
    if not beyond and around:
        beyond = list(sentences)
    if not beyond:
        raise UserError("there are no more below" if step > 0 else "there are no more above")
    session.move("source", min(beyond) if step > 0 else max(beyond))


def _sentences(session: Session, cited: bool) -> list[int]:
    text = session.here.text
    return [s.number for s in (text.sentences if text else ()) if bool(s.statements) == cited]


def sentence_of(session: Session, reference: str) -> tuple[str, Sentence]:
    """The sentence that is meant, with its source. Raises UserError where there is none."""
    if not session.paged and not reference:
        here = session.here
        if here.text is None or here.sentence is None:
            raise UserError("there is no sentence of a text in the pack here")
        return here.text.source, here.sentence
    target = session.target(reference)
    if target is None or target.what != "source":
        cites = [c for c in statement_of(session, reference).citations if c.start is not None]
        if not cites:
            raise UserError("it rests on no sentence of a text in the pack")
        target = Target("source", cites[0].source, cites[0].start)
    start = target.start
    if start is None and (sentence := session.here.text and session.here.sentence):
        start = sentence.start if session.state.sentence is not None else None
    if not session.store.sentences(target.of):
        raise UserError("the pack holds no text of it")
    sentence = sentence_at(session.store, target.of, start)
    if sentence is None:
        raise UserError("say which sentence: uses and a number of the text")
    return target.of, sentence
