"""Which part of what is shown matched."""

from __future__ import annotations

import pytest

from cstoref.store.queries import Store
from cstoref.store.search.exact import EXACT, NEAR_WORD, STATEMENT, WORD, Hit
from cstoref.store.search.highlight import marked
from cstoref.store.search.results import Options, find


def shown(store: Store, name: str, words: str, tier: int = WORD) -> str:
    """The name with brackets around what matched."""
    hit = marked(store, Hit(tier, "x", "leader", name, "", name), words.split())
    for start, end in reversed(hit.spans):
        name = f"{name[:start]}[{name[start:end]}]{name[end:]}"
    return name


@pytest.mark.parametrize(
    ("name", "words", "expected"),
    [
        ("Alexander Lukashenko", "lukash", "Alexander [Lukash]enko"),
        ("Lukashenko’s absence", "lukashenko", "[Lukashenko]’s absence"),
        ("Air Defence System", "air def", "[Air] [Def]ence System"),
        ("Лукашенко", "lukash", "[Лукашенко]"),
        ("Łukašenka came", "lukash", "[Łukašenka] came"),
        ("the rise of the salary", "the salaries", "the rise of the [salary]"),
        ("defense of the border", "defence", "[defense] of the border"),
        ("Alma-Ata", "ata", "Alma-[Ata]"),
        ("nothing here", "elsewhere", "nothing here"),
        ("", "x", ""),
    ],
)
def test_the_words_that_match_are_marked(builtin: Store, name: str, words: str, expected: str) -> None:
    assert shown(builtin, name, words) == expected


def test_words_that_mean_the_same_are_marked_in_statements(builtin: Store) -> None:
    assert (
        shown(builtin, "Armenia sent 105 servicemen.", "troops", STATEMENT)
        == "Armenia sent 105 [servicemen]."
    )


def test_a_misspelt_word_is_marked_where_names_may_be_near(builtin: Store) -> None:
    assert shown(builtin, "President of Belarus", "belarsu", NEAR_WORD) == "President of [Belarus]"
    assert shown(builtin, "President of Belarus", "belarsu", WORD) == "President of Belarus"


def test_a_name_that_was_typed_whole_is_not_marked(builtin: Store) -> None:
    assert shown(builtin, "Belarus", "belarus", EXACT) == "Belarus"


@pytest.mark.parametrize("typed", ["dairy ban", "lukash", "who boycotted 2009", "s:motley", "тасс 2005"])
def test_spans_lie_within_and_apart(builtin: Store, typed: str) -> None:
    for hit in find(builtin, typed, Options(limit=60)).hits:
        ends = [0, *(place for span in hit.spans for place in span), len(hit.name)]
        assert ends == sorted(ends)
        assert all(start < end for start, end in hit.spans)
