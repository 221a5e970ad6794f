"""`pin`, `unpin` and `memo`: all or nothing, and exit codes that say whether it is saved."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref.user.user_data import UserData
from tests.conftest import Result

Run = Callable[..., Result]
ANNA, BORIS, MEN = "meeting/attended/anna", "meeting/attended/boris", "meeting/contributed/boris"


@pytest.fixture
def pack(make_pack: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A small pack, of which nothing is pinned yet; the current folder is the test's own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return str(make_pack())


def pinned(pack: str) -> tuple[str, ...]:
    return UserData("mini", "1", pack).pins


def test_pins_are_added_in_their_order_and_removed(pack: str, run: Run) -> None:
    assert run("pin", MEN, ANNA, "--pack", pack) == (0, "", "")
    assert run("pin", BORIS, "--pack", pack) == (0, "", "")
    assert pinned(pack) == (MEN, ANNA, BORIS)
    assert run("unpin", ANNA, MEN, "--pack", pack) == (0, "", "")
    assert pinned(pack) == (BORIS,)
    assert run("unpin", "--all", "--pack", pack).code == 0
    assert pinned(pack) == ()


@pytest.mark.parametrize("wrong", ["nothing", "anna", "meeting", "news", ""])
def test_one_wrong_id_changes_nothing(pack: str, run: Run, wrong: str) -> None:
    run("pin", MEN, "--pack", pack)
    result = run("pin", ANNA, wrong, BORIS, "--pack", pack)
    assert (result.code, pinned(pack)) == (1, (MEN,))
    assert f"“{wrong}” is not a statement, so nothing was pinned" in result.err
    result = run("unpin", MEN, wrong or "x", "--pack", pack)
    assert (result.code, pinned(pack)) == (1, (MEN,))
    assert f"“{wrong or 'x'}” is not pinned, so nothing was unpinned" in result.err


def test_a_pin_under_a_retired_id_is_removed_by_either_id(
    make_pack: Callable[..., Path], pack: str, run: Run
) -> None:
    old = "conference/attended/anna"
    retired = '[[retired]]\nid = "conference"\nsuccessor = "meeting"\n'
    make_pack(retired=retired)
    for id in (old, ANNA):
        UserData("mini", "1", pack).pin(old)
        assert run("pin", "--pack", pack).out.count("Anna Ivanova") >= 1
        assert run("unpin", id, "--pack", pack).code == 0
        assert pinned(pack) == ()


def in_the_way(data: Path) -> None:
    data.write_text("")


def later_version(data: Path) -> None:
    (data / "cstoref" / "mini").mkdir(parents=True)
    (data / "cstoref" / "mini" / "pins.json").write_text('{"version": 2, "pins": {"a": 1}}')


def a_folder(data: Path) -> None:
    (data / "cstoref" / "mini" / "pins.json").mkdir(parents=True)


@pytest.mark.parametrize("hinder", [in_the_way, later_version, a_folder])
def test_what_could_not_be_saved_exits_with_1_and_says_why(
    pack: str, run: Run, tmp_path: Path, hinder: Callable[[Path], None]
) -> None:
    hinder(tmp_path / "data")
    before = sorted(tmp_path.rglob("*"))
    result = run("pin", ANNA, "--pack", pack)
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("cstoref: Your changes are not saved: ") and result.err.count("\n") == 1
    assert [path for path in sorted(tmp_path.rglob("*")) if "pack.json" not in path.name
            and ".lock" not in path.name] == before  # fmt: skip


def test_a_damaged_file_is_set_aside_and_it_is_saved(pack: str, run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "data" / "cstoref" / "mini"
    folder.mkdir(parents=True)
    (folder / "pins.json").write_text("{")
    result = run("pin", "--pack", pack)
    assert result.code == 1 and "the next change sets it aside" in result.err
    assert (folder / "pins.json").read_text() == "{"
    result = run("pin", ANNA, "--pack", pack)
    assert result.code == 0 and "set aside as" in result.err
    assert (folder / "pins.json.damaged-1").read_text() == "{"
    assert pinned(pack) == (ANNA,)


def memo_of(run: Run, pack: str, *words: str) -> Result:
    return run("memo", "--pack", pack, *words)


def test_a_memo_is_written_to_a_new_file_and_over_another_only_by_force(pack: str, run: Run) -> None:
    run("pin", ANNA, "--pack", pack)
    printed = memo_of(run, pack).out
    assert memo_of(run, pack, "-o", "-").out == printed
    assert memo_of(run, pack, "-o", "memo.md") == (0, "", "")
    assert Path("memo.md").read_text(encoding="utf-8") == printed
    Path("memo.md").write_text("mine")
    result = memo_of(run, pack, "-o", "memo.md")
    assert result == (2, "", "cstoref: memo.md exists already; --force replaces it\n")
    assert Path("memo.md").read_text() == "mine"
    assert memo_of(run, pack, "--force", "--output", "memo.md").code == 0
    assert Path("memo.md").read_text(encoding="utf-8") == printed
    assert os.listdir(".") == ["memo.md"]


@pytest.mark.parametrize("words", [["export"], ["cite", ANNA], ["memo"], ["export", "--format", "json"]])
@pytest.mark.parametrize("json_too", [False, True])
def test_every_output_option_writes_what_would_be_printed(
    pack: str, run: Run, words: list[str], json_too: bool
) -> None:
    run("pin", ANNA, "--pack", pack)
    words = [*words, "--pack", pack, *(["--json"] if json_too and words[0] != "export" else [])]
    printed = run(*words).out
    for name in ("a.txt", "-x", "p\udce9re", "Памятка"):
        assert run(*words, f"--output={name}") == (0, "", "")
        assert Path(name).read_text(encoding="utf-8") == printed
        assert run(*words, f"--output={name}").code == 2
    assert run(*words, "-o", "-").out == printed
    for wrong, code in (("", 2), (".", 2), ("none/x", 1), ("x/", 2)):
        result = run(*words, f"--output={wrong}")
        assert (result.code, result.out) == (code, "") and result.err.count("\n") == 1
    if words[0] == "memo" and json_too:
        assert json.loads(printed)["pins"] == [ANNA]


def test_notes_that_are_pinned_stand_in_the_memo_line_by_line(pack: str, run: Run) -> None:
    run("pin", ANNA, "--pack", pack)
    UserData("mini", "1", pack).put_note(ANNA, "first\n\n second")
    assert "\n> first\n> \n>  second\n" in memo_of(run, pack).out
