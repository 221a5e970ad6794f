"""Partial dates: what they cover, what holds on a day, how they are said."""

from __future__ import annotations

import pytest

from cstoref import dates


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2009", "2009-01-01", "2009-12-31"),
        ("2008-02", "2008-02-01", "2008-02-29"),
        ("2009-06-14", "2009-06-14", "2009-06-14"),
        ("2009-06~", "2009-05-01", "2009-07-31"),
        ("2009-06-14~", "2009-06-13", "2009-06-15"),
        ("2009-10-02/2009-10-16", "2009-10-02", "2009-10-16"),
        ("1994-07-20/..", "1994-07-20", "9999-12-31"),
        ("2005/", "2005-01-01", "9999-12-31"),
        ("../2005", "0001-01-01", "2005-12-31"),
        ("[2005-06-22..2005-06-23]/2006-06-23", "2005-06-22", "2006-06-23"),
    ],
)
def test_a_date_covers_its_days(edtf: str, first: str, last: str) -> None:
    when = dates.parse(edtf)
    assert (when.start_earliest, when.end_latest) == (first, last)
