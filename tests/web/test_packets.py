"""What a page and an explorer say to each other, and what is no message at all."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest

from cstoref.web.packets import BEGIN, DATA, META, drawn, from_page, message, packet, size


def test_what_is_typed_is_passed_on() -> None:
    assert from_page('["stdin", "лук"]') == packet(DATA, "лук".encode())
    assert from_page('["stdin", "\\ud800"]') == packet(DATA, b"?")


@pytest.mark.parametrize(
    ("columns", "rows", "passed_on"), [(120, 40, (120, 40)), (0, -5, (1, 1)), (10**30, 9_999, (1000, 1000))]
)
def test_a_size_is_one_that_a_page_can_have(columns: int, rows: int, passed_on: tuple[int, int]) -> None:
    said = from_page(json.dumps(["resize", {"width": columns, "height": rows}]))
    assert json.loads(said[5:]) == {"type": "resize", "width": passed_on[0], "height": passed_on[1]}
    assert size(str(columns), str(rows)) == passed_on


@pytest.mark.parametrize("word", ["blur", "focus"])
def test_looking_away_and_back_is_passed_on(word: str) -> None:
    assert from_page(json.dumps([word])) == message(type=word)


NOTHING: list[Any] = [
    "", "{", "[]", "null", "1", '"stdin"', '["stdin"]', '["stdin", 1]', '["stdin", null]', '["stdin", {}]',
    '["resize"]', '["resize", 1]', '["resize", {}]', '["resize", {"width": 1}]', '["quit"]', '["exit"]',
    '["resize", {"width": "x", "height": 1}]', '["resize", {"width": 1e999, "height": 1}]', '[[], 1]',
    '["resize", {"width": null, "height": 1}]', '["deliver_chunk_request", {"key": "a", "size": 1}]',
    '{"type": "quit"}', '["ping", "1"]', '["meta", {"type": "quit"}]', "[" * 100_000, '["stdin", "a"',
]  # fmt: skip


@pytest.mark.parametrize("text", NOTHING, ids=range(len(NOTHING)))
def test_what_is_no_message_of_a_page_is_passed_over(text: str) -> None:
    assert from_page(text) == b""


def all_drawn(*parts: bytes) -> list[bytes]:
    async def read() -> list[bytes]:
        reader = asyncio.StreamReader()
        for part in parts:
            reader.feed_data(part)
        reader.feed_eof()
        return [data async for data in drawn(reader)]

    return asyncio.run(read())


def test_of_an_explorer_only_its_drawing_reaches_the_page() -> None:
    others = [
        message(type="open_url", url="javascript:alert(1)", new_tab=False),
        message(type="deliver_file_start", key="k", path="/etc/passwd", open_method="browser"),
        packet(b"P", b"t11:deliver_chunk"),
        packet(META, b"no json"),
    ]
    assert all_drawn(BEGIN, packet(DATA, b"one"), *others, packet(DATA, b"two")) == [b"one", b"two"]


@pytest.mark.parametrize(
    "parts",
    [(), (b"Traceback\n", packet(DATA, b"x")), (BEGIN,), (BEGIN, b"D\0\0"), (BEGIN, b"D\0\0\0\x09cut")],
)
def test_what_begins_or_ends_otherwise_draws_nothing(parts: tuple[bytes, ...]) -> None:
    assert all_drawn(*parts) == []


def test_a_packet_may_be_longer_than_a_buffer() -> None:
    long = b"x" * 300_000
    assert all_drawn(BEGIN, packet(DATA, long)) == [long]
