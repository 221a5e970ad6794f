"""Whatever arguments are given, in whatever order: no traceback, an exit code that is documented, a reason on
stderr where it is not 0, and an answer on stdout where it is."""

from __future__ import annotations

import io
import random
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cstoref import paths
from cstoref.cli.commands import COMMANDS
from cstoref.cli.options import options_of
from cstoref.errors import EXIT_CODES, INTERNAL
from tests.conftest import SOAK, Result
from tests.mini_pack import write_pack
from tests.tally import count

SEED = 20261130
ON_SMALL, ON_BUILT_IN = (SOAK * 5, SOAK) if SOAK else (1500, 200)
"""Vectors that are tried on a small pack and on the built-in one."""
HEAVY = ("verify", "coverage", "export", "site", "keys")
"""Commands that read a whole pack: only the small one."""
WORDS = {
    "small": (
        "anna", "boris", "Анна", "xanadu", "meeting", "meeting/attended/anna", "news", "news:3", "news:9999",
    ),
    "built-in": (
        "belarus", "treaty", "ivanov", "dairy", "ban", "лукашенко", "secretary", "general", "edm-2005-06-24",
        "edm-2005-06-24:1180", "edm-2005-06-24:9999999", "crrf-agreement/refused/belarus-june-2009",
        "karabakh",
    ),
}  # fmt: skip
ODD = (
    "", " ", "!", "*", "zzz", "of", "the", "in", "2005", "1850", "memebers", "confilcts", "-", "--", "-5",
    "0", "\0", "\x1b[31m", "\ud800", "a" * 300, "%", '"', "[/", "🙂", "bash", "tcsh", "/nonexistent/a", ".",
    "@", "a@1", "x/y/z", "news:", ":3", "s:", "m:", "members", "timeline", "open", "skies",
)  # fmt: skip
VALUES = (
    "", "zzz", "0", "-1", "1", "3", "80", "10", "1000000000", "9" * 40, "2005", "2005-06-24", "2005-13",
    "0001", "9999-12-31", "today", "--", "-", "always", "attended", "refused", "asserted", "summit", "member",
    "events", "year", "members", "signature", "contribution", "plain", "ris", "csv", "jsonl", "anna",
    "belarus", "light", "disagreement", "preferred", "/nonexistent/file", "out.txt",
)  # fmt: skip
SILENT_WHEN_DONE = ("pin", "unpin", "-o", "--output")
"""What changes or writes something and need print nothing."""


def vectors(kind: str, number: int) -> Iterator[list[str]]:
    """Argument vectors, the same on every run."""
    chance = random.Random(f"{SEED} {kind}")
    commands = [name for name in COMMANDS if kind == "small" or name not in HEAVY]
    for _ in range(number):
        yield _vector(chance, commands, WORDS[kind])


def _vector(chance: random.Random, commands: list[str], known: tuple[str, ...]) -> list[str]:
    command = chance.choice([*commands, *commands, *commands, "", "--version", "--help"])
    words = [chance.choice(known if chance.random() < 0.6 else ODD) for _ in range(chance.randrange(4))]
    options = list(options_of(command if command in COMMANDS else "show").items())
    parts = [[word] for word in words]
    for _ in range(chance.choice((0, 0, 1, 1, 2, 3))):
        spelling, action = chance.choice(options)
        parts.append(_option(chance, spelling, list(map(str, action.choices or ())), action.nargs == 0))
    if chance.random() < 0.1:
        parts.append([chance.choice(("--nosuch", "-x", "--as-of", "--json", "--limit", "--jsno"))])
    chance.shuffle(parts)
    return [*([command] if command else []), *(word for part in parts for word in part)]


def _option(chance: random.Random, spelling: str, choices: list[str], is_flag: bool) -> list[str]:
    if is_flag:
        return [spelling]
    value = chance.choice(choices if choices and chance.random() < 0.6 else VALUES)
    form = chance.random()
    if form < 0.15 and spelling.startswith("--"):
        return [f"{spelling}={value}"]
    return [spelling] if form > 0.97 else [spelling, value]


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, served_at_once: None) -> Path:
    """A folder to write to, nothing to read from stdin, and no terminal."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path


def faults(words: list[str], result: Result) -> list[str]:
    """What is wrong with an answer."""
    wrong: list[str] = []
    if result.code not in EXIT_CODES or result.code == INTERNAL:
        wrong.append(f"exit code {result.code}")
    if "Traceback" in result.err and "--debug" not in words:
        wrong.append("a traceback")
    if result.code and not result.err.startswith("cstoref: ") and "--debug" not in words:
        wrong.append("no reason on stderr")
    # What a shell asks while a word is typed may have no answer.
    silent = words[:2] == ["completion", "--"] or any(word.startswith(SILENT_WHEN_DONE) for word in words)
    if not result.code and not result.out and not silent:
        wrong.append("nothing on stdout")
    return wrong


@pytest.mark.parametrize(("kind", "number"), [("small", ON_SMALL), ("built-in", ON_BUILT_IN)])
def test_every_vector_of_arguments_is_answered_or_refused(
    run: Callable[..., Result], elsewhere: Path, monkeypatch: pytest.MonkeyPatch, kind: str, number: int
) -> None:
    if kind == "small":
        folder = str(write_pack(elsewhere / "pack"))
        monkeypatch.setattr(paths, "builtin_pack", lambda: folder)
    wrong: list[tuple[list[str], list[str], Result]] = []
    codes: dict[int, int] = {}
    for words in vectors(kind, number):
        monkeypatch.setattr(sys, "stdin", io.StringIO("q\n"))
        result = run(*words)
        codes[result.code] = codes.get(result.code, 0) + 1
        count("argument vectors")
        if found := faults(words, result):
            wrong.append((words, found, result))
    assert wrong == []
    assert all(codes.get(code, 0) >= number // 100 for code in (0, 1, 2)), codes
