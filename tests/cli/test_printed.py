"""How the command line prints: colour, width, pipes, and nothing that a terminal obeys."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref import sanitize
from cstoref.cli.output import Common
from cstoref.render.text import width
from tests.conftest import Result

Run = Callable[..., Result]
Start = Callable[..., "subprocess.Popen[bytes]"]


@pytest.mark.parametrize(
    "command", ["hill", "search hill", "search hil", "places", "statements", "show hill --all"]
)
def test_text_never_sends_what_a_terminal_obeys(
    make_pack: Callable[..., Path], run: Run, command: str
) -> None:
    evil = "\\u001b]52;c;aGk=\\u0007\\u202e"
    places = (
        f'[[place]]\nid = "hill"\nname = "Hill {evil}"\nnames = ["Hilltop {evil}"]\ntype = "site"\n'
        f'blurb = "{evil}"\nidentifiers = {{ cow = "{evil}" }}\n\n'
        f'[[place.statement]]\nfield = "purpose"\ntext = "{evil}"\nwho_text = "{evil}"\n'
        'cite = { source = "news", quote = "Anna" }\n'
    )
    result = run(*command.split(), "--pack", str(make_pack(places=places)))
    assert result.out == sanitize.block(result.out)
    assert "␛]52" in result.out


def test_an_argument_that_a_terminal_would_obey_is_shown(run: Run) -> None:
    result = run("nothing\x1b]0;x\x07like it")
    assert result.err == sanitize.block(result.err)
    assert "␛]0;x␇" in result.err


@pytest.mark.parametrize(
    ("color", "terminal", "variables", "coloured"),
    [
        ("auto", True, {}, True),
        ("auto", True, {"NO_COLOR": "1"}, False),
        ("auto", True, {"NO_COLOR": ""}, True),
        ("auto", True, {"TERM": "dumb"}, False),
        ("auto", False, {}, False),
        ("always", False, {}, True),
        ("always", False, {"NO_COLOR": "1"}, True),
        ("never", True, {}, False),
    ],
)
def test_colour_is_for_terminals_that_want_it(
    monkeypatch: pytest.MonkeyPatch, color: str, terminal: bool, variables: dict[str, str], coloured: bool
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    assert Common(color=color).style().colour is coloured


def test_a_pipe_gets_the_same_words_without_escape_sequences(ask: Run) -> None:
    plain, coloured = ask("anna"), ask("anna", "--color", "always")
    assert "\x1b" not in plain.out
    assert "\x1b[1mAnna Ivanova" in coloured.out


@pytest.mark.parametrize("cells", [40, 60, 80, 120])
@pytest.mark.parametrize(
    "command", ["belarus", "search kazakhstan", "members", "leaders --as-of 2009-06-14", "sources"]
)
def test_lines_keep_to_the_width_that_was_asked_for(run: Run, command: str, cells: int) -> None:
    result = run(*command.split(), "--width", str(cells))
    assert result.code == 0
    assert max(width(line) for line in result.out.splitlines()) <= cells


def test_without_a_terminal_the_width_is_80(run: Run) -> None:
    assert max(width(line) for line in run("belarus").out.splitlines()) == 80


def test_a_broken_pipe_ends_quietly(start: Start) -> None:
    process = start("export")
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.readline().startswith(b'{"type":"pack"')
    process.stdout.close()
    with process.stderr:
        assert process.stderr.read() == b""
    assert process.wait() == 0


@pytest.mark.parametrize(
    "words", [["search", "--help"], ["--help"], ["--version"], ["belarus"], ["members", "--json"]]
)
def test_a_process_prints_all_of_its_answer_into_a_pipe(start: Start, run: Run, words: list[str]) -> None:
    out, err = start(*words).communicate()
    assert err == b""
    assert out.decode() == run(*words).out != ""
