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
LEFT_OUT = "… "
"""Begins a typed line whose answer is left out: pages that tell how much there is change with the data."""
TALKS = {
    "absence": (
        72,
        "open matybulak-2009/represented/maltsev",
        "1",
        "n",
        "b",
        "link",
        "cite markdown",
        "nonsense",
    ),
    "refusal": (
        40,
        "… open crrf-agreement",
        "… as of 2009-06-30",
        "filter flatly",
        "1",
        "source",
        "as of never",
    ),
    "signatures": (80, "… signatures", "filter 2009-2009", "3", "2", "cite 2 ris", "99"),
    "attendance": (
        60,
        "… attendance",
        "… facet summit",
        "filter 2009-2009",
        "… 2",
        "filter belarus",
        "1",
        "f",
    ),
    "help": (60, "… home", "? citation", "? bookmark"),
}
"""The width, and what is typed."""


@pytest.mark.parametrize("name", TALKS)
def test_a_conversation_is_what_it_was(builtin: Store, name: str) -> None:
    width, *typed = TALKS[name]
    assert isinstance(width, int)
    talk = talk_over(builtin, width)
    lines: list[str] = []
    for line in map(str, typed):
        words = line.removeprefix(LEFT_OUT)
        answer = talk.answer(words)
        lines += [f"> {words}", *(["…"] if line.startswith(LEFT_OUT) else answer)]
    transcript = "\n".join(lines) + "\n"
    golden = FOLDER / f"{name}.txt"
    if RENEW:
        golden.write_text(transcript, encoding="utf-8")
    assert transcript == golden.read_text(encoding="utf-8")
