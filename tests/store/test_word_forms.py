"""Words about words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cstoref.store.search.word_forms import OFFICE, STOPWORDS, forms, other_spelling, singular, stem, telling


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("boycotted", "boycott"),
        ("salaries", "salar"),
        ("salary", "salar"),
        ("party", "party"),
        ("refuse", "refus"),
        ("refused", "refus"),
        ("men", "men"),
        ("seed", "seed"),
    ],
)
def test_a_word_loses_its_ending(word: str, expected: str) -> None:
    assert stem(word) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [("kazakhs", "kazakh"), ("allies", "ally"), ("cis", "cis"), ("loss", "loss"), ("minsk", "minsk")],
)
def test_a_plural_has_a_singular(word: str, expected: str) -> None:
    assert singular(word) == expected


@pytest.mark.parametrize(
    ("british", "american"), [("defence", "defense"), ("organisation", "organization"), ("centre", "center")]
)
def test_a_word_has_two_spellings(british: str, american: str) -> None:
    assert (other_spelling(british), other_spelling(american)) == (american, british)


@pytest.mark.parametrize(("one", "other"), [("criticised", "criticized"), ("mobilise", "mobilize")])
def test_verbs_of_both_spellings_share_a_form(one: str, other: str) -> None:
    assert {form for form, _ in forms(one, False)} & {form for form, _ in forms(other, False)}


def test_what_means_the_same_is_a_second_thought() -> None:
    assert "soldiers"[:7] not in {form for form, _ in forms("troops", False)}
    assert "soldier" in {form for form, _ in forms("troops", True)}


@given(st.text("abcdeisy", min_size=1, max_size=9))
def test_a_word_is_found_by_its_own_forms(word: str) -> None:
    assert any(word.startswith(form) if star else word == form for form, star in forms(word, True))


def test_words_that_say_nothing_are_left_out_unless_they_are_all() -> None:
    assert telling(["who", "left", "the", "csto", "csto"]) == ("left", "csto")
    assert telling(["who", "is"]) == ("who", "is")


def test_no_office_is_a_word_that_says_nothing() -> None:
    assert not STOPWORDS & {*OFFICE}
