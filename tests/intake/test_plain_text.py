"""Plain text and Markdown: which lines are a paragraph, which encoding, and which marks go."""

from __future__ import annotations

import pytest

from cstoref.intake import markdown, plain_text
from cstoref.intake.document import UnreadableDocument
from cstoref.intake.tidy import tidied

WRAPPED = (
    "The presidents of all four states met in Corhaven on 7 November 2014 and\n"
    "agreed on nothing. Anders Holt of Aldmark said that the pact will not be\n"
    "changed.\n"
)
POEM = "A short line\nAnother one\nA third\n"
LIST = """\
They agreed on three points, which are listed below in the order given:
- first of all the budget of the year
- then the rest
"""


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        (WRAPPED, [" ".join(WRAPPED.split())]),
        (WRAPPED.replace("\n", "\r\n") + "\r\nNext.\r\n", [" ".join(WRAPPED.split()), "Next."]),
        (POEM, POEM.splitlines()),
        (LIST, LIST.splitlines()),
        (
            "One paragraph that is long " * 9 + "\nSecond\n",
            [("One paragraph that is long " * 9).strip(), "Second"],
        ),
        ("One.\fTwo.\n\n\n\nThree.", ["One.", "Two.", "Three."]),
    ],
)
def test_lines_become_paragraphs(text: str, paragraphs: list[str]) -> None:
    assert list(plain_text.read(text.encode()).paragraphs) == paragraphs


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_an_encoding_that_a_text_states_is_used(encoding: str) -> None:
    assert plain_text.read("Łukašenka сказал".encode(encoding)).paragraphs == ("Łukašenka сказал",)


def test_another_encoding_must_be_named() -> None:
    raw = "Лукашенко сказал".encode("cp1251")
    with pytest.raises(UnreadableDocument, match="is not in UTF-8; name its encoding"):
        plain_text.read(raw)
    assert plain_text.read(raw, "cp1251").paragraphs == ("Лукашенко сказал",)
    with pytest.raises(UnreadableDocument, match="there is no encoding “cp9999”"):
        plain_text.read(raw, "cp9999")


def test_null_characters_are_no_text() -> None:
    with pytest.raises(UnreadableDocument, match="null characters"):
        plain_text.read(b"a\0b")


def test_what_nobody_reads_goes_and_is_said() -> None:
    tidy = tidied(
        ["Organi\u00adzation  of\tthe\u00a0\ufb01rst \u200bpact\x07", "  ", "Cafe\u0301" + "\u0301" * 20]
    )
    assert tidy.paragraphs == ("Organization of the first pact", "Café" + "\u0301" * 8)
    assert tidy.remarks == (
        "removed 1 soft hyphen and 1 invisible mark and 1 control character",
        "wrote 1 ligature as letters",
    )


MARKDOWN = """\
---
title: "Four presidents meet"
author: Ann Lee, Bo Ek
date: 2014-11-08
publisher: The Herald
url: https://herald.example/a
lang: en-GB
---
# Four *presidents* meet

They **met** in [Corhaven](https://x.example "t") on
7 November.[^1] See ![map](map.png) the `pact_of_states`.

> "It will _not_ be changed," he said.

- first point
- second point
  goes on

| State | Men |
|-------|-----|
| Aldmark | 40 |

***
<div>Inline <b>tags</b></div>

[^1]: https://note.example
"""


def test_markdown_loses_its_marks_and_no_word() -> None:
    document = markdown.read(MARKDOWN.encode())
    assert document.paragraphs == (
        "Four presidents meet",
        "They met in Corhaven on 7 November. See  the pact_of_states.",
        '"It will not be changed," he said.',
        "first point",
        "second point goes on",
        "State · Men",
        "Aldmark · 40",
        "Inline tags",
    )
    assert (document.title, document.authors, document.publisher) == (
        "Four presidents meet", ("Ann Lee", "Bo Ek"), "The Herald",
    )  # fmt: skip
    assert (document.issued, document.url, document.language) == (
        "2014-11-08",
        "https://herald.example/a",
        "en",
    )


@pytest.mark.parametrize("text", ["# A title\n\nWords.\n", "A line\n\n## A title\n"])
def test_the_first_heading_is_the_title(text: str) -> None:
    assert markdown.read(text.encode()).title == "A title"
