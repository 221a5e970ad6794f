"""What the explorer does with the result of a verb: says it, copies it, asks for what is missing, or lists
what can be chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from cstoref.session import outcomes
from cstoref.session.outcomes import Choices, Form, Message, Outcome, Question, TakenText

from .line import Line
from .pages.facets import facet_lines
from .pages.peek import peek_lines
from .pages.statements import (
    conflict_lines,
    detail_lines,
    name_lines,
    record_lines,
    statement_lines,
    text_lines,
)
from .screens.choice import Choice
from .screens.file_prompt import FilePrompt
from .screens.prompt import Prompt
from .screens.record_prompt import RecordPrompt

if TYPE_CHECKING:
    from cstoref.session.blank_form import BlankForm

    from .host import Host
    from .line import Key

Drawer = Callable[..., Sequence[Line]]

LINES: dict[type, Drawer] = {
    outcomes.StatementChoices: lambda of, cells: statement_lines(of.statements, of.names, cells),
    outcomes.RecordChoices: lambda of, cells: record_lines(of.records, cells),
    outcomes.ConflictChoices: lambda of, cells: conflict_lines(of.conflicts),
    outcomes.StatementDetails: lambda of, cells: detail_lines(of, cells),
    outcomes.Peek: peek_lines,
    outcomes.RecordNames: lambda of, cells: name_lines(of.record, of.identifiers, cells),
    outcomes.FacetChoices: lambda of, cells: facet_lines(of.facets, of.now, cells),
    outcomes.TextChoices: lambda of, cells: text_lines(of.names),
    outcomes.NameChoices: lambda of, cells: text_lines(of.names),
}
"""How each sort of choices is listed."""


def answer(host: Host, verb: str, result: Outcome) -> None:
    """Show what a verb came to."""
    if isinstance(result, Message):
        host.say(result.sentence)
    elif isinstance(result, TakenText):
        host.copy(result)
    elif isinstance(result, Question):
        _ask(host, verb, result)
    elif isinstance(result, Form):
        _fill_in(host, result.form)
    elif result is not None:
        _choose(host, verb, result)


def _choose(host: Host, verb: str, choices: Choices) -> None:
    def chosen(key: Key) -> None:
        if isinstance(key, str):
            host.attempt(verb, lambda: choices.choose(host.session, key))

    lines = LINES[type(choices)]
    host.screen.app.push_screen(Choice(choices.title, lambda cells: lines(choices, cells)), chosen)


def _ask(host: Host, verb: str, question: Question) -> None:
    if question.asks_for == "note":
        _ask_for_note(host, question.about, question.instead)
        return

    def answered(typed: str | None) -> None:
        if typed is not None:
            host.run(verb, typed)

    title, proposed, hint = question.title, question.proposed, question.hint
    prompt: Prompt
    if question.asks_for == "record":
        prompt = RecordPrompt(host.session, title, proposed, hint)
    elif question.asks_for == "file":
        prompt = FilePrompt(title, proposed, hint)
    else:
        prompt = Prompt(title, proposed, hint)
    host.screen.app.push_screen(prompt, answered)


def _fill_in(host: Host, form: BlankForm) -> None:
    from .screens.form_screen import FormScreen

    def closed(sentence: str | None) -> None:
        if sentence:
            host.session.show_written()
            host.redraw()
            host.say(sentence)

    host.screen.app.push_screen(FormScreen(form), closed)


def _ask_for_note(host: Host, id: str, instead: str) -> None:
    from .screens.note_box import OTHER, NoteBox, Subject  # its text area takes long to load

    def closed(sentence: str | None) -> None:
        if sentence == OTHER:
            _ask_for_note(host, instead, id)
        elif sentence:
            host.say(sentence)
        host.redraw()

    store = host.session.store
    row, record, other = store.statement(id), store.record(id), store.record(instead)
    subject = Subject(id, row.statement.text if row else record.name if record else id, row is not None)
    other_name = other.name if other else "the statement" if instead else ""
    host.screen.app.push_screen(NoteBox(host.session.user, subject, other_name), closed)
