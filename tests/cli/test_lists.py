"""Lists with words and times: the same records in text and JSON, in the same order."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from tests.conftest import Result

Run = Callable[..., Result]


def ids(run: Run, *words: str) -> list[str]:
    return [row["id"] for row in json.loads(run(*words, "--json").out)]


@pytest.mark.parametrize(
    ("words", "some", "never"),
    [
        ("events 2022", {"kazakhstan-operation-2022", "rubezh-2022"}, {"csto-summit-2019-11"}),
        ("events summit 2022", {"csto-summit-2022-05", "csto-summit-2022-11"}, {"csto-summit-2019-11"}),
        ("events exercise since 2025", {"rubezh-2025"}, {"rubezh-2024"}),
        ("events june 2005", {"csto-summit-2005-06"}, {"csto-summit-2006"}),
        ("leaders kazakhstan 2005", {"nazarbayev", "tokayev"}, {"putin", "massimov"}),
        ("leaders president 1995", {"yeltsin", "akayev"}, {"putin"}),
        ("leaders defence 2009", {"anatoly-serdyukov", "maltsev"}, {"shoigu"}),
        ("members 2010", {"uzbekistan", "belarus"}, {"georgia", "azerbaijan"}),
        ("members 1996", {"georgia", "azerbaijan", "uzbekistan"}, {"united-states", "ukraine"}),
        ("agreements 2009", {"crrf-agreement"}, {"csto-charter"}),
    ],
)
def test_words_and_a_year_filter_a_list(run: Run, words: str, some: set[str], never: set[str]) -> None:
    listed = ids(run, *words.split())
    assert some <= set(listed)
    assert never.isdisjoint(listed)


def test_a_list_of_a_year_says_what_each_was_then(run: Run) -> None:
    rows = {row["id"]: row for row in json.loads(run("leaders", "2005", "--json").out)}
    assert rows["tokayev"]["headline"] == "Foreign Minister of Kazakhstan 2002–2007"
    rows = {row["id"]: row for row in json.loads(run("members", "2005", "--json").out)}
    assert rows["kyrgyzstan"]["leader"] == "Kurmanbek Bakiyev, president"


@pytest.mark.parametrize(
    "words", ["events summit 2022", "leaders kazakhstan", "members", "institutions 2001"]
)
def test_text_and_json_have_one_order(run: Run, words: str) -> None:
    rows = json.loads(run(*words.split(), "--json").out)
    text = run(*words.split(), "--width", "400").out
    places = [text.find(f"\n{row['name']}  ") for row in rows]
    shown = [place for place in places if place >= 0]
    assert len(shown) >= len(rows) - 1  # the first line has no line before it
    assert shown == sorted(shown)


@pytest.mark.parametrize(
    ("words", "some", "never"),
    [
        ("kazakhstan 2022", {"kazakhstan-2022-total"}, {"kazbat-and-kazbrig"}),
        ("2022", {"kazakhstan-2022-total"}, {"who-agreed-in-february-and-june-2009"}),
        ("--since 2022 --until 2023", {"kazakhstan-2022-total"}, set()),
        ("--until 1999", set(), {"kazakhstan-2022-total"}),
        ("membership", {"uzbekistans-return-2006-2008"}, {"kazakhstan-2022-total"}),
    ],
)
def test_conflicts_are_filtered_by_record_words_and_time(
    run: Run, words: str, some: set[str], never: set[str]
) -> None:
    result = run("conflicts", *words.split(), "--json")
    listed = ids(run, "conflicts", *words.split())
    assert (result.code, result.err) == (0, "")
    assert some <= set(listed)
    assert never.isdisjoint(listed)
    text = run("conflicts", *words.split()).out
    order = [text.find(f"\n   {id} · ") for id in listed]
    assert [place for place in order if place >= 0] == sorted(place for place in order if place >= 0)


@pytest.mark.parametrize("record", ["belarus", "uzbekistan", "lukashenko", "csto", "crrf-agreement", "putin"])
def test_a_card_and_the_list_of_conflicts_give_one_count(run: Run, record: str) -> None:
    card = json.loads(run(record, "--json").out)
    fact = next(fact["text"] for fact in card["facts"] if "matter" in fact["text"])
    assert run("conflicts", record).out.startswith(f"S{fact[1:]}.")


def test_a_timeline_takes_a_time_with_or_without_a_name(run: Run) -> None:
    for words in (["2008"], ["kyrgyzstan", "2010"], ["kyrgyzstan", "april", "2010"]):
        value = json.loads(run("timeline", *words, "--json").out)
        days = [point["when"] for point in value["points"] if point["when"]]
        assert days
        assert (value["from"][:4], value["to"][:4]) == (words[-1], words[-1])


def test_a_year_in_a_name_belongs_to_it(run: Run) -> None:
    assert "Timeline · Rubezh-2008" in run("timeline", "rubezh-2008").out
    assert run("conflicts", "2009-13").code == 2
