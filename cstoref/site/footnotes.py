"""Footnotes of a page: each passage and document numbered once, with links to its source and back."""

from __future__ import annotations

from collections.abc import Mapping
from string import ascii_lowercase

from cstoref.model import Citation, Statement
from cstoref.provenance import class_in_a_word
from cstoref.render import statements as said
from cstoref.render.text import UNICODE as MARKS

from .address import LinkBase, passage_spot, source_page, statement_spot
from .contents import Contents
from .html import Html, hidden_words, in_language, joined, link, tag

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.render.page_parts import PassageKey

    Passages = Mapping[PassageKey, Citation]

GROUNDS = {MARKS.quoted: "quoted", MARKS.referenced: "referenced", MARKS.inferred: "inferred"}
"""What the marks mean, in a word."""


class PageFootnotes:
    """The passages of a page by number, and the statements that rest on each."""

    def __init__(self, contents: Contents, here: LinkBase, passages: Passages) -> None:
        self._contents = contents
        self._here = here
        self._passages = passages
        self._numbers = {key: number for number, key in enumerate(passages, 1)}
        self._resting: dict[PassageKey, list[str]] = {}

    def marks(self, statement: Statement) -> Html:
        """The marks of a statement as a line has it, each a link to its footnote; or that it is inferred."""
        marks = [self.mark(citation) for citation in statement.citations]
        for citation in statement.citations:
            self._resting.setdefault(citation.place, []).append(statement.id)
        if not marks:
            marks = [tag("span", MARKS.inferred, hidden_words(" inferred"), class_="mark", title="inferred")]
        return joined(marks, " ")

    def mark(self, citation: Citation) -> Html:
        """The mark of one passage, `“2`, a link to its footnote."""
        number = self._numbers[citation.place]
        sign = MARKS.quoted if citation.quote else MARKS.referenced
        words = f"{GROUNDS[sign]}, footnote {number}"
        to = self._here.to(self._here.page, f"fn-{number}")
        return link(to, f"{sign}{number}", class_="mark", aria_label=words)

    def listed(self) -> Html:
        """All of them, in order."""
        return tag("ol", *map(self._footnote, self._passages.values()), class_="footnotes")

    def _footnote(self, citation: Citation) -> Html:
        key = citation.place
        number = self._numbers[key]
        sign = MARKS.quoted if citation.quote else MARKS.referenced
        resting = list(dict.fromkeys(self._resting.get(key, ())))
        return tag(
            "li",
            tag("span", f"{sign}{number}", class_="number", aria_hidden="true"),
            tag("div", cited(self._contents, self._here, citation), self._back(resting)),
            id=self._here.id(f"fn-{number}"),
        )

    def _back(self, statements: list[str]) -> Html:
        """Links back to the statements that rest on it."""
        several = len(statements) > 1
        names = [ascii_lowercase[at % 26] if several else "↑" for at in range(len(statements))]
        links = [
            link(
                self._here.to(self._here.page, id),
                name,
                aria_label=f"back to statement {name if several else ''}".strip(),
            )
            for id, name in zip(statements, names, strict=True)
        ]
        return tag("span", " ", joined(links, " "), class_="back") if links else Html("")


def cited(contents: Contents, here: LinkBase, citation: Citation) -> Html:
    """A passage in words: its source as a link to the passage there, and its quote or what the source says.

    Of a document outside the pack the link leads to what is cited from it with the same words.
    """
    source = contents.sources[citation.source]
    where = f"{source.short} ¶{citation.paragraph}" if citation.paragraph else source.short
    first = contents.citing.get(citation)
    spot = statement_spot(first) if first else ""
    if citation.start is not None and citation.end is not None:
        spot = passage_spot(citation.start, citation.end)
    parts: list[Html | str] = [
        link(here.to(source_page(source.id), spot), where, class_="source"),
        tag("span", f" · {class_in_a_word(source)}", class_="dim"),
    ]
    if citation.quote:
        parts += [" ", in_language(citation.quote, source.language, "q")]
    elif words := said.in_our_words(citation):
        parts += [" ", tag("span", words)]
    if citation.note:
        parts += [" ", tag("span", citation.note, class_="dim")]
    return joined(parts)
