"""Answering for a day: asked for with hints, stepped through, seen everywhere, cleared by its key alone."""

from __future__ import annotations

from cstoref.session.state import State
from cstoref.store.changes import changes
from cstoref.store.queries import Store
from cstoref.store.record_statements import days_of

from .helpers import SINGLE, WIDE, Driver, explore, frame, press, seen, state, type_text

ARCADIA = State(section="member", record="arcadia", pane="record")


async def set_day(pilot: Driver, day: str) -> None:
    await press(pilot, "a", "ctrl+u")
    await type_text(pilot, day)
    await press(pilot, "enter")


def test_a_day_is_asked_for_with_hints_and_what_is_wrong_is_said(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        await press(pilot, "a")
        assert "2009-06-14, or 2009-06, 2009, today" in " ".join(frame(pilot).split())
        await type_text(pilot, "soon")
        await press(pilot, "enter")
        assert len(pilot.app.screen_stack) == 2
        assert "soon" in seen(pilot, "asked-hint")
        await press(pilot, "escape")
        assert state(pilot).as_of is None
        await set_day(pilot, "2001-06")
        assert state(pilot).as_of == "2001-06-30"

    explore(small, scenario, SINGLE, ARCADIA)


def test_everything_answers_for_the_day_and_shows_it(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        for size in ((50, 20), (80, 24), (160, 50)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert "as of 31 May 2001" in seen(pilot, "top")
            assert pilot.app.screen.query_one("#top").has_class("-as-of")
        assert "12 observers" not in seen(pilot, "record")
        await press(pilot, "greater_than_sign")
        assert state(pilot).as_of == "2001-06-01"
        assert "possibly: Arcadia sent 12 observers" in " ".join(seen(pilot, "record").split())
        await set_day(pilot, "2002")
        assert "possibly" not in seen(pilot, "record")
        await press(pilot, "1")
        assert "Arcadia" in seen(pilot, "index")
        await set_day(pilot, "2006")
        assert "Arcadia" not in seen(pilot, "index")
        await press(pilot, "question_mark")
        assert "as of 31 Dec 2006" in seen(pilot, "top")

    explore(small, scenario, WIDE, State(record="arcadia", as_of="2001-05-31", pane="record"))


def test_days_are_stepped_through_where_something_changes(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        met = []
        for key in ("greater_than_sign",) * 4 + ("less_than_sign",):
            await press(pilot, key)
            met.append(state(pilot).as_of)
        assert met == ["2001-01-01", "2001-06-01", "2001-06-30", "2005-12-31", "2001-06-30"]
        await press(pilot, "greater_than_sign", "greater_than_sign")
        assert state(pilot).as_of == "2005-12-31"

    explore(small, scenario, SINGLE, ARCADIA)


def test_only_its_own_key_clears_the_day(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        others = (
            "escape escape escape,enter H enter,2 j enter,left_square_bracket,slash a enter,apostrophe escape"
        )
        for keys in others.split(","):
            await press(pilot, *keys.split())
            assert state(pilot).as_of == "2002-01-01", keys
        await press(pilot, "enter", "Q", "z", "f9")
        await set_day(pilot, "")
        assert state(pilot).as_of is None

    explore(small, scenario, WIDE, State(record="arcadia", as_of="2002-01-01", pane="record"))


def test_what_has_no_date_stands_in_a_band_of_its_own(undated: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        shown = " ".join(seen(pilot, "record").split())
        assert "Undated 1" in shown
        assert shown.index("Anna signed") < shown.index("Undated") < shown.index("Boris talks")

    explore(undated, scenario, SINGLE, State(record="pact", as_of="2010-01-01", pane="record"))


def test_the_box_offers_today_the_edition_and_the_days_on_which_something_changes(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        await press(pilot, "a")
        shown = seen(pilot, "dialog-list")
        for words in ("all dates", "today", "day of the edition", "Changes for Arcadia", "1 Jun 2001"):
            assert words in shown
        await type_text(pilot, "2001-06")
        assert "30 Jun 2001, as typed" in seen(pilot, "dialog-list").splitlines()[0]
        assert "2005" not in seen(pilot, "dialog-list")
        await press(pilot, "down", "down", "enter")
        assert state(pilot).as_of == "2001-06-01"
        await press(pilot, "a", "enter")
        assert state(pilot).as_of is None

    explore(small, scenario, SINGLE, ARCADIA)


def test_changes_are_newest_first_each_with_what_begins_or_ends(small: Store) -> None:
    listed = changes(small, "arcadia")
    # A day on which nothing but an event of several days is over is stepped to, but nothing changes on it.
    days = [day for day in sorted(days_of(small, "arcadia"), reverse=True) if day != "2001-06-30"]
    assert [change.day for change in listed] == days
    assert all(change.text for change in listed)


def test_only_what_lasts_ends(builtin: Store) -> None:
    lasting = "SELECT s.text FROM statement s JOIN field f ON f.id = s.field WHERE f.nature = 'state'"
    texts = {text for (text,) in builtin.database.execute(lasting)}
    ends = [change for change in changes(builtin, "armenia") if change.ends]
    assert ends
    assert [change.text for change in ends if change.text not in texts] == []
