"""Words about words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cstoref.store.cache import open_store
from cstoref.store.queries import Store
from cstoref.store.search.synonyms import same, same_in_rules
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
    assert {form for form, _ in forms(one)} & {form for form, _ in forms(other)}


def test_what_means_the_same_is_a_second_thought(builtin: Store) -> None:
    assert "soldier" not in {form for form, _ in forms("troops")}
    assert "soldier" in {form for form, _ in forms("troops", same(builtin, "troops"))}


@pytest.mark.parametrize(
    ("words", "word", "expected"),
    [
        ('same = { frigate = ["corvette"] }', "frigate", {"frigate", "corvette"}),
        ('same = { frigate = ["corvette"] }', "corvettes", {"frigate", "corvette"}),
        ('same = { troops = ["marines"] }', "marines", {"troops", "marines"}),
        ('same = { soldiers = ["marines"] }', "soldiers", {"contingent", "soldiers", "troops", "marines"}),
        ('same = { frigate = ["corvette"] }', "boat", set()),
    ],
)
def test_a_pack_adds_words_that_mean_the_same(
    make_pack: Callable[..., Path], words: str, word: str, expected: set[str]
) -> None:
    alike = {*same(open_store(str(make_pack(vocabulary=f"[words]\n{words}\n"))), word)}
    assert expected <= alike
    assert bool(alike) == bool(expected)


def test_a_pack_adds_words_that_rules_use_for_one_another(make_pack: Callable[..., Path]) -> None:
    store = open_store(str(make_pack(vocabulary='[words.same-in-rules]\n"tariff" = ["duties"]\n')))
    assert same_in_rules(store, "duties") == ("tariff", "duties")
    assert same_in_rules(store, "tarif") == ("tarif",)
    assert not same(store, "duties")


@given(st.text("abcdeisy", min_size=1, max_size=9))
def test_a_word_is_found_by_its_own_forms(word: str) -> None:
    assert any(word.startswith(form) if star else word == form for form, star in forms(word))


def test_words_that_say_nothing_are_left_out_unless_they_are_all() -> None:
    assert telling(["who", "left", "the", "csto", "csto"]) == ("left", "csto")
    assert telling(["who", "is"]) == ("who", "is")


def test_no_office_is_a_word_that_says_nothing() -> None:
    assert not STOPWORDS & {*OFFICE}
