"""The page of a source: what it is; of a text in the pack its passages, each with the sentences around it and
the statements that rest on it; of a document elsewhere everything that is cited from it."""

from __future__ import annotations

from collections.abc import Sequence

from cstoref.model import Citation, Source, Statement, of_layer
from cstoref.render import statements as said
from cstoref.render.sources import source_facts
from cstoref.session.page_items import counted
from cstoref.store.passage_window import window
from cstoref.store.source_reader import Sentence

from .address import LinkBase, conflict_page, passage_spot, statement_spot
from .contents import Contents
from .excerpts import Excerpt, Span, Use, excerpts_of, marked
from .frame import SitePage
from .html import Html, hidden_words, in_language, joined, link, outside, tag
from .record_links import record_link
from .statement_rows import on_days, statement_link
from .whole_text import whole_text


def source_site_page(contents: Contents, here: LinkBase, source: Source) -> SitePage:
    """The page of a source."""
    cited = contents.cited.get(source.id, [])
    parts = [_head(source), _facts(source, len({statement.id for _, statement in cited}))]
    if source.path:
        text, sentences = contents.store.text(source.id), contents.store.sentences(source.id)
        excerpts = excerpts_of([*cited, *contents.disputed.get(source.id, [])], sentences)
        if contents.whole_texts:
            parts.append(whole_text(here, source, text, sentences, excerpts))
        parts.append(tag("h2", "Passages"))
        parts += [_excerpt(contents, here, source, text, sentences, excerpt) for excerpt in excerpts]
    parts.append(_without_passage(contents, here, cited, bool(source.path)))
    return SitePage(here.page, source.short, joined(parts), (("sources", "Sources"),))


def _head(source: Source) -> Html:
    title = tag("h1", in_language(source.title, source.language))
    return tag("header", title, tag("p", of_layer(source.short, source.layer), class_="what"), class_="head")


def _facts(source: Source, statements: int) -> Html:
    rows = [
        tag("div", tag("dt", label), tag("dd", outside(words) if label == "address" else words))
        for label, words in source_facts(source)
    ]
    rests = tag("div", tag("dt", "rests on it"), tag("dd", counted(statements, "statement")))
    return tag("section", tag("dl", *rows, rests), class_="facts", aria_label="About this source")


def _excerpt(
    contents: Contents,
    here: LinkBase,
    source: Source,
    text: str,
    sentences: Sequence[Sentence],
    excerpt: Excerpt,
) -> Html:
    """Passages within the sentences around them, and what rests on each."""
    first, last = window(sentences, text, excerpt.start, excerpt.end)
    spans = [span for span, _ in excerpt.passages]
    words = tag(
        "p",
        around(text[first : excerpt.start]),
        *marked(text, excerpt.start, excerpt.end, spans),
        around(text[excerpt.end : last]),
    )
    quote = tag("blockquote", words, lang=source.language, dir="auto")
    uses = []
    for span, of_span in excerpt.passages:
        passage = _passage(source, text, excerpt, span)
        rows = [_use(contents, here, use) for use in of_span]
        uses.append(tag("li", passage, tag("ul", *rows), id=here.id(passage_spot(*span))))
    paragraph = tag("p", f"¶ {excerpt.paragraph}", class_="paragraph") if excerpt.paragraph else None
    resting = tag("ul", *uses, class_="uses")
    return tag("section", tag("div", paragraph, quote), resting, class_="excerpt", id=here.id(excerpt.spot))


def around(text: str) -> Html:
    """What stands around a passage."""
    return tag("span", text, class_="around") if text else Html("")


def _passage(source: Source, text: str, excerpt: Excerpt, span: Span) -> Html | None:
    """The words of a passage, where they are not all that its excerpt shows."""
    left_out = text[excerpt.start : span[0]] + text[span[1] : excerpt.end]
    if not any(char.isalnum() for char in left_out):
        return None
    return tag("p", in_language(text[slice(*span)], source.language, "q"), class_="passage")


def _use(contents: Contents, here: LinkBase, use: Use) -> Html:
    """A statement that rests on a passage, or a conflict that cites it."""
    if isinstance(use, Statement):
        return tag("li", _stated(contents, here, use), **on_days(contents, use))
    mark = tag("span", "! ", hidden_words("conflict "), class_="mark conflict")
    return tag("li", mark, link(here.to(conflict_page(use.id)), use.topic))


def _stated(contents: Contents, here: LinkBase, statement: Statement) -> Html:
    name = contents.names.get(statement.subject, statement.subject)
    when = said.when(statement)
    day = tag("span", f" · {when}", class_="dim") if when else None
    return joined((tag("span", name, class_="about"), " ", statement_link(contents, here, statement), day))


def _without_passage(
    contents: Contents, here: LinkBase, cited: Sequence[tuple[Citation, Statement]], has_text: bool
) -> Html:
    """What is cited from the document as a whole, by record."""
    by_record: dict[str, list[tuple[Citation, Statement]]] = {}
    for citation, statement in cited:
        if citation.start is None:
            by_record.setdefault(statement.subject, []).append((citation, statement))
    if not by_record:
        return Html("")
    parts = [tag("h2", "Cited without a passage" if has_text else "What rests on it")]
    for record, of_record in by_record.items():
        rows = [_reference(contents, here, citation, statement) for citation, statement in of_record]
        parts += [tag("h3", record_link(contents, here, record)), tag("ul", *rows, class_="uses")]
    return tag("section", *parts)


def _reference(contents: Contents, here: LinkBase, citation: Citation, statement: Statement) -> Html:
    words = [part for part in (said.in_our_words(citation), citation.note) if part]
    note = tag("p", " · ".join(words), class_="dim") if words else None
    sentence = tag("p", statement_link(contents, here, statement))
    return tag("li", sentence, note, id=here.id(statement_spot(statement.id)), **on_days(contents, statement))
