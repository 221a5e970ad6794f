"""A quote is found where it stands, word for word, or refused."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from cstoref.authoring.nearest import nearest
from cstoref.authoring.quotes import Context, QuoteError, find, paragraph
from tests.tally import count

TEXTS = st.text(st.sampled_from("ab “”\n\t\u00a0\u2028e\u0301é🇧🇾.("), max_size=60) | st.text(max_size=40)
BEFORE = st.none() | TEXTS
NTH = st.none() | st.integers(1, 9)


@given(TEXTS, TEXTS, BEFORE, NTH)
@example("a\u2028\u2028a", "a a", None, None)
@example("a\x1c\x1fa", "a a", None, None)
@example("aaa", "aa", "a", 1)
@example("", " ", "", None)
def test_a_quote_is_found_word_for_word_or_refused(
    text: str, quote: str, before: str | None, nth: int | None
) -> None:
    count("fuzz: quotes")
    try:
        start, end = find(text, quote, Context(before, nth=nth, of=nth))
    except QuoteError as error:
        assert str(error)
    else:
        assert 0 <= start < end <= len(text)
        assert text[start:end].split() == quote.split()
        assert 1 <= paragraph(text, start) <= text.count("\n") + 1
        if before is not None:
            assert before.split() == [] or "".join(before.split()) in "".join(text[:start].split())


@given(TEXTS, st.data())
def test_a_passage_of_the_text_is_never_missing(text: str, data: st.DataObject) -> None:
    count("fuzz: quotes")
    start = data.draw(st.integers(0, len(text)))
    passage = text[start : data.draw(st.integers(start, len(text)))].strip()
    try:
        found = find(text, passage)
    except QuoteError as error:
        assert not passage or "times" in str(error)
    else:
        assert text[slice(*found)].split() == passage.split()
    assert isinstance(nearest(text, passage), (str, type(None)))
