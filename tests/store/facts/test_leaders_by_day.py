"""Who leads each state that was ever a member, on twenty days: as the terms in the data have it."""

from __future__ import annotations

import pytest

from cstoref.store.facts.facts import facts
from cstoref.store.queries import Store

DAYS = (
    "1991-12-31", "1993-01-01", "1994-02-01", "1994-08-01", "1996-01-01", "1998-03-01", "2000-02-01",
    "2003-12-01", "2005-03-24", "2005-05-01", "2008-01-01", "2009-06-14", "2010-05-01", "2012-06-28",
    "2016-09-05", "2018-05-01", "2018-05-09", "2020-10-20", "2022-01-10", "2026-11-22",
)  # fmt: skip
LEADERS = {
    "armenia": [
        *["Ter-Petrosyan"] * 5, *["Kocharyan"] * 6, *["Sargsyan"] * 4, "Karapetyan", *["Pashinyan"] * 4,
    ],
    "azerbaijan": ["Mutallibov", "Elchibey"] + ["Heydar Aliyev"] * 5 + ["Ilham Aliyev"] * 13,
    "belarus": ["Shushkevich"] * 2 + ["Grib"] + ["Lukashenko"] * 17,
    "georgia": [
        "Gamsakhurdia", *["Shevardnadze"] * 6, "Burjanadze", *["Saakashvili"] * 2, "Burjanadze",
        *["Saakashvili"] * 3, *["Margvelashvili"] * 3, *["Zourabichvili"] * 2, "Kavelashvili",
    ],
    "kazakhstan": ["Nazarbayev"] * 17 + ["Tokayev"] * 3,
    "kyrgyzstan": [
        *["Akayev"] * 8, "Kadyrbekov", *["Bakiyev"] * 3, "Otunbayeva", *["Atambayev"] * 2, *["Jeenbekov"] * 2,
        *["Japarov"] * 3,
    ],
    "russia": ["Yeltsin"] * 6 + ["Putin"] * 5 + ["Medvedev"] * 2 + ["Putin"] * 7,
    "tajikistan": ["Nabiyev"] + ["Rahmon"] * 19,
    "uzbekistan": ["Karimov"] * 14 + ["Yuldashev"] + ["Mirziyoyev"] * 5,
}  # fmt: skip
ACTING = {
    ("armenia", "1998-03-01"), ("armenia", "2018-05-01"), ("georgia", "2003-12-01"),
    ("georgia", "2008-01-01"),
    ("kyrgyzstan", "2005-03-24"), ("kyrgyzstan", "2005-05-01"), ("kyrgyzstan", "2010-05-01"),
    ("kyrgyzstan", "2020-10-20"), ("russia", "2000-02-01"), ("uzbekistan", "2016-09-05"),
}  # fmt: skip


def fact(store: Store, id: str, day: str, name: str = "leader") -> str | None:
    record = store.record(id)
    assert record is not None
    return next((fact.text for fact in facts(store, record, day) if fact.id == name), None)


@pytest.mark.parametrize("state", LEADERS)
def test_the_leader_of_each_day_is_the_one_of_the_terms(builtin: Store, state: str) -> None:
    assert len(LEADERS[state]) == len(DAYS)
    for day, name in zip(DAYS, LEADERS[state], strict=True):
        words = fact(builtin, state, day) or ""
        assert name in words.partition(",")[0], (day, words)
        assert ";" not in words and "possibly" not in words and "unknown" not in words, (day, words)
        assert ("acting" in words) is ((state, day) in ACTING), (day, words)


@pytest.mark.parametrize(("state", "day"), [("georgia", "1992-01-20"), ("azerbaijan", "1992-05-18")])
def test_a_day_for_which_no_holder_is_known_has_no_leader(builtin: Store, state: str, day: str) -> None:
    assert fact(builtin, state, day) is None


@pytest.mark.parametrize("day", ["1992-06-01", "1997-12-31", "2004-01-01", "2015-01-01", "2026-11-22"])
def test_a_vice_president_of_1992_is_in_no_line_of_another_day(builtin: Store, day: str) -> None:
    record = builtin.record("kyrgyzstan")
    assert record is not None
    words = " ".join(fact.text for fact in facts(builtin, record, day))
    assert "Kulov" not in words or day < "2007"
    assert "ice-president" not in words


def test_after_the_edition_the_leader_is_the_last_known_one(builtin: Store) -> None:
    words = fact(builtin, "belarus", "2031-01-01") or ""
    assert words.startswith("Alexander Lukashenko, president since 20 Jul 1994, last known ")
