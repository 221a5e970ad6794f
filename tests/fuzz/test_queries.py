"""Whatever is typed, as words to find or as a command line, is answered or refused in one sentence."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from cstoref import sanitize
from cstoref.cli.commands import COMMANDS
from cstoref.cli.main import main
from cstoref.errors import EXIT_CODES
from cstoref.store.queries import Store
from cstoref.store.search.query import ask
from cstoref.store.search.results import find
from tests.hostile.texts import ANY_TEXT
from tests.tally import count

from . import FEW

PIECES = (
    "anna", "xanadu", "Анна", "boris", "2001", "may", "m:", "s:", '"', "!", "*", "NEAR(", ")", "-", "^",
    "OR", "%", "meeting/attended/anna", "news:3", "news:3-9", "news:9-3", "news:-1",
    "news:99999999999999999999", "@", "/",
)  # fmt: skip
WORDS = (
    *COMMANDS, "--json", "--as-of", "2001-05-03", "9999-99-99", "--width", "0", "-5", "99999", "x",
    "--all", "-i", "--by", "--field", "attended", "--since", "--style", "bibtex", "--format", "csv",
    "--color", "always", "--", "-", "--quoted-only", "--count", "--help", "--version", "bash", "--debug=",
    "--pack=", "--limit", *PIECES,
)  # fmt: skip
TYPED = ANY_TEXT | st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join) | st.text(max_size=40)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TYPED)
@example("s:\0")
@example('"' * 200)
def test_whatever_is_sought_is_answered(asked: Store, typed: str) -> None:
    count("fuzz: queries")
    assert all(ask(typed).words)
    found = find(asked, typed)
    assert found.query == typed
    assert bool(found.hits) is (found.status in ("found", "ambiguous"))


@pytest.fixture
def elsewhere(tmp_path: Path, served_at_once: None) -> Iterator[Path]:
    """The process works in a folder of the test's own: a command may be told to write a file."""
    before = os.getcwd()
    os.chdir(tmp_path)
    yield tmp_path
    os.chdir(before)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=FEW)
@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=12), max_size=6))
@example(["compare", "anna", "\ud800"])
@example(["open", "news:99999999999999999999"])
@example(["statements", "--since", "\0"])
@example(["matrix", "\x1f"])
@example(["web"])
def test_any_command_line_ends_with_an_exit_code_of_ours(
    asked: Store, elsewhere: Path, words: list[str]
) -> None:
    count("fuzz: command lines")
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(words)
    assert code in EXIT_CODES
    for text in (out.getvalue(), err.getvalue()):
        assert sanitize.block(text) == text or "always" in words
