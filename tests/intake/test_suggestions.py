"""What a passage suggests: dates, numbers, fields, stance and hedge, as its words say and not more."""

from __future__ import annotations

import pytest

from cstoref.intake.suggestions import suggestions
from cstoref.intake.times import times
from cstoref.store.queries import Store

ISSUED = "2014-11-08"  # a Saturday


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("on 7 November 2014", "2014-11-07"),
        ("on November 7th, 2014", "2014-11-07"),
        ("on 7 November", "2014-11-07"),
        ("June 22-23", "2014-06-22/2014-06-23"),
        ("22 to 23 June 2005", "2005-06-22/2005-06-23"),
        ("in November 2014", "2014-11"),
        ("Sept. 14", "2014-09-14"),
        ("2014-11-07", "2014-11-07"),
        ("07.11.2014", "2014-11-07"),
        ("in 1998–2003", "1998/2003"),
        ("since 1998", "1998"),
        ("on Tuesday", "2014-11-04"),
        ("last Saturday", "2014-11-01"),
        ("on Saturday", "2014-11-08"),
        ("yesterday", "2014-11-07"),
        ("next Friday", ""),
        ("last year", ""),
        ("this spring", ""),
    ],
)
def test_a_time_is_read(words: str, edtf: str) -> None:
    (found,) = times(f"They met {words}, it is said.", ISSUED)
    assert found.edtf == edtf
    assert found.words in words


@pytest.mark.parametrize("words", ["in 3000", "May be", "he marches on", "12,500 men"])
def test_what_is_no_date_is_none(words: str) -> None:
    assert times(words, ISSUED) == []


def test_what_follows_from_the_day_of_the_source_says_so() -> None:
    assert times("on 7 November", ISSUED)[0].basis == "The year is that of the source."
    assert times("on Tuesday", ISSUED)[0].basis == "Counted back from the day of the source."
    assert times("on 7 November 2014", ISSUED)[0].basis == ""
    assert [(time.words, time.edtf) for time in times("7 November, on Tuesday")] == [("on Tuesday", "")]


@pytest.mark.parametrize(
    ("passage", "field", "stances", "hedges"),
    [
        ("The presidents attended the summit.", "attended", (), ()),
        ("Belarus refused to sign the agreement.", "refused", (), ()),
        ("Reportedly the state plans to leave the pact.", "left", ("planned", "reported"), ("Reportedly",)),
        ("He accused the West of meddling and seems angry.", "accused", (), ("seems",)),
        ("He pledged that it will be ratified.", "ratified", ("promised", "planned"), ()),
        ("In May they turned up to help.", "aided", (), ()),
        ("Nothing whatever.", "", (), ()),
    ],
)
def test_words_suggest_field_stance_and_hedge(
    builtin: Store, passage: str, field: str, stances: tuple[str, ...], hedges: tuple[str, ...]
) -> None:
    suggested = suggestions(builtin, passage, ISSUED)
    assert field in suggested.fields if field else not suggested.fields
    assert (suggested.stances, suggested.hedges) == (stances, hedges)


@pytest.mark.parametrize(
    ("passage", "numbers"),
    [
        ("He sent 12 men and 4,000 troops.", [("12", 12, "men"), ("4,000", 4000, "troops")]),
        ("Three states of two kinds", [("two", 2, "kinds")]),
        ("On 7 November 2014 in 2014", []),
        ("some 3.5 percent, Il-76 and 1a", [("3.5", 3.5, "")]),
    ],
)
def test_numbers_have_their_units(
    builtin: Store, passage: str, numbers: list[tuple[str, float, str]]
) -> None:
    assert [tuple(number) for number in suggestions(builtin, passage, ISSUED).numbers] == numbers
