"""Any text is a date or a ValueError, and a date that was read can be said and compared."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cstoref import dates
from tests.tally import count

PIECES = (
    "2009",
    "0001",
    "9999",
    "-",
    "06",
    "14",
    "31",
    "/",
    "..",
    "~",
    "?",
    "%",
    "[",
    "]",
    "²",
    "٣",
    " ",
    "today",
)
WRITTEN = st.text(max_size=24) | st.lists(st.sampled_from(PIECES), max_size=9).map("".join)
DAYS = st.dates().map(lambda day: day.isoformat())


@given(WRITTEN, DAYS, DAYS)
@example("9999~/..", "9999-12-31", "0001-01-01")
@example("[2009..2010]/2011", "2009-06-14", "2010-01-01")
@example("[../2009", "2009-06-14", "2010-01-01")
@example("/[2009..]", "2009-06-14", "2010-01-01")
def test_any_text_is_a_date_or_refused(text: str, on: str, checked: str) -> None:
    count("fuzz: dates")
    try:
        when = dates.parse(text)
    except ValueError as error:
        assert str(error)
        return
    assert dates.FIRST_DAY <= when.start_earliest <= when.end_latest <= dates.LAST_DAY
    assert dates.spoken(text)
    answers = {dates.holds(when, nature, on, checked) for nature in (dates.STATE, dates.OCCURRENCE)}
    assert answers <= {dates.NO, *dates.HELD}


@given(WRITTEN)
@example("2009-06-14~")
def test_any_text_is_a_day_or_refused(text: str) -> None:
    count("fuzz: dates")
    try:
        day = dates.day(text)
    except ValueError as error:
        assert str(error)
    else:
        assert dates.day(day) == day


def test_what_is_fuzzed_can_be_right() -> None:
    with pytest.raises(ValueError, match="is not a date"):
        dates.parse("²009")
    assert dates.parse("2009-06/..").interval
