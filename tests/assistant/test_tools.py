"""The tools over the built-in pack: the objects of `--json`, bounded, with their grounding and their no."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from bench.answers import searches
from cstoref.assistant.bounds import MOST
from cstoref.assistant.tools import BY_NAME, TOOLS, call
from cstoref.errors import UserError
from cstoref.export.lines import SCHEMA
from cstoref.store.queries import Store
from tests.conftest import Result

Run = Callable[..., Result]


def ask(store: Store, tool: str, **given: Any) -> dict[str, Any]:
    """What a tool returns, read as JSON."""
    text = call(store, tool, given)
    assert len(text) <= MOST
    value = json.loads(text)
    assert isinstance(value, dict) and value["schema"] == SCHEMA
    return value


def all_of(store: Store, tool: str, key: str, /, **given: Any) -> list[dict[str, Any]]:
    """The items of a list of a tool's answer, from the first cursor to the last."""
    items, cursor = [], ""
    while cursor is not None:
        answer = ask(store, tool, **given, cursor=cursor)
        items += answer[key]
        cursor = answer["next_cursor"]
    return items


def printed(run: Run, *words: str) -> Any:
    """What `--json` prints, without the version of its form, which an answer has once."""
    value = json.loads(run(*words, "--json").out)
    for one in value if isinstance(value, list) else [value]:
        assert one.pop("schema") == SCHEMA
    return value


def test_a_question_is_answered_with_the_statements_of_json(builtin: Store, run: Run) -> None:
    for words in ("who leads kyrgyzstan", "when was the csto founded", "who chaired the csto in 2024"):
        shown = printed(run, *words.split())
        answer = ask(builtin, "search", query=words)
        whole: list[dict[str, Any]] = []
        for piece in all_of(builtin, "search", "answers", query=words):
            if piece.pop("continues"):
                whole[-1]["statements"] += piece["statements"]
            else:
                whole.append(piece)
        assert whole == shown["answers"]
        assert {key: answer[key] for key in ("status", "read_as", "certain", "left_out", "message")} == {
            key: shown[key] for key in ("status", "read_as", "certain", "left_out", "message")
        }
        assert answer["answered"] and answer["grounding"] and answer["sources"]


def test_a_card_has_the_facts_and_statements_of_json(builtin: Store, run: Run) -> None:
    for name, day in (("belarus", ()), ("lukashenko", ()), ("kyrgyzstan", ("--as-of", "2009-06-14"))):
        shown = printed(run, "show", name, *day)
        asked = {"name": name, **({"as_of": day[1]} if day else {})}
        answer = ask(builtin, "card", **asked)
        assert {key: answer[key] for key in ("record", "headline")} == {
            key: shown[key] for key in ("record", "headline")
        }
        assert all_of(builtin, "card", "facts", **asked) == shown["facts"]
        by_id = {statement["id"]: statement for statement in shown["statements"]}
        telling = all_of(builtin, "card", "statements", **asked)
        assert telling and telling == [by_id[statement["id"]] for statement in telling]


def test_statements_are_those_of_json(builtin: Store, run: Run) -> None:
    shown = printed(run, "statements", "--by", "lukashenko")
    assert all_of(builtin, "statements", "statements", by="lukashenko") == shown
    shown = printed(run, "statements", "--about", "armenia", "--field", "attended", "--since", "2020")
    assert shown
    assert (
        all_of(builtin, "statements", "statements", about="armenia", field="attended", since="2020") == shown
    )


def test_conflicts_and_their_sides_are_those_of_json(builtin: Store, run: Run) -> None:
    shown = printed(run, "conflicts", "kazakhstan")
    listed = all_of(builtin, "conflicts", "conflicts", about="kazakhstan")
    assert sorted(listed, key=lambda one: str(one["id"])) == sorted(shown, key=lambda one: str(one["id"]))
    id = shown[0]["id"]
    detail = printed(run, "conflicts", id)
    assert all_of(builtin, "conflicts", "sides", id=id) == detail["sides"]
    assert ask(builtin, "conflicts", id=id)["explanation"] == detail["explanation"]


def test_citations_are_those_of_json(builtin: Store, run: Run) -> None:
    id = builtin.resting_on("wps-2009-10-19", 0, 3000)[0].statement.id
    shown = printed(run, "cite", id, "--style", "ris")
    assert ask(builtin, "cite", ids=[id], style="ris")["cited"] == [shown]


def test_a_passage_is_the_paragraph_and_marks_what_is_quoted(builtin: Store) -> None:
    row = builtin.resting_on("wps-2009-10-19", 2000, 3000)[0]
    quote = row.statement.citations[0]
    assert quote.start is not None and quote.end is not None and quote.quote is not None
    sentences = ask(builtin, "passage", of=row.statement.id)["sentences"]
    text = builtin.text(quote.source)
    assert all(text[s["start"] : s["end"]] == s["text"] for s in sentences)
    quoted = text[
        min(s["start"] for s in sentences if s["quoted"]) : max(s["end"] for s in sentences if s["quoted"])
    ]
    assert quote.quote in quoted
    # Nothing beyond the paragraph of the passage: the texts belong to their publishers.
    assert all("\n" not in text[s["start"] : quote.start] for s in sentences if s["end"] <= quote.start)
    at_place = ask(builtin, "passage", of=f"{quote.source}:{quote.start}")
    assert row.statement.id in at_place["statements"]


def test_a_passage_outside_the_pack_is_a_no_with_what_the_source_says(builtin: Store) -> None:
    answer = ask(builtin, "passage", of="belarus/membership/since-2003")
    assert answer["answered"] is False and answer["message"]
    assert [cited["source"] for cited in answer["outside"]]


@pytest.mark.parametrize(
    ("tool", "given"),
    [
        ("search", {"query": "who won the world cup in 1998"}),
        ("search", {"query": "xyzzyqwert"}),
        ("statements", {"about": "belarus", "field": "signed", "since": "2090"}),
        ("conflicts", {"about": "csto-summit-2025-11", "nature": "same-name-different-things"}),
    ],
)
def test_what_is_not_known_is_a_no(builtin: Store, tool: str, given: dict[str, str]) -> None:
    answer = ask(builtin, tool, **given)
    assert answer["answered"] is False
    assert answer["grounding"] == {}


@pytest.mark.parametrize(
    ("tool", "given", "says"),
    [
        ("search", {}, "search needs query"),
        ("search", {"query": 3}, "query is a string"),
        ("search", {"query": "x" * 401}, "at most 400"),
        ("search", {"question": "x"}, "takes query, as_of, cursor"),
        ("search", {"query": "belarus", "as_of": "June"}, "as_of: "),
        ("card", {"name": "ivanov"}, "may mean"),
        ("card", {"name": "xyzzyqwert"}, "is no whole name or id"),
        ("card", {"name": "Lukashenka the Great"}, "is no whole name or id"),
        ("statements", {}, "say which statements"),
        ("statements", {"field": "colour"}, "there is no field colour"),
        ("statements", {"since": "soon"}, "since: "),
        ("conflicts", {"nature": "war"}, "nature is one of"),
        ("conflicts", {"id": "none"}, "there is no conflict none"),
        ("cite", {"ids": "belarus"}, "ids is a list of strings"),
        ("cite", {"ids": ["belarus"] * 21}, "at most 20"),
        ("cite", {"ids": ["nothing/at/all"]}, "is no statement"),
        ("passage", {"of": "belarus"}, "is no statement"),
        ("passage", {"of": "wps-2009-10-19:999999"}, "there is no passage at"),
        ("statements", {"about": "belarus", "cursor": "99999"}, "cursor"),
    ],
)
def test_a_wrong_argument_is_named(builtin: Store, tool: str, given: dict[str, Any], says: str) -> None:
    with pytest.raises(UserError, match=says):
        call(builtin, tool, given)


def test_every_judged_query_has_an_answer_that_fits(builtin: Store) -> None:
    for question in searches()[::5]:
        assert "answered" in ask(builtin, question[0], **question[1])


def test_every_record_has_a_card_that_fits(builtin: Store) -> None:
    for record in builtin.records()[::7]:
        assert ask(builtin, "card", name=record.id)["record"]["id"] == record.id


def test_tools_are_declared_with_their_schema() -> None:
    assert list(BY_NAME) == ["search", "card", "passage", "statements", "conflicts", "cite"]
    for tool in TOOLS:
        listed = tool.listed
        assert listed["annotations"]["readOnlyHint"] is True
        assert set(listed["inputSchema"]["required"]) <= set(listed["inputSchema"]["properties"])
        assert len(json.dumps(listed)) < 2000
