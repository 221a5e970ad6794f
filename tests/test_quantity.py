"""Numbers in the few letters that a cell has."""

from __future__ import annotations

import pytest

from cstoref.quantity import short, short_range


@pytest.mark.parametrize(
    ("figure", "letters"),
    [
        (0, "0"), (3, "3"), (2.5, "2.5"), (999, "999"), (1000, "1k"), (6500, "6.5k"), (12_000, "12k"),
        (999_949, "999.9k"), (999_950, "1M"), (1_234_567, "1.2M"), (7_000_000_000, "7G"),
    ],
)  # fmt: skip
def test_a_number_in_few_letters(figure: float, letters: str) -> None:
    assert short(figure) == letters


@pytest.mark.parametrize(
    ("least", "most", "letters"),
    [(7000, 8000, "7–8k"), (500, 600, "500–600"), (800, 1200, "800–1.2k"), (1000, 2_000_000, "1k–2M")],
)
def test_a_range_has_the_sign_of_its_size_once(least: float, most: float, letters: str) -> None:
    assert short_range(least, most, "–") == letters
