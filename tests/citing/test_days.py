"""When something was published, in the parts that machines' formats have."""

from __future__ import annotations

import pytest

from cstoref.citing.days import _of_some_year, _parts


@pytest.mark.parametrize(
    ("date", "parts"),
    [
        ("2024-11-22", (2024, 11, 22)),
        ("2004-21", (2004,)),
        ("2004-XX", (2004,)),
        ("198X", ()),
        ("[2005-06..2005-07]", (2005, 6)),
        ("", ()),
    ],
)
def test_a_date_has_the_parts_that_are_known(date: str, parts: tuple[int, ...]) -> None:
    assert _parts(date) == parts


@pytest.mark.parametrize(
    ("date", "unknown"),
    [
        ("[2014-12-23..]", True),
        ("[2010..2012]", True),
        ("[2005-06..2005-07]", False),
        ("2005-06", False),
        ("2008/2012", False),
    ],
)
def test_a_date_that_lies_in_one_of_several_years_has_no_year(date: str, unknown: bool) -> None:
    assert _of_some_year(date) is unknown
