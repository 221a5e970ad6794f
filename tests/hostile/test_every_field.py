"""Hostile texts in every field of a pack, and in the text it quotes: shown as they are, never obeyed."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cstoref import sanitize
from cstoref.errors import PackError
from cstoref.store.cache import open_store
from tests.conftest import SOAK, Result
from tests.tally import count

from . import packs
from .texts import ANY_TEXT, HOSTILE

STEP = 1 if SOAK else 7
"""Every pack in the long form, one in seven in the short one; each has all the texts, in other fields."""
TOLD = ("text", "said_by_text", "when_text", "when_basis", "hedge", "note")


def make(folder: Path, first: int) -> tuple[Path, list[str], str]:
    """A pack with the hostile texts in its fields in turn, the texts as they stand there, and its quote."""
    texts = [f"{text[:290]}." for text in (*HOSTILE[first:], *HOSTILE[:first])]
    quote = next(text for text in (*HOSTILE[first:], *HOSTILE) if packs.fits_text(text))
    taken = itertools.cycle(texts)
    tables = packs.tables(lambda: next(taken), quote)
    return packs.write(folder / "pack", tables, packs.corpus(quote)), texts, quote


@pytest.mark.parametrize("first", range(0, len(HOSTILE), STEP))
def test_whatever_is_asked_of_it_is_answered(
    tmp_path: Path, ask_everything: Callable[[Path], list[Result]], first: int
) -> None:
    folder, texts, _ = make(tmp_path, first)
    count("hostile texts put into every field", len(texts))
    codes = {result.code for result in ask_everything(folder)}
    assert 0 in codes
    assert codes <= {0, 1, 3, 4}


@pytest.mark.parametrize("first", range(0, len(HOSTILE), STEP))
def test_every_text_is_shown_as_it_is(tmp_path: Path, run: Callable[..., Result], first: int) -> None:
    folder, texts, quote = make(tmp_path, first)
    wide = run("statements", "--width", "9999", "--pack", str(folder)).out
    exported = run("export", "--pack", str(folder)).out.splitlines()
    statements = [line for line in map(json.loads, exported) if line["type"] == "statement"]
    assert len(statements) == 7
    for statement in statements:
        assert {statement[name] for name in TOLD} <= {text.strip() for text in texts}
        assert " ".join(sanitize.line(statement["text"]).split()).rstrip(".") in wide
    assert quote.strip() in {cite["quote"] for line in statements for cite in line["citations"]}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_texts_in_any_fields_make_a_pack_or_a_clear_error(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    count("hostile packs made by chance")
    quote = data.draw(ANY_TEXT.filter(packs.fits_text))
    texts = data.draw(st.lists(ANY_TEXT, min_size=1, max_size=12))
    taken = itertools.cycle(texts)
    folder = packs.write(
        tmp_path_factory.mktemp("any") / "pack", packs.tables(lambda: next(taken), quote), packs.corpus(quote)
    )
    try:
        store = open_store(str(folder))
    except PackError as error:
        assert all(problem.startswith("data/") and ": " in problem for problem in error.problems)
        assert all(problem == sanitize.line(problem) for problem in error.problems)
    else:
        assert store.count("statements") == 7
        for statement in store.all_statements():
            for cite in statement.citations:
                assert cite.quote is None or store.text(cite.source)[cite.start : cite.end] == cite.quote
