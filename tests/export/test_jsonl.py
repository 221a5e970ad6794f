"""JSON Lines: one type for a key in the whole file, what the file is first, and nothing left out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest

from cstoref.export import jsonl
from cstoref.export.lines import SCHEMA, decimal
from cstoref.store.queries import Store


@pytest.fixture(scope="module")
def objects(builtin: Store) -> list[dict[str, Any]]:
    """Every line of the built-in pack's export."""
    out = StringIO()
    jsonl.write(builtin, out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def types_in(value: object, path: str) -> Iterator[tuple[str, str]]:
    """The type of every key, at any depth; whole numbers and others are of one type."""
    if isinstance(value, dict):
        yield path, "object"
        for key, part in value.items():
            yield from types_in(part, f"{path}.{key}")
    elif isinstance(value, list):
        yield path, "list"
        for part in value:
            yield from types_in(part, f"{path}[]")
    elif value is not None:
        yield path, type(value).__name__


def test_a_key_has_one_type_in_all_lines(objects: list[dict[str, Any]]) -> None:
    types: dict[str, set[str]] = {}
    for line in objects:
        for path, type in types_in(line, ""):
            types.setdefault(path, set()).add(type)
    assert {path: of for path, of in types.items() if len(of) > 1} == {}


def test_the_first_line_says_what_the_file_is(objects: list[dict[str, Any]], builtin: Store) -> None:
    first = objects[0]
    assert (first["type"], first["schema"], first["edition"]) == ("pack", SCHEMA, builtin.pack["edition"])
    assert first["license"].startswith("CC-BY-4.0")
    assert "2026" <= first["newest_source"] <= builtin.pack["checked_until"]
    counted: dict[str, int] = {}
    for line in objects[1:]:
        counted[f"{line['type']}s"] = counted.get(f"{line['type']}s", 0) + 1
    assert counted == first["counts"]


def test_a_value_is_text_and_its_parts_are_typed(objects: list[dict[str, Any]]) -> None:
    statements = [line for line in objects if line["type"] == "statement"]
    kinds = {line["value_kind"] for line in statements}
    assert kinds == {None, "number", "record", "text"}
    records = {line["id"] for line in objects if line["type"] == "record"}
    for line in statements:
        assert (line["value_record"] in records) == (line["value_kind"] == "record")
        if line["value_kind"] == "number":  # a range alone has no number
            assert line["value"] == decimal(line["value_number"])
        else:
            assert (line["value"] is None) == (line["value_kind"] is None)


@pytest.mark.parametrize(
    ("number", "text"),
    [(12, "12"), (12.0, "12"), (0.5, "0.5"), (-3, "-3"), (9e15, "9000000000000000"), (None, None)],
)
def test_numbers_are_decimal(number: float | None, text: str | None) -> None:
    assert decimal(number) == text
