"""Where sentences begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cstoref.sentences import sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("   \n\n ", []),
        ("One.", ["One."]),
        ("One. Two.", ["One.", "Two."]),
        ("One? Two! Three… Four", ["One?", "Two!", "Three…", "Four"]),
        ("He said “no.” Then he left.", ["He said “no.”", "Then he left."]),
        ("It ended (late). “So” it began.", ["It ended (late).", "“So” it began."]),
        ("By 20%. 12 men came.", ["By 20%.", "12 men came."]),
        ("Он пришёл. Она ушла.", ["Он пришёл.", "Она ушла."]),
        ("A headline\nThe text.", ["A headline", "The text."]),
        ("One.\n\n\n  Two.  \n", ["One.", "Two."]),
    ],
)
def test_a_text_falls_into_its_sentences(text: str, parts: list[str]) -> None:
    assert split(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "Col. Gen. Leonid Maltsev came.",
        "Robert A. Simmons spoke.",
        "The U.S. Army stayed.",
        "It was 1.5 times as many.",
        "He came, i.e. he was there.",
        "See No. 5 of it.",
        "Dr. Who and Mr. Smith met.",
    ],
)
def test_a_full_stop_within_a_sentence_does_not_end_it(text: str) -> None:
    assert split(text) == [text]


@given(st.text(alphabet=st.sampled_from("Ab .?!…\n”“(1\t\u00a0Я"), max_size=80))
def test_sentences_are_in_order_apart_and_miss_nothing_but_white_space(text: str) -> None:
    last = 0
    for start, end in sentences(text):
        assert last <= start < end <= len(text)
        assert not text[last:start].strip()
        assert text[start:end] == text[start:end].strip()
        assert "\n" not in text[start:end]
        last = end
    assert not text[last:].strip()


@pytest.mark.parametrize("text", ["." * 200_000, '."' * 50_000, "." + '"' * 90_000, "." + " " * 90_000 + "a"])
def test_a_hostile_text_takes_no_longer_than_its_length(text: str) -> None:
    assert sentences(text) == [(0, len(text))]
