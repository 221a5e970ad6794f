"""`cstoref keys`: the commands with their ids and keys, and what a terminal sends."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref.tui.keyboard import OFFERED, Keys
from cstoref.tui.probe import Probe
from tests.conftest import Result

from .helpers import Driver, drive, frame, press


def test_every_command_is_listed_with_its_id(run: Callable[..., Result]) -> None:
    lines = run("keys").out.splitlines()
    for command in OFFERED.values():
        (line,) = [line for line in lines if re.search(rf"^  \S.* {command.id}  +[A-Z]", line)]
        assert line.split()[0] == Keys({}).all_of(command).split()[0]
    assert all(len(line) <= 80 for line in lines)


def test_keys_that_a_person_chose_are_listed_and_what_is_wrong_is_told(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    (tmp_path / "config" / "cstoref").mkdir(parents=True)
    (tmp_path / "config" / "cstoref" / "config.toml").write_text('[keys]\nzoom = ["w"]\nzoo = ["y"]\n')
    result = run("keys", "--json")
    listed = {one["id"]: one for one in json.loads(result.out)}
    assert listed["zoom"]["keys"] == ["w"]
    assert listed["help"]["keys"] == ["question_mark", "f1"]
    assert "did you mean “zoom”?" in result.err


def test_probing_needs_a_terminal(run: Callable[..., Result]) -> None:
    result = run("keys", "--probe")
    assert result.code == 2
    assert "terminal" in result.err


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("slash", '/               "slash"  runs find'),
        ("ctrl+n", 'ctrl+n          "ctrl+n"  free'),
        ("ctrl+q", 'ctrl+q          "ctrl+q"  free'),
        ("left", '←               "left"  free'),
    ],
)
def test_a_key_is_named_as_the_settings_want_it(key: str, shown: str) -> None:
    async def scenario(pilot: Driver) -> None:
        await press(pilot, key)
        assert shown.replace(" ", "") in frame(pilot).replace(" ", "")
        await press(pilot, "escape", "escape")
        assert not pilot.app.is_running

    drive(Probe({"slash": "find"}), scenario, (80, 24))
