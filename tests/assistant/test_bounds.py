"""An answer fits: by fewer items and a cursor, and never by a text that is cut."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cstoref.assistant.bounds import MOST, Object, bounded
from cstoref.errors import UserError
from cstoref.export.json_document import json_of


def labels(ids: Iterable[str]) -> Mapping[str, str]:
    return {id: f"The {id}, 1 May 2001{' and later' * int(id[1:])}" for id in ids}


def statement(id: str, text: str = "It was so.", sources: int = 1) -> Object:
    cited = [{"source": f"s{number}", "says": "So it was."} for number in range(sources)]
    return {"type": "statement", "id": id, "text": text, "grounding": "referenced", "citations": cited}


def pages(head: Object, lists: Mapping[str, list[Object]]) -> list[Object]:
    """Every answer from the first cursor to the last."""
    cursor, all_pages = "", []
    while cursor is not None:
        page = bounded(head, lists, cursor, labels)
        all_pages.append(page)
        cursor = page["next_cursor"]
    return all_pages


def test_what_fits_is_one_answer_with_its_sources_and_grounding() -> None:
    page = bounded({"answered": True}, {"statements": [statement("a"), statement("b")]}, "", labels)
    assert [item["id"] for item in page["statements"]] == ["a", "b"]
    assert page["sources"] == {"s0": "The s0, 1 May 2001"}
    assert page["grounding"] == {"referenced": 2}
    assert (page["totals"], page["next_cursor"]) == ({"statements": 2}, None)


@given(
    st.lists(st.text(max_size=3000), min_size=1, max_size=30),
    st.integers(min_value=0, max_value=40),
)
def test_all_items_come_in_order_each_once_and_no_answer_is_too_large(texts: list[str], sources: int) -> None:
    items = [statement(str(number), text, sources) for number, text in enumerate(texts)]
    answers = pages({"answered": True}, {"first": items[:3], "then": items[3:]})
    assert all(len(json_of(answer)) <= MOST for answer in answers)
    come = [item["id"] for answer in answers for name in ("first", "then") for item in answer[name]]
    assert come == [item["id"] for item in items]
    # A text is whole, or its item says that it is too large.
    for answer in answers:
        for item in [*answer["first"], *answer["then"]]:
            assert item.get("text", texts[int(item["id"])]) == texts[int(item["id"])]


def test_an_item_too_large_by_its_lists_says_how_many_are_left_out() -> None:
    whole = statement("a", sources=500)
    [item] = bounded({}, {"statements": [whole]}, "", labels)["statements"]
    assert item["text"] == whole["text"]
    assert 0 < len(item["citations"]) == 500 - item["left_out"]["citations"]
    assert len(whole["citations"]) == 500  # what was given is as it was


def test_an_item_too_large_by_its_text_is_named_with_its_size() -> None:
    whole = statement("a", "x" * 9000)
    [item] = bounded({}, {"statements": [whole]}, "", labels)["statements"]
    assert item == {"type": "statement", "id": "a", "too_large": len(json_of(whole))}


@pytest.mark.parametrize("cursor", ["1", "-1", "x", "٣"])
def test_a_cursor_that_no_answer_gave_is_refused(cursor: str) -> None:
    with pytest.raises(UserError, match="no answer gave the cursor"):
        bounded({}, {"statements": [statement("a")]}, cursor, labels)


def test_an_answer_is_one_line_that_is_safe_to_print() -> None:
    text = json_of({"text": "a\x1b[2J\nb\u202e"})
    assert text.isprintable() and json.loads(text)["text"] == "a\x1b[2J\nb\u202e"
