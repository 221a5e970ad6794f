"""What the built-in pack answers for a day: members, heads of state, Secretary-General and chair."""

from __future__ import annotations

import pytest

from cstoref.dates import CERTAINLY, HELD, LAST_KNOWN, POSSIBLY, SURE
from cstoref.store.lists import listing
from cstoref.store.pages import Page, page
from cstoref.store.queries import Store

FIVE = "armenia kazakhstan kyrgyzstan russia tajikistan"
SIX = f"{FIVE} belarus"
NINE = f"{SIX} azerbaijan georgia uzbekistan"
LAST_COVERED = "2026-11-30"
DAY_AFTER = "2026-12-01"
HEADING = ("president-of-", "chairman-of-the-supreme-soviet-of-", "head-of-the-state-council-of-")

HEADS = {
    "1993-01-01": "ter-petrosyan nazarbayev akayev yeltsin rahmon karimov",
    "1994-06-01": "ter-petrosyan nazarbayev akayev yeltsin rahmon hryb heydar-aliyev shevardnadze karimov",
    "2000-01-01": "kocharyan nazarbayev akayev putin rahmon lukashenko",
    "2005-06-23": "kocharyan nazarbayev bakiyev putin rahmon lukashenko",
    "2009-06-14": "serzh-sargsyan nazarbayev bakiyev medvedev rahmon lukashenko karimov",
    "2014-05-08": "serzh-sargsyan nazarbayev atambayev putin rahmon lukashenko",
    LAST_COVERED: "vahagn-khachaturyan tokayev japarov putin rahmon lukashenko",
}


def page_of(store: Store, id: str, day: str) -> Page:
    found = page(store, id, day)
    assert found is not None
    return found


def members(store: Store, day: str) -> dict[str, str | None]:
    """The members on the day, and how surely."""
    return {row.record.id: row.held for row in listing(store, "member", as_of=day)}


def holders(store: Store, office: str, day: str) -> dict[str, str]:
    """Who held the office on the day, and how surely; of a person's statements the surest counts."""
    found: dict[str, str] = {}
    for entry in page_of(store, office, day).entries:
        statement = entry.statement
        if statement.field == "office" and not statement.negated:
            ways = (entry.held, found.get(statement.subject))
            found[statement.subject] = next(way for way in HELD if way in ways)
    return found


def heads(store: Store, state: str, day: str) -> set[str]:
    """Who certainly was head of the state on the day."""
    return {
        entry.statement.subject
        for entry in page_of(store, state, day).entries
        if entry.part == "office" and entry.held in SURE
        if entry.statement.value is not None and (entry.statement.value.text or "").startswith(HEADING)
    }


@pytest.mark.parametrize(
    ("day", "states", "held"),
    [
        ("1992-05-14", "", CERTAINLY),
        ("1993-01-01", f"{FIVE} uzbekistan", POSSIBLY),  # the treaty was signed, and not in force
        ("1994-06-01", NINE, CERTAINLY),
        ("2000-01-01", SIX, CERTAINLY),
        ("2005-06-23", SIX, CERTAINLY),
        ("2009-06-14", f"{SIX} uzbekistan", CERTAINLY),
        ("2014-05-08", SIX, CERTAINLY),
        (LAST_COVERED, SIX, LAST_KNOWN),
        (DAY_AFTER, SIX, LAST_KNOWN),
    ],
)
def test_members(builtin: Store, day: str, states: str, held: str) -> None:
    assert members(builtin, day) == dict.fromkeys(states.split(), held)


@pytest.mark.parametrize("day", HEADS)
def test_heads_of_state_of_all_members(builtin: Store, day: str) -> None:
    found = [heads(builtin, state, day) for state in members(builtin, day)]
    assert all(len(one) == 1 for one in found), found
    assert set().union(*found) == set(HEADS[day].split())


@pytest.mark.parametrize(
    ("day", "held"),
    [
        ("2005-06-23", {"bordyuzha": CERTAINLY}),
        ("2017-03-01", {"semerikov": CERTAINLY}),
        ("2018-12-01", {"semerikov": CERTAINLY}),
        ("2021-06-01", {"zas": CERTAINLY}),
        (LAST_COVERED, {"masadykov": LAST_KNOWN}),
        (DAY_AFTER, {"masadykov": LAST_KNOWN}),
    ],
)
def test_secretary_general(builtin: Store, day: str, held: dict[str, str]) -> None:
    assert holders(builtin, "secretary-general-of-the-csto", day) == held


@pytest.mark.parametrize(
    ("day", "held"),
    [
        ("2005-06-21", {"nazarbayev": CERTAINLY}),
        ("2005-06-22", {"nazarbayev": POSSIBLY, "putin": POSSIBLY}),
        ("2005-06-23", {"nazarbayev": POSSIBLY, "putin": POSSIBLY}),
        ("2005-06-24", {"putin": CERTAINLY}),
        ("2009-06-14", {"medvedev": CERTAINLY}),
        ("2014-05-08", {"putin": CERTAINLY}),
        (LAST_COVERED, {"putin": LAST_KNOWN}),
    ],
)
def test_chair_of_the_collective_security_council(builtin: Store, day: str, held: dict[str, str]) -> None:
    assert holders(builtin, "chair-of-the-collective-security-council", day) == held


@pytest.mark.parametrize(
    ("day", "there", "not_there"),
    [
        ("1993-01-01", "", "crdf crrf csto-peacekeeping-forces"),
        ("2005-06-23", "crdf", "crrf csto-peacekeeping-forces csto-collective-aviation-forces"),
        ("2009-10-16", "crdf crrf csto-peacekeeping-forces", "csto-collective-aviation-forces"),
        ("2018-06-01", "crdf crrf csto-peacekeeping-forces csto-collective-aviation-forces", ""),
    ],
)
def test_forces(builtin: Store, day: str, there: str, not_there: str) -> None:
    found = {row.record.id: row.held for row in listing(builtin, "institution", as_of=day, type="force")}
    assert {id for id, held in found.items() if held in SURE} >= set(there.split())
    assert not found.keys() & set(not_there.split())
