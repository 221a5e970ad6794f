"""Dates for formats without EDTF: as precise as what is known, and no more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cstoref import dates
from cstoref.export.plain_dates import PlainDates, of_occurrence, of_state, single


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2005-06-22", "2005-06-22", "2005-06-22"),
        ("2005-06", "2005-06", "2005-06"),
        ("2005-06-22/2005-06-23", "2005-06-22", "2005-06-23"),
        ("2005-06-22~", "2005-06", "2005-06"),
        ("2005-06~", "2005", "2005"),
        ("2003~", None, None),
        ("2004-21", "2004", "2004"),
        ("2004-24", None, None),  # winter ends in the year after
        ("198X", None, None),
        ("2009?", None, None),
        ("2009?/2010-03", None, "2010-03"),
        ("2009/[2010-03%..2010-04]", "2009", None),
        ("1994-07-20/..", "1994-07-20", None),
        ("../2009-10", None, "2009-10"),
        ("2005/", "2005", None),
        ("/2005", None, "2005"),
        ("2012/[2016-05-12..2016-06-06]", "2012", "2016"),
        ("[1996-09..1997-10]/1998-01-02", None, "1998-01-02"),
        ("2012/[2016-05-12..]", "2012", None),
        (None, None, None),
    ],
)
def test_a_side_is_what_all_its_days_share(edtf: str | None, start: str | None, end: str | None) -> None:
    assert of_occurrence(edtf) == PlainDates(start, end)


def test_a_single_date_of_a_state_is_neither_start_nor_end() -> None:
    assert of_state("2009-06") == PlainDates(attested="2009-06")
    assert of_state("2009-06?") == PlainDates()
    assert of_state("2009/2011-04") == PlainDates("2009", "2011-04")


@pytest.mark.parametrize(
    ("edtf", "date"),
    [("2005-06-18/2005-06-19", "2005-06"), ("2005-06", "2005-06"), ("2005/2006", None), ("2005/..", None)],
)
def test_one_date_of_an_interval_is_what_both_ends_share(edtf: str, date: str | None) -> None:
    assert single(edtf) == date


@given(st.dates(), st.integers(0, 4000), st.sampled_from(["{}", "{}~", "{}/..", "[{}..{}]/..", "{}/{}"]))
def test_a_plain_date_covers_every_possible_day(first: object, days: int, form: str) -> None:
    """Whatever is written holds for the earliest day and for the latest."""
    start = str(first)
    last = start
    for _ in range(min(days, 40)):
        last = dates.next_day(last)
    edtf = form.format(start, last)
    try:
        when = dates.parse(edtf)
    except ValueError:  # beyond the calendar
        return
    plain = of_occurrence(edtf)
    for side, earliest, latest in (
        (plain.start, when.start_earliest, when.start_latest),
        (plain.end, when.end_earliest, when.end_latest),
    ):
        assert side is None or (earliest.startswith(side) and latest.startswith(side))
