"""The card as text to be read aloud: sentences without columns, rules, marks or numbers of footnotes.

What it rests on is said by name after each sentence, and that sources conflict in words.
"""

from __future__ import annotations

from cstoref import dates, sanitize
from cstoref.model import of_layer

from . import statements

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from cstoref.model import Citation, Fact
    from cstoref.store.pages import Entry, Page

MOST = 3
"""Statements below the facts, unless all are wanted."""
WORDS = ((dates.FOUND, "by our dating "), ("–", " to "), (" · ", ", "), ("  ", " "))
"""Signs, and the words that a listener hears for them."""


def aloud(page: Page, everything: bool = False) -> list[str]:
    """A sentence or a few on each line: who or what it is, its facts, then its statements."""
    return [sanitize.line(line) for line in _lines(page, everything)]


def _lines(page: Page, everything: bool) -> Iterator[str]:
    record = page.record
    head = next((fact for fact in page.facts if fact.head), None)
    yield f"{record.name}, {page.what.replace('-', ' ')}. As of {dates.spoken(page.day)}."
    if page.headline:
        yield _sentence(page.headline) + (_rests(page, head) if head else "")
    for fact in page.facts:
        if not fact.head and (everything or not fact.missing):
            yield f"{fact.label}: {_sentence(of_layer(fact.text, fact.layer), False)}{_rests(page, fact)}"
    shown = page.entries if everything else page.entries[:MOST]
    for entry in shown:
        yield _statement(page, entry)
    yield f"{len(shown)} of {page.total} statements. {page.age}".strip()


def _statement(page: Page, entry: Entry) -> str:
    s = entry.statement
    text = statements.on_day(statements.sentence(s, page.names), entry.held, s.confirmed)
    return _sentence(text) + _source(page, s.citations[0] if s.citations else None, bool(entry.conflicts))


def _rests(page: Page, fact: Fact) -> str:
    if not fact.statements:
        return ""
    return _source(page, page.cited.get(fact.statements[0]), bool(fact.conflicts))


def _source(page: Page, citation: Citation | None, in_conflict: bool) -> str:
    """Where it stands, and that the sources conflict."""
    source = "Inferred." if citation is None else f"Source: {_words(page.shorts[citation.source])}."
    return f" {source}{' Sources conflict.' if in_conflict else ''}"


def _sentence(text: str, capital: bool = True) -> str:
    words = _words(text).rstrip(".")
    return f"{words[:1].upper() if capital else words[:1]}{words[1:]}."


def _words(text: str) -> str:
    for sign, word in WORDS:
        text = text.replace(f" {sign} ", word) if sign == "–" else text
        text = text.replace(sign, word)
    return text
