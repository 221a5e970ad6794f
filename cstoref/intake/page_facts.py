"""What a web page says of itself in its head: title, authors, publisher, date, address, language.

Read by the standard library in every case: other readers guess dates from a page, and no guess becomes data.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any, NamedTuple

from cstoref import dates

from .tidy import one_line

_SAVED_FROM = re.compile(r"\s*saved from url=\(\d+\)(\S+)", re.IGNORECASE)
"""The comment that browsers write into a page that they save."""
LARGEST = 200_000
"""Letters of a block of linked data that is looked at."""
_ARTICLES = ("Article", "Report", "BlogPosting", "WebPage", "Posting", "Legislation", "PressRelease")
TITLES = ("og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title")
AUTHORS = ("citation_author", "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author")
PUBLISHERS = ("og:site_name", "citation_publisher", "dc.publisher", "dcterms.publisher", "publisher")
ISSUED = (
    "article:published_time", "citation_publication_date", "citation_date", "dc.date.issued",
    "dcterms.issued", "dc.date", "dcterms.date", "datepublished", "parsely-pub-date", "pubdate", "date",
)  # fmt: skip
ADDRESSES = ("og:url", "citation_public_url", "twitter:url")
LANGUAGES = ("dc.language", "dcterms.language", "citation_language", "content-language", "og:locale")


class PageFacts(NamedTuple):
    """What the head of a page states."""

    title: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    issued: str = ""
    url: str = ""
    language: str = ""


def page_facts(page: str) -> PageFacts:
    """What a page states of itself."""
    head = _Head()
    head.feed(page)
    head.close()
    linked = list(_linked(head.data))
    return PageFacts(
        _first((*head.all(TITLES), *_texts(linked, "headline"), *head.headings, head.title)),
        tuple(dict.fromkeys(_names(head, linked))),
        _first((*head.all(PUBLISHERS), *_texts(linked, "publisher"))),
        next(filter(None, map(day_of, (*head.all(ISSUED), *_texts(linked, "datePublished")))), ""),
        next(filter(is_address, (*head.links, *head.all(ADDRESSES), *head.saved_from)), ""),
        next(filter(None, map(language_of, (head.language, *head.all(LANGUAGES)))), ""),
    )


def day_of(text: str) -> str:
    """The day, month or year that a date of a document begins with, as EDTF; empty where it is none."""
    match = re.match(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?!\d)", text.strip())
    if not match:
        return ""
    day = "-".join([match[1], *(part.zfill(2) for part in match.groups()[1:] if part)])
    try:
        return dates.parse(day).edtf
    except ValueError:
        return ""


def language_of(text: str) -> str:
    """The code of a language, without region and script: `ru` of `ru-RU`."""
    match = re.match(r"([A-Za-z]{2,3})(?![A-Za-z])", text.strip())
    return match[1].lower() if match else ""


def is_address(text: str) -> bool:
    """Whether a text is an address of the web."""
    return text.startswith(("http://", "https://")) and len(text.split()) == 1


def _first(words: tuple[str, ...]) -> str:
    return next(filter(None, map(one_line, words)), "")


def _names(head: _Head, linked: list[dict[str, Any]]) -> Iterator[str]:
    """The authors: without addresses of pages about them, which some sites give in their place."""
    named = head.all(AUTHORS) or _texts(linked, "author")
    for name in map(one_line, named):
        if name and not is_address(name):
            yield name


class _Head(HTMLParser):
    """Gathers what a page says of itself, wherever it stands."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.language = ""
        self.links: list[str] = []
        self.saved_from: list[str] = []
        self.headings: list[str] = []
        self.data: list[str] = []
        self.title = ""
        self._meta: dict[str, list[str]] = {}
        self._into = ""
        self._words: list[str] = []

    def all(self, names: tuple[str, ...]) -> list[str]:
        """The values of the first of some names that has any."""
        return next((self._meta[name] for name in names if name in self._meta), [])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element says by its attributes, or begin to gather its words."""
        given = {name: (value or "").strip() for name, value in attrs}
        if tag == "html":
            self.language = self.language or given.get("lang", "") or given.get("xml:lang", "")
        elif tag == "meta":
            name = (
                given.get("property") or given.get("name") or given.get("itemprop") or given.get("http-equiv")
            )
            if name and given.get("content"):
                self._meta.setdefault(name.lower(), []).append(given["content"])
        elif tag == "link" and given.get("rel", "").lower() == "canonical":
            self.links.append(given.get("href", ""))
        elif tag == "script" and given.get("type", "").lower() == "application/ld+json":
            self._begin("data")
        elif tag in ("title", "h1"):
            self._begin(tag)

    def handle_endtag(self, tag: str) -> None:
        """End what was gathered."""
        if not self._into or tag != {"data": "script"}.get(self._into, self._into):
            return
        words = "".join(self._words)
        if self._into == "data":
            self.data.append(words)
        elif self._into == "title":
            self.title = self.title or words
        elif words.strip():
            self.headings.append(words)
        self._into = ""

    def handle_data(self, data: str) -> None:
        """Gather words."""
        if self._into:
            self._words.append(data)

    def handle_comment(self, data: str) -> None:
        """Note the address that a browser saved the page from."""
        match = _SAVED_FROM.match(data)
        if match:
            self.saved_from.append(match[1])

    def _begin(self, into: str) -> None:
        if not self._into:
            self._into, self._words = into, []


def _linked(blocks: list[str]) -> Iterator[dict[str, Any]]:
    """The articles that the linked data of a page describes."""
    for block in blocks:
        try:
            waiting = [json.loads(block)] if len(block) <= LARGEST else []
        except (ValueError, RecursionError):
            continue
        while waiting:
            part = waiting.pop(0)
            if isinstance(part, list):
                waiting += part
            elif isinstance(part, dict):
                kinds = part.get("@type", "")
                if any(
                    str(kind).endswith(_ARTICLES) for kind in (kinds if isinstance(kinds, list) else [kinds])
                ):
                    yield part
                waiting += [part["@graph"]] if "@graph" in part else []


def _texts(linked: list[dict[str, Any]], key: str) -> list[str]:
    """The texts, or the names of things, under a key of the first article that has it."""
    for article in linked:
        given = article.get(key)
        values = given if isinstance(given, list) else [given]
        texts = [value.get("name") if isinstance(value, dict) else value for value in values]
        if any(isinstance(text, str) and text for text in texts):
            return [text for text in texts if isinstance(text, str) and text]
    return []
