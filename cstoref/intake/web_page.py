"""Reads a saved web page: the article, by trafilatura where it is installed, else by the standard library."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from importlib.util import find_spec

from .document import Document, UnreadableDocument
from .page_facts import page_facts
from .plain_text import decoded

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
EXTRA, LIBRARY = "trafilatura", "the standard library"
SKIPPED = (
    "script", "style", "noscript", "template", "svg", "math", "nav", "aside", "footer", "form", "button",
    "select", "iframe", "object", "figure", "dialog", "head", "menu",
)  # fmt: skip
"""Elements whose words are no part of an article: menus, notices, forms, what is run or drawn."""
_INLINE = (
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd",
    "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr", "tt", "big",
)  # fmt: skip
_MAIN = ("article", "main")
_RUN = ("script", "style", "template", "noscript", "head")
"""What is skipped where a page leaves something open, after which nothing would be left of it."""
_HIDDEN = ("div", "section", "span", "ul", "ol", "table")
"""Elements that are skipped where they are hidden: others need not be closed."""
ENOUGH = 200
"""Letters from which an element for the article is taken for it."""


def read(raw: bytes, encoding: str = "") -> Document:
    """The article of a page, and what the page says of itself."""
    named = _CHARSET.search(raw[:4096])
    page = decoded(raw, encoding or (named[1].decode("ascii", "replace") if named else ""))
    reader, paragraphs = _by_extra(page) if find_spec(EXTRA) else ("", [])
    if not paragraphs:
        reader, paragraphs = LIBRARY, article(page)
    if not paragraphs:
        raise UnreadableDocument(
            "has no words; a page that is drawn by a script must be saved as it is shown"
        )
    facts = page_facts(page)
    return Document(
        tuple(paragraphs),
        *facts[:3],
        issued=facts.issued,
        url=facts.url,
        language=facts.language,
        reader=reader,
    )


def _by_extra(page: str) -> tuple[str, list[str]]:
    """The article as trafilatura finds it; nothing where it finds none or fails."""
    import socket

    socket.has_ipv6 = False  # urllib3, which trafilatura loads, would else try a local address when imported
    try:
        from trafilatura import extract

        text = extract(page, include_comments=False, include_tables=True, with_metadata=False)
    except Exception:  # whatever a page does to it, or it lacks, the standard library reads the page
        return "", []
    # It writes a dash before each entry of a list, which the page does not have.
    return EXTRA, [line.removeprefix("- ") for line in (text or "").split("\n") if line.strip()]


def article(page: str) -> list[str]:
    """The paragraphs of the article of a page, by the standard library."""
    parser = _parsed(page, SKIPPED)
    if parser.is_skipping:
        parser = _parsed(page, _RUN)
    for part in _MAIN:
        inside: dict[int, list[str]] = {}
        for paragraph, places in parser.paragraphs:
            if part in places:
                inside.setdefault(places[part], []).append(paragraph)
        longest = max(inside.values(), key=_letters, default=[])
        if _letters(longest) >= ENOUGH and 2 * _letters(longest) >= sum(map(_letters, inside.values())):
            return longest
    return [paragraph for paragraph, _ in parser.paragraphs]


def _parsed(page: str, skipped: tuple[str, ...]) -> _PageParagraphs:
    parser = _PageParagraphs(skipped)
    parser.feed(page)
    parser.close()
    parser.end_paragraph()
    return parser


def _letters(paragraphs: list[str]) -> int:
    return sum(map(len, paragraphs))


class _PageParagraphs(HTMLParser):
    """Gathers the paragraphs of a page, each with the elements for articles in which it stands."""

    def __init__(self, skipped: tuple[str, ...]) -> None:
        super().__init__(convert_charrefs=True)
        self._skipped = skipped
        self.paragraphs: list[tuple[str, dict[str, int]]] = []
        self._words: list[str] = []
        self._skipping: list[str] = []
        self._open: dict[str, int] = {}
        self._depths = dict.fromkeys(_MAIN, 0)
        self._number = 0

    @property
    def is_skipping(self) -> bool:
        """Whether something that is skipped was not closed."""
        return bool(self._skipping)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a paragraph, or what is skipped."""
        if self._skipping:
            if tag == self._skipping[0]:
                self._skipping.append(tag)
            return
        given = dict(attrs)
        hidden = "hidden" in given or given.get("aria-hidden") == "true"
        if tag in self._skipped or (hidden and tag in _HIDDEN):
            self._skipping.append(tag)
        if tag not in _INLINE:
            self.end_paragraph()
        if tag in _MAIN and not self._skipping:
            self._depths[tag] += 1
            if self._depths[tag] == 1:
                self._number += 1
                self._open[tag] = self._number

    def handle_endtag(self, tag: str) -> None:
        """End a paragraph, or what was skipped."""
        if self._skipping:
            if tag == self._skipping[0]:
                self._skipping.pop()
            return
        if tag not in _INLINE:
            self.end_paragraph()
        if tag in _MAIN and self._depths[tag]:
            self._depths[tag] -= 1
            if not self._depths[tag]:
                del self._open[tag]

    def handle_data(self, data: str) -> None:
        """Gather words."""
        if not self._skipping:
            self._words.append(data)

    def end_paragraph(self) -> None:
        """Keep the words of a paragraph."""
        words = " ".join("".join(self._words).split())
        self._words.clear()
        if words:
            self.paragraphs.append((words, dict(self._open)))
