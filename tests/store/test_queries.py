"""The read API: named questions, frozen answers."""

from __future__ import annotations

import sqlite3
from typing import Any

import pytest

from cstoref.errors import StoreError
from cstoref.model import Name
from cstoref.store.lists import listing
from cstoref.store.membership import ever_members
from cstoref.store.queries import Store
from cstoref.store.record_statements import days_of
from cstoref.store.statement_filter import Selection, select
from cstoref.store.statement_reader import StatementRow


def ids(found: list[StatementRow]) -> list[str]:
    return [item.statement.id for item in found]


def test_a_record_has_its_names_and_codes(rich: Store) -> None:
    record = rich.record("cathay")
    assert record is not None
    assert (record.kind, record.type, record.name) == ("member", "former-state", "Cathay")
    assert record.names == (Name("Katai"), Name("Катай", "ru", "in Russian"))


@pytest.mark.parametrize("id", ["", "nobody", "CATHAY", "cathay' OR '1'='1"])
def test_what_is_not_there_is_none(rich: Store, id: str) -> None:
    assert rich.record(id) is None
    assert rich.statement(id) is None
    assert rich.source(id) is None


def test_records_of_a_kind_are_by_name_and_events_by_day(rich: Store) -> None:
    assert [r.id for r in rich.records("member")] == ["cathay", "xanadu"]
    assert [r.id for r in rich.records("event")] == ["meeting", "west-2009"]


def test_all_records_are_kind_by_kind(rich: Store) -> None:
    kinds = [record.kind for record in rich.records()]
    assert kinds == sorted(kinds, key=list(rich.kinds).index)
    assert len(kinds) == rich.count("records")


def test_kinds_are_counted_in_the_order_of_lists(rich: Store) -> None:
    assert [(kind.id, number) for kind, number in rich.counted_kinds()] == [
        ("member", 2),
        ("leader", 2),
        ("institution", 2),
        ("event", 2),
        ("agreement", 0),
        ("place", 1),
    ]


def test_names_are_found_for_many_ids_at_once(rich: Store) -> None:
    found = rich.named([*(f"none-{n}" for n in range(2000)), "anna", "anna"])
    assert {id: named.name for id, named in found.items()} == {"anna": "Anna Ivanova"}


@pytest.mark.parametrize(
    ("record", "parts"),
    [
        (
            "anna",
            {
                "anna/office/minister-of-xanadu": "subject",
                "anna/said": "subject",
                "meeting/attended/anna": "role",
            },
        ),
        ("league", {"cathay/membership/league": "value"}),
        (
            "boris",
            {
                "boris/assessment": "subject",
                "meeting/attended/boris": "role",
                "meeting/contributed/boris": "role",
            },
        ),
        ("hill", {}),
    ],
)
def test_a_record_is_concerned_as_subject_role_or_value(
    rich: Store, record: str, parts: dict[str, str]
) -> None:
    found = rich.statements_about(record)
    assert {item.statement.id: item.part for item in found} == parts
    assert rich.count_about(record) == len(parts)


def test_what_somebody_says_of_others_concerns_the_speaker(builtin: Store) -> None:
    for statement in builtin.all_statements():
        if statement.said_by and statement.said_by not in statement.about:
            parts = {item.statement.id: item.part for item in builtin.statements_about(statement.said_by)}
            assert parts[statement.id] == "speaker"
            return
    pytest.fail("nobody says anything of others")


def test_the_most_telling_statements_come_first_and_a_limit_keeps_them(builtin: Store) -> None:
    whole = builtin.statements_about("belarus")
    assert builtin.statements_about("belarus", 5) == whole[:5]
    assert len(whole) == builtin.count_about("belarus") > 5


def test_deprecated_statements_come_last(rich: Store) -> None:
    assert ids(rich.statements_about("boris"))[-1] == "boris/assessment"


def test_who_held_the_offices_of_a_state(rich: Store) -> None:
    parts = {item.statement.id: item.part for item in rich.statements_about("xanadu")}
    assert parts["anna/office/minister-of-xanadu"] == "office"


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        (0, 1, {"meeting/attended/anna", "meeting/attended/boris", "anna/said"}),
        (20, 21, {"meeting/attended/anna", "meeting/attended/boris"}),
        (24, 30, set()),
        (66, 67, {"meeting/contributed/boris"}),
        (0, 0, set()),
        (80, 81, set()),
    ],
)
def test_what_rests_on_a_passage_overlaps_it(rich: Store, start: int, end: int, found: set[str]) -> None:
    assert set(ids(rich.resting_on("news", start, end))) == found


def test_passages_are_each_given_once_in_order(rich: Store) -> None:
    assert rich.passages("news") == [(0, 14), (0, 24), (66, 80)]
    assert rich.passages("book") == []


def test_statements_are_counted_for_each_source(rich: Store) -> None:
    assert rich.resting_by_source() == {"news": 4, "book": 5}
    assert (rich.resting("news"), rich.resting("none")) == (4, 0)


@pytest.mark.parametrize("source", ["book", "none"])
def test_a_source_without_a_text_has_none_to_give(rich: Store, source: str) -> None:
    with pytest.raises(StoreError, match=source):
        rich.text(source)


def test_conflicts_are_found_by_record_and_statement(rich: Store) -> None:
    (conflict,) = rich.conflicts()
    assert rich.conflicts(record="meeting") == rich.conflicts(statement="anna/said") == [conflict]
    assert rich.conflicts(record="hill") == rich.conflicts(statement="anna/office/minister-of-xanadu") == []


def test_the_days_of_a_record_are_those_of_its_statements(rich: Store) -> None:
    assert days_of(rich, "cathay") == ["1994-01-01", "2003-05-01"]
    assert days_of(rich) == ["1994-01-01", "2000-01-01", "2003-05-01", "2004-12-31"]


def test_a_database_of_another_format_is_refused() -> None:
    database = sqlite3.connect(":memory:")
    with pytest.raises(sqlite3.DatabaseError, match="not a compiled pack"):
        Store(database)
    database.close()


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Selection(by="anna"), ["anna/said"]),
        (Selection(about=("anna", "boris")), []),
        (Selection(about=("anna", "meeting")), ["meeting/attended/anna", "anna/said"]),
        (Selection(of="anna"), ["anna/office/minister-of-xanadu", "anna/said"]),
        (
            Selection(fields=("membership", "office")),
            ["cathay/membership/league", "anna/office/minister-of-xanadu"],
        ),
        (Selection(stance="denied"), ["anna/said"]),
        (Selection(rank="deprecated"), ["boris/assessment"]),
        (Selection(hedged=True), ["anna/said"]),
        (Selection(negated=True), ["anna/said"]),
        (
            Selection(in_conflict=True, quoted_only=True, of="meeting"),
            ["meeting/attended/boris"],
        ),
        (Selection(source="news", of="anna"), ["anna/said"]),
        (Selection(since="2009-09-15"), ["west-2009/contributed/xanadu"]),
        (Selection(until="1999-12-31"), ["cathay/membership/league"]),
        (Selection(words="denied"), ["anna/said"]),
        (
            Selection(words="minister -"),
            ["anna/office/minister-of-xanadu", "minister-of-xanadu/office_of/xanadu"],
        ),
        (Selection(words="!!!"), []),
        (Selection(limit=1), ["cathay/membership/league"]),
    ],
)
def test_statements_are_selected_by_any_of_their_parts(
    rich: Store, wanted: Selection, found: list[str]
) -> None:
    assert sorted(ids(select(rich, wanted))) == sorted(found)


def test_selected_statements_are_in_the_order_of_time(rich: Store) -> None:
    days = [item.statement.when or "9" for item in select(rich, Selection())]
    assert len(days) == rich.count("statements")
    assert days == sorted(days)


@pytest.mark.parametrize(
    ("kind", "as_of", "found"),
    [
        ("leader", "2001-01-01", {"anna": "certainly"}),
        ("leader", "2004-06-01", {"anna": "possibly"}),
        ("leader", "2006-01-01", {}),
        ("event", "2009-09-01", {"meeting": "certainly", "west-2009": "possibly"}),
        ("event", "2009-09-30", {"meeting": "certainly", "west-2009": "certainly"}),
        ("event", "2001-05-02", {}),
        ("place", "1900-01-01", {"hill": "undated"}),
    ],
)
def test_a_list_as_of_a_day_has_what_counted_on_it(
    rich: Store, kind: str, as_of: str, found: dict[str, str]
) -> None:
    assert {row.record.id: row.held for row in listing(rich, kind, as_of=as_of)} == found


def test_a_list_says_what_each_is(rich: Store) -> None:
    rows = {row.record.id: row for row in listing(rich, "leader", as_of="2001-01-01")}
    assert rows["anna"].headline == "Minister of Xanadu 2000–2004"
    assert {row.record.id: row.headline for row in listing(rich, "leader")}["boris"] == "Who sent men."


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"words": ["west"]}, ["west-2009"]),
        ({"words": ["WÉST", "2009"]}, ["west-2009"]),
        ({"words": ["west", "meeting"]}, []),
        ({"type": "meeting"}, ["meeting"]),
        ({"since": "2001-05-04"}, ["west-2009"]),
        ({"until": "2001-05-03"}, ["meeting"]),
        ({"since": "2001-05-03", "until": "2009-09-01"}, ["meeting", "west-2009"]),
    ],
)
def test_a_list_is_narrowed(rich: Store, filters: dict[str, Any], found: list[str]) -> None:
    rows = listing(rich, "event", **filters)
    assert [row.record.id for row in rows] == found


@pytest.mark.parametrize(
    ("as_of", "found"),
    [("1993-01-01", {}), ("1994-06-01", {"cathay": "possibly"}), ("2000-01-01", {"cathay": "certainly"})],
)
def test_the_members_on_a_day_are_those_of_what_the_pack_is_about(
    rich: Store, as_of: str, found: dict[str, str]
) -> None:
    assert {row.record.id: row.held for row in listing(rich, "member", as_of=as_of)} == found
    assert ever_members(rich) == {"cathay"}
