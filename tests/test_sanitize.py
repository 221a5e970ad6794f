"""Text from data is shown, never obeyed."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cstoref import sanitize

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
    assert sanitize.line(text) == sanitize.block(text) == text


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
    assert sanitize.line(text) == sanitize.block(text) == shown


def test_a_line_has_blanks_for_line_breaks_and_tabs() -> None:
    assert sanitize.line("one\ntwo\tthree") == "one two three"


def test_a_block_keeps_line_breaks_and_tabs() -> None:
    assert sanitize.block("one\ntwo\t\x1bthree") == "one\ntwo\t␛three"


@given(st.text(alphabet=st.characters(), max_size=60))
def test_nothing_that_a_terminal_obeys_ever_passes(text: str) -> None:
    for shown, kept in ((sanitize.line(text), ""), (sanitize.block(text), "\n\t")):
        for char in shown:
            assert char in kept + sanitize.JOINERS or unicodedata.category(char) not in (
                "Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp",
            )  # fmt: skip


@given(st.text())
def test_what_was_made_visible_is_safe_as_it_is(text: str) -> None:
    assert sanitize.line(sanitize.line(text)) == sanitize.line(text)
    assert sanitize.block(sanitize.block(text)) == sanitize.block(text)


@given(st.text())
def test_no_letter_is_lost(text: str) -> None:
    kept = [char for char in text if char.isprintable()]
    shown = iter(sanitize.block(text))
    assert all(char in shown for char in kept)


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ('"a"', '"a"'),
        ('"Лукашенко 👩‍👩‍👧 “”\u00a0"', '"Лукашенко 👩‍👩‍👧 “”\u00a0"'),
        ('"\x7f\x9b\u202e"', '"\\u007f\\u009b\\u202e"'),
        ('"\U000e0041\U0010ffff"', '"\\udb40\\udc41\\udbff\\udfff"'),
        ('{\n "a": "\u200b"\n}', '{\n "a": "\\u200b"\n}'),
    ],
)
def test_json_keeps_its_meaning_and_sends_no_control(text: str, escaped: str) -> None:
    assert sanitize.json(text) == escaped
    assert json.loads(sanitize.json(text)) == json.loads(text)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_is_the_same_after_json(text: str) -> None:
    shown = sanitize.json(json.dumps([text], ensure_ascii=False))
    assert json.loads(shown) == [text]
    assert shown == sanitize.line(shown)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain “text” Лукашенко", "plain “text” Лукашенко"),
        ("סעיף 5", "<סעיף> 5"),
        ("see العربية and العربية", "see <العربية> and <العربية>"),
        ("العربية 12, العربية", "<العربية 12, العربية>"),
        ("العربية  עברית", "<العربية>  <עברית>"),
        ("1 \U0001e900 2", "1 <\U0001e900> 2"),
    ],
)
def test_right_to_left_text_moves_nothing_beside_it(text: str, shown: str) -> None:
    assert sanitize.isolated(text) == shown.replace("<", sanitize.ISOLATE).replace(">", sanitize.POP)
