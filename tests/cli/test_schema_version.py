"""Every JSON that a command prints has the version of its form: the last key of each object at its top."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref.cli.commands import COMMANDS, PACK_SUBCOMMANDS
from cstoref.export.lines import SCHEMA
from cstoref.session.copies import json_of
from cstoref.session.target import Target
from cstoref.store.queries import Store
from tests.conftest import Result
from tests.small_pack import write_small_pack

Run = Callable[..., Result]
LISTS = {name for name, command in COMMANDS.items() if command.module == "lists"}
CALLS = (
    *(f"{name}" for name in sorted(LISTS)),
    "show anna",
    "show who is xyzzy",
    "show a",
    "search boris",
    "statements --field attended",
    "statements --count",
    "timeline",
    "matrix --mode attendance",
    "conflicts",
    "conflicts did-boris-sign",
    "compare arcadia xanadu",
    "changes --since 2000 --until 2010",
    "cite news",
    "sources",
    "sources news",
    "coverage",
    "coverage --offices",
    "verify",
    "pin",
    "memo",
    "keys",
    "paths",
    "pack list",
    "pack fields signed",
    "pack todo",
    "pack state --of anna --field said --text Anna_spoke. --source letter --quote Boris_never_signed",
    "pack record Carla_Roe --type office",
    "pack undo",
    "pack add HERE/note.txt --id note",
    "pack attach register HERE/register.txt",
    "pack build -o HERE/small.pack",
    "pack diff HERE/pack HERE/pack",
    "pack merge HERE/pack HERE/pack -o HERE/both",
    "pack new HERE/new",
    "pack use HERE/new",
    "pack drop HERE/new",
    "pack import HERE/small.jsonl -o HERE/back",
)
"""Calls in the order in which they are made; `_` is a blank within a word."""
TERMINAL = {"pick"}
"""It needs a terminal: `tests/tui/test_picker.py`."""
NOT_OURS = {"schema"}
"""The subcommand of `pack` that prints a JSON Schema, which has a version of its own."""
NO_PACK = (
    "keys",
    "paths",
    "pack new",
    "pack list",
    "pack use",
    "pack drop",
    "pack diff",
    "pack import",
    "pack merge",
)


def test_every_command_is_called() -> None:
    wanted = {name for name, command in COMMANDS.items() if "json" in command.options.split()} - TERMINAL
    assert {call.split()[0] for call in CALLS} == wanted
    subcommands = {call.split()[1] for call in CALLS if call.startswith("pack ")}
    assert subcommands == set(PACK_SUBCOMMANDS) - NOT_OURS


def test_what_every_command_prints_has_its_version(run: Run, new_user: None, tmp_path: Path) -> None:
    pack = str(write_small_pack(tmp_path / "pack"))
    (tmp_path / "note.txt").write_text("Anna walked home on 4 May 2001.\n", encoding="utf-8")
    (tmp_path / "register.txt").write_text("Arcadia, a state.\n", encoding="utf-8")
    assert run("export", "--pack", pack, "-o", str(tmp_path / "small.jsonl"), "--texts").code == 0
    assert run("pin", "meeting/attended/anna", "--pack", pack).code == 0
    for call in CALLS:
        words = [word.replace("_", " ").replace("HERE", str(tmp_path)) for word in call.split()]
        of = [] if call.startswith(NO_PACK) else ["--pack", pack]
        result = run(*words, *of, "--json")
        assert result.out, (call, result)
        value = json.loads(result.out)
        objects = value if isinstance(value, list) else [value]
        assert objects, call
        assert {list(one.items())[-1] for one in objects} == {("schema", SCHEMA)}, call


@pytest.mark.parametrize("target", ["anna", "news", "did-boris-sign", "pact/signed/anna"])
def test_json_that_is_copied_has_its_version(small: Store, target: str) -> None:
    assert list(json.loads(json_of(small, Target("record", target))).items())[-1] == ("schema", SCHEMA)
