"""Partial dates: what they cover, what holds on a day, how they are said."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cstoref import dates
from cstoref.dates import CERTAINLY, END_UNKNOWN, LAST_KNOWN, NO, OCCURRENCE, POSSIBLY, STATE


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2009", "2009-01-01", "2009-12-31"),
        ("2008-02", "2008-02-01", "2008-02-29"),
        ("2009-06-14", "2009-06-14", "2009-06-14"),
        ("2009~", "2008-01-01", "2010-12-31"),
        ("2009-06~", "2009-05-01", "2009-07-31"),
        ("2009-01~", "2008-12-01", "2009-02-28"),
        ("2009-12~", "2009-11-01", "2010-01-31"),
        ("2009-06-14~", "2009-06-13", "2009-06-15"),
        ("2009?", "2009-01-01", "2009-12-31"),
        ("2009%", "2008-01-01", "2010-12-31"),
        ("2009-10-02/2009-10-16", "2009-10-02", "2009-10-16"),
        ("1994-07-20/..", "1994-07-20", "9999-12-31"),
        ("2005/", "2005-01-01", "9999-12-31"),
        ("../2005", "0001-01-01", "2005-12-31"),
        ("/2005", "0001-01-01", "2005-12-31"),
        ("[2005-06-22..2005-06-23]/2006-06-23", "2005-06-22", "2006-06-23"),
        ("[..2003-01]/2006-01", "0001-01-01", "2006-01-31"),
        ("2006-02/[2011-02..]", "2006-02-01", "9999-12-31"),
    ],
)
def test_a_date_covers_its_days(edtf: str, first: str, last: str) -> None:
    when = dates.parse(edtf)
    assert (when.start_earliest, when.end_latest) == (first, last)
    assert when.edtf == edtf


@pytest.mark.parametrize("edtf", ["2009?", "2009-06%", "2009/2010?", "2009?/2010"])
def test_an_uncertain_date_is_doubtful(edtf: str) -> None:
    assert dates.parse(edtf).doubtful


@pytest.mark.parametrize("edtf", ["2009", "2009-06~", "2009/2010", "2009~/.."])
def test_an_approximate_date_is_not_doubtful(edtf: str) -> None:
    assert not dates.parse(edtf).doubtful


def test_each_end_of_an_interval_is_a_range_of_days() -> None:
    when = dates.parse("[2005-06-22..2005-06-23]/2006-06")
    assert when[1:6] == ("2005-06-22", "2005-06-23", "2006-06-01", "2006-06-30", True)


def test_an_end_may_be_known_on_one_side_only() -> None:
    when = dates.parse("[..2003-01]/[2011-02..]")
    assert when[1:6] == (dates.FIRST_DAY, "2003-01-31", "2011-02-01", dates.LAST_DAY, True)


@pytest.mark.parametrize(
    ("on", "held"),
    [
        ("1995-06-01", POSSIBLY),
        ("2003-02-01", CERTAINLY),
        ("2011-02-01", CERTAINLY),
        ("2011-03-01", END_UNKNOWN),
    ],
)
def test_between_two_days_on_which_it_is_shown_a_state_is_certain(on: str, held: str) -> None:
    assert dates.holds(dates.parse("[..2003-01]/[2011-02..]"), STATE, on) == held


def test_an_unknown_end_may_be_as_early_as_the_start() -> None:
    when = dates.parse("2005-06-22/")
    assert (when.end_earliest, when.end_latest) == ("2005-06-22", dates.LAST_DAY)


def test_an_open_end_lies_beyond_every_day() -> None:
    assert dates.parse("2005-06-22/..").end_earliest == dates.LAST_DAY


@pytest.mark.parametrize(
    ("edtf", "complaint"),
    [
        ("", "is not a date"),
        ("June 2009", "is not a date"),
        ("09-06-14", "is not a date"),
        ("2009-6", "is not a date"),
        ("2009-06-14T10:00", "is not a date"),
        ("2009-06-14/2009-06-15/2009-06-16", "is not a date"),
        ("２００９", "is not a date"),
        ("2009-13", "not a day of the calendar"),
        ("2009-02-29", "not a day of the calendar"),
        ("0000", "not a day of the calendar"),
        ("0001-01-01~", "not a day of the calendar"),
        ("9999-12-31~", "not a day of the calendar"),
        ("2009-06-14/2009-06-13", "ends before it begins"),
        ("[2005-06-23..2005-06-22]/2006", "ends before it begins"),
        ("[2005-06-23]/2006", "is not a range of days"),
        ("[..]/2006", "has no date on either side"),
        ("/", "has no date on either side"),
        ("../..", "has no date on either side"),
        ("../", "has no date on either side"),
    ],
)
def test_what_is_no_date_is_refused_with_a_sentence(edtf: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        dates.parse(edtf)


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_a_value_error(text: str) -> None:
    try:
        when = dates.parse(text)
    except ValueError:
        return
    assert when.start_earliest <= when.start_latest
    assert when.end_earliest <= when.end_latest
    assert when.start_earliest <= when.end_latest


@given(st.from_regex(r"(\d{4}(-\d\d){0,2}[~?%]?)(/(\d{4}(-\d\d){0,2}[~?%]?|\.\.)?)?", fullmatch=True))
def test_what_looks_like_a_date_is_one_or_a_value_error(text: str) -> None:
    try:
        when = dates.parse(text)
    except ValueError:
        return
    assert when.edtf == text
    assert dates.spoken(text)


@given(st.dates(min_value=date(2, 1, 1), max_value=date(9998, 12, 31)))
def test_a_plain_day_covers_itself_alone(day: date) -> None:
    when = dates.parse(day.isoformat())
    assert when[1:] == (day.isoformat(),) * 4 + (False, False)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2009-06-14", "2009-06-14"),
        ("2009-06", "2009-06-30"),
        ("2008-02", "2008-02-29"),
        ("2009", "2009-12-31"),
    ],
)
def test_a_typed_date_answers_for_its_last_day(typed: str, day: str) -> None:
    assert dates.day(typed) == day


def test_today_is_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dates, "today", lambda: "2020-02-02")
    assert dates.day("today") == "2020-02-02"


@pytest.mark.parametrize("typed", ["2009~", "2009?", "2009-06%", "2009/2010", "..", "yesterday", ""])
def test_only_a_plain_date_is_a_day(typed: str) -> None:
    with pytest.raises(ValueError, match="is not a"):
        dates.day(typed)


@pytest.mark.parametrize(
    ("edtf", "on", "held"),
    [
        ("2009-06-14", "2009-06-13", NO),
        ("2009-06-14", "2009-06-14", CERTAINLY),
        ("2009-06-14", "2020-01-01", CERTAINLY),
        ("2009-06", "2009-05-31", NO),
        ("2009-06", "2009-06-01", POSSIBLY),
        ("2009-06", "2009-06-29", POSSIBLY),
        ("2009-06", "2009-06-30", CERTAINLY),
        ("2009-06~", "2009-05-01", POSSIBLY),
        ("2009-06~", "2009-07-31", CERTAINLY),
        ("2009-10-02/2009-10-16", "2009-10-02", POSSIBLY),
        ("2009-10-02/2009-10-16", "2009-10-16", CERTAINLY),
        ("2009?", "2008-12-31", NO),
        ("2009?", "2020-01-01", POSSIBLY),
    ],
)
def test_an_occurrence_counts_from_when_it_has_certainly_happened(edtf: str, on: str, held: str) -> None:
    assert dates.holds(dates.parse(edtf), OCCURRENCE, on) == held


@pytest.mark.parametrize(
    ("edtf", "on", "held"),
    [
        ("2000-05-07/2008-05-07", "2000-05-06", NO),
        ("2000-05-07/2008-05-07", "2000-05-07", CERTAINLY),
        ("2000-05-07/2008-05-07", "2008-05-06", CERTAINLY),
        ("2000-05-07/2008-05-07", "2008-05-07", NO),
        ("1994-07-20/..", "1994-07-20", CERTAINLY),
        ("1994-07-20/..", "2020-01-01", LAST_KNOWN),
        ("../2005-06-01", "1900-01-01", CERTAINLY),
        ("../2005-06-01", "2005-06-01", NO),
        ("2005-06/2006-06", "2005-06-15", POSSIBLY),
        ("2005-06/2006-06", "2006-01-01", CERTAINLY),
        ("2005-06/2006-06", "2006-06-15", POSSIBLY),
        ("2005-06/2006-06", "2006-06-30", POSSIBLY),
        ("2005-06/2006-06", "2006-07-01", NO),
        ("[2005-06-22..2005-06-23]/2006-06-23", "2005-06-21", NO),
        ("[2005-06-22..2005-06-23]/2006-06-23", "2005-06-22", POSSIBLY),
        ("[2005-06-22..2005-06-23]/2006-06-23", "2005-06-23", POSSIBLY),
        ("[2005-06-22..2005-06-23]/2006-06-23", "2005-06-24", CERTAINLY),
        ("/[2005-06-22..2005-06-23]", "2005-06-23", POSSIBLY),
        ("/[2005-06-22..2005-06-23]", "2005-06-24", NO),
        ("2005?/2010", "2007-01-01", POSSIBLY),
    ],
)
def test_a_state_holds_up_to_and_without_its_end(edtf: str, on: str, held: str) -> None:
    assert dates.holds(dates.parse(edtf), STATE, on) == held


@pytest.mark.parametrize(
    ("on", "held"),
    [("2004-12-31", NO), ("2005-06-22", POSSIBLY), ("2005-12-31", POSSIBLY), ("2020-01-01", END_UNKNOWN)],
)
def test_a_state_whose_end_is_unknown_is_never_still_certain(on: str, held: str) -> None:
    assert dates.holds(dates.parse("2005/"), STATE, on) == held


@pytest.mark.parametrize(
    ("edtf", "on", "held"),
    [
        ("2009-10-16", "2009-10-16", CERTAINLY),
        ("2009-10-16", "2009-10-15", NO),
        ("2009-10-16", "2020-01-01", END_UNKNOWN),
        ("2009-10", "2009-10-16", POSSIBLY),
        ("2009-10-16?", "2009-10-16", POSSIBLY),
    ],
)
def test_an_attested_state_is_certain_on_that_day_only(edtf: str, on: str, held: str) -> None:
    assert dates.holds(dates.parse(edtf), STATE, on) == held


@pytest.mark.parametrize(("on", "held"), [("2020-12-31", CERTAINLY), ("2021-01-01", LAST_KNOWN)])
def test_an_open_state_is_certain_up_to_the_day_on_which_it_was_last_confirmed(on: str, held: str) -> None:
    assert dates.holds(dates.parse("1994/.."), STATE, on, confirmed="2020-12-31") == held


@pytest.mark.parametrize(("on", "held"), [("2009-06-01", CERTAINLY), ("2009-06-02", END_UNKNOWN)])
def test_a_state_whose_end_is_unknown_is_certain_up_to_its_last_attestation(on: str, held: str) -> None:
    assert dates.holds(dates.parse("2005/"), STATE, on, confirmed="2009-06-01") == held


def test_what_has_happened_needs_no_confirmation() -> None:
    assert dates.holds(dates.parse("1994"), OCCURRENCE, "2030-01-01", confirmed="2020-12-31") == CERTAINLY


@pytest.mark.parametrize(
    ("edtf", "span"),
    [
        ("1990-03-24/2016-09-02", "1990–2016"),
        ("2012-05-07/..", "since 2012"),
        ("1992/", "from 1992"),
        ("/2005-06", "until 2005"),
        ("2003-04-28/2017-01-01", "2003–2016"),
        ("[2022-11-23..2023-01-01]/[2023-11-23..2024-01-01]", "2023"),
        ("2009-06", "2009"),
        ("2017-01-01/2017-05-02", "2017"),
        ("2006-02~/[2011-02..2019-10]", "2006–2011 or later"),
        ("2006/[2011-02..]", "2006–2011 or later"),
        ("1996/[1996..1998-09]", "from 1996"),
        ("[..2003-01]/2005-01", "until 2005"),
        ("/[2019..2022-06-17]", "until 2019 or later"),
    ],
)
def test_a_term_in_years(edtf: str, span: str) -> None:
    assert dates.year_span(edtf) == span


@pytest.mark.parametrize("nature", [STATE, OCCURRENCE])
def test_what_has_no_date_is_possible(nature: str) -> None:
    assert dates.holds(None, nature, "2009-01-01") == POSSIBLY


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        (None, ""),
        ("", ""),
        ("2009", "2009"),
        ("0988", "988"),
        ("2009-06", "Jun 2009"),
        ("2009-06-04", "4 Jun 2009"),
        ("2001~", "about 2001"),
        ("2009-06~", "about Jun 2009"),
        ("2009?", "2009, uncertain"),
        ("2009%", "about 2009, uncertain"),
        ("1993/..", "since 1993"),
        ("2005-06-22/", "from 22 Jun 2005, end unknown"),
        ("../2005", "until 2005"),
        ("/2005", "until 2005"),
        ("2009-10-02/2009-10-16", "2–16 Oct 2009"),
        ("2008-07-22/2008", "from 22 Jul 2008"),
        ("2008-07/2008", "from Jul 2008"),
        ("2009-10-02/2009-11-16", "2 Oct – 16 Nov 2009"),
        ("2009-10-02/2010-10-16", "2 Oct 2009 – 16 Oct 2010"),
        ("2005/2006", "2005–2006"),
        ("2005-06/2005-07", "Jun 2005 – Jul 2005"),
        ("2005-06~/2005-06-20", "about Jun 2005 – 20 Jun 2005"),
        ("2005-06~/2005-07~", "about Jun 2005 – about Jul 2005"),
        ("[2005-06-22..2005-06-23]/2006", "between 22 and 23 Jun 2005 – 2006"),
        ("[..2003-01]/2006-01", "Jan 2003 or earlier – Jan 2006"),
        ("[..2003]/..", "since 2003 or earlier"),
        ("2006-02/[2011-02..]", "Feb 2006 – Feb 2011 or later"),
    ],
)
def test_a_date_is_said_in_words(edtf: str | None, words: str) -> None:
    assert dates.spoken(edtf) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("1994-05-03", "1994"),
        ("1976-03-10/1991-12-26", "1976 – 1991"),
        ("[1992-05-15..2003-09-18]/..", "since about 1992–2003"),
        ("../[2004-10-16..2004-12-31]", "until about 2004"),
        ("1994~/", "since about 1994"),
        ("[..2003-01]/2006-01", "2003 or earlier – 2006"),
        ("/[2011-02..]", "until 2011 or later"),
    ],
)
def test_a_time_in_years_alone(edtf: str, words: str) -> None:
    assert dates.years(edtf) == words
