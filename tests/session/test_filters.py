"""What a filter of years lets through: whatever held or happened in them, also what began before."""

from __future__ import annotations

import pytest

from cstoref.session.filters import Filter, days_of


@pytest.mark.parametrize(
    ("when", "years", "passes"),
    [
        ("1994/1999", "1998-2000", True),
        ("1994/1999", "1996", True),
        ("1994/1999", "2000", False),
        ("1994/..", "2020", True),
        ("../1999", "1998", True),
        ("2009-06-14", "2009", True),
        ("2009-06-14", "2010", False),
        ("2009-06", "2005-2009", True),
    ],
)
def test_years_let_through_what_held_in_them(when: str, years: str, passes: bool) -> None:
    first, last = days_of(when)
    assert Filter(years).lets_through("It was so.", day=first, last=last) is passes


def test_what_has_no_day_may_name_the_year() -> None:
    assert days_of(None) == ("", "")
    assert Filter("2009").lets_through("The plan of 2009.")
    assert not Filter("2009").lets_through("The plan.")
