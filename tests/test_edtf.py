"""EDTF by the examples of its specification (Library of Congress, 2019): dates from year 1 to 9999."""

from __future__ import annotations

import pytest

from cstoref import dates

SPECIFICATION = [
    # level 0
    ("1985-04-12", "1985-04-12", "1985-04-12", "12 Apr 1985"),
    ("1985-04", "1985-04-01", "1985-04-30", "Apr 1985"),
    ("1985", "1985-01-01", "1985-12-31", "1985"),
    ("1964/2008", "1964-01-01", "2008-12-31", "1964–2008"),
    ("2004-06/2006-08", "2004-06-01", "2006-08-31", "Jun 2004 – Aug 2006"),
    ("2004-02-01/2005-02-08", "2004-02-01", "2005-02-08", "1 Feb 2004 – 8 Feb 2005"),
    ("2004-02-01/2005-02", "2004-02-01", "2005-02-28", "1 Feb 2004 – Feb 2005"),
    ("2004-02-01/2005", "2004-02-01", "2005-12-31", "1 Feb 2004 – 2005"),
    ("2005/2006-02", "2005-01-01", "2006-02-28", "2005 – Feb 2006"),
    # level 1: seasons
    ("2001-21", "2001-03-01", "2001-05-31", "spring 2001"),
    ("2001-22", "2001-06-01", "2001-08-31", "summer 2001"),
    ("2001-23", "2001-09-01", "2001-11-30", "autumn 2001"),
    ("2001-24", "2001-12-01", "2002-02-28", "winter 2001"),
    # level 1: qualification
    ("1984?", "1984-01-01", "1984-12-31", "1984, uncertain"),
    ("2004-06~", "2004-05-01", "2004-07-31", "about Jun 2004"),
    ("2004-06-11%", "2004-06-10", "2004-06-12", "about 11 Jun 2004, uncertain"),
    # level 1: unspecified digits
    ("201X", "2010-01-01", "2019-12-31", "2010s"),
    ("20XX", "2000-01-01", "2099-12-31", "between 2000 and 2099"),
    ("2004-XX", "2004-01-01", "2004-12-31", "2004"),
    ("1985-04-XX", "1985-04-01", "1985-04-30", "Apr 1985"),
    ("1985-XX-XX", "1985-01-01", "1985-12-31", "1985"),
    # level 1: extended intervals
    ("1985-04-12/..", "1985-04-12", dates.LAST_DAY, "since 12 Apr 1985"),
    ("1985-04/..", "1985-04-01", dates.LAST_DAY, "since Apr 1985"),
    ("1985/..", "1985-01-01", dates.LAST_DAY, "since 1985"),
    ("../1985-04-12", dates.FIRST_DAY, "1985-04-12", "until 12 Apr 1985"),
    ("../1985-04", dates.FIRST_DAY, "1985-04-30", "until Apr 1985"),
    ("../1985", dates.FIRST_DAY, "1985-12-31", "until 1985"),
    ("1985-04-12/", "1985-04-12", dates.LAST_DAY, "from 12 Apr 1985, end unknown"),
    ("1985-04/", "1985-04-01", dates.LAST_DAY, "from Apr 1985, end unknown"),
    ("1985/", "1985-01-01", dates.LAST_DAY, "from 1985, end unknown"),
    ("/1985-04-12", dates.FIRST_DAY, "1985-04-12", "until 12 Apr 1985"),
    ("/1985-04", dates.FIRST_DAY, "1985-04-30", "until Apr 1985"),
    ("/1985", dates.FIRST_DAY, "1985-12-31", "until 1985"),
    ("1984~/2004-06", "1983-01-01", "2004-06-30", "about 1984 – Jun 2004"),
    ("1984/2004-06~", "1984-01-01", "2004-07-31", "1984 – about Jun 2004"),
    ("1984?/2004%", "1984-01-01", "2005-12-31", "1984, uncertain – about 2004, uncertain"),
    # beyond level 1
    ("[2005..2006]", "2005-01-01", "2006-12-31", "between 2005 and 2006"),
    (
        "[2005-06-22..2005-06-23]/2006",
        "2005-06-22",
        "2006-12-31",
        "between 22 and 23 Jun 2005 – 2006",
    ),
]
"""The text, its first and its last day, and how it is said."""


@pytest.mark.parametrize(
    ("text", "first", "last", "spoken"), SPECIFICATION, ids=[row[0] for row in SPECIFICATION]
)
def test_an_example_of_the_specification(text: str, first: str, last: str, spoken: str) -> None:
    when = dates.parse(text)
    assert (when.edtf, when.start_earliest, when.end_latest) == (text, first, last)
    assert dates.spoken(text) == spoken


NOT_READ = (
    "Y170000002", "Y-170000002", "-1985",  # years beyond 1 to 9999
    "1985-04-12T23:20:30", "1985-04-12T23:20:30Z",  # times of day
    "Y17E8", "1950S2", "2004-06-~11", "2004?-06-11", "156X-12-25", "1XXX-XX", "XXXX-12-XX", "{1667..1668}",
    "2001-25",
    "2005-02-30", "2005-13", "2005-6", "20X5", "2004-0X", "2004-XX-04", "",
)  # fmt: skip
"""What is beyond levels 0 and 1, the limits of years, or wrong."""


@pytest.mark.parametrize("text", NOT_READ)
def test_what_is_not_read_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not a|leaves out other digits"):
        dates.parse(text)


@pytest.mark.parametrize(
    ("on", "held"),
    [("2004-12-31", dates.NO), ("2005-06-01", dates.POSSIBLY), ("2006-12-31", dates.CERTAINLY)],
)
def test_an_occurrence_on_some_day_of_a_range(on: str, held: str) -> None:
    assert dates.holds(dates.parse("[2005..2006]"), dates.OCCURRENCE, on) == held
