"""What hostile tests share: a pack asked everything, and what may come of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref import sanitize
from cstoref.cli.commands import COMMANDS
from cstoref.errors import DAMAGED
from tests.conftest import Result
from tests.tally import count

from .packs import ASKED, NEEDS_NO_PACK

Run = Callable[..., Result]


def assert_harmless(result: Result) -> None:
    """Nothing of what was printed is obeyed by a terminal, and all of it can be encoded."""
    for text in (result.out, result.err):
        assert text == sanitize.block(text)
        text.encode()
    assert "Traceback" not in result.err


def assert_clear(result: Result) -> None:
    """An error: file, record and field, a line each."""
    assert result.code == DAMAGED
    assert result.out == ""
    for line in result.err.removeprefix("cstoref: ").splitlines():
        assert line.startswith(("data/", "corpus/"))
        assert ": " in line


@pytest.fixture
def ask_everything(run: Run) -> Callable[[Path], list[Result]]:
    """Put every command to a pack; each answer must be harmless, and an error clear."""

    def ask(folder: Path) -> list[Result]:
        results = []
        for command in COMMANDS:
            if command in NEEDS_NO_PACK:
                continue
            for words in ASKED.get(command, ((),)):
                result = run(command, *words, "--pack", str(folder))
                assert_harmless(result)
                count("questions put to hostile packs")
                if result.code == DAMAGED and not result.out:
                    assert_clear(result)
                elif "--json" in words:
                    json.loads(result.out)
                results.append(result)
        return results

    return ask
