"""Whatever stands in a pack and whatever is typed: an answer in printable lines, and never an exception."""

from __future__ import annotations

import io
import itertools
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from cstoref import sanitize
from cstoref.render.text import width
from cstoref.session.verbs import VERBS
from cstoref.store.queries import Store
from tests.conftest import SOAK, Result
from tests.hostile import packs
from tests.hostile.texts import HOSTILE

from .conftest import talk_over

SCRIPT = (
    "members", "1", "leaders", "1", "1", "1", "1", "events", "1", "all", "timeline", "attendance", "1", "1",
    "signatures", "contributions", "conflicts", "1", "1", "sources", "1", "1", "open anna", "names",
    "compare boris", "cite", "cite markdown", "json", "/ words", "1", "narrow", "marks", "pins", "?",
    "open book", "json", "cite ris", "open \x1b]0;x\x07", "/ \x1b[2J\u202e", "only \x9b", "narrow \x00",
)  # fmt: skip
LEFT_OUT = ("quit", "memo")
"""Verbs that end the conversation or write a file."""
NOT_TYPED = {word for verb in VERBS if verb.id in LEFT_OUT for word in (*verb.words, *verb.former)}
WORDS = tuple(
    word
    for verb in VERBS
    if verb.id not in LEFT_OUT
    for word in (*verb.words, *verb.former)
    if word != "NUMBER"
)
TYPED = st.one_of(
    st.text(max_size=30).filter(lambda text: not text.strip().lower().startswith(tuple(NOT_TYPED))),
    st.builds("{} {}".format, st.sampled_from(WORDS), st.one_of(st.integers(-1, 40), st.text(max_size=12))),
    st.integers(0, 60).map(str),
)


@pytest.mark.parametrize("first", range(0, len(HOSTILE), 7))
def test_a_hostile_pack_is_read_out_harmlessly(
    tmp_path: Path, run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch, first: int
) -> None:
    texts = itertools.cycle([f"{text[:290]}." for text in (*HOSTILE[first:], *HOSTILE[:first])])
    quote = next(text for text in (*HOSTILE[first:], *HOSTILE) if packs.fits_text(text))
    folder = packs.write(tmp_path / "pack", packs.tables(lambda: next(texts), quote), packs.corpus(quote))
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(SCRIPT)))
    result = run("plain", "--pack", str(folder))
    assert result.code == 0
    assert result.out == sanitize.block(result.out)
    assert result.out.count("\n>\n") == len(SCRIPT) + 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=SOAK or 60)
@given(typed=st.lists(TYPED, max_size=12), cells=st.integers(20, 100))
@example(typed=["pin ", "note 0 ", "9" * 5000, "²", "٣", "\ud800"], cells=40)
def test_anything_typed_is_answered_within_the_width(small: Store, typed: list[str], cells: int) -> None:
    talk = talk_over(small, cells)
    talk.begin()
    for line in typed:
        answer = talk.answer(line)
        assert not talk.ended
        if line.split()[:1] not in (["cite"], ["json"], ["link"]):
            assert all(width(one) <= cells for one in answer), line
