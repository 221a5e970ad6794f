"""Facts that are statements as they stand, and what a contribution is shown with."""

from __future__ import annotations

import pytest

from cstoref.store.queries import Store


def text_of(store: Store, record: str, fact: str) -> str:
    return next(found.text for found in store.stored_facts(record) if found.id == fact)


def test_an_agreement_provides_its_articles_before_what_tells_less(builtin: Store) -> None:
    text = text_of(builtin, "collective-security-treaty", "provides")
    assert text.startswith("Under Article 4")
    assert "depositary" not in text


@pytest.mark.parametrize(("person", "last"), [("karimov", "2006"), ("putin", "December 2020")])
def test_what_somebody_said_last_here_is_marked_where_it_is_old(
    builtin: Store, person: str, last: str
) -> None:
    text = text_of(builtin, person, "said")
    assert "the last in this reference" in text
    assert text.count(last) == 1


def test_what_somebody_said_lately_is_not(builtin: Store) -> None:
    assert "the last in this reference" not in text_of(builtin, "pashinyan", "said")


def test_a_reported_number_that_is_more_than_all_together_says_so(builtin: Store) -> None:
    text = text_of(builtin, "russia", "contributions")
    assert text.startswith("reportedly about 3,000 servicemen")
    assert "(all together: 2,030)" in text


def test_a_base_is_where_its_first_garrison_is(builtin: Store) -> None:
    assert "201st military base (Dushanbe)" in text_of(builtin, "tajikistan", "territory")
