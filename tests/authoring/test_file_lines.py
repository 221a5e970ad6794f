"""The line of a table, a key or an entry of a list in a TOML text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from cstoref.authoring.toml.file_lines import lines_of
from cstoref.paths import builtin_pack

TEXT = '''\
# [[event]]
title = "one # no comment"

[[event]]
id = "first"
text = """
[[event]]
id = "no key"
"""
names = ["a", { text = "b", lang = "ru" },
  # a comment, with ] and }
  "c"]

[[event.statement]]
field = 'x'
cite = { source = "s", quote = "[[event]] {" }

  [[event.statement]]
  "field" = "y"
  cite = [
    { source = "s", quote = "q" },
    { source = "t", quote = "r" },
  ]

[[event]]
id = "second"

[words.order]
by.name = ["x"]
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 2),
        (("event", 0), 4),
        (("event", 0, "id"), 5),
        (("event", 0, "text"), 6),
        (("event", 0, "names"), 10),
        (("event", 0, "names", 1, "lang"), 10),
        (("event", 0, "names", 2), 12),
        (("event", 0, "statement", 0), 14),
        (("event", 0, "statement", 0, "cite", "quote"), 16),
        (("event", 0, "statement", 0, "cite", 0, "quote"), 16),
        (("event", 0, "statement", 1, "field"), 19),
        (("event", 0, "statement", 1, "cite", 1), 22),
        (("event", 0, "statement", 1, "cite", 1, "quote"), 22),
        (("event", 0, "statement", 1, "who"), 18),
        (("event", 1), 25),
        (("event", 1, "name"), 25),
        (("event", 2), 4),
        (("words", "order"), 28),
        (("words", "order", "by", "name"), 29),
        (("nothing",), 0),
    ],
)
def test_each_place_has_its_line(path: tuple[str | int, ...], line: int) -> None:
    if path == ("event", 2):  # not there: no longer path than the list, which has no line of its own
        line = 0
    assert lines_of(TEXT, [path]) == {path: line}


def paths(content: Any, above: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every key of what was parsed, with what is above it."""
    if isinstance(content, dict):
        for name, value in content.items():
            yield (*above, name)
            yield from paths(value, (*above, name))
    elif isinstance(content, list):
        for place, value in enumerate(content):
            yield from paths(value, (*above, place))


def is_list(path: tuple[str | int, ...], text: str) -> bool:
    """Whether a path is a list of tables, or a table of tables: neither has a line of its own."""
    return len(path) == 1 and (f"[[{path[0]}" in text or f"[{path[0]}." in text)


@pytest.mark.parametrize("file", sorted((Path(builtin_pack()) / "data").glob("*.toml")), ids=lambda f: f.name)
def test_every_key_of_the_data_stands_in_its_line(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    lines = text.split("\n")
    wanted = [
        path for path in paths(tomli.loads(text)) if path[-1] != "statement" and not is_list(path, text)
    ]
    found = lines_of(text, wanted)
    assert wanted
    for path in wanted:
        assert str(path[-1]) in lines[found[path] - 1], path


@given(st.text(alphabet="[]{}=,\"'#\n ab.\\"))
def test_a_text_that_does_not_parse_does_no_harm(text: str) -> None:
    assert set(lines_of(text, [("a", 0, "b")])) == {("a", 0, "b")}
