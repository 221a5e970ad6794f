"""Whatever stands in the files of a pack, it loads or is refused, each problem with its file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cstoref.authoring.load import load
from cstoref.errors import PackError
from tests.mini_pack import FILES, write_pack
from tests.tally import count

from . import FEW

RIGHT = {name.removesuffix(".toml"): text for name, text in FILES.items()}
PARTS = (
    "[[event]]\n", "[event]\n", "[[event.statement]]\n", "[[member]]\n", "[[conflict]]\n",
    "[[silence]]\n", 'id = "e"\n', 'id = "anna"\n', 'name = "E"\n', 'type = "meeting"\n',
    'type = "state"\n', 'field = "attended"\n', 'who = "anna"\n', 'who = ["anna", "xanadu"]\n',
    'when = "2009/.."\n', "when = 2009-06-14\n", 'text = "{who} {}"\n', 'text = "{who!r}"\n',
    'cite = { source = "news", quote = "Anna" }\n',
    'cite = { source = "news", quote = "Anna", nth = 1 }\n', "a.b = 1\n",
    'cite = [{ source = "news" }]\n', 'from = ["e/attended/anna"]\nrule = "R"\n',
    "value = { number = 1e400 }\n", "value = { number = 0x7fffffffffffffff, unit = '' }\n", 'key = "k"\n',
    "statement = [1]\n", "names = [[]]\n", "= \n", 'names = [{ text = "x", lang = "ru" }]\n', "\\u0000",
    '"""', "\x00", "é", "e\u0301", "\ufeff", "9" * 5000 + "\n", "i = " + "9" * 5000 + "\n",
    'said_on = "9999"\n', 'identifiers = { x = "y" }\n', 'nature = "disagreement"\n',
)  # fmt: skip
NAMES = ("members", "leaders", "events", "conflicts", "silences", "sources", "retired", "pack")


def refused_or_read(folder: Path) -> None:
    try:
        pack = load(folder)
    except PackError as error:
        assert error.problems
        assert all(problem.startswith("data/") and ": " in problem for problem in error.problems)
        assert all(problem.isprintable() for problem in error.problems)
    else:
        texts = dict(pack.texts)
        for statement in pack.statements:
            for cite in statement.citations:
                assert cite.quote is None or texts[cite.source][cite.start : cite.end] == cite.quote


@settings(max_examples=FEW)
@given(st.sampled_from(NAMES), st.lists(st.sampled_from(PARTS) | st.text(max_size=8), max_size=14))
@example("events", ["i = " + "9" * 5000 + "\n"])
@example("pack", ["a = " + "[" * 3000])
@example("silences", ["silence = [[]]"])
@example("silences", ['[[silence]]\ncite = { source = "news", quote = "\\u001f" }\nreason = "R"\n'])
def test_any_parts_of_a_file_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, name: str, parts: list[str]
) -> None:
    count("fuzz: packs")
    refused_or_read(write_pack(tmp_path_factory.mktemp("parts") / "pack", **{name: "".join(parts)}))


@settings(max_examples=FEW)
@given(st.data())
def test_a_file_with_some_letters_changed_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    count("fuzz: packs")
    name = data.draw(st.sampled_from(sorted(RIGHT)))
    text = RIGHT[name]
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 30)))
        text = text[:start] + data.draw(st.text(max_size=6) | st.just(text[start:end] * 2)) + text[end:]
    refused_or_read(write_pack(tmp_path_factory.mktemp("letters") / "pack", **{name: text}))


@settings(max_examples=FEW)
@given(st.sampled_from(("data/events.toml", "data/pack.toml", "corpus/news.txt")), st.binary(max_size=80))
@example("data/events.toml", b"\xff\xfe[\x00")
@example("data/pack.toml", b"\xef\xbb\xbf")
def test_any_bytes_in_a_file_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, name: str, raw: bytes
) -> None:
    count("fuzz: packs")
    folder = write_pack(tmp_path_factory.mktemp("bytes") / "pack")
    (folder / name).write_bytes(raw)
    refused_or_read(folder)
