"""The head of a record's page: its name, what it is, what else it is called, its facts with their marks."""

from __future__ import annotations

from collections.abc import Sequence

from cstoref import dates
from cstoref.mentions import mentioned
from cstoref.model import Fact, Record, of_layer
from cstoref.render.page_parts import described, other_names
from cstoref.render.text import UNICODE as MARKS
from cstoref.store.pages import Page

from .address import LinkBase, record_page
from .contents import Contents
from .footnotes import PageFootnotes
from .html import Html, hidden_words, in_language, joined, link, tag
from .record_links import linked

FEW_NAMES = 5
"""Other names that are shown at once."""


def record_head(contents: Contents, here: LinkBase, shown: Page, notes: PageFootnotes) -> Html:
    """The name, what it is, what else it is called."""
    record = shown.record
    what = of_layer(shown.what.replace("-", " "), record.layer)
    schemes = contents.store.schemes
    codes = [f"{schemes[scheme].label} {value}" for scheme, value in record.identifiers]
    head = next((fact for fact in shown.facts if fact.head), None)
    mark = _fact_marks(contents, here, shown, head, notes) if head else None
    line = " · ".join(described(shown))
    return tag(
        "header",
        tag("h1", record.name),
        tag("p", what, class_="what"),
        tag("p", line, " ", mark, class_="headline record-line") if line else None,
        _also(record, other_names(shown)),
        tag("p", " · ".join(codes), class_="also codes") if codes else None,
        class_="head",
    )


def _also(record: Record, names: Sequence[str]) -> Html:
    """Its other names; where there are many, the first few and the others on request."""
    by_text = {name.text: name for name in record.names}
    written = [in_language(by_text[name].text, by_text[name].lang) for name in names]
    few = joined(written[:FEW_NAMES], ", ")
    if len(written) <= FEW_NAMES:
        return tag("p", "Also ", few, class_="also") if written else Html("")
    summary = tag("summary", "Also ", few, f", and {len(written) - FEW_NAMES} more")
    return tag("details", summary, joined(written[FEW_NAMES:], ", "), class_="also")


def record_facts(
    contents: Contents, here: LinkBase, shown: Page, facts: Sequence[Fact], notes: PageFootnotes
) -> Html:
    """The facts, each with the mark of its first passage."""
    if not facts:
        return Html("")
    day = tag("span", f"as of {dates.spoken(shown.day)}", class_="day")
    rows = []
    for fact in facts:
        ids = [id for of in fact.statements for id in mentioned(contents.statements[of])]
        words = linked(contents, here, of_layer(fact.text, fact.layer), dict.fromkeys(ids))
        marks = _fact_marks(contents, here, shown, fact, notes)
        rows.append(
            tag(
                "div",
                tag("dt", fact.label),
                tag("dd", words, " ", marks, class_="missing" if fact.missing else None),
            )
        )
    return tag("section", tag("h2", "Facts ", day), tag("dl", *rows), class_="facts", data_day=shown.day)


def _fact_marks(contents: Contents, here: LinkBase, shown: Page, fact: Fact, notes: PageFootnotes) -> Html:
    """The mark of the first passage of a fact, and links to what is behind it."""
    marks: list[Html] = []
    if fact.statements:
        cited = shown.cited.get(fact.statements[0])
        marks.append(notes.mark(cited) if cited is not None else _inferred_mark(contents, here, fact))
        if len(fact.statements) > 1:
            marks.append(_more_mark(contents, here, fact))
    if fact.conflicts:
        spot = here.to(here.page, "conflicts")
        there = bool(contents.store.conflicts(record=shown.record.id))
        sign = joined(("!", hidden_words(" sources conflict")))
        marks.append(
            link(spot, sign, class_="mark conflict") if there else tag("span", sign, class_="mark conflict")
        )
    return joined(marks, " ")


def _inferred_mark(contents: Contents, here: LinkBase, fact: Fact) -> Html:
    """The mark of a fact that only the editors infer: it leads to the statement."""
    first = contents.statements[fact.statements[0]]
    return link(
        here.to(record_page(first.subject), first.id),
        MARKS.inferred,
        hidden_words(" inferred"),
        class_="mark",
    )


def _more_mark(contents: Contents, here: LinkBase, fact: Fact) -> Html:
    """The sign that a fact rests on more than one passage: it leads to the first statement behind it."""
    first = contents.statements[fact.statements[0]]
    words = f"{len(fact.statements)} statements behind {fact.label or 'it'}"
    return link(
        here.to(record_page(first.subject), first.id), "+", class_="mark", aria_label=words, title=words
    )
