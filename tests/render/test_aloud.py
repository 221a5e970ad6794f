"""A card as sentences: nothing that only an eye can read, and a source by name for each."""

from __future__ import annotations

import re

import pytest

from cstoref.render.aloud import aloud
from cstoref.store.card_page import card_page
from cstoref.store.queries import Store

SIGNS = "◇“”≈!─·│–"
IDS = ("belarus", "georgia", "putin", "csto", "crrf-agreement", "matybulak-2009", "bishkek", "brazil")


def sentences(store: Store, id: str, everything: bool = False) -> list[str]:
    found = card_page(store, id)
    assert found is not None
    return aloud(found, everything)


@pytest.mark.parametrize("id", IDS)
def test_no_column_rule_sign_or_number_of_a_footnote_is_left(builtin: Store, id: str) -> None:
    for line in sentences(builtin, id):
        assert "  " not in line and "\n" not in line
        assert not set(line) & set(SIGNS.replace("“", "").replace("”", "")), line
        assert re.search(r"[.)”]$", line), line


def test_facts_come_first_each_with_its_source_by_name(builtin: Store) -> None:
    lines = sentences(builtin, "kyrgyzstan")
    assert lines[0].startswith("Kyrgyzstan, member. As of ")
    assert lines[1].startswith("Member of the CSTO since 18 Sep 2003")
    assert lines[2].startswith("Leader: Sadyr Japarov, president since 28 Jan 2021")
    assert lines[2].endswith("Source: Kabar, copied by Kazinform, 28 Jan 2021. Sources conflict.")


def test_a_day_that_was_inferred_is_said_in_words(builtin: Store) -> None:
    assert any(
        "by our dating 20 Oct 2009, after refusing in" in line
        for line in sentences(builtin, "crrf-agreement")
    )
