"""What a state or person stayed away from: the whole of it, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import tomli

from cstoref.store.queries import Store
from cstoref.store.search.lookup import look_up
from cstoref.store.search.outcome import ANSWER
from cstoref.store.search.search_result import SILENT

EVENTS = Path(__file__).parents[2] / "data" / "events.toml"
MINSK, ASTANA, BISHKEK = "csto-summit-2023-11", "csto-summit-2024-11", "csto-summit-2025-11"
EXERCISES = [
    "indestructible-brotherhood-2025", "interaction-2025", "indestructible-brotherhood-2024",
    "interaction-2024", "cobalt-2024", "combat-brotherhood-2023", "kyrgyz-tajik-fighting-2022-09",
]  # fmt: skip
"""The last is a record of the fighting for which Armenia skipped an exercise in Kazakhstan."""


def shown(store: Store, typed: str) -> list[str]:
    """The records of an answer, in its order."""
    outcome = look_up(store, typed, store.default_day)
    assert outcome.status == ANSWER
    assert outcome.answer is not None
    return [item.record for item in outcome.answer.items]


@pytest.fixture(scope="module")
def events() -> list[dict[str, Any]]:
    """The events as they are written."""
    return list(tomli.loads(EVENTS.read_text(encoding="utf-8"))["event"])


def names(statement: dict[str, Any], role: str) -> list[str]:
    held = statement.get(role, [])
    return [held] if isinstance(held, str) else list(held)


@pytest.mark.parametrize(
    ("typed", "events"),
    [
        ("which summits did armenia skip since 2022", [BISHKEK, ASTANA, MINSK]),
        ("summits armenia missed between 2023 and 2024", [ASTANA, MINSK]),
        ("what exercises did armenia not attend since 2022", EXERCISES),
        ("which exercises has armenia not taken part in since 2024", EXERCISES[:5]),
        ("which drills did armenia stay away from in 2025", EXERCISES[:2]),
        (
            "which sessions did armenia boycott since 2023",
            [BISHKEK, "foreign-ministers-2025-06", ASTANA, MINSK, "ministers-session-2023-11",
             "parliamentary-assembly-2023-12"],
        ),
        ("which summits did belarus skip between 2008 and 2010", ["csto-summit-2009-06", "borovoye-2008-12"]),
        ("which summits in moscow did belarus miss", ["csto-summit-2009-06"]),
        ("which summits did armenia and belarus miss", ["csto-informal-2013-05"]),
        (
            "which summits did uzbekistan not attend between 2006 and 2012",
            ["csto-summit-2011-08", "csto-summit-2010-08", "borovoye-2008-12"],
        ),
        ("which exercises did uzbekistan boycott between 2006 and 2012", ["matybulak-2009"]),
        ("which summits did kyrgyzstan skip since 2020", ["csto-summit-2022-01"]),
        ("which summit did armenia last skip", [BISHKEK]),
        (
            "which summits did lukashenko miss",
            ["csto-summit-2022-09", "csto-meeting-2016-12", "csto-informal-2013-05", "csto-summit-2009-06",
             "borovoye-2008-12"],
        ),
        ("what did armenia boycott since 2025",
         [BISHKEK, "indestructible-brotherhood-2025", "interaction-2025", "foreign-ministers-2025-06"]),
    ],
)  # fmt: skip
def test_all_of_it_is_given_the_newest_first(builtin: Store, typed: str, events: list[str]) -> None:
    assert shown(builtin, typed) == events


@pytest.mark.parametrize("state", ["armenia", "belarus", "kazakhstan", "kyrgyzstan", "uzbekistan"])
@pytest.mark.parametrize("type", ["summit", "exercise"])
def test_nothing_that_is_written_is_left_out(
    builtin: Store, events: list[dict[str, Any]], state: str, type: str
) -> None:
    written = {
        event["id"]
        for event in events
        for statement in event.get("statement", [])
        if event["type"] == type
        and statement["field"] == "absent"
        and statement.get("stance", "asserted") in ("asserted", "reported")
        and state in (*names(statement, "who"), *names(statement, "for"))
    }
    outcome = look_up(builtin, f"which {type}s did {state} skip", builtin.default_day)
    assert outcome.answer is not None
    found = {item.record for item in outcome.answer.items}
    typed = {event["id"] for event in events if event["type"] == type}
    assert found & typed == written
    assert (outcome.status == SILENT) == (not found)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("which summits did armenia skip since 2022", "3 are known here."),
        ("which summits did kazakhstan skip",
         "1 is known here. At 2 more, somebody else was there for Kazakhstan."),
        ("which summits did kyrgyzstan skip since 2020",
         "Somebody else was there for Kyrgyzstan."),
        ("which sessions did armenia boycott since 2023",
         "5 are known here. Of 1 more it is known only that Armenia would stay away."),
        ("which summits did russia miss since 2010",
         "Nothing here says that Russia stayed away from any summit since 2010."),
        ("which exercises did kazakhstan skip since 2022",
         "Nothing here says that Kazakhstan stayed away from any exercise since 2022."),
    ],
)  # fmt: skip
def test_it_is_said_how_far_they_stayed_away(builtin: Store, typed: str, says: str) -> None:
    outcome = look_up(builtin, typed, builtin.default_day)
    assert outcome.answer is not None
    assert outcome.answer.message == says


def test_what_came_later_is_not_told_for_a_past_day(builtin: Store) -> None:
    outcome = look_up(builtin, "which summits did armenia skip since 2022", "2024-01-01")
    assert outcome.answer is not None
    assert [item.record for item in outcome.answer.items] == [MINSK]
