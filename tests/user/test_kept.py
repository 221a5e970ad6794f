"""Bookmarks, notes and recent records: values that change by making new ones, and their files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cstoref.user import bookmarks, files, last_place, notes, recent
from cstoref.user.bookmarks import Bookmark, Bookmarks

THREE = (Bookmark("a", "2026-01-01"), Bookmark("b", "2026-01-02"), Bookmark("c", "2026-01-03"))


def ids(kept: Bookmarks) -> str:
    return "".join(bookmark.id for bookmark in kept)


def test_a_bookmark_is_added_last_with_its_day_and_once() -> None:
    kept = bookmarks.add(THREE, "d", "2026-02-01")
    assert kept == (*THREE, Bookmark("d", "2026-02-01"))
    assert bookmarks.add(kept, "a", "2026-03-01") is kept


def test_a_bookmark_has_the_day_of_today_if_none_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cstoref.dates.today", lambda: "2026-11-22")
    assert bookmarks.add((), "a") == (Bookmark("a", "2026-11-22"),)


def test_toggling_removes_and_adds() -> None:
    without = bookmarks.toggle(THREE, "b")
    assert ids(without) == "ac"
    assert not bookmarks.has(without, "b")
    assert ids(bookmarks.toggle(without, "b")) == "acb"


@pytest.mark.parametrize(
    ("id", "step", "order"),
    [
        ("a", 1, "bac"),
        ("a", 9, "bca"),
        ("a", -1, "abc"),
        ("c", -1, "acb"),
        ("c", -9, "cab"),
        ("b", 0, "abc"),
        ("missing", 1, "abc"),
    ],
)
def test_a_bookmark_is_moved_as_far_as_there_are_places(id: str, step: int, order: str) -> None:
    assert ids(bookmarks.move(THREE, id, step)) == order
    assert ids(THREE) == "abc"


def test_a_note_is_put_replaced_and_cleared() -> None:
    one = notes.put({}, "belarus", "  Ask about Matybulak. [/b] \n")
    assert one == {"belarus": "Ask about Matybulak. [/b]"}
    two = notes.put(notes.put(one, "b", "second"), "belarus", "new")
    assert list(two.items()) == [("belarus", "new"), ("b", "second")]
    assert notes.clear(two, "b") == notes.put(two, "b", " \n ") == {"belarus": "new"}
    assert notes.clear(two, "missing") == two


def test_notes_cannot_be_changed_in_place() -> None:
    with pytest.raises(TypeError):
        notes.put({}, "a", "x")["a"] = "y"  # type: ignore[index]


def test_recent_records_are_newest_first_once_and_few() -> None:
    kept: recent.Recent = ()
    for number in range(80):
        kept = recent.opened(kept, f"r{number}")
    assert len(kept) == recent.MOST == 50
    assert recent.opened(kept, "r40")[:3] == ("r40", "r79", "r78")
    assert recent.opened(kept, "r40").count("r40") == 1


def _kept(form: files.FileForm[Any]) -> Callable[[Path, Any], Any]:
    def there_and_back(folder: Path, value: Any) -> Any:
        assert files.change(str(folder), form, lambda _: value).problem == ""
        return files.load(str(folder), form).value

    return there_and_back


@pytest.mark.parametrize(
    ("form", "value"),
    [
        (bookmarks.FORM, ()),
        (bookmarks.FORM, THREE),
        (notes.FORM, {}),
        (notes.FORM, {"a": "первая\n\nсекунда", "b": "[sic] \x1b[31m"}),
        (recent.FORM, ("b", "a")),
        (last_place.FORM, None),
        (
            last_place.FORM,
            last_place.LastPlace("1", {"record": "a", "sentence": None, "zoomed": True, "citation": 2}),
        ),
    ],
)
def test_what_is_kept_comes_back(tmp_path: Path, form: files.FileForm[Any], value: Any) -> None:
    assert _kept(form)(tmp_path, value) == value


@pytest.mark.parametrize(
    ("form", "text"),
    [
        (bookmarks.FORM, '"bookmarks": {}'),
        (bookmarks.FORM, '"bookmarks": ["belarus"]'),
        (bookmarks.FORM, '"bookmarks": [{"id": "a"}]'),
        (bookmarks.FORM, '"bookmarks": [{"id": 1, "added": "2026-01-01"}]'),
        (bookmarks.FORM, '"bookmarks": [{"id": "a", "added": "2026-01-01", "colour": "red"}]'),
        (bookmarks.FORM, '"bookmarks": [], "folders": []'),
        (notes.FORM, '"notes": []'),
        (notes.FORM, '"notes": {"a": 1}'),
        (notes.FORM, '"notes": {}, "more": 1'),
        (recent.FORM, '"records": "a"'),
        (recent.FORM, '"records": [1]'),
        (last_place.FORM, '"edition": 1, "state": {}'),
        (last_place.FORM, '"edition": "1", "state": []'),
    ],
)
def test_what_a_file_of_ours_would_not_say_is_damage(
    tmp_path: Path, form: files.FileForm[Any], text: str
) -> None:
    raw = f'{{"version": 1, {text}}}'
    (tmp_path / form.name).write_text(raw)
    loaded = files.load(str(tmp_path), form)
    assert loaded.value == form.empty
    assert loaded.damaged and "cannot be read" in loaded.problem
    assert (tmp_path / form.name).read_text() == raw
