"""Answers that are kept with a store."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cstoref.store import remembered as memory
from cstoref.store.cache import open_store
from cstoref.store.queries import Store
from cstoref.store.remembered import remembered


@pytest.fixture
def other() -> Iterator[Store]:
    store = open_store()
    yield store
    store.close()


def test_a_store_is_asked_once_for_the_same(builtin: Store, other: Store) -> None:
    asked: list[tuple[str, str, bool]] = []

    @remembered
    def said(store: Store, word: str, *, aloud: bool = False) -> str:
        asked.append((store.default_day if store is builtin else "other", word, aloud))
        return word.upper() if aloud else word

    assert [said(builtin, "a"), said(builtin, "a"), said(builtin, "a", aloud=True)] == ["a", "a", "A"]
    assert said(other, "a") == "a"
    assert asked == [
        (builtin.default_day, "a", False),
        (builtin.default_day, "a", True),
        ("other", "a", False),
    ]


def test_what_was_found_to_be_nothing_is_not_asked_again(other: Store) -> None:
    asked = []

    @remembered
    def nothing(store: Store, word: str) -> None:
        asked.append(word)

    assert nothing(other, "a") is nothing(other, "a") is None
    assert asked == ["a"]


def test_no_more_than_so_many_answers_are_kept(other: Store) -> None:
    @remembered
    def twice(store: Store, number: int) -> int:
        return number * 2

    assert [twice(other, number) for number in range(memory.MOST * 2)] == list(range(0, memory.MOST * 4, 2))
    assert max(map(len, other.remembered.values())) <= memory.MOST
