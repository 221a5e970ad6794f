"""Questions at the command line: what is printed, on which stream, with which exit code."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.mark.parametrize(
    "words",
    [
        "who leads kyrgyzstan now",
        "who signed the charter",
        "kazakhstan january 2022",
        "exercises in armenia",
        "csto vs sco",
        "presidents of kyrgyzstan",
        "what did lukashenko say about putin",
    ],
)
def test_an_answer_fits_a_screen_and_says_how_it_was_read(run: Run, words: str) -> None:
    result = run(*words.split())
    lines = result.out.splitlines()
    assert (result.code, result.err) == (0, "")
    assert lines[0].startswith("read as: ")
    assert len(lines) <= 25
    assert all(len(line) <= 80 for line in lines)
    assert any(line.startswith(("“1 ", "◇1 ")) for line in lines)


def test_all_shows_more_of_an_answer(run: Run) -> None:
    short = run("kazakhstan", "2009").out.splitlines()
    whole = run("--all", "kazakhstan", "2009").out.splitlines()
    assert len(whole) > len(short)
    assert any(line.strip().endswith("more: --all") for line in short)
    assert not any(line.strip().endswith("more: --all") for line in whole)


def test_json_says_how_a_question_was_read_and_what_answers_it(run: Run) -> None:
    found = json.loads(run("who", "leads", "kyrgyzstan", "nowadays", "--json").out)
    assert (found["status"], found["certain"], found["answered"]) == ("answer", True, True)
    assert found["read_as"] == "who leads Kyrgyzstan, now"
    assert found["answers"][0]["record"] == "japarov"
    statement = found["answers"][0]["statements"][0]
    assert statement["citations"]
    assert (found["left_out"], found["why"]) == ([], None)


def test_a_card_for_a_misspelt_name_begins_with_how_it_was_read(run: Run) -> None:
    result = run("kazakstn")
    assert result.code == 0
    assert result.out.splitlines()[0] == "No record “kazakstn”; this is Kazakhstan"
    found = json.loads(run("kazakstn", "--json").out)
    assert (found["certain"], found["read_as"]) == (False, "no record “kazakstn”; this is Kazakhstan")
    assert found["why"]
    assert found["record"]["id"] == "kazakhstan"


def test_a_misspelt_thing_in_a_question_is_said(run: Run) -> None:
    lines = run("who", "leads", "kazakstn").out.splitlines()
    assert lines[0] == "no record “kazakstn”; read as Kazakhstan"
    assert lines[1].startswith("read as: who leads Kazakhstan")


def test_words_that_were_left_out_are_named(run: Run) -> None:
    result = run("when", "was", "the", "csto", "zzyzx", "founded")
    assert result.code == 0
    assert "“zzyzx”" in result.out.splitlines()[1]


@pytest.mark.parametrize(
    ("words", "err"),
    [
        ("1850", "it begins in"),
        ("30 february 2009", "not a day of the calendar"),
        ("belarus football", "Nothing in this reference is about “football”"),
        ("next summit", "was planned for 11 Nov 2026. Nothing here says whether it took place"),
    ],
)
def test_what_is_not_answered_exits_with_1_and_says_why(run: Run, words: str, err: str) -> None:
    result = run("show", *words.split())
    assert result.code == 1
    assert err in result.err


def test_a_question_is_answered_as_of_a_day(run: Run) -> None:
    lines = run("show", "--as-of", "2005-06-24", "who", "leads", "kyrgyzstan").out.splitlines()
    assert lines[0] == "read as: who leads Kyrgyzstan, as of 24 Jun 2005"
    assert lines[2].startswith("Kurmanbek Bakiyev")


def test_search_answers_an_office_as_of_a_day(run: Run) -> None:
    result = run("search", "--as-of", "2005-06-24", "secretary general")
    assert "Nikolai Bordyuzha" in result.out
    assert "Masadykov" not in result.out


@pytest.mark.parametrize(
    ("name", "record", "other"),
    [
        ("Kant", "kant", "kant-air-base"),
        ("Gyumri", "gyumri", "102nd-military-base"),
        ("Գյումրի", "gyumri", "102nd-military-base"),
        ("Osh", "osh", "csto-joint-staff"),
        ("Tashkent", "tashkent", "csto"),
        ("Caucasus", "caucasus", "russia-armenia-grouping"),
        ("Batken", "batken", ""),
        ("Nursultan", "astana", "nazarbayev"),
        ("Minsk", "minsk", ""),
        ("Cholpon-Ata", "cholpon-ata", ""),
    ],
)
def test_a_whole_name_wins_over_longer_names_which_are_named_below(
    run: Run, name: str, record: str, other: str
) -> None:
    for words in ([name], ["show", name]):
        value = json.loads(run(*words, "--json").out)
        assert (value["status"], value["certain"], value["record"]["id"]) == ("card", True, record)
        text = run(*words)
        assert text.code == 0
        if other:
            assert other in [hit["record"] for hit in value["hits"]]
            assert f"({other}" in text.out[text.out.index("See also: ") :].replace("\n", " ")


KEYS = [
    *("query", "status", "read_as", "certain", "why", "left_out", "answered", "message", "answers", "hits"),
    *("suggestions", "record", "headline", "as_of", "membership", "facts", "statements", "schema"),
]


@pytest.mark.parametrize(
    ("words", "status", "certain"),
    [
        ("belarus", "card", True),
        ("BY", "card", True),
        ("belarus@2026.12", "card", True),
        ("лукашенко", "card", True),
        ("kant", "card", True),
        ("president of kazakhstan", "card", True),
        ("kazakstn", "card", False),
        ("who leads kyrgyzstan", "answer", True),
        ("gulf war", "outside", False),
        ("african union", "answer", False),
        ("when was the csto zzyzx founded", "answer", False),
        ("Baku", "found", False),
        ("Kyiv", "found", False),
        ("European Union", "found", False),
        ("Reuters", "found", False),
        ("Minsky", "ambiguous", False),
        ("Alexander", "ambiguous", False),
        ("Petrov", "ambiguous", False),
        ("ivanov", "ambiguous", True),
        ("Stalin", "not_found", False),
        ("Gazprom", "not_found", False),
        ("france", "outside", False),
        ("1850", "not_found", False),
    ],
)
def test_json_has_the_same_keys_whatever_words_come_to(
    run: Run, words: str, status: str, certain: bool
) -> None:
    value = json.loads(run("show", *words.split(), "--json").out)
    assert list(value) == KEYS
    assert (value["status"], value["certain"]) == (status, certain)
    assert bool(value["record"]) is (status == "card")


@pytest.mark.parametrize(
    "words", ["african union", "french revolution", "rustam kozlov", "andrei sidorov", "pavel kuznetsov"]
)
def test_statements_with_other_words_are_no_answer(run: Run, words: str) -> None:
    result = run(*words.split())
    assert result.code == 1
    assert result.err.startswith("cstoref: Nothing ") or "outside this reference" in result.err
