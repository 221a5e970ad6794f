"""The cues of questions (`[words.cue]`): each is declared, read and described, and a pack adds to them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref.authoring.vocabulary import base
from cstoref.store.cache import open_store
from cstoref.store.queries import Store
from cstoref.store.search.interpretation import interpret
from cstoref.store.search.lexicon import FILLER

ROOT = Path(__file__).parents[2]
CALL = re.compile(r"\bcue\(([^()]*)\)")


def read_by_the_program() -> set[str]:
    """The cues that the code asks for."""
    texts = (path.read_text() for path in (ROOT / "cstoref/store/search").rglob("*.py"))
    calls = [keys for text in texts for keys in CALL.findall(text)]
    return {key for keys in calls for key in re.findall(r'"([^"]+)"', keys)} | {FILLER}


def test_every_cue_is_declared_and_read() -> None:
    assert read_by_the_program() == {*base().words["cue"]}


def test_every_cue_is_described() -> None:
    _, _, after = (ROOT / "docs/data.md").read_text().partition("| cues | their words |")
    rows = after.partition("\n\n")[0].splitlines()[2:]
    named = [cue for row in rows for cue in re.findall(r"`([^`]+)`", row.split("|")[1])]
    assert sorted(named) == sorted(base().words["cue"])


@pytest.mark.parametrize(
    ("words", "question", "cue", "expected"),
    [
        ("", "how many soldiers did xanadu send", "troops", {"soldiers"}),
        ("", "how many marines did xanadu send", "troops", set()),
        ('troops = ["marines"]', "how many marines did xanadu send", "troops", {"marines"}),
        ('troops = ["marines"]', "how many soldiers did xanadu send", "troops", {"soldiers"}),
        ('leaves-office = ["bow out"]', "why did kublai bow out", "leaves-office", {"bow out"}),
    ],
)
def test_a_pack_adds_words_to_a_cue(
    make_pack: Callable[..., Path], words: str, question: str, cue: str, expected: set[str]
) -> None:
    store = open_store(str(make_pack(vocabulary=f"[words.cue]\n{words}\n")))
    assert interpret(store, question).cue(cue) == expected


def test_a_pack_adds_words_for_a_time(make_pack: Callable[..., Path]) -> None:
    store = open_store(str(make_pack(vocabulary='[words.time]\n"last" = ["freshest"]\n')))
    assert interpret(store, "freshest summit").order == "last"
    assert interpret(store, "latest summit").order == "last"


def test_cues_are_those_of_the_words_put_right(builtin: Store) -> None:
    reading = interpret(builtin, "how many soldeirs did russia send to kazakhstan")
    assert reading.put_right == (("soldeirs", "soldiers"),)
    assert reading.cue("troops", "sent") == {"soldiers", "send"}
    assert {"how", "many", "did", "to"} <= reading.cue(FILLER)
