"""Near matches never mislead: how far a name may be off, and what is never corrected."""

from __future__ import annotations

import pytest

from bench.proper_names import BAR, proper_names
from cstoref import fold
from cstoref.store.queries import Store
from cstoref.store.search.exact import NEAR
from cstoref.store.search.fuzzy import allowed, near_hits, proposed
from cstoref.store.search.lookup import look_up
from cstoref.store.search.outcome import CARD
from cstoref.store.search.results import NOT_FOUND, OUTSIDE


def test_edits_go_by_the_letters_that_were_typed() -> None:
    assert [allowed(letters) for letters in (3, 5, 6, 7, 8, 20)] == [0, 0, 1, 1, 2, 2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tsarev", "carev"),
        ("zhaparov", "japarov"),
        ("rakhmon", "rahmon"),
        ("nazarbaev", "nazarbayev"),
        ("dzhanibek", "janibek"),
        ("yunus", "iunus"),
        ("wolga", "volga"),
    ],
)
def test_spellings_of_one_sound_are_no_edits(one: str, other: str) -> None:
    assert fold.sound(one) == fold.sound(other)


@pytest.mark.parametrize(
    ("typed", "record"),
    [
        ("Kazakstn", "kazakhstan"),
        ("Lukashneko", "lukashenko"),
        ("Tadjikistan", "tajikistan"),
        ("Zhaparov", "japarov"),
        ("Bordiuzha", "bordyuzha"),
        ("Indestructible Brotherhod-2016", "indestructible-brotherhood-2016"),
        ("Kirgizstan", "kyrgyzstan"),
        ("secratary general of the csto", "secretary-general-of-the-csto"),
    ],
)
def test_a_misspelt_name_is_read_as_the_only_one_in_reach_and_says_so(
    builtin: Store, typed: str, record: str
) -> None:
    outcome = look_up(builtin, typed, builtin.default_day)
    assert (outcome.status, outcome.record) == (CARD, record)
    if not outcome.certain:
        assert outcome.read_as.startswith(f"no record “{typed}”; this is ")
        assert outcome.why


@pytest.mark.parametrize(
    "typed",
    ["France", "Denmark", "Turkey", "Mexican", "Iran", "Warsaw", "Finnish", "Angola", "Austrian", "summer"],
)
def test_a_territory_a_people_or_a_common_word_is_never_corrected(builtin: Store, typed: str) -> None:
    assert list(near_hits(builtin, fold.words(typed).split())) == []
    outcome = look_up(builtin, typed, builtin.default_day)
    assert outcome.status != CARD


@pytest.mark.parametrize("typed", ["minks", "ptuin", "kiev2"])
def test_a_name_of_five_letters_is_only_suggested(builtin: Store, typed: str) -> None:
    outcome = look_up(builtin, typed, builtin.default_day)
    assert (outcome.status, outcome.certain) in ((NOT_FOUND, False), (OUTSIDE, False))


def test_two_names_in_reach_are_only_suggested(builtin: Store) -> None:
    outcome = look_up(builtin, "ivanof", builtin.default_day)
    assert outcome.status == NOT_FOUND
    assert {hit.record for hit in outcome.hits} == {"sergei-ivanov", "igor-ivanov"}


def test_a_known_word_must_stand_in_the_name_as_it_is(builtin: Store) -> None:
    """`Foreign` is a word of the pack: a name with `sovereign` is none that was meant."""
    for hit in near_hits(builtin, ["foreign", "ministr", "of", "rusia"]):
        assert "foreign" in fold.words(hit.matched)


def test_letters_of_other_scripts_count_as_typed(builtin: Store) -> None:
    """Two Chinese signs are six Latin letters: they are no misspelling of anything."""
    outcome = look_up(builtin, "雅典", builtin.default_day)
    assert outcome.status != CARD


def test_search_keeps_near_names_and_marks_them(builtin: Store) -> None:
    from cstoref.store.search.results import find

    hits = find(builtin, "lukashneko").hits
    assert (hits[0].record, hits[0].tier, hits[0].why) == ("lukashenko", NEAR, "one letter off: Lukashenko")


@pytest.mark.parametrize(
    ("typed", "record"),
    [
        ("Karimova", "karimov"),
        ("Medvedeva", "medvedev"),
        ("Nazarbayeva", "nazarbayev"),
        ("Atambayeva", "atambayev"),
        ("Putina", "putin"),
        ("Rahmonova", "rahmon"),
        ("Serdyukova", "andrei-serdyukov"),
        ("Japarova", "japarov"),
        ("Ivanova", "sergei-ivanov"),
        ("Tikhonovskaya", "tikhonovsky"),
    ],
)
def test_a_woman_of_the_name_is_somebody_else(builtin: Store, typed: str, record: str) -> None:
    outcome = look_up(builtin, typed, builtin.default_day)
    assert (outcome.status, outcome.certain) == (NOT_FOUND, False)
    assert record in [hit.record for hit in outcome.hits]


@pytest.mark.parametrize(
    "typed",
    ["Martinez", "Bordyuzhina", "Sergei Lane", "Stalin", "James", "Ross", "Morgan Reed", "Zakharovsky"],
)
def test_a_name_that_is_a_little_like_another_gets_no_card(builtin: Store, typed: str) -> None:
    assert look_up(builtin, typed, builtin.default_day).status in (NOT_FOUND, OUTSIDE)


@pytest.mark.parametrize("typed", ["pizza", "Gazprom", "Google", "Toyota", "hamburger", "Jupiter", "Nokia"])
def test_what_is_like_nothing_here_suggests_nothing(builtin: Store, typed: str) -> None:
    outcome = look_up(builtin, typed, builtin.default_day)
    assert (outcome.status in (NOT_FOUND, OUTSIDE), outcome.hits) == (True, ())


@pytest.mark.slow
def test_of_a_thousand_other_names_at_most_one_gets_a_card(builtin: Store) -> None:
    names = proper_names(builtin)
    assert len(names) > 3900
    cards = [name for name in names[::4] if look_up(builtin, name, builtin.default_day).status == CARD]
    assert len(cards) <= BAR * len(names[::4]), cards


@pytest.mark.parametrize(
    ("typed", "record"),
    [
        ("the alliance", "csto"),
        ("the bloc", "csto"),
        ("charter", "csto-charter"),
        ("the secretariat", "csto-secretariat"),
    ],
)
def test_what_a_word_means_here_is_a_card(builtin: Store, typed: str, record: str) -> None:
    outcome = look_up(builtin, typed, builtin.default_day)
    assert (outcome.status, outcome.record) == (CARD, record)


@pytest.mark.parametrize(
    "typed", ["tikhonovskaya sviatlana", "rapid reaction forse", "rebezh 2008", "president of rusia"]
)
def test_names_with_the_words_that_are_kept_are_proposed_as_among_all(builtin: Store, typed: str) -> None:
    words = tuple(fold.sound(fold.words(typed)).split())
    every = proposed(builtin, words)
    for word in words:
        kept = proposed(builtin, words, (word,))
        has = [name for name in every if word in fold.sound(name[4]).split()]
        assert [name for name in kept if name in has] == has


def test_no_name_is_proposed_for_a_word_that_is_in_none(builtin: Store) -> None:
    assert proposed(builtin, ("belarus", "qwxz"))
    assert proposed(builtin, ("belarus", "qwxz"), ("qwxz",)) == []
