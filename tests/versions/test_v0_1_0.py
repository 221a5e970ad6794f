"""Everything that version 0.1.0 wrote opens in this version, and 0.1.0 still reads what this version writes.

`v0_1_0/` was written by 0.1.0 (`make_v0_1_0.py`), and holds its own modules that read what a user keeps.
"""

from __future__ import annotations

import json
import lzma
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cstoref.cli.main import main
from cstoref.store.cache import cached_path, open_store
from cstoref.store.queries import Store
from cstoref.tui.keyboard import OFFERED
from cstoref.tui.start import Start, left
from cstoref.user import config
from cstoref.user.config import Settings
from cstoref.user.user_data import UserData
from tests.conftest import Result

Run = Callable[..., Result]
WRITTEN = Path(__file__).parent / "v0_1_0"
NOTE = "a line\n\nanother line, Лукашенко [sic] \x1b[31m"
PINS = {
    "csto": ["crrf-agreement/refused/belarus-june-2009"],
    "small": ["pact/signed/anna", "pact/signed/boris"],
}
RECORD = {"csto": "belarus", "small": "pact"}
RECENT = {"csto": ["belarus", "russia"], "small": ["pact", "anna"]}
EDITION = {"csto": "2026.11", "small": "1"}
OLD = """
import json, sys
from cstoref.user.keeping import Keeping
id, edition, *change = sys.argv[1:]
kept = Keeping(id, edition)
if change:
    kept.pin(f"{change[0]}/pinned")
    kept.put_note(change[0], "noted by the old version")
    kept.toggle_bookmark(change[0])
    kept.opened(change[0])
json.dump({"pins": kept.pins, "notes": dict(kept.notes), "bookmarks": [one.id for one in kept.bookmarks],
           "recent": kept.recent, "session": kept.session, "news": kept.take_news()}, sys.stdout)
"""
"""Reads what is kept as 0.1.0 does, and changes something if it is told to."""


@pytest.fixture
def person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of a user of 0.1.0."""
    for name in ("data", "config", "pack"):
        shutil.copytree(WRITTEN / name, tmp_path / name)
    for name in ("data", "config", "cache"):
        monkeypatch.setenv(f"XDG_{name.upper()}_HOME", str(tmp_path / name))
    return tmp_path


def pack_of(person: Path, id: str) -> str | None:
    """The folder of a pack; None is the built-in one."""
    return None if id == "csto" else str(person / "pack")


def user_data(person: Path, id: str) -> UserData:
    return UserData(id, EDITION[id], pack_of(person, id))


def everything(data: UserData) -> dict[str, Any]:
    session = data.session
    return {
        "pins": [*data.pins],
        "notes": dict(data.notes),
        "bookmarks": [one.id for one in data.bookmarks],
        "recent": [*data.recent],
        "session": dict(session) if session else None,
        "news": [*data.take_news()],
    }


def read_by_old(person: Path, id: str, *change: str) -> dict[str, Any]:
    """What version 0.1.0 finds, which it may have changed before."""
    env = {**os.environ, "PYTHONPATH": str(WRITTEN / "user.zip"), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", OLD, id, EDITION[id], *change]
    done = subprocess.run(command, env=env, cwd=person, capture_output=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def files_below(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("id", ["csto", "small"])
def test_everything_that_was_kept_is_there_and_reading_changes_nothing(person: Path, id: str) -> None:
    before = files_below(person / "data")
    found = everything(user_data(person, id))
    session = found.pop("session")
    assert found == {
        "pins": PINS[id],
        "notes": {RECORD[id]: NOTE, "an-id-that-is-gone": "kept all the same"},
        "bookmarks": [RECORD[id], "an-id-that-is-gone"],
        "recent": RECENT[id],
        "news": [],
    }
    assert (session["record"], session["as_of"]) == (RECORD[id], "2009-06-14")
    assert files_below(person / "data") == before


def test_the_page_on_which_the_explorer_was_left_is_gone_back_to(person: Path) -> None:
    store = open_store(str(person / "pack"))
    state = left(store, Start(), Settings(), user_data(person, "small").session)
    assert state is not None
    assert (state.record, state.as_of, state.pane) == ("pact", "2009-06-14", "record")


def test_pins_become_a_memo_with_the_notes(person: Path, run: Run) -> None:
    pack = str(person / "pack")
    user_data(person, "small").put_note("pact/signed/anna", "a note of mine")
    listed, memo = run("pin", "--pack", pack), run("memo", "--pack", pack)
    assert (listed.code, listed.err, memo.code) == (0, "", 0)
    assert memo.out.index("Anna") < memo.out.index("> a note of mine") < memo.out.index("Boris signed")


def test_a_pin_of_the_built_in_pack_is_found(person: Path, builtin: Store, run: Run) -> None:
    result = run("pin")
    assert (result.code, result.err) == (0, "")
    assert "Belarus" in result.out


def test_a_pack_of_the_users_own_verifies_and_is_shown(person: Path, run: Run) -> None:
    pack = str(person / "pack")
    assert run("verify", pack, "--no-review").code == 0
    assert "Anna Ivanova" in run("anna", "--pack", pack).out


def test_a_compiled_pack_is_not_taken_for_one_of_this_version(person: Path, run: Run) -> None:
    pack = str(person / "pack")
    with_none = run("export", "--pack", pack).out
    place = Path(cached_path(pack) or "")
    compiled = place.read_bytes()
    place.write_bytes(lzma.decompress((WRITTEN / "pack.db.xz").read_bytes()))
    assert place.read_bytes() != compiled
    assert run("export", "--pack", pack) == (0, with_none, "")
    assert place.read_bytes()[:16] == b"SQLite format 3\0"


def test_the_settings_are_understood(person: Path) -> None:
    settings = config.load(OFFERED)
    assert settings.problems == ()
    assert (settings.theme, settings.mouse, settings.as_of) == ("light", False, "2009-06-30")
    assert settings.keys == {"find": ("slash", "ctrl+f")}


@pytest.mark.parametrize("id", ["csto", "small"])
def test_there_and_back_and_there_again_nothing_is_lost(person: Path, id: str) -> None:
    record, data = RECORD[id], user_data(person, id)
    data.pin("new/pinned")
    data.put_note("new", "noted\nby the new version")
    data.put_note(record, "changed", NOTE)
    data.toggle_bookmark("new")
    data.opened("new")
    data.keep_draft(record, "half a note", data.begin_note(record))
    data.leave({"record": "new", "a_field_of_this_version": True})
    mine = everything(user_data(person, id))
    assert read_by_old(person, id) == mine
    old = read_by_old(person, id, "old")
    assert (old["pins"], old["news"]) == ([*mine["pins"], "old/pinned"], [])
    assert old["notes"] == {**mine["notes"], "old": "noted by the old version"}
    assert everything(user_data(person, id)) == old
    assert user_data(person, id).begin_note(record).text == "half a note"
    assert [name for name in files_below(person / "data") if "damaged" in name] == []


def test_commands_of_today_are_read_by_the_old_version(
    person: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = str(person / "pack")
    assert main(["unpin", "pact/signed/anna", "--pack", pack]) == 0
    assert main(["pin", "pact/signed/anna", "--pack", pack]) == 0
    assert read_by_old(person, "small")["pins"] == ["pact/signed/boris", "pact/signed/anna"]
    assert capsys.readouterr().err == ""
