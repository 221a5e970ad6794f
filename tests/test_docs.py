"""The documents say what is so: what they name is there, and what is there is named."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

import pytest

from cstoref.authoring.load import load_vocabulary
from cstoref.cli.commands import COMMANDS
from cstoref.cli.options import parser_of
from cstoref.store.queries import Store
from cstoref.tui.keyboard import OFFERED

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
ROOMS = ("cstoref", "data", "corpus", "docs", "tests", "bench", "release")
sys.path.insert(0, str(ROOT / "docs"))

page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def code(text: str) -> list[str]:
    """Everything that stands in code spans, and the lines of shell blocks."""
    blocks = re.findall(r"^```(?:sh|text)\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    spans = re.findall(
        r"(?<!`)`([^`\n]+)`(?!`)", re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)
    )
    return spans + [
        line.removeprefix("$ ").split("  #")[0] for block in blocks for line in block.splitlines()
    ]


def command_lines(text: str) -> list[list[str]]:
    """The `cstoref …` lines that name a command of ours, as words."""
    found = []
    for line in code(text):
        if line.startswith("cstoref ") and not set(line) & set("…|>"):
            words = shlex.split(line)[1:]
            if words and words[0] in COMMANDS:
                found.append(words)
    return found


@page
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


@page
def test_commands_have_the_options_that_are_shown(page: Path) -> None:
    for name, *rest in command_lines(page.read_text(encoding="utf-8")):
        known = {option for action in parser_of(name)._actions for option in action.option_strings}
        for word in rest:
            if word.startswith("-") and len(word) > 1:
                assert word.split("=")[0] in known, f"cstoref {name} {word}"


@page
def test_files_that_are_named_are_there(page: Path) -> None:
    for span in code(page.read_text(encoding="utf-8")):
        if re.fullmatch(rf"({'|'.join(ROOMS)})/[\w./-]+", span):
            assert (ROOT / span).exists(), span


@page
def test_targets_of_make_are_there(page: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for span in code(page.read_text(encoding="utf-8")):
        if span.startswith("make "):
            named = [word for word in shlex.split(span, comments=True)[1:] if "=" not in word]
            assert set(named) <= targets, span


def test_the_reference_is_what_the_code_says(builtin: Store) -> None:
    from reference import PAGE, reference  # type: ignore[import-not-found]

    assert PAGE.read_text(encoding="utf-8") == reference(builtin), "stale: run `make reference`"


def test_the_reference_leaves_nothing_out() -> None:
    text = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
    for name in COMMANDS:
        assert f"### `cstoref {name}`" in text
    declared = load_vocabulary(ROOT)
    for rule in declared.kinds.values():
        assert f"| `{rule.kind.id}` |" in text
    for name in declared.fields:
        assert f"| `{name}` |" in text
    for command in OFFERED.values():
        assert f"`{command.id}`" in text


def test_the_architecture_has_a_row_for_every_room() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    table = {
        word
        for line in text.splitlines()
        if line.startswith("| `")
        for word in re.findall(r"`(\w+)`", line.split("|")[1])
    }
    rooms = {path.stem for path in (ROOT / "cstoref").iterdir() if path.suffix in ("", ".py")}
    assert rooms - {"__init__", "__main__", "__pycache__", "_pack"} <= table


def test_every_option_says_what_it_does() -> None:
    for name in COMMANDS:
        for action in parser_of(name)._actions:
            assert action.help, f"cstoref {name} {action.dest}"
