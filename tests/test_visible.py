"""Text from data is shown, never obeyed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cstoref import visible

ORDINARY = [
    "Belarus",
    "[sic] [/ [red]x[/red] %s {who} \\n <b>",
    "Лукашенко, Հայաստան, Қазақстан, საქართველო, 中文, العربية",
    "“quoted” – ‘so’ … «так»",
    "👍🏽 🇧🇾 👩‍👩‍👧",
    "می‌خواهم",
    "105\u00a0men, 10\u202f000",
    "Café",
]


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_text_passes_untouched(text: str) -> None:
    assert visible.line(text) == visible.block(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("\x1b]52;c;aGk=\x07", "␛]52;c;aGk=␇"),
        ("a\x00b", "a␀b"),
        ("a\rb", "a␍b"),
        ("a\x08b", "a␈b"),
        ("a\x7fb", "a␡b"),
        ("a\x85b", "a<U+0085>b"),
        ("a\x9b31mb", "a<U+009B>31mb"),
        ("a\u202eb", "a<U+202E>b"),
        ("a\u2066b\u2069", "a<U+2066>b<U+2069>"),
        ("a\u200eb", "a<U+200E>b"),
        ("a\u200bb", "a<U+200B>b"),
        ("\ufeffa", "<U+FEFF>a"),
        ("a\u2028b\u2029", "a<U+2028>b<U+2029>"),
        ("a\U000e0041", "a<U+E0041>"),
        ("a\ue000", "a<U+E000>"),
        ("a\udcff", "a<U+DCFF>"),
    ],
)
def test_what_a_terminal_would_obey_is_shown(text: str, shown: str) -> None:
    assert visible.line(text) == visible.block(text) == shown


def test_a_line_has_blanks_for_line_breaks_and_tabs() -> None:
    assert visible.line("one\ntwo\tthree") == "one two three"


def test_a_block_keeps_line_breaks_and_tabs() -> None:
    assert visible.block("one\ntwo\t\x1bthree") == "one\ntwo\t␛three"


@given(st.text(alphabet=st.characters(), max_size=60))
def test_nothing_that_a_terminal_obeys_ever_passes(text: str) -> None:
    for shown, kept in ((visible.line(text), ""), (visible.block(text), "\n\t")):
        for char in shown:
            assert char in kept + visible.JOINERS or unicodedata.category(char) not in (
                "Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp",
            )  # fmt: skip


@given(st.text())
def test_what_was_made_visible_is_safe_as_it_is(text: str) -> None:
    assert visible.line(visible.line(text)) == visible.line(text)
    assert visible.block(visible.block(text)) == visible.block(text)


@given(st.text())
def test_no_letter_is_lost(text: str) -> None:
    kept = [char for char in text if char.isprintable()]
    shown = iter(visible.block(text))
    assert all(char in shown for char in kept)
