"""Names that begin alike are cut in the middle, so that they can be told apart."""

from __future__ import annotations

import pytest

from cstoref.render.text import clip_middle, width
from cstoref.store.queries import Store


@pytest.mark.parametrize(
    ("name", "cells", "cut"),
    [
        ("Belarus", 20, "Belarus"),
        ("Decision on the creation of the air force", 26, "Decision on … air force"),
        ("Agreement on the Collective Rapid Reaction Force", 32, "Agreement on … Reaction Force"),
        ("Collective Rapid Reaction Force", 26, "Collective Rapid … Force"),
        ("A source in the delegation (October 2009)", 32, "A source in the … (October 2009)"),
        ("Abcdefghijklmnopqrstuvwxyz", 9, "Abcde…xyz"),
        ("Indestructible Brotherhood-2025", 20, "Indestructibl…d-2025"),
    ],
)
def test_both_ends_of_a_name_stay(name: str, cells: int, cut: str) -> None:
    assert clip_middle(name, cells) == cut


@pytest.mark.parametrize("cells", [24, 30, 42])
def test_names_of_the_pack_fit_and_more_of_them_stay_different(builtin: Store, cells: int) -> None:
    names = [record.name for record in builtin.records()]
    shown = [clip_middle(name, cells) for name in names]
    assert max(map(width, shown)) <= cells
    cut_at_the_end = {name[: cells - 1] for name in names}
    assert len(set(shown)) >= len(cut_at_the_end)
