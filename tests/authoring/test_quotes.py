"""Quotes are found exactly or not at all, and every failure says what to do."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cstoref.authoring.nearest import nearest
from cstoref.authoring.quotes import Context, QuoteError, find, paragraph

TEXT = "Anna met Boris in Xanadu.\n\nBoris left. Then Boris left\nagain, and “Anna’s” men stayed.\n"


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("Anna met Boris", "Anna met Boris"),
        ("  Anna   met\n\tBoris ", "Anna met Boris"),
        ("left again", "left\nagain"),
        ("in Xanadu. Boris left.", "in Xanadu.\n\nBoris left."),
        ("“Anna’s”", "“Anna’s”"),
        ("stayed.", "stayed."),
    ],
)
def test_a_quote_is_found_whatever_its_white_space(quote: str, found: str) -> None:
    start, end = find(TEXT, quote)
    assert TEXT[start:end] == found


@pytest.mark.parametrize("quote", ["anna met", "Anna met  Borys", '"Anna’s"', "“Anna's”", "Anna.met", "A.na"])
def test_nothing_but_white_space_is_folded(quote: str) -> None:
    with pytest.raises(QuoteError, match="quote not found"):
        find(TEXT, quote)


def test_a_quote_that_is_not_found_shows_the_nearest_passage() -> None:
    with pytest.raises(QuoteError, match='the nearest passage is "met Boris in Xanadu'):
        find(TEXT, "met Boris at Xanadu")


def test_a_quote_that_is_found_twice_shows_both_places_and_both_ways_out() -> None:
    with pytest.raises(QuoteError) as caught:
        find(TEXT, "Boris left")
    message = str(caught.value)
    assert "found 2 times" in message
    assert "in Xanadu. Boris left" in message
    assert "Boris left again" in message
    assert "`before" in message
    assert "`after" in message


@pytest.mark.parametrize(("nth", "start"), [(1, TEXT.index("Boris left.")), (2, TEXT.index("Boris left\n"))])
def test_nth_chooses_among_several_places(nth: int, start: int) -> None:
    assert find(TEXT, "Boris left", Context(nth=nth, of=2))[0] == start


def test_nth_beyond_the_last_place_is_refused() -> None:
    with pytest.raises(QuoteError, match="found 2 times, so there is no nth = 3"):
        find(TEXT, "Boris left", Context(nth=3, of=3))


def test_before_chooses_the_first_place_after_those_words() -> None:
    assert find(TEXT, "Boris left", Context(before="Then"))[0] == TEXT.index("Boris left\n")
    assert find(TEXT, "Boris left", Context(before="in  Xanadu."))[0] == TEXT.index("Boris left.")


def test_before_that_comes_nowhere_before_the_quote_is_refused() -> None:
    with pytest.raises(QuoteError, match='nowhere after "stayed"'):
        find(TEXT, "Boris left", Context(before="stayed"))


def test_before_may_itself_stand_twice_and_leave_two_places() -> None:
    with pytest.raises(QuoteError, match="found 2 times"):
        find("a x b. a x b.", "b", Context(before="a"))


def test_after_chooses_the_last_place_before_those_words() -> None:
    assert find(TEXT, "Boris left", Context(after="again"))[0] == TEXT.index("Boris left\n")
    assert find(TEXT, "Boris left", Context(after="Then"))[0] == TEXT.index("Boris left.")
    with pytest.raises(QuoteError, match='nowhere before "Anna met"'):
        find(TEXT, "Boris left", Context(after="Anna met"))


def test_a_number_alone_is_refused_and_the_words_to_write_are_shown() -> None:
    with pytest.raises(QuoteError) as caught:
        find(TEXT, "Boris left", Context(nth=2))
    message = str(caught.value)
    before = message.partition('`before = "')[2].partition('"`')[0]
    assert find(TEXT, "Boris left", Context(before=before))[0] == TEXT.index("Boris left\n")
    assert "`of = 2`" in message


def test_an_edit_that_moves_the_number_is_noticed() -> None:
    edited = f"Summary: Boris left.\n{TEXT}"
    with pytest.raises(QuoteError, match="found 3 times, not of = 2: the text was edited"):
        find(edited, "Boris left", Context(nth=2, of=2))


def test_before_and_nth_choose_together() -> None:
    assert find("a x b. a x b.", "b", Context(before="a", nth=2, of=2)) == (11, 12)


@pytest.mark.parametrize("quote", ["(a+b)*", "[sic]", "c:\\d", "^$", "a|b", "{2}", "🙂"])
def test_a_quote_is_words_and_no_pattern(quote: str) -> None:
    text = f"before {quote} after"
    assert find(text, quote) == (7, 7 + len(quote))


def test_offsets_are_code_points() -> None:
    assert find("🇧🇾👍🏽 Здесь Anna", "Anna") == (11, 15)


@given(st.text(max_size=60), st.data())
def test_every_passage_of_a_text_is_found_at_its_own_place_or_reported_as_double(
    text: str, data: st.DataObject
) -> None:
    words = text.split()
    if not words:
        return
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    quote = " ".join(words[first : last + 1])
    try:
        start, end = find(text, quote)
    except QuoteError as error:
        assert "times" in str(error)
    else:
        assert text[start:end].split() == quote.split()


@pytest.mark.parametrize(("start", "number"), [(0, 1), (5, 1), (27, 2), (60, 3)])
def test_a_paragraph_is_a_line_that_is_not_empty(start: int, number: int) -> None:
    assert paragraph(TEXT, start) == number


@pytest.mark.parametrize("space", [char for char in map(chr, range(sys.maxunicode + 1)) if char.isspace()])
def test_any_white_space_parts_words_as_a_blank_does(space: str) -> None:
    assert find(f"One{space}two.", "One two") == (0, 7)


@given(st.text(st.sampled_from("ab \n\t\u2003"), max_size=12))
def test_a_paragraph_is_counted_by_lines_that_are_not_empty(text: str) -> None:
    for start, char in enumerate(text):
        if not char.isspace():
            above = text[:start].split("\n")[:-1]
            assert paragraph(text, start) == 1 + sum(bool(line.strip()) for line in above)


@pytest.mark.parametrize(("text", "quote"), [("", "any words"), ("one two", "quite other words"), ("a", " ")])
def test_nothing_alike_has_no_nearest_passage(text: str, quote: str) -> None:
    assert nearest(text, quote) is None


def test_the_nearest_passage_is_as_long_as_the_quote() -> None:
    assert nearest(TEXT, "and “Anna’s” women stayed.") == "and “Anna’s” men stayed."


ALIKE = (
    "The mill at Northam reported that output rose by nine per cent.\n"
    + "Nothing else happened.\n" * 3_000
    + "The wheel at Southam turned slowly, wrote Clara Lindqvist.\n"
)


@pytest.mark.parametrize(
    "quote",
    [
        "The mill at Eastwick reported that output rose by nine per cent",
        "Eastwick reported that output rose by nine per cent",
        "nobody ever thought of this before",
    ],
)
def test_a_passage_about_somebody_else_is_not_near(quote: str) -> None:
    assert nearest(ALIKE, quote) is None
    with pytest.raises(QuoteError, match="nor a passage near it"):
        find(ALIKE, quote)


@pytest.mark.parametrize(
    ("quote", "passage"),
    [
        (
            "The wheel at Southam turned slowly, said Clara Lindqvist",
            "The wheel at Southam turned slowly, wrote Clara Lindqvist.",
        ),
        ("turned slowly, wrote Klara Lindquist", "turned slowly, wrote Clara Lindqvist."),
        ("reported that output rose by ten per cent", "reported that output rose by nine per cent."),
        ("Reported that output rose by nine percent", "reported that output rose by nine per"),
    ],
)
def test_the_whole_text_is_looked_through_for_the_nearest_passage(quote: str, passage: str) -> None:
    assert nearest(ALIKE, quote) == passage
