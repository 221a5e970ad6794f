"""The manual page says what the program takes, in macros that man knows."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from cstoref.cli.commands import COMMANDS, PACK_SUBCOMMANDS
from cstoref.cli.options import parser_of

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "cstoref.1"
TEXT = PAGE.read_text(encoding="utf-8")
MACROS = {
    "Ar",
    "Bl",
    "Cm",
    "Dd",
    "Dl",
    "Dt",
    "El",
    "Ev",
    "Fl",
    "Ic",
    "It",
    "Nd",
    "Nm",
    "Op",
    "Os",
    "Pa",
    "Pp",
}
sys.path.insert(0, str(ROOT / "docs"))


def test_the_page_is_what_the_code_says() -> None:
    from manual import manual  # type: ignore[import-not-found]

    assert manual() == TEXT, "stale: run `make reference`"


def test_every_command_has_all_its_options() -> None:
    for name in COMMANDS:
        part = TEXT.partition(f"\n.Ss cstoref {name}\n")[2].partition("\n.S")[0].replace("\\", "")
        shared = TEXT.partition("\n.Ss Common options\n")[2].partition("\n.S")[0].replace("\\", "")
        for action in parser_of(name)._actions:
            for spelling in action.option_strings:
                assert f"Fl {spelling[1:]}" in part + shared or action.dest == "help", f"{name} {spelling}"
    for subcommand in PACK_SUBCOMMANDS:
        assert f".It Ic cstoref pack {subcommand}" in TEXT


def test_every_variable_that_is_named_is_read() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "cstoref").rglob("*.py"))
    named = re.findall(r"^\.It Ev (\w+)$", TEXT, re.MULTILINE)
    assert named
    assert [name for name in named if f'"{name}"' not in code] == []


def test_only_macros_that_are_known_begin_lines_and_lists_are_closed() -> None:
    lines = TEXT.splitlines()
    begun = [line[1:3] for line in lines if line.startswith(".") and not line.startswith('.\\"')]
    assert set(begun) <= MACROS | {"Sh", "Ss"}
    assert begun.count("Bl") == begun.count("El") > len(COMMANDS)
    assert [line for line in lines if line.startswith("'") or line != line.rstrip()] == []
