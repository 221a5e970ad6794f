"""Saved web pages: the article and nothing beside it, and what the page states of itself."""

from __future__ import annotations

import pytest

from cstoref.intake import web_page
from cstoref.intake.document import UnreadableDocument
from cstoref.intake.page_facts import day_of, page_facts
from cstoref.intake.tidy import tidied

from .conftest import PAGE

WORDS = "The presidents of all four states met in Corhaven on 7 November 2014."


def by_library(page: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setattr(web_page, "find_spec", lambda name: None)
    document = web_page.read(page.encode())
    assert document.reader == "the standard library"
    return list(tidied(document.paragraphs).paragraphs)


def test_without_the_extra_the_standard_library_reads_the_article(monkeypatch: pytest.MonkeyPatch) -> None:
    paragraphs = by_library(PAGE, monkeypatch)
    assert [paragraph.split(" ")[0] for paragraph in paragraphs] == ["Four", "The", "Emil", "Reportedly"]
    assert "Anders Holt of Aldmark said that the pact “will not be changed” before" in paragraphs[1]


@pytest.mark.slow
def test_with_the_extra_the_words_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    document = web_page.read(PAGE.encode())
    assert document.reader == "trafilatura"
    assert list(tidied(document.paragraphs).paragraphs) == by_library(PAGE, monkeypatch)


@pytest.mark.parametrize(
    ("page", "paragraphs"),
    [
        ("<p>One<p>Two<br>Three</p>four <b>f</b>ive", ["One", "Two", "Three", "four five"]),
        ("<nav>Menu<p>never closed <p>Words of it", ["Menu", "never closed", "Words of it"]),
        ("<div hidden>Secret</div><p hidden>Not closed<p>Words", ["Not closed", "Words"]),
        ("<style>p{}</style><script>if (a<b) x()</script><p>a &lt; b &amp; c</p>", ["a < b & c"]),
        (f"<article>Teaser</article><article><p>{WORDS * 4}</p></article>", [WORDS * 4]),
        (f"<article>{WORDS * 4}</article>" * 3, [WORDS * 4] * 3),
    ],
)  # fmt: skip
def test_what_the_standard_library_takes_for_paragraphs(
    page: str, paragraphs: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert by_library(page, monkeypatch) == paragraphs


def test_a_page_states_title_authors_publisher_date_address_and_language() -> None:
    assert tuple(page_facts(PAGE)) == (
        "Four presidents meet in Corhaven", ("Ann Lee",), "The Herald", "2014-11-08",
        "https://herald.example/2014/11/08/corhaven", "en",
    )  # fmt: skip


def test_linked_data_is_read_where_there_are_no_other_statements() -> None:
    page = """<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "H",
    "author": [{"name": "A B"}, "C D", "https://x.example/c"], "datePublished": "2014-11",
    "publisher": {"name": "P"}}]}
    </script><link rel="canonical" href="https://x.example/h">"""
    assert tuple(page_facts(page)) == ("H", ("A B", "C D"), "P", "2014-11", "https://x.example/h", "")


@pytest.mark.parametrize(
    "page", ["", "<title>x", '<script type="application/ld+json">' + "[" * 50_000, "<meta content=x>"]
)
def test_a_page_that_states_nothing_states_nothing(page: str) -> None:
    assert page_facts(page)._replace(title="") == page_facts("")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2014-11-08T10:00:00+02:00", "2014-11-08"),
        ("2014/1/8", "2014-01-08"),
        ("2014", "2014"),
        ("2014-13-45", ""),
        ("8 November 2014", ""),
        ("20141108", ""),
    ],
)
def test_a_date_is_taken_as_it_is_stated_or_not_at_all(text: str, day: str) -> None:
    assert day_of(text) == day


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r"])
def test_the_encoding_that_a_page_names_is_used(charset: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_page, "find_spec", lambda name: None)
    page = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}"><p>Саммит</p>'
    assert web_page.read(page.encode(charset)).paragraphs == ("Саммит",)


def test_a_page_without_words_is_said_to_be_drawn_by_a_script() -> None:
    with pytest.raises(UnreadableDocument, match="drawn by a script"):
        web_page.read(b"<html><body><div id=root></div><script>draw()</script></body></html>")
