"""The line above the panes: where one is, in as many cells as there are."""

from __future__ import annotations

import pytest

from cstoref.render.text import width
from cstoref.tui.widgets.edge_lines import joined, top_line

CRUMBS = ("CSTO", "Agreements", "Agreement on the reaction force", "WPS ¶3")


@pytest.mark.parametrize(
    ("cells", "shown"),
    [
        (70, "CSTO › Agreements › Agreement on the reaction force › WPS ¶3"),
        (50, "… › Agreement on the reaction force › WPS ¶3"),
        (30, "… › Agreement on the… › WPS ¶3"),
        (20, "… › WPS ¶3"),
        (7, "… › WP…"),
    ],
)
def test_the_last_crumbs_stay_longest(cells: int, shown: str) -> None:
    assert joined(CRUMBS, cells) == shown


def test_no_line_is_longer_than_it_may_be() -> None:
    for cells in range(1, 80):
        for count in range(len(CRUMBS) + 1):
            assert width(joined(CRUMBS[:count], cells)) <= cells


@pytest.mark.parametrize(
    ("cells", "shown"),
    [
        (70, "CSTO › Members › Belarus                 all dates · 9 quotes verified"),
        (50, "CSTO › Members › Belarus                 all dates"),
        (30, "CSTO › Members › Belarus"),
    ],
)
def test_what_is_verified_gives_way_to_where_one_is(cells: int, shown: str) -> None:
    spare = ["all dates", "9 quotes verified"]
    assert top_line(["CSTO", "Members", "Belarus"], [], spare, cells).rstrip() == shown


def test_a_day_and_a_filter_stay() -> None:
    line = top_line(["CSTO", "Members", "Belarus"], ["as of 2009"], ["9 quotes verified"], 32)
    assert line == "… › Belarus           as of 2009"
