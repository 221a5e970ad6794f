"""Verbs that write into a pack of one's own: choose a passage, state what it says, undo."""

from __future__ import annotations

import re

from cstoref.errors import UserError
from cstoref.session.outcomes import Form, Message, NameChoices, Outcome
from cstoref.session.renewal import folders_of
from cstoref.session.session import Session
from cstoref.session.target import target_of
from cstoref.store.source_reader import Sentence

from .base import PLAIN, verb
from .passages import sentence_of

GROUP = "Your own pack"
BY_NUMBER = {PLAIN: "state takes the number of a sentence, and its words can be shortened there"}


@verb(GROUP, "v", panes=("source",), without=BY_NUMBER)
def select(session: Session, typed: str) -> Outcome:
    """Select the sentence under the cursor; again: the next one too."""
    text, sentence = session.here.text, session.here.sentence
    if text is None or sentence is None:
        raise UserError("there is no sentence of a text in the pack here")
    start, end = session.state.selected or (sentence.start, sentence.start)
    following = next((one.end for one in text.sentences if one.end > end), None)
    if following is None:
        raise UserError("the selection ends with the text")
    session.go(selected=(start, following), sentence=sentence.number)
    return None


@verb(GROUP, "shift+right", panes=("source",), without=BY_NUMBER)
def select_more(session: Session, typed: str) -> Outcome:
    """Add the next word to the selection."""
    return _resize(session, end=1)


@verb(GROUP, "shift+left", panes=("source",), without=BY_NUMBER)
def select_less(session: Session, typed: str) -> Outcome:
    """Take the last word from the selection."""
    return _resize(session, end=-1)


@verb(GROUP, "shift+down", panes=("source",), without=BY_NUMBER)
def begin_later(session: Session, typed: str) -> Outcome:
    """Take the first word from the selection."""
    return _resize(session, start=1)


@verb(GROUP, "shift+up", panes=("source",), without=BY_NUMBER)
def begin_earlier(session: Session, typed: str) -> Outcome:
    """Add the word before to the selection."""
    return _resize(session, start=-1)


@verb(GROUP, "plus", ("state",), "NUMBER", ("source",))
def state(session: Session, typed: str) -> Outcome:
    """State what the selection says, or the sentence: open the form."""
    source, sentence = sentence_of(session, typed)
    start, end = session.state.selected or (sentence.start, sentence.end)
    return Form(session.authorship.form(session.store, source, start, end))


@verb(GROUP, "R", ("record",), "NUMBER or NAME", ("source",))
def make_record(session: Session, typed: str) -> Outcome:
    """Make a record of the name that is selected, or of one in the sentence that no record has."""
    name = _typed_name(session, typed)
    if name:
        return Form(session.authorship.record_form(session.store, name))
    source, sentence = sentence_of(session, typed)
    folders_of(session.store)  # raises where nothing can be written, before anything is looked for
    names = session.unknown_names(source, sentence)
    if not names:
        how = "type record and the name" if session.paged else "select one with v and ⇧←"
        raise UserError(f"no name without a record was found in this sentence; {how}")
    if len(names) == 1:
        return Form(session.authorship.record_form(session.store, names[0]))
    if session.paged:
        raise UserError(f"it has {' and '.join(names)}: type record and one of them")
    return NameChoices("Make a record of which name?", names)


def _typed_name(session: Session, typed: str) -> str:
    """The name that was typed or selected; empty where a sentence is meant."""
    if not session.paged and session.state.selected and session.here.text:
        start, end = session.state.selected
        return " ".join(session.here.text.text[start:end].split())
    place = target_of(session.store, typed) if typed else None
    return "" if place is not None and place.what == "source" else typed


@verb(GROUP, "u", ("undo",))
def undo(session: Session, typed: str) -> Outcome:
    """Undo the last pin, bookmark or note of this run, or what was written last into your own pack."""
    if not session.user.undoes_own:
        return Message(session.undo())
    undone = session.user.undo()
    listed = session.store.statement(undone.id)
    named = session.store.named([undone.id]) if undone.id else {}
    name = listed.statement.text if listed else named[undone.id].name if undone.id in named else ""
    return Message(session.user.outcome(f"Undone: {undone.what}{f', {name}' if name else ''}."))


def _resize(session: Session, start: int = 0, end: int = 0) -> Outcome:
    """Move the beginning or the end of the selection by a word; without one, that of the sentence."""
    text, sentence = session.here.text, session.here.sentence
    if text is None or sentence is None:
        raise UserError("there is no sentence of a text in the pack here")
    first, last = session.state.selected or (sentence.start, sentence.end)
    words = [match.span() for match in re.finditer(r"\S+", text.text)]
    starts, ends = [begin for begin, _ in words], [past for _, past in words]
    if start:
        first = _moved(starts, first, start)
    if end:
        last = _moved(ends, last, end)
    if first >= last:
        raise UserError("the selection has one word only")
    session.go(selected=(first, last), sentence=_kept(session, sentence))
    return None


def _kept(session: Session, sentence: Sentence) -> int:
    """The sentence under the cursor stays where it is while a selection changes."""
    return session.state.sentence or sentence.number


def _moved(places: list[int], place: int, step: int) -> int:
    """The nearest of some places beyond one, in a direction; the last one itself at the end."""
    beyond = [one for one in places if (one - place) * step > 0]
    if not beyond:
        raise UserError("the text ends there" if step > 0 else "the text begins there")
    return min(beyond) if step > 0 else max(beyond)
