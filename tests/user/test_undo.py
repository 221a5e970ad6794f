"""Undo: the last change of what is saved is taken back, whatever else has changed since."""

from __future__ import annotations

from cstoref.user.user_data import UserData


def fresh() -> UserData:
    return UserData("small", "1")


def test_each_change_is_taken_back_the_last_one_first() -> None:
    user = fresh()
    user.pin("a", "b", "c")
    user.toggle_bookmark("r")
    user.put_note("r", "first")
    user.put_note("r", "second")
    user.unpin(["b"])
    user.undo()
    assert user.pins == ("a", "b", "c")
    user.undo()
    assert user.notes["r"] == "first"
    user.undo()
    assert "r" not in user.notes
    user.undo()
    assert user.bookmarks == ()
    user.undo()
    assert not user.pins
    assert not user.undoes_own


def test_a_removed_bookmark_comes_back_to_its_place_and_a_moved_one_too() -> None:
    user = fresh()
    for id in ("a", "b", "c"):
        user.toggle_bookmark(id)
    user.toggle_bookmark("b")
    user.undo()
    assert [bookmark.id for bookmark in user.bookmarks] == ["a", "b", "c"]
    user.move_bookmark("c", -2)
    user.undo()
    assert [bookmark.id for bookmark in user.bookmarks] == ["a", "b", "c"]


def test_a_run_returns_to_a_moment_whatever_was_changed_and_undone_since() -> None:
    user = fresh()
    user.pin("a", "b")
    user.toggle_bookmark("r")
    moment = user.moment
    user.undo()
    user.undo()
    user.pin("c")
    user.put_note("r", "typed by mistake")
    user.return_to(moment)
    assert ([one.id for one in user.bookmarks], dict(user.notes)) == (["r"], {})
    assert fresh().pins == ("a", "b")
    user.undo()
    assert user.bookmarks == ()


def test_what_another_run_has_written_since_a_moment_stays() -> None:
    user, other = fresh(), fresh()
    moment = user.moment
    user.pin("a")
    other.pin("x")
    user.return_to(moment)
    assert fresh().pins == ("x",)


def test_what_another_run_has_written_meanwhile_stays() -> None:
    user, other = fresh(), fresh()
    user.pin("a")
    other.pin("x")
    user.undo()
    assert fresh().pins == ("x",)
