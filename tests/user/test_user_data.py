"""One object keeps everything for a pack: lazily, at once, and without a word unless something is wrong."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from cstoref.user import file_lock, notes
from cstoref.user.user_data import NoteText, UserData


def marked(kept: UserData) -> list[str]:
    return [bookmark.id for bookmark in kept.bookmarks]


def keep_something(kept: UserData) -> None:
    kept.toggle_bookmark("a")
    kept.put_note("a", "a note")
    kept.opened("a")
    kept.leave({"record": "a"})


def has_everything(kept: UserData) -> bool:
    return (marked(kept), kept.notes, kept.recent, kept.session) == (
        ["a"], {"a": "a note"}, ("a",), {"record": "a"},
    )  # fmt: skip


def test_asking_makes_nothing(own_home: Path) -> None:
    kept = UserData("csto", "1")
    assert (kept.bookmarks, dict(kept.notes), kept.recent, kept.session) == ((), {}, (), None)
    assert list(own_home.iterdir()) == []


def test_everything_is_saved_at_once_in_the_folder_of_the_pack(own_home: Path) -> None:
    keep_something(UserData("csto", "1"))
    folder = own_home / "data" / "cstoref" / "csto"
    assert sorted(entry.name for entry in folder.iterdir() if entry.name != file_lock.NAME) == [
        "bookmarks.json", "notes.json", "recent.json", "session.json",
    ]  # fmt: skip
    again = UserData("csto", "1")
    assert has_everything(again)
    assert again.take_news() == ()


def test_packs_do_not_share(own_home: Path) -> None:
    keep_something(UserData("csto", "1"))
    assert UserData("other", "1").bookmarks == ()


def test_a_state_of_another_edition_is_not_given_back_and_the_rest_is() -> None:
    keep_something(UserData("csto", "1"))
    later = UserData("csto", "2")
    assert later.session is None
    assert marked(later) == ["a"]


def test_toggling_says_whether_it_is_marked_now_and_moving_is_kept() -> None:
    kept = UserData("csto", "1")
    assert [kept.toggle_bookmark(id) for id in ("a", "b", "b", "b")] == [True, True, False, True]
    kept.move_bookmark("b", -1)
    assert marked(UserData("csto", "1")) == ["b", "a"]


def test_two_explorers_do_not_undo_one_another() -> None:
    one, two = UserData("csto", "1"), UserData("csto", "1")
    assert one.bookmarks == two.bookmarks == ()
    one.toggle_bookmark("a")
    two.toggle_bookmark("b")
    one.put_note("a", "from one")
    two.put_note("b", "from two")
    assert marked(UserData("csto", "1")) == ["a", "b"]
    assert UserData("csto", "1").notes == {"a": "from one", "b": "from two"}


def test_marking_what_another_explorer_marked_meanwhile_leaves_it_marked() -> None:
    one, two = UserData("csto", "1"), UserData("csto", "1")
    assert two.bookmarks == ()
    one.toggle_bookmark("a")
    assert two.toggle_bookmark("a")
    assert marked(UserData("csto", "1")) == ["a"]


def test_what_does_not_change_is_not_written(own_home: Path) -> None:
    UserData("csto", "1").opened("a")
    file = own_home / "data" / "cstoref" / "csto" / "recent.json"
    before = file.stat().st_ino
    UserData("csto", "1").opened("a")
    assert file.stat().st_ino == before


def _no_home(own_home: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setattr("cstoref.paths.data_dir", lambda: None)


def _file_in_the_way(own_home: Path, patch: pytest.MonkeyPatch) -> None:
    (own_home / "data").write_text("in the way")


def _full_disk(own_home: Path, patch: pytest.MonkeyPatch) -> None:
    def full(number: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    patch.setattr(os, "fsync", full)


@pytest.mark.parametrize("hinder", [_no_home, _file_in_the_way, _full_disk])
def test_where_nothing_can_be_saved_it_runs_on_and_says_so_once(
    own_home: Path, monkeypatch: pytest.MonkeyPatch, hinder: object
) -> None:
    assert callable(hinder)
    hinder(own_home, monkeypatch)
    kept = UserData("csto", "1")
    keep_something(kept)
    assert len(kept.take_news()) == 1
    assert has_everything(kept)
    kept.toggle_bookmark("b")
    assert marked(kept) == ["a", "b"]
    assert kept.take_news() == ()


def test_what_could_not_be_saved_is_saved_with_the_next_change(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = UserData("csto", "1")
    with monkeypatch.context() as patch:
        _full_disk(Path(), patch)
        kept.put_note("a", "first")
    kept.put_note("b", "second")
    assert UserData("csto", "1").notes == {"a": "first", "b": "second"}


def test_a_damaged_file_is_said_once_and_a_new_one_begun(own_home: Path) -> None:
    folder = own_home / "data" / "cstoref" / "csto"
    folder.mkdir(parents=True)
    (folder / "notes.json").write_text("{")
    kept = UserData("csto", "1")
    kept.put_note("a", "new")
    assert kept.notes == {"a": "new"}
    (news,) = kept.take_news()
    assert "notes.json.damaged-1" in news
    assert UserData("csto", "1").notes == {"a": "new"}


def test_a_folder_in_the_place_of_a_file_is_said_once(own_home: Path) -> None:
    (own_home / "data" / "cstoref" / "csto" / "notes.json").mkdir(parents=True)
    kept = UserData("csto", "1")
    kept.put_note("a", "new")
    assert kept.notes == {"a": "new"}
    assert len(kept.take_news()) == 1
    kept.toggle_bookmark("a")
    assert marked(UserData("csto", "1")) == ["a"]


def test_a_note_that_changed_since_it_was_seen_keeps_both_versions() -> None:
    one, two = UserData("csto", "1"), UserData("csto", "1")
    one.put_note("a", "first")
    seen = two.begin_note("a")
    assert (seen.text, seen.seen) == ("first", "first")
    one.put_note("a", "first, changed")
    two.put_note("a", "second", seen.seen)
    assert UserData("csto", "1").notes["a"] == f"first, changed\n\n{notes.APART}\nsecond"
    two.put_note("a", "", seen.seen)  # to clear what was seen clears nothing that was not
    assert "first, changed" in UserData("csto", "1").notes["a"]
    two.put_note("a", "")
    assert UserData("csto", "1").notes == {}
    two.put_note("a", "again", seen.seen)
    assert UserData("csto", "1").notes == {"a": "again"}


@pytest.mark.parametrize("same", ["other", "other, and more", "oth"])
def test_a_version_that_holds_the_other_stands_alone(same: str) -> None:
    one, two = UserData("csto", "1"), UserData("csto", "1")
    one.put_note("a", "other")
    two.put_note("a", same, "")
    assert UserData("csto", "1").notes["a"] == max("other", same, key=len)


def test_a_draft_is_kept_apart_from_the_note_until_it_is_saved() -> None:
    data = UserData("csto", "1")
    data.put_note("a", "saved")
    begun = data.begin_note("a")
    data.keep_draft("a", "half", begun)
    data.keep_draft("a", "half a note", begun)
    data.keep_draft("b", "  ", data.begin_note("b"))
    data.keep_draft("a", "half a note", begun)
    later = UserData("csto", "1")
    assert later.notes == {"a": "saved"}
    begun = later.begin_note("a")
    assert (begun.text, begun.seen, len(begun.drafts)) == ("half a note", "saved", 1)
    later.put_note("a", begun.text, begun.seen)
    later.drop_draft("a", begun)
    assert UserData("csto", "1").begin_note("a") == NoteText("half a note", "half a note")
    assert UserData("csto", "1").begin_note("b") == NoteText("", "")


def test_drafts_of_two_runs_are_both_kept_and_one_that_goes_on_is_not_dropped() -> None:
    one, two = UserData("csto", "1"), UserData("csto", "1")
    of_one, of_two = one.begin_note("a"), two.begin_note("a")
    one.keep_draft("a", "from one", of_one)
    two.keep_draft("a", "from two", of_two)
    third = UserData("csto", "1")
    begun = third.begin_note("a")
    assert begun.text == f"from one\n\n{notes.APART}\nfrom two"
    one.keep_draft("a", "from one, more", of_one)
    third.put_note("a", begun.text, begun.seen)
    third.drop_draft("a", begun)
    assert UserData("csto", "1").begin_note("a").text == "from one, more"


def test_lines_are_added_to_a_note() -> None:
    one, two = UserData("csto", "1"), UserData("csto", "1")
    one.add_to_note("a", "first")
    two.add_to_note("a", " second ")
    one.add_to_note("a", "third")
    assert UserData("csto", "1").notes == {"a": "first\nsecond\nthird"}


def test_what_could_not_be_saved_joins_what_others_saved_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = UserData("csto", "1"), UserData("csto", "1")
    with monkeypatch.context() as patch:
        _full_disk(Path(), patch)
        one.pin("a")
        one.put_note("x", "of one", "")
    assert one.has_unsaved and one.outcome("Pinned.").startswith("Pinned. Not saved")
    two.pin("b")
    two.put_note("x", "of two", "")
    assert list(one.pins) == ["a"]
    one.refresh()
    assert list(one.pins) == ["b", "a"]
    one.pin("c")
    one.put_note("y", "later")
    assert not one.has_unsaved and one.outcome("Pinned.") == "Pinned."
    assert UserData("csto", "1").pins == ("b", "a", "c")
    assert UserData("csto", "1").notes == {"x": f"of two\n\n{notes.APART}\nof one", "y": "later"}
