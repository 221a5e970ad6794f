"""Bookmarks and notes on records and statements, and their list."""

from __future__ import annotations

import pytest
from textual import events

from cstoref.session.state import State
from cstoref.store.queries import Store
from cstoref.tui.app import user_data
from cstoref.tui.screens import note_box
from cstoref.tui.widgets.note_area import NoteArea
from cstoref.user import drafts, files, notes
from cstoref.user.pack_folder import pack_folder

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
        await press(pilot, "j", "j", "m")
        assert "★ Boris signed the pact" in seen(pilot, "record")
        await press(pilot, "escape", "m")
        assert seen(pilot, "record").startswith(" The pact ★")
        assert [one.id for one in user_data(small).bookmarks] == ["pact/signed/boris", "pact"]
        await press(pilot, "m", "tab", "m")
        assert user_data(small).bookmarks == ()
        assert "★" not in frame(pilot)

    explore(small, scenario, WIDE, PACT)


def note_area(pilot: Driver) -> NoteArea:
    return pilot.app.screen.query_one(NoteArea)


def drafts_of(store: Store) -> list[str]:
    folder = user_data_folder(store)
    return [draft.text for draft in files.load(folder, drafts.FORM).value]


def user_data_folder(store: Store) -> str | None:
    return pack_folder(store.pack["id"], store.folder).path


def test_a_note_is_written_changed_and_taken_away(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        await press(pilot, "e")
        await type_text(pilot, "see page 4")
        await press(pilot, "f2")
        assert "✎ see page 4" in seen(pilot, "record")
        await press(pilot, "e")
        await type_text(pilot, "!")
        await press(pilot, "ctrl+s")
        assert user_data(small).notes == {"pact/signed/anna": "see page 4!"}
        await press(pilot, "e", "ctrl+u", "escape")
        assert user_data(small).notes
        await press(pilot, "e", "ctrl+u", "f2")
        assert not user_data(small).notes
        assert "✎" not in frame(pilot)
        assert drafts_of(small) == []

    explore(small, scenario, SINGLE, PACT)


LINES = "first\n\n  second \u00e4\n\tthird"


@pytest.mark.parametrize("breaks", ["\n", "\r\n", "\r"])
def test_a_pasted_note_keeps_its_lines(small: Store, breaks: str) -> None:
    async def scenario(pilot: Driver) -> None:
        await press(pilot, "e")
        pilot.app.post_message(events.Paste(LINES.replace("\n", breaks)))
        await press(pilot, "f2")
        assert user_data(small).notes == {"pact/signed/anna": LINES}
        assert "✎ first" in seen(pilot, "record") and "second ä" in seen(pilot, "record")
        await press(pilot, "e", "enter")
        await type_text(pilot, "fourth")
        await press(pilot, "f2")
        assert user_data(small).notes == {"pact/signed/anna": f"{LINES}\nfourth"}

    explore(small, scenario, SINGLE, PACT)


def test_a_note_that_was_not_changed_is_not_written(small: Store) -> None:
    raw = " two blanks before\x1b[31m\u2028and what no box can hold "

    async def scenario(pilot: Driver) -> None:
        kept = {"pact/signed/anna": raw}
        files.change(user_data_folder(small), notes.FORM, lambda _: kept)
        for key in ("f2", "escape"):
            await press(pilot, "e")
            assert "\x1b" not in note_area(pilot).text
            await press(pilot, key)
        assert user_data(small).notes == kept
        assert drafts_of(small) == []

    explore(small, scenario, SINGLE, PACT)


def test_what_was_not_saved_is_a_draft_and_the_saved_note_comes_back(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        explorer(pilot).session.user.put_note("pact/signed/anna", "saved")
        await press(pilot, "e")
        await type_text(pilot, " half")
        await press(pilot, "escape")
        assert user_data(small).notes == {"pact/signed/anna": "saved"}
        assert drafts_of(small) == ["saved half"]
        await press(pilot, "e")
        assert note_area(pilot).text == "saved half"
        assert "Unsaved draft; F3 shows the saved note." in frame(pilot)
        await press(pilot, "f3")
        assert note_area(pilot).text == "saved"
        await press(pilot, "ctrl+z", "f2")
        assert user_data(small).notes == {"pact/signed/anna": "saved half"}
        assert drafts_of(small) == []

    explore(small, scenario, SINGLE, PACT)


def test_a_note_says_what_it_is_on_before_it_is_written_and_can_be_on_the_record(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        await press(pilot, "e")
        assert "Note on this statement" in frame(pilot)
        assert "Anna Ivanova signed the pact" in seen(pilot, "note-about")
        await type_text(pilot, "half")
        await press(pilot, "f4")
        assert "Note on The pact" in frame(pilot)
        assert note_area(pilot).text == ""
        await type_text(pilot, "whole")
        await press(pilot, "f2", "e")
        assert user_data(small).notes == {"pact": "whole"}
        assert note_area(pilot).text == "half"

    explore(small, scenario, SINGLE, PACT)


def test_a_draft_is_kept_while_it_is_typed_and_when_the_explorer_ends(
    small: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(note_box, "DRAFT_AFTER", 0.01)

    async def typed(pilot: Driver) -> None:
        await press(pilot, "e")
        await type_text(pilot, "half a note")
        while drafts_of(small) != ["half a note"]:
            await pilot.pause(0.01)

    explore(small, typed, SINGLE, PACT)
    monkeypatch.setattr(note_box, "DRAFT_AFTER", 1000)

    async def ended(pilot: Driver) -> None:
        await press(pilot, "e")
        await type_text(pilot, " and more")
        pilot.app.exit()

    explore(small, ended, SINGLE, PACT)
    assert drafts_of(small) == ["half a note and more"]
    assert not user_data(small).notes


def test_a_note_that_was_changed_elsewhere_is_read_again_and_both_versions_are_kept(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        other = user_data(small)
        assert explorer(pilot).session.user.notes == {}
        other.put_note("pact/signed/anna", "theirs")
        await press(pilot, "e")
        assert note_area(pilot).text == "theirs"
        other.put_note("pact/signed/anna", "theirs, later")
        await press(pilot, "ctrl+u")
        await type_text(pilot, "ours")
        await press(pilot, "f2")
        assert user_data(small).notes["pact/signed/anna"] == f"theirs, later\n\n{notes.APART}\nours"
        assert "✎ theirs, later" in seen(pilot, "record") and "ours" in seen(pilot, "record")

    explore(small, scenario, SINGLE, PACT)


def test_letters_that_were_typed_before_the_box_was_there_are_not_in_it(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        early = events.Key("x", "x")
        await press(pilot, "e")
        pilot.app.post_message(early)
        await type_text(pilot, "y")
        assert note_area(pilot).text == "y"

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
