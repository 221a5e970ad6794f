"""What a user writes belongs to a pack's id and folder: packs with one id do not share it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cstoref import paths
from cstoref.user import files, pack_folder
from cstoref.user.user_data import UserData, files_of
from tests.mini_pack import write_pack


@pytest.fixture
def data(own_home: Path) -> Path:
    """Where everything is saved."""
    return own_home / "data" / "cstoref"


def user_data(pack: Path | None, id: str = "mini") -> UserData:
    return UserData(id, "1", str(pack) if pack else None)


def folders(data: Path) -> list[str]:
    return sorted(path.name for path in data.iterdir())


def test_the_built_in_pack_has_the_folder_of_its_id(data: Path) -> None:
    user_data(None, "csto").put_note("a", "text")
    assert folders(data) == ["csto"]
    assert not (data / "csto" / "pack.json").exists()
    here = UserData("csto", "1", paths.builtin_pack())
    assert here.notes == {"a": "text"}


def test_the_id_of_the_built_in_pack_is_known(builtin_pack: object) -> None:
    assert builtin_pack.edition.id == paths.BUILTIN_ID  # type: ignore[attr-defined]


def test_a_pack_with_the_id_of_the_built_in_one_shares_nothing_with_it(tmp_path: Path, data: Path) -> None:
    pack = write_pack(tmp_path / "pack")
    user_data(pack, "csto").put_note("a", "mine")
    assert user_data(None, "csto").notes == {}
    user_data(None, "csto").put_note("a", "built-in")
    assert user_data(pack, "csto").notes == {"a": "mine"}


def test_packs_with_one_id_share_nothing(tmp_path: Path, data: Path) -> None:
    one, two = write_pack(tmp_path / "one"), write_pack(tmp_path / "two")
    first, second = user_data(one), user_data(two)
    assert first.notes == second.notes == {}
    first.pin("a")
    second.pin("b")
    second.put_note("a", "of the second")
    second.leave({"record": "x"})
    assert (user_data(one).pins, user_data(two).pins) == (("a",), ("b",))
    assert user_data(one).notes == {} and user_data(one).session is None
    plain, other = folders(data)
    assert plain == "mini" and other.startswith("mini-")
    assert {Path(path).parent for path in files_of("mini", str(two)).values()} == {data / other}


def test_a_pack_is_the_same_by_whatever_path_it_is_reached(
    tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = write_pack(tmp_path / "pack")
    (tmp_path / "link").symlink_to(pack)
    monkeypatch.chdir(tmp_path)
    user_data(pack).pin("a")
    for path in ("pack", "./pack/", "link", str(tmp_path / "link" / ".." / "pack")):
        assert UserData("mini", "1", path).pins == ("a",)
    assert folders(data) == ["mini"]


def test_what_version_0_1_0_saved_goes_to_the_first_pack_that_saves(tmp_path: Path, data: Path) -> None:
    one, two = write_pack(tmp_path / "one"), write_pack(tmp_path / "two")
    (data / "mini").mkdir(parents=True)
    (data / "mini" / "notes.json").write_text('{"version": 1, "notes": {"a": "old"}}')
    assert user_data(one).notes == user_data(two).notes == {"a": "old"}  # read by whom ever comes
    assert folders(data) == ["mini"] and not (data / "mini" / "pack.json").exists()
    user_data(one).put_note("b", "new")
    assert user_data(one).notes == {"a": "old", "b": "new"}
    assert user_data(two).notes == {}


def test_a_pack_that_was_moved_takes_everything_along(tmp_path: Path, data: Path) -> None:
    before = write_pack(tmp_path / "before")
    first = user_data(before)
    first.pin("a")
    first.put_note("a", "text")
    first.toggle_bookmark("a")
    shutil.move(before, tmp_path / "after")
    after = user_data(tmp_path / "after")
    assert (after.pins, after.notes) == (("a",), {"a": "text"})
    assert folders(data) == ["mini"]
    after.pin("b")
    again = user_data(tmp_path / "after")
    assert (again.pins, again.notes, len(again.bookmarks)) == (("a", "b"), {"a": "text"}, 1)
    write_pack(before)  # it is back
    back = user_data(before)
    assert (back.pins, back.notes) == (("a",), {"a": "text"})
    back.put_note("a", "changed")
    assert user_data(tmp_path / "after").notes == {"a": "text"}


def test_a_pack_that_was_copied_begins_anew(tmp_path: Path, data: Path) -> None:
    one = write_pack(tmp_path / "one")
    user_data(one).pin("a")
    shutil.copytree(one, tmp_path / "two")
    assert user_data(tmp_path / "two").pins == ()


def test_what_cannot_be_copied_is_not_saved_and_stays(
    tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = write_pack(tmp_path / "before")
    user_data(before).put_note("a", "text")
    user_data(before).pin("a")
    shutil.move(before, tmp_path / "after")
    after, times, replaced = user_data(tmp_path / "after"), [0], files.replace

    def full(*given: object) -> str:
        times[0] += 1
        if times[0] == 2:
            raise OSError(28, "No space left on device")
        return replaced(*given)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(files, "replace", full)
        after.pin("b")
    assert after.has_unsaved and after.pins == ("a", "b") and after.notes == {"a": "text"}
    again = user_data(tmp_path / "after")
    assert (again.pins, again.notes) == (("a",), {"a": "text"})
    after.pin("c")
    again = user_data(tmp_path / "after")
    assert (again.pins, again.notes) == (("a", "b", "c"), {"a": "text"})
    assert not after.has_unsaved


def test_what_cannot_be_read_of_a_pack_that_was_moved_stops_it(tmp_path: Path, data: Path) -> None:
    before = write_pack(tmp_path / "before")
    user_data(before).put_note("a", "text")
    later = '{"version": 2, "pins": {"a": 1}}'
    (data / "mini" / "pins.json").write_text(later)
    shutil.move(before, tmp_path / "after")
    after = user_data(tmp_path / "after")
    after.put_note("b", "new")
    assert after.has_unsaved and "a later version" in " ".join(after.take_news())
    assert (data / "mini" / "pins.json").read_text() == later
    (data / "mini" / "pins.json").unlink()
    after.put_note("c", "newer")
    assert user_data(tmp_path / "after").notes == {"a": "text", "b": "new", "c": "newer"}


def test_two_packs_that_save_for_the_first_time_at_once(
    tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = (user_data(write_pack(tmp_path / name)) for name in ("one", "two"))
    assert one.pins == two.pins == ()  # both mean to take the same folder
    one.pin("a")
    two.pin("b")
    assert not two.has_unsaved
    assert user_data(tmp_path / "one").pins == ("a",)
    assert user_data(tmp_path / "two").pins == ("b",)


@pytest.mark.parametrize("raw", [b"{", b'{"version": 1, "pack": 7}', b'{"version": 1}'])
def test_a_damaged_mark_of_a_folder_loses_nothing(tmp_path: Path, data: Path, raw: bytes) -> None:
    pack = write_pack(tmp_path / "pack")
    user_data(pack).pin("a")
    (data / "mini" / "pack.json").write_bytes(raw)
    assert user_data(pack).pins == ("a",)
    user_data(pack).pin("b")
    assert user_data(pack).pins == ("a", "b")


def test_a_folder_with_bytes_that_are_no_text(tmp_path: Path, data: Path) -> None:
    pack = write_pack(tmp_path / "p\udce9ck")
    user_data(pack).pin("a")
    assert user_data(pack).pins == ("a",)
    assert files.load(str(data / "mini"), pack_folder.OWNER).value == str(pack)
