"""Lists: heads of state before others, the newest events first, and words that pick."""

from __future__ import annotations

import pytest

from cstoref import dates
from cstoref.store import holdings, record_reader
from cstoref.store.list_rows import RecordRow, led_by
from cstoref.store.lists import in_bands, listing
from cstoref.store.queries import Store
from cstoref.store.section_rows import section_rows


def rows(store: Store, kind: str, *words: str, as_of: str | None = None) -> list[RecordRow]:
    return in_bands(listing(store, kind, as_of=as_of, words=words), store.kinds[kind].dated)


def test_members_come_first_then_former_ones_then_other_states(builtin: Store) -> None:
    of_band: dict[str, list[str]] = {}
    for row in rows(builtin, "member"):
        of_band.setdefault(row.band, []).append(row.record.id)
    assert list(of_band) == ["now", "past", "other"]
    assert of_band["now"] == ["armenia", "belarus", "kazakhstan", "kyrgyzstan", "russia", "tajikistan"]
    assert of_band["past"] == ["azerbaijan", "georgia", "uzbekistan"]


def test_a_row_of_a_state_tells_treaty_from_organization_and_its_leader(builtin: Store) -> None:
    found = {row.record.id: (row.headline, row.leader) for row in rows(builtin, "member")}
    assert found["armenia"] == ("member since 2003, frozen 2024", "Nikol Pashinyan, prime minister")
    assert found["georgia"] == ("treaty 1994–1999", "Mikheil Kavelashvili, president")
    assert found["uzbekistan"][0] == "treaty 1994–1999; member 2006–2012"


def test_the_leaders_that_are_compiled_are_those_of_the_statements(builtin: Store) -> None:
    compiled = dict(builtin.database.execute("SELECT record, words FROM leader"))
    assert {"armenia", "georgia"} < compiled.keys()
    assert compiled == {id: led_by(builtin, id, builtin.default_day) for id in compiled}
    earlier = {row.record.id: row.headline for row in rows(builtin, "member", as_of="2010-06-01")}
    assert earlier["uzbekistan"] == "member 2006–2012"
    assert "georgia" not in earlier


@pytest.mark.parametrize(
    ("state", "first"),
    [
        ("kazakhstan", "tokayev"), ("kyrgyzstan", "japarov"), ("belarus", "lukashenko"), ("russia", "putin"),
        ("tajikistan", "rahmon"), ("uzbekistan", "mirziyoyev"), ("georgia", "kavelashvili"),
    ],
)  # fmt: skip
def test_the_head_of_a_state_opens_the_list_of_its_leaders(builtin: Store, state: str, first: str) -> None:
    assert rows(builtin, "leader", state)[0].record.id == first


def test_former_heads_of_state_follow_the_newest_first(builtin: Store) -> None:
    past = [row.record.id for row in rows(builtin, "leader", "kyrgyzstan") if row.band == "past"]
    assert past[:4] == ["mamytov", "jeenbekov", "atambayev", "otunbayeva"]


def test_a_word_picks_by_the_beginning_of_words_and_not_by_their_middle(builtin: Store) -> None:
    found = {row.record.id for row in rows(builtin, "leader", "russia", as_of="2005-12-31")}
    assert {"putin", "fradkov", "sergei-ivanov"} <= found
    assert "lukashenko" not in found  # “Belorussia” only contains the word


@pytest.mark.parametrize(
    ("kind", "words", "expected"),
    [
        ("leader", ("foreign", "minister"), "lavrov"),
        ("institution", ("force",), "crrf"),
        ("event", ("yerevan",), "csto-summit-2022-11"),
        ("event", ("summit",), "csto-summit-2025-11"),
        ("agreement", ("base",), "armenian-base-treaty-1995"),
        ("place", ("kyrgyzstan",), "bishkek"),
    ],
)
def test_words_match_office_type_place_and_country(
    builtin: Store, kind: str, words: tuple[str, ...], expected: str
) -> None:
    assert expected in {row.record.id for row in rows(builtin, kind, *words)}


def test_events_are_listed_newest_first(builtin: Store) -> None:
    days = [row.record.when or "" for row in rows(builtin, "event", "summit") if row.record.type == "summit"]
    starts = [day.strip("[")[:7] for day in days if day]
    assert starts == sorted(starts, reverse=True)


@pytest.mark.parametrize("day", ["1997-01-01", "2010-06-01", "2026-11-22", "2030-01-01"])
def test_nobody_possibly_holds_an_office_whose_end_is_merely_unknown(builtin: Store, day: str) -> None:
    for row in rows(builtin, "leader", as_of=day):
        terms = [
            dates.parse(item.statement.when)
            for item in builtin.statements_in(row.record.id, ("office",))
            if item.statement.when
        ]
        doubtful = [term for term in terms if dates.holds(term, dates.STATE, day) == dates.POSSIBLY]
        assert row.held != "possibly" or any(
            not term.end_unknown or day <= term.start_latest for term in doubtful
        ), row.record.id


def test_a_section_has_the_newest_years_first_and_in_each_the_newest_event(builtin: Store) -> None:
    events = section_rows(builtin, "event", None)
    years = [row.group for row in events if row.group.isdigit()]
    assert years == sorted(years, reverse=True)
    days = [row.day for row in events if row.group == "2022"]
    assert len(days) > 5 and days == sorted(days, reverse=True)


@pytest.mark.parametrize(
    ("state", "first"), [("Kyrgyzstan", "Sadyr Japarov"), ("Georgia", "Mikheil Kavelashvili")]
)
def test_in_a_section_who_is_in_office_is_the_first_of_a_state(
    builtin: Store, state: str, first: str
) -> None:
    assert next(row.name for row in section_rows(builtin, "leader", None) if row.group == state) == first


def test_headings_under_which_nobody_has_a_name_are_the_last(builtin: Store) -> None:
    headings = list(dict.fromkeys(row.group for row in section_rows(builtin, "leader", None)))
    assert headings[0] == "Armenia" and "think tank" in " ".join(headings[-8:])


@pytest.mark.parametrize("kind", ["member", "leader"])
@pytest.mark.parametrize(
    "day", ["1995-12-25", "1999-04-02", "2008-05-07", "2009-06-14", "2022-01-10", "2030-01-01"]
)
def test_who_cannot_have_held_anything_on_a_day_is_left_out_and_nobody_else(
    builtin: Store, monkeypatch: pytest.MonkeyPatch, kind: str, day: str
) -> None:
    listed = listing(builtin, kind, as_of=day)
    assert listed
    for module in (holdings, record_reader):
        monkeypatch.setattr(module, "MAY_HOLD", "?3 = ?3")
    assert listing(builtin, kind, as_of=day) == listed
