"""Bookmarks and notes on records and statements, and their list."""

from __future__ import annotations

from cstoref.session.state import State
from cstoref.store.queries import Store
from cstoref.tui.app import user_data

from .helpers import (
    SINGLE,
    WIDE,
    Driver,
    explore,
    explorer,
    focused,
    frame,
    lines,
    press,
    seen,
    state,
    type_text,
)

PACT = State(section="agreement", record="pact", pane="record")


def test_a_statement_and_a_record_are_marked_and_marked_no_longer(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        await press(pilot, "j", "m")
        assert "★ Boris signed the pact in 2004" in seen(pilot, "record")
        await press(pilot, "escape", "m")
        assert seen(pilot, "record").startswith(" The pact ★")
        assert [one.id for one in user_data(small).bookmarks] == ["pact/signed/boris", "pact"]
        await press(pilot, "m", "tab", "m")
        assert user_data(small).bookmarks == ()
        assert "★" not in frame(pilot)

    explore(small, scenario, WIDE, PACT)


def test_a_note_is_written_changed_and_taken_away(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        await press(pilot, "e")
        await type_text(pilot, "see page 4")
        await press(pilot, "enter")
        assert "✎ see page 4" in seen(pilot, "record")
        await press(pilot, "e")
        await type_text(pilot, "!")
        await press(pilot, "enter")
        assert user_data(small).notes == {"pact/signed/anna": "see page 4!"}
        await press(pilot, "e", "ctrl+u", "escape")
        assert user_data(small).notes
        await press(pilot, "e", "ctrl+u", "enter")
        assert not user_data(small).notes
        assert "✎" not in frame(pilot)

    explore(small, scenario, SINGLE, PACT)


def test_what_is_kept_is_listed_previewed_and_opened(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        kept = explorer(pilot).session.user
        for id in ("pact/signed/anna", "boris", "gone"):
            kept.toggle_bookmark(id)
        kept.put_note("arcadia", "by the sea")
        await press(pilot, "apostrophe")
        shown = seen(pilot, "record")
        assert shown.index("The pact") < shown.index("Boris") < shown.index("gone  not in this edition")
        assert shown.index("Notes  1") < shown.index("Arcadia") < shown.index("✎ by the sea")
        assert "▌Anna signed the pact" in seen(pilot, "source")
        await press(pilot, "enter")
        assert focused(pilot) == "source"
        await press(pilot, "escape", "j", "enter")
        assert (state(pilot).record, state(pilot).view) == ("boris", "")
        await press(pilot, "left_square_bracket")
        assert (state(pilot).view, state(pilot).at) == ("bookmarks", "boris")
        await press(pilot, "escape")
        assert (state(pilot).view, state(pilot).record) == ("", "pact")

    explore(small, scenario, WIDE, PACT)


def test_bookmarks_are_put_in_another_order_and_taken_from_the_list(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        for id in ("boris", "anna", "pact"):
            explorer(pilot).session.user.toggle_bookmark(id)
        await press(pilot, "apostrophe", "J")
        assert [one.id for one in user_data(small).bookmarks] == ["anna", "boris", "pact"]
        assert lines(pilot, "record").cursor == "boris"
        await press(pilot, "K", "m")
        assert [one.id for one in user_data(small).bookmarks] == ["anna", "pact"]

    explore(small, scenario, SINGLE, PACT)


def test_an_empty_list_says_how_to_fill_it(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        assert "m on any record or statement adds it here" in seen(pilot, "record")
        await press(pilot, "j", "enter", "d", "o", "r", "m", "G", "pagedown")
        assert state(pilot).view == "bookmarks"

    explore(small, scenario, SINGLE, State(view="bookmarks", pane="record"))
