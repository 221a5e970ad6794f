"""Packs in use: `cstoref pack use`, `list` and `drop`; links and saved things with layers."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref import dates, paths
from cstoref.store.cache import open_store
from tests.authoring.test_stack import EXTEND, SAID, write_layer
from tests.conftest import Result
from tests.mini_pack import PACK, write_pack

Run = Callable[..., Result]
pytestmark = pytest.mark.usefixtures("new_user")


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A layer above the small pack."""
    write_pack(tmp_path / "mini")
    return write_layer(tmp_path / "mine", leaders=EXTEND + 'names = ["Anja"]\n' + SAID)


def in_use(run: Run) -> list[str]:
    return [pack["id"] for pack in json.loads(run("pack", "list", "--json").out)]


def test_a_pack_in_use_is_read_by_every_command_until_it_is_dropped(run: Run, mine: Path) -> None:
    assert in_use(run) == ["csto"]
    used = run("pack", "use", str(mine))
    assert (used.code, used.err) == (0, "")
    assert [line.split()[0] for line in used.out.splitlines()] == ["mini", "mine"]
    assert "Anna said so (Anna Ivanova) [mine]" in run("statements", "--of", "anja").out
    assert run("anja").out.startswith("Anna Ivanova")
    assert run("belarus").code == 1
    assert run("belarus", "--pack", "csto").code == 0
    assert run("pack", "drop", "mine").code == 0
    assert in_use(run) == ["csto"]
    assert run("belarus").code == 0


def test_packs_are_in_use_in_the_order_in_which_they_were_put_there(run: Run, mine: Path) -> None:
    other = write_layer(mine.parent / "other", sources="")
    run("pack", "use", str(mine), str(other))
    assert in_use(run) == ["mini", "mine", "other"]
    run("pack", "use", str(mine))
    assert in_use(run) == ["mini", "other", "mine"]
    assert run("pack", "drop", str(mine), "other").code == 0
    assert in_use(run) == ["csto"]


def test_a_pack_that_does_not_verify_is_not_put_to_use(run: Run, mine: Path) -> None:
    (mine / "data" / "leaders.toml").write_text(EXTEND.replace("anna", "nobody"))
    used = run("pack", "use", str(mine))
    assert (used.code, used.out) == (4, "")
    assert "data/leaders.toml:2" in used.err
    assert in_use(run) == ["csto"]


def test_a_pack_in_use_that_is_broken_or_gone_is_named_with_the_way_out(run: Run, mine: Path) -> None:
    run("pack", "use", str(mine))
    (mine / "data" / "leaders.toml").write_text("[[leader")
    broken = run("anna")
    assert broken.code == 4
    assert "cstoref pack list; without them: --pack csto" in broken.err
    assert f"{mine}/data/leaders.toml:1" in broken.err or "data/leaders.toml:1" in broken.err
    mine.rename(mine.parent / "moved")
    assert f"{mine} is not a pack: it has no data folder" in run("anna").err
    assert run("pack", "drop", str(mine)).code == 0
    assert run("belarus").code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("use", "csto"), "the built-in pack is always there"),
        (("drop", "mine"), "no pack “mine” of your own is in use; there is none"),
        (("list", "--extends", "csto"), "pack list has no option --extends"),
        (("new", "x", "--extends", "nowhere"), "nowhere is not a pack; --extends takes its folder, or csto"),
    ],
)
def test_what_cannot_be_done_is_said(run: Run, words: tuple[str, ...], said: str) -> None:
    result = run("pack", *words)
    assert result.code in (1, 2)
    assert said in result.err


@pytest.mark.parametrize("extends", ["csto", "mini"])
def test_a_new_layer_verifies_and_can_be_put_to_use(
    run: Run, mine: Path, extends: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(mine.parent)
    made = run("pack", "new", "sub/fresh", "--extends", extends)
    assert "cstoref pack use sub/fresh" in made.out
    checked = run("verify", "sub/fresh")
    assert (checked.code, checked.err) == (0, "")
    assert "fresh: 0 sources, 0 records, 0 statements, 0 conflicts" in checked.out
    assert run("pack", "use", "sub/fresh").code == 0
    assert in_use(run) == [extends, "fresh"]


def test_what_is_added_goes_to_the_topmost_pack_in_use(run: Run, mine: Path, tmp_path: Path) -> None:
    note = tmp_path / "Walk.txt"
    note.write_text("We walked along the wall of Xanadu.\n", encoding="utf-8")
    run("pack", "use", str(mine))
    added = run("pack", "add", str(note), "--id", "walk")
    assert added.code == 0, added.err
    assert (mine / "corpus" / "walk.txt").is_file()
    assert run("pack", "undo").code == 0
    assert not (mine / "corpus" / "walk.txt").exists()


def test_links_name_the_pack_and_never_open_what_another_pack_has(run: Run, mine: Path) -> None:
    own, below = run("cite", "anna/said", "--pack", str(mine)), run("cite", "boris", "--pack", str(mine))
    assert "(cstoref open mine:anna/said@1)" in own.out
    assert "(cstoref open mini:boris@1)" in below.out
    for words in ("mine:anna/said@1", "mini:boris@1", "mini:news:0-4@1"):
        assert run("show", words, "--pack", str(mine)).code == 0, words
    alone = run("show", "mine:anna/said@1", "--pack", str(mine.parent / "mini"))
    assert alone.code == 1
    assert "is of the pack “mine”; the pack is not in use: cstoref pack use DIR" in alone.err
    assert "is of the pack “mini”" in run("show", "mini:boris@1").err
    assert "cited from edition 0; this is edition 1" in run("show", "mini:boris@0", "--pack", str(mine)).err
    assert "(cstoref open belarus@" in run("cite", "belarus").out


def test_pins_and_notes_belong_to_the_stack(run: Run, mine: Path) -> None:
    run("pin", "meeting/attended/anna", "--pack", str(mine))
    assert run("pin", "--pack", str(mine.parent / "mini")).code == 1
    assert "meeting/attended/anna" in run("pin", "--pack", str(mine)).out
    other = write_layer(mine.parent / "other", sources="")
    assert run("pin", "--pack", str(mine), "--pack", str(other)).code == 1
    memo = run("memo", "--pack", str(mine))
    assert "cstoref open mini:news:0-24@1" in memo.out


def test_a_change_below_is_seen_though_the_layer_is_as_it_was(run: Run, mine: Path) -> None:
    assert run("boris", "--pack", str(mine)).out.startswith("Boris ")
    leaders = mine.parent / "mini" / "data" / "leaders.toml"
    leaders.write_text(leaders.read_text(encoding="utf-8").replace('"Boris"', '"Boris Borisov"'))
    assert run("boris", "--pack", str(mine)).out.startswith("Boris Borisov ")


def test_a_layer_that_is_compiled_is_not_compiled_again(mine: Path) -> None:
    told: list[str] = []
    for _ in range(3):
        open_store(str(mine), told.append).close()
    assert told == [str(mine)]


def test_without_a_layer_nothing_is_read_for_layers(run: Run, tmp_path: Path) -> None:
    assert paths.active_packs() == ()
    run("belarus")
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("checked", "today", "noticed"),
    [
        ("2026", "2026-02-03", False),
        ("2026", "2025-12-30", True),
        ("2026-06", "2026-06-01", False),
        ("2026-06", "2026-05-01", True),
        ("2026-06-03", "2026-06-01", True),
        ("2026-06-03", "2026-06-02", False),
    ],
)
def test_a_year_or_month_is_no_later_than_a_day_in_it(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, checked: str, today: str, noticed: bool
) -> None:
    monkeypatch.setattr(dates, "today", lambda: today)
    folder = write_pack(tmp_path / "pack", pack=PACK.replace("2020-12-31", checked))
    assert ("the system date is before" in run("anna", "--pack", str(folder)).err) is noticed
    version = run("--version", "--pack", str(folder)).out
    assert ("after the system date" in version) is noticed
