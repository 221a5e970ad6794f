"""Quotes are found exactly or not at all, and every failure says what to do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cstoref.authoring.quotes import QuoteError, find, nearest, paragraph

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
    assert "`nth = 2`" in message


@pytest.mark.parametrize(("nth", "start"), [(1, TEXT.index("Boris left.")), (2, TEXT.index("Boris left\n"))])
def test_nth_chooses_among_several_places(nth: int, start: int) -> None:
    assert find(TEXT, "Boris left", nth=nth)[0] == start


def test_nth_beyond_the_last_place_is_refused() -> None:
    with pytest.raises(QuoteError, match="found 2 times, so there is no nth = 3"):
        find(TEXT, "Boris left", nth=3)


def test_before_chooses_the_first_place_after_those_words() -> None:
    assert find(TEXT, "Boris left", before="Then")[0] == TEXT.index("Boris left\n")
    assert find(TEXT, "Boris left", before="in  Xanadu.")[0] == TEXT.index("Boris left.")


def test_before_that_comes_nowhere_before_the_quote_is_refused() -> None:
    with pytest.raises(QuoteError, match='nowhere after "stayed"'):
        find(TEXT, "Boris left", before="stayed")


def test_before_may_itself_stand_twice_and_leave_two_places() -> None:
    with pytest.raises(QuoteError, match="found 2 times"):
        find("a x b. a x b.", "b", before="a")


def test_before_and_nth_choose_together() -> None:
    assert find("a x b. a x b.", "b", before="a", nth=2) == (11, 12)


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


@pytest.mark.parametrize(("text", "quote"), [("", "any words"), ("one two", "quite other words")])
def test_the_nearest_passage_of_nothing_alike_is_the_beginning(text: str, quote: str) -> None:
    assert nearest(text, quote) == text


def test_the_nearest_passage_is_as_long_as_the_quote() -> None:
    assert nearest(TEXT, "and “Anna’s” women stayed.") == "and “Anna’s” men stayed."
