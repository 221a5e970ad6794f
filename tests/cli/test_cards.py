"""Cards, lists and exports as the command line prints them."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from cstoref import dates
from cstoref.store.queries import Store
from tests.conftest import Result

Run = Callable[..., Result]


def test_a_card_is_printed_as_sentences_with_plain(run: Run) -> None:
    found = run("kyrgyzstan", "--plain")
    assert found.code == 0
    lines = found.out.splitlines()
    assert lines[0].startswith("Kyrgyzstan, member. As of ")
    assert lines[2].startswith("Leader: Sadyr Japarov, president since 28 Jan 2021")
    assert "─" not in found.out and "◇" not in found.out


def test_ids_name_every_statement_that_a_card_rests_on(run: Run) -> None:
    card = json.loads(run("uzbekistan", "--json").out)
    shown = run("uzbekistan", "--ids").out.splitlines()
    lines = {line.strip() for line in shown}
    for fact in card["facts"]:
        assert {*fact["statements"]} <= lines, fact["id"]
    known = {statement["id"] for statement in card["statements"]}
    told = {id for fact in card["facts"] for id in fact["statements"]}
    assert lines & (known - told), "those of the statements below the facts are there too"
    assert not lines & (known | told) & {line.strip() for line in run("uzbekistan").out.splitlines()}
    assert run("uzbekistan", "--ids", "--plain").code == 2


def test_ids_name_the_statements_of_an_answer(run: Run) -> None:
    found = json.loads(run("who", "leads", "kyrgyzstan", "--json").out)
    ids = [statement["id"] for answer in found["answers"] for statement in answer["statements"]]
    lines = [line.strip() for line in run("who", "leads", "kyrgyzstan", "--ids").out.splitlines()]
    assert ids and {*ids} <= {*lines}


def test_the_leader_of_kyrgyzstan_is_its_president_on_every_day(run: Run) -> None:
    for day, name in (("1993", "Askar Akayev"), ("2008", "Kurmanbek Bakiyev"), ("2021", "Sadyr Japarov")):
        out = run("kyrgyzstan", "--as-of", day).out
        assert f"Leader        {name}, president" in out
        assert "Kulov" not in out and "possibly" not in out


def test_json_carries_facts_and_an_export_has_them_at_the_end_of_a_record(ask: Run) -> None:
    card = json.loads(ask("anna", "--json").out)
    exported = [json.loads(line) for line in ask("export").out.splitlines()]
    record = next(line for line in exported if line["type"] == "record" and line["id"] == "anna")
    assert list(record)[-1] == "facts"
    assert record["facts"] == card["facts"]
    assert all(set(fact) >= {"id", "label", "text", "statements", "known"} for fact in card["facts"])


def test_statements_of_a_day_say_how_they_count_and_when_they_were_confirmed(run: Run) -> None:
    value = json.loads(run("belarus", "--json", "--as-of", "2026-11-22").out)
    held = {line["held"] for line in value["statements"]}
    assert held <= {"certainly", "last-known", "possibly", "end-unknown", "undated"}
    known = [line for line in value["statements"] if line["id"] == "belarus/membership/since-2003"]
    assert known[0]["held"] == "last-known" and known[0]["confirmed"] > "2025"


@pytest.mark.parametrize(
    ("years", "days", "words"), [(0, 1, ""), (1, -1, ""), (1, 0, ", 1 year ago"), (2, 9, ", 2 years ago")]
)
def test_from_a_year_after_the_edition_a_card_says_how_old_it_is(
    run: Run, builtin: Store, monkeypatch: pytest.MonkeyPatch, years: int, days: int, words: str
) -> None:
    checked = date.fromisoformat(builtin.default_day)
    today = checked.replace(year=checked.year + years) + timedelta(days=days)
    monkeypatch.setattr(dates, "today", today.isoformat)
    out = run("belarus").out
    assert ("ago" in out) is bool(words)
    assert words in out
    assert len(out.splitlines()) <= 23 and max(map(len, out.splitlines())) <= 80


def test_a_comparison_begins_with_facts(run: Run) -> None:
    out = run("compare", "belarus", "uzbekistan").out
    assert out.index("\nLeader") < out.index("Both have") < out.index("Both took part in")
