"""What the command line gives to programs: JSON of one shape, and nothing that a terminal obeys."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref import sanitize
from tests.conftest import Result

Run = Callable[..., Result]


SEARCH_KEYS = [
    "rank",
    "record",
    "kind",
    "name",
    "why",
    "matched",
    "statement",
    "source",
    "start",
    "end",
    "spans",
]


@pytest.mark.parametrize(
    ("words", "status"),
    [(["nosuchthing"], "not_found"), (["anna", "football"], "silent"), (["quantum", "mechanics"], "outside")],
)
def test_the_three_kinds_of_no_are_told_apart_in_json(ask: Run, words: list[str], status: str) -> None:
    for command in ("search", "show"):
        result = ask(command, *words, "--json")
        assert result.code == 1
        answer = json.loads(result.out)
        assert (answer["status"], answer["hits"]) == (status, [])


def test_search_as_json_is_one_object_of_this_shape(ask: Run) -> None:
    result = ask("search", "anna", "--json")
    answer = json.loads(result.out)
    assert list(answer) == ["query", "status", "hits", "suggestions", "schema"]
    assert (answer["query"], answer["status"], answer["suggestions"]) == ("anna", "found", [])
    assert all(list(hit) == SEARCH_KEYS for hit in answer["hits"])
    assert [hit["rank"] for hit in answer["hits"]] == list(range(1, len(answer["hits"]) + 1))
    assert answer["hits"][0]["record"] == "anna"


def test_a_hit_in_a_statement_names_its_subject_and_its_passage(ask: Run) -> None:
    (hit,) = json.loads(ask("search", "sent", "men", "--json").out)["hits"]
    assert hit == {
        "rank": 1,
        "record": "meeting",
        "kind": "event",
        "name": "Boris sent 12 men.",
        "why": "contribution, said in News, 4 May 2001",
        "matched": "sent men",
        "statement": "meeting/contributed/boris",
        "source": "news",
        "start": 66,
        "end": 80,
        "spans": [[6, 10], [14, 17]],
    }


def test_a_hit_in_a_source_alone_names_no_record(ask: Run) -> None:
    (hit,) = json.loads(ask("search", "s:stead", "--json").out)["hits"]
    assert (hit["record"], hit["kind"], hit["statement"]) == (None, None, None)
    assert (hit["source"], hit["start"], hit["end"]) == ("news", 66, 94)


def test_a_suggestion_has_record_name_why_and_statement(ask: Run) -> None:
    answer = json.loads(ask("search", "anna", "football", "--json").out)
    assert [list(suggestion) for suggestion in answer["suggestions"]] == [
        ["record", "name", "why", "statement"]
    ] * len(answer["suggestions"])
    assert answer["suggestions"][0]["statement"] is None


@pytest.mark.parametrize(
    "words", [["kazakh"], ["dairy", "ban"], ["belarus", "nuclear", "doctrine"], ["s:motley"]]
)
def test_a_search_told_apart_by_hand_answers_like_any_other(run: Run, words: list[str]) -> None:
    for options in ([], ["--json"]):
        quick = run("search", *words, *options)
        assert quick == run("search", *words, *options, "--limit", "20")
        assert quick == run("search", *options, *words)


def test_a_search_keeps_its_limit(run: Run) -> None:
    hits = json.loads(run("search", "summit", "--limit", "3", "--json").out)["hits"]
    assert len(hits) == 3


def test_a_card_as_json_is_the_record_and_its_statements(ask: Run) -> None:
    answer = json.loads(ask("boris", "--json", "--as-of", "2001-06-01").out)
    card = ["record", "headline", "as_of", "membership", "facts", "statements"]
    assert list(answer)[-7:] == [*card, "schema"]
    assert answer["record"]["id"] == "boris"
    assert answer["as_of"] == "2001-06-01"
    assert [(s["id"], s["held"], s["part"]) for s in answer["statements"]] == [
        ("meeting/attended/boris", "certainly", "role"),
        ("meeting/contributed/boris", "certainly", "role"),
    ]


def test_json_never_sends_what_a_terminal_obeys(make_pack: Callable[..., Path], run: Run) -> None:
    name = "a\\u001b]0;x\\u0007\\u0085\\u009b\\u202e\\U000E0041\\u00a0Ж"
    places = f'[[place]]\nid = "hill"\nname = "{name}"\ntype = "site"\n'
    out = run("hill", "--json", "--pack", str(make_pack(places=places))).out
    assert out == sanitize.block(out)
    assert json.loads(out)["record"]["name"] == "a\x1b]0;x\x07\x85\x9b\u202e\U000e0041\u00a0Ж"
    assert "Ж" in out
