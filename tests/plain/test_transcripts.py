"""Whole conversations over the built-in pack, as somebody would see them: typed lines begin with `> `.

A transcript that is meant to change is written anew with `GOLDEN=1 pytest tests/plain/test_transcripts.py`;
then read it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cstoref.store.queries import Store

from .conftest import talk_over

FOLDER = Path(__file__).parents[1] / "golden" / "plain"
RENEW = bool(os.environ.get("GOLDEN"))
TALKS = {
    "absence": (72, "matybulak-2009", "only maltsev", "1", "1", "uses 20", "b", "b", "b", "b"),
    "refusal": (40, "crrf-agreement", "as of 2009-06-30", "only refused", "conflict 1", "as of"),
    "signatures": (80, "nazarbayev/reason", "signatures", "only 2009-2009", "3", "2", "cite 2 ris"),
    "attendance": (60, "edm-2009-06-18:0", "attendance", "narrow summit", "only 2009-2009", "3"),
    "nonsense": (80, "nazarbayev-absence-2014-05", "frobnicate", "99", "open nowhere at all", "? citation"),
}
"""The width, what it is opened at, and what is typed then."""


@pytest.mark.parametrize("name", TALKS)
def test_a_conversation_is_what_it_was(builtin: Store, name: str) -> None:
    width, spot, *typed = TALKS[name]
    assert isinstance(width, int)
    talk = talk_over(builtin, width)
    lines = talk.begin(str(spot))
    for line in map(str, typed):
        lines += [f"> {line}", *talk.answer(line)]
    transcript = "\n".join(lines) + "\n"
    golden = FOLDER / f"{name}.txt"
    if RENEW:
        golden.write_text(transcript, encoding="utf-8")
    assert transcript == golden.read_text(encoding="utf-8")
