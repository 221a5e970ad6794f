"""Lines of a text: the quick way to break a sentence gives what measuring every character gives."""

from __future__ import annotations

import random

import pytest

from cstoref.render.text import is_narrow
from cstoref.tui.pages.source import break_measured, break_narrow

ALPHABET = "ab’é—  x"


@pytest.mark.parametrize("room", [1, 2, 5, 10, 48])
def test_both_ways_to_break_a_sentence_agree(room: int) -> None:
    letters = random.Random(room)
    for length in range(120):
        text = "".join(letters.choices(ALPHABET, k=length + 4))
        assert is_narrow(text)
        assert break_narrow(text, 2, length, room) == break_measured(text, 2, length, room)


def test_words_are_kept_whole_and_long_ones_are_broken() -> None:
    assert break_narrow("one two three", 0, 13, 7) == [(0, 7), (8, 13)]
    assert break_narrow("abcdefgh i", 0, 10, 4) == [(0, 4), (4, 8), (9, 10)]


@pytest.mark.parametrize("char", ["漢", "\u0301", "\u200b"])
def test_what_takes_no_or_two_cells_is_not_narrow(char: str) -> None:
    assert not is_narrow(f"word{char}")
