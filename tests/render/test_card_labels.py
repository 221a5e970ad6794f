"""What stands before a statement on a card: its group, or what the record does in it."""

from __future__ import annotations

import pytest

from cstoref.render.card import card
from cstoref.render.text import Style
from cstoref.store.card_page import card_page
from cstoref.store.queries import Store


@pytest.mark.parametrize(
    ("record", "label", "words"),
    [
        ("lukashenko", "Refused", "Lukashenko refused to attend"),
        ("nato", "Responded to", "NATO reacted positively"),
        ("cis", "Structure", "The CSTO is a separate treaty organization"),
        ("csto", "Membership", "The CSTO is an observer"),
    ],
)
def test_one_who_takes_part_stands_under_what_it_does(
    builtin: Store, record: str, label: str, words: str
) -> None:
    page = card_page(builtin, record)
    assert page is not None
    line = next(line for line in card(page, Style(80)) if words in line)
    assert line.startswith(label)
