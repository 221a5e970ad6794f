"""A state is called a member only where it is one: in lists, results and headings, not in data."""

from __future__ import annotations

import pytest

from cstoref.session.page_items import record_items
from cstoref.session.sections import sections
from cstoref.store.kind_words import kind_words, named_in_words, result_in_words
from cstoref.store.queries import Store
from cstoref.store.search.results import find
from cstoref.store.section_rows import section_rows

STATES = ("belarus", "uzbekistan", "brazil", "united-states", "georgia")


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (None, ["member", "former member", "state", "state", "former member"]),
        ("2009-01-01", ["member", "member", "state", "state", "former member"]),
        ("1995-01-01", ["member", "member", "state", "state", "member"]),
    ],
)
def test_a_state_is_called_by_its_standing_on_the_day(
    builtin: Store, day: str | None, words: list[str]
) -> None:
    called = kind_words(builtin, dict.fromkeys(STATES, "member"), day)
    assert [called[id] for id in STATES] == words


def test_what_is_no_state_keeps_its_kind(builtin: Store) -> None:
    assert kind_words(builtin, {"csto": "institution", "kant": "place"}) == {
        "csto": "institution",
        "kant": "place",
    }


def test_lists_and_results_have_the_words_and_data_the_kind(builtin: Store) -> None:
    assert builtin.named(["brazil"])["brazil"].kind == "member"
    assert named_in_words(builtin, ["brazil"])["brazil"].kind == "state"
    assert [item.text for item in record_items(builtin, ["brazil", "belarus"])] == [
        "Belarus, member",
        "Brazil, state",
    ]
    found = find(builtin, "brazil")
    assert found.hits[0].kind == "member"
    assert result_in_words(builtin, found).hits[0].kind == "state"


def test_the_index_has_states_beside_members(builtin: Store) -> None:
    label = next(section.label for section in sections(builtin) if section.id == "member")
    assert label == "Members and states"
    groups = {row.key: row.group for row in section_rows(builtin, "member", None)}
    assert {groups[id] for id in ("belarus", "armenia")} == {"members"}
    assert groups["georgia"] == "former members"
    assert groups["united-states"] == "other states"
    order = list(dict.fromkeys(groups.values()))
    assert order == ["members", "former members", "other states"]
