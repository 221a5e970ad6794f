"""Folding: names meet whatever their case, accents, script and punctuation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cstoref import fold


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Belarus", "belarus"),
        ("  Alma-Ata  ", "alma ata"),
        ("C.S.T.O.", "c s t o"),
        ("West'2009", "west2009"),
        ("N'Djamena", "ndjamena"),
        ("O’Neill", "oneill"),
        ("Лукашенко", "lukashenko"),
        ("ОДКБ", "odkb"),
        ("Қазақстан", "qazaqstan"),
        ("Şanlıurfa", "sanliurfa"),
        ("Łukašenka, A.", "lukashenka a"),
        ("Հայաստան", "hayastan"),
        ("Straße", "strasse"),
        ("ПРИВЕТ", "privet"),
        ("2009", "2009"),
        ("…", ""),
        ("", ""),
    ],
)
def test_a_name_comes_to_its_plain_words(written: str, folded: str) -> None:
    assert fold.words(written) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("C.S.T.O.", "csto"),
        ("Alma Ata", "Alma-Ata"),
        ("LUKASHENKO", "lukashenko"),
        ("Cafe\u0301", "Caf\u00e9"),
        ("Лукашенко", "Lukashenko"),
        ("West'2009", "West 2009"),
        ("West’2009", "West-2009"),
    ],
)
def test_forms_of_one_name_have_one_key(one: str, other: str) -> None:
    assert fold.key(one) == fold.key(other) != ""


def test_different_names_have_different_keys() -> None:
    names = ["Iran", "Iraq", "Niger", "Nigeria", "Moscow", "Minsk", "Москва"]
    assert len({fold.key(name) for name in names}) == len(names)


@given(st.text())
def test_folded_words_are_plain_letters_and_digits_and_stay_as_they_are(text: str) -> None:
    folded = fold.words(text)
    assert folded.isascii()
    assert folded == folded.casefold()
    assert all(word.isalnum() for word in folded.split(" ") if folded)
    assert fold.words(folded) == folded
    assert fold.key(text) == folded.replace(" ", "")


def test_trigrams_mark_both_ends() -> None:
    assert fold.grams("minsk") == {"^mi", "min", "ins", "nsk", "sk$"}


@pytest.mark.parametrize(("key", "grams"), [("", set()), ("a", {"^a$"})])
def test_the_shortest_keys_have_trigrams_too(key: str, grams: set[str]) -> None:
    assert fold.grams(key) == grams


def test_a_slip_of_one_letter_leaves_most_trigrams() -> None:
    shared = fold.grams("lukashenko") & fold.grams("lukashenka")
    assert len(shared) >= len(fold.grams("lukashenko")) - 2
