"""The line above the panes: where one is, in as many cells as there are."""

from __future__ import annotations

import pytest

from cstoref.render.text import width
from cstoref.tui.widgets.edge_lines import joined

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
