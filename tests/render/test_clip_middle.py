"""Names that begin alike are cut in the middle, so that they can be told apart."""

from __future__ import annotations

import pytest

from cstoref.render.cut_names import cut_apart
from cstoref.render.text import clip_middle, fitting, listed, width
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


def test_names_that_would_look_alike_are_cut_elsewhere() -> None:
    names = ["Session of the council of defence ministers, June 2005",
             "Session of the council of foreign ministers, June 2005",
             "Session of the staff, June 2005", "Rubezh-2006"]  # fmt: skip
    assert cut_apart([(name, 30) for name in names]) == [
        "… defence ministers, June 2005",
        "… foreign ministers, June 2005",
        "… of the staff, June 2005",
        "Rubezh-2006",
    ]


@pytest.mark.parametrize("cells", [12, 24, 30, 42])
def test_no_two_names_of_the_pack_look_alike(builtin: Store, cells: int) -> None:
    names = sorted({record.name for record in builtin.records()})
    shown = cut_apart([(name, cells) for name in names])
    assert max(map(width, shown)) <= cells
    assert len(names) - len(set(shown)) <= (0 if cells >= 24 else 40)


def test_a_list_says_how_many_names_it_leaves_out() -> None:
    names = ["Burabay", "Borovoye", "Бурабай"]
    assert [listed(names, cells) for cells in (26, 25, 17, 10)] == [
        "Burabay, Borovoye, Бурабай", "Burabay and 2 more", "3 names", "3 names",
    ]  # fmt: skip


def test_what_does_not_fit_is_left_out_from_the_end() -> None:
    parts = ("news.by, 27 Nov 2025", "statement 1 of 38", "press")
    assert fitting(parts, 60) == "news.by, 27 Nov 2025 · statement 1 of 38 · press"
    assert fitting(parts, 46) == "news.by, 27 Nov 2025 · statement 1 of 38"
    assert fitting(parts, 12) == "news.by, 27…"
