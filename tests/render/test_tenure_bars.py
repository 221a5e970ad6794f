"""Terms of office as bars: names without holes, cut so that they can be told apart, the axis and the line."""

from __future__ import annotations

import pytest

from cstoref import dates
from cstoref.render.tenure_bars import LETTERS, Scale, bar_rows, label_cells
from cstoref.render.text import ASCII, Style, width
from cstoref.store.terms_of_office import Tenure, Term

SCALE = Scale(2000, 2019, 60)
"""Three cells a year."""


def term(name: str, first: int, last: int, office: str = "President of Arcadia") -> Term:
    when = f"{first}-01-01/{last}-01-01"
    span = dates.parse(when)
    return Term(
        name.lower(), f"Someone {name}", "office", office, "arcadia", 0, when, span.start_earliest,
        span.start_latest, span.end_earliest, span.end_latest, (f"{name.lower()}/office",),
    )  # fmt: skip


def bar(*terms: Term, style: Style | None = None, day: str = "2019-12-31") -> str:
    tenures = (Tenure("arcadia", "Arcadia", terms),)
    rows = list(bar_rows(tenures, SCALE, day, (), style or Style(80)))
    return rows[-1].text[label_cells(tenures) :]


def test_a_name_stands_in_the_middle_of_its_bar_without_holes() -> None:
    drawn = bar(term("Lukashenko", 2000, 2010), term("Putin", 2010, 2020), day="1999-01-01")
    assert drawn == "██████████Lukashenko█████████▌████████████Putin█████████████"
    assert " " not in drawn


@pytest.mark.parametrize(
    ("years", "drawn"),
    [(1, "██▌"), (2, "Luka…▌"), (3, "Lukashe…▌"), (4, "█Lukashenko▌")],
)
def test_a_name_is_cut_to_its_bar_and_left_out_where_too_little_fits(years: int, drawn: str) -> None:
    row = bar(term("Lukashenko", 2000, 2000 + years), term("Rest", 2000 + years, 2020))
    assert row.startswith(drawn)


@pytest.mark.parametrize("cells", range(8, 200, 7))
def test_no_name_is_cut_to_fewer_letters_than_name_somebody(cells: int) -> None:
    terms = (term("Lukashenko", 2000, 2003), term("Ng", 2003, 2004), term("Putin", 2004, 2019))
    for style in (Style(80), Style(80, ASCII)):
        scale = Scale(2000, 2019, cells)
        (*_, row) = bar_rows((Tenure("a", "Arcadia", terms),), scale, "2030-01-01", (), style)
        assert width(row.text) == label_cells((Tenure("a", "Arcadia", terms),)) + cells
        for part in row.parts:
            letters = part.text.rstrip("….") if part.look == "on-bar" else ""
            assert not letters or len(letters) >= LETTERS or letters == "Ng"


def test_an_office_is_named_without_the_state_above_it() -> None:
    states = Tenure("georgia", "Georgia", (term("Patsatsia", 2000, 2010),))
    below = Tenure("georgia", "Minister of State of Georgia", (term("Lekishvili", 2000, 2010),))
    rows = list(bar_rows((states, below), SCALE, "2019-01-01", (), Style(80)))
    assert [row.text[: label_cells((states, below))].strip() for row in rows[1:]] == [
        "Georgia",
        "Minister of State",
    ]
