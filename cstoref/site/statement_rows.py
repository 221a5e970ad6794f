"""Statements as rows: the date, the sentence with its marks, who says so, and everything else on request."""

from __future__ import annotations

from collections.abc import Iterable

from cstoref import dates
from cstoref.mentions import mentioned
from cstoref.model import Statement, of_layer
from cstoref.render import date_column
from cstoref.render import statements as said
from cstoref.store.pages import Entry

from .address import LinkBase, conflict_page, record_page
from .contents import Contents
from .footnotes import PageFootnotes
from .html import Html, hidden_words, joined, link, tag
from .record_links import linked


def statement_rows(
    contents: Contents, here: LinkBase, entries: Iterable[Entry], notes: PageFootnotes
) -> Html:
    """Statements of a record's page, one row each."""
    rows = [_row(contents, here, entry, notes) for entry in entries]
    return tag("ol", *rows, class_="statements")


def _row(contents: Contents, here: LinkBase, entry: Entry, notes: PageFootnotes) -> Html:
    statement = entry.statement
    # What was merged into the line is found at the line.
    merged = (tag("span", id=here.id(other.id)) for other in entry.also)
    sentence = tag(
        "p",
        linked(contents, here, date_column.sentence_beside(statement), mentioned(statement)),
        " ",
        notes.marks(statement),
        dispute_mark(contents, here, statement, entry.conflicts),
    )
    body = tag("div", *merged, sentence, _speaker(contents, statement), _details(contents, here, entry))
    return tag(
        "li",
        tag("span", joined(map(escaped_time, date_column.column(statement)), " "), class_="when"),
        body,
        id=here.id(statement.id),
        class_="deprecated" if statement.rank == "deprecated" else None,
        **on_days(contents, statement),
    )


def escaped_time(line: str) -> Html:
    """One line of a column of dates, which is not broken."""
    return tag("span", line)


def on_days(contents: Contents, statement: Statement) -> dict[str, str | None]:
    """How a statement counts over all days, as attributes for the script."""
    held = contents.held(statement.id)
    last = dates.spoken(statement.confirmed) if "l" in held else None
    return {"data_held": held, "data_confirmed": last}


def dispute_mark(contents: Contents, here: LinkBase, statement: Statement, conflicts: int) -> Html:
    """The mark of a statement that sources conflict on, a link to the conflict."""
    if not conflicts:
        return Html("")
    id = contents.disputes.get(statement.id)
    words = hidden_words(" sources conflict")
    mark = tag("span", "!", words) if id is None else link(here.to(conflict_page(id)), "!", words)
    return Html(f' <span class="mark conflict">{mark}</span>')


def _speaker(contents: Contents, statement: Statement) -> Html:
    words = said.speaker(statement, contents.names)
    return tag("p", words, class_="by") if words else Html("")


def _details(contents: Contents, here: LinkBase, entry: Entry) -> Html:
    """Everything a statement says of itself, on the page of its own record; on others a link there."""
    statement = entry.statement
    if record_page(statement.subject) != here.page:
        return Html("")
    label = contents.store.fields[statement.field].label
    pairs = [
        tag("div", tag("dt", name), tag("dd", words))
        for name, words in said.facts(statement, label, contents.names)
    ]
    basis = [
        tag("div", tag("dt", "follows from"), tag("dd", _sentence_link(contents, here, id)))
        for id in statement.rests_on
    ]
    return tag("details", tag("summary", "details"), tag("dl", *pairs, *basis))


def _sentence_link(contents: Contents, here: LinkBase, id: str) -> Html:
    statement = contents.statements.get(id)
    if statement is None:
        return Html("")
    return statement_link(contents, here, statement)


def statement_link(contents: Contents, here: LinkBase, statement: Statement) -> Html:
    """The sentence of a statement as a link to it on the page of its record."""
    text = of_layer(statement.text, statement.layer)
    return link(here.to(record_page(statement.subject), statement.id), text)
