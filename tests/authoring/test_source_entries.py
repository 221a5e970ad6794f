"""Sources as they are written: labels, authors, addresses, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cstoref.model import Author, Pack


@pytest.mark.parametrize(
    "url",
    [
        "ftp://x.example/", "javascript:alert(1)", "x.example", "https://x.example/a b", "file:///etc/passwd",
        "https://x.example/\\nrm -rf", "https://x.example/\\u001b]0;x\\u0007", "https://x.example/\\u202e",
    ],
)  # fmt: skip
def test_an_address_that_is_none_is_refused(problems: Callable[..., list[str]], url: str) -> None:
    source = (
        f'[[source]]\nid = "book"\ntitle = "B"\ntype = "press"\npublisher = "P"\nabbr = "B"\nurl = "{url}"\n'
    )
    said = 'data/sources.toml: "book": url: '
    assert [problem.startswith(said) for problem in problems(sources=source)].count(True) == 1


BOOK = '[[source]]\nid = "book"\ntitle = "A book"\ntype = "research"\npublisher = "P"\nabbr = "P"\n'


def test_a_copy_is_labelled_with_its_original(loaded: Callable[..., Pack]) -> None:
    copied = BOOK.replace('"research"', '"copy"') + 'copy_of = "RT"\nissued = "2025-03"\n'
    assert loaded(sources=copied).sources[1].short == "RT, copied by P, Mar 2025"


def test_labels_that_several_sources_share_are_numbered(loaded: Callable[..., Pack]) -> None:
    sources = "\n".join([BOOK, BOOK.replace('"book"', '"book-b"'), BOOK.replace('"book"', '"book-c"')])
    assert [source.short for source in loaded(sources=sources).sources[1:]] == ["P", "P (2)", "P (3)"]


def test_authors_are_people_and_bodies(loaded: Callable[..., Pack]) -> None:
    sources = BOOK + 'authors = ["Ann Lee", { name = "Some Institute", body = true }]\nread = "2026-11-30"\n'
    book = loaded(sources=sources).sources[1]
    assert book.authors == (Author("Ann Lee"), Author("Some Institute", True))
    assert (book.author, book.read) == ("Ann Lee; Some Institute", "2026-11-30")


def test_a_single_author_may_be_written_as_one(loaded: Callable[..., Pack]) -> None:
    assert loaded(sources=BOOK + 'author = "Ann Lee"\n').sources[1].authors == (Author("Ann Lee"),)


@pytest.mark.parametrize(
    ("sources", "problem"),
    [
        (
            BOOK.replace('"research"', '"reference"'),
            '"book": type: no type "reference" of sources; write one of',
        ),
        (
            BOOK.replace('"research"', '"pres"'),
            '"book": type: no type "pres" of sources; did you mean "press"?',
        ),
        (BOOK.replace('"research"', '"copy"'), '"book": copy_of: say who published the original'),
        (BOOK + 'author = "A"\nauthors = ["A"]\n', '"book": author: write either `author` or `authors`'),
        (BOOK + 'url = "example.org"\n', '"book": url: is not an address of the web'),
        (BOOK + 'read = "yesterday"\n', "\"book\": read: 'yesterday' is not a date"),
        (BOOK + 'issued = "2001-13"\n', '"book": issued: '),
    ],
)
def test_a_source_that_is_wrong_says_what_to_do(
    problems: Callable[..., list[str]], sources: str, problem: str
) -> None:
    (only,) = problems(sources=sources)
    assert only.startswith(f"data/sources.toml: {problem}")
