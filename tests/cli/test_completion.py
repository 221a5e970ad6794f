"""Completion: what may follow, in what order, at what cost, and that each shell's lines carry it there."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref.cli.candidates import MOST
from cstoref.cli.commands import COMMANDS
from cstoref.cli.completion import SCRIPTS
from cstoref.export import FORMATS
from cstoref.store.cache import open_store
from tests.conftest import Result
from tests.mini_pack import FILES

Run = Callable[..., Result]
Complete = Callable[..., dict[str, str]]
ROOT = Path(__file__).parents[2]
PEOPLE = (
    '[[leader]]\nid = "anna"\nname = "Anna Ivanova"\ntype = "person"\nnames = ["Анна", '
    '"Annushka (of the lake)"]\n\n'
    '[[leader]]\nid = "anatole-2"\nname = "Anatole d’Ivry"\ntype = "person"\n'
)


@pytest.fixture
def complete(make_pack: Callable[..., Path], run: Run) -> Complete:
    """What the words may become, with what is told of each, on a small pack that is compiled."""
    events = FILES["events.toml"].replace('"anna", "boris"', '"anna"').replace('"boris"', '"anna"')
    pack = str(make_pack(leaders=PEOPLE, events=events))
    open_store(pack)

    def call(*words: str) -> dict[str, str]:
        result = run("completion", "--", "--pack", pack, *words)
        assert (result.code, result.err) == (0, "")
        pairs = (line.partition(" ") for line in result.out.splitlines())
        return {word: told for word, _, told in pairs}

    return call


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["ann"], ["anna", "annushka"]),
        (["An"], ["Anna", "Annushka", "Anatole", "Anatole-2"]),
        (["AN"], ["ANNA", "ANNUSHKA", "ANATOLE", "ANATOLE-2"]),
        (["анн"], ["анна"]),
        (["anna", "iv"], ["ivanova"]),
        (["iv"], ["ivanova"]),
        (["anatole", ""], ["divry"]),
        (["annushka", ""], ["of", "the", "lake"]),
        (["show", "shan"], ["shangdu"]),
        (["open", "new"], ["news"]),
        (["zz"], []),
        ([""], []),
    ],
)
def test_names_go_on_word_by_word_as_they_were_begun(
    complete: Complete, words: list[str], found: list[str]
) -> None:
    assert set(complete(*words)) == set(found)


def test_a_candidate_tells_what_it_leads_to(complete: Complete) -> None:
    assert complete("annu") == {"annushka": "Anna Ivanova"}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["sources", "n"], ["news"]),
        (["statements", "--by", "an"], ["anatole-2", "anna"]),
        (["statements", "--field", "contr"], ["contributed"]),
        (["events", "--type", "m"], ["meeting"]),
        (["export", "--format", ""], sorted(FORMATS)),
        (["export", "--format", "=", "js"], ["json", "jsonl", "jsonld"]),
        (["export", "--format", "="], sorted(FORMATS)),
        (["export", "-o", "a"], ["/"]),
        (["verify", "x"], ["/"]),
        (["anna", "--color", "al"], ["always"]),
        (["members", "--as-of", ""], []),
        (["paths", ""], []),
    ],
)
def test_values_and_arguments_are_those_of_the_command(
    complete: Complete, words: list[str], found: list[str]
) -> None:
    assert list(complete(*words)) == found


@pytest.fixture
def compiled(home: Path) -> None:
    """The built-in pack is compiled now: what other tests compiled since may have taken its place."""
    open_store().close()


def test_options_are_those_of_the_command_with_their_help(complete: Complete) -> None:
    found = complete("conflicts", "--na")
    assert found == {"--nature": "only conflicts of this nature"}
    assert "--quoted-only" in complete("anna", "--")


def test_the_first_word_may_be_a_command_or_a_name(run: Run, compiled: None) -> None:
    found = [line.split()[0] for line in run("completion", "--", "me").out.splitlines()]
    assert "members" in found
    assert "medvedev" in found
    every = [line.split()[0] for line in run("completion", "--", "").out.splitlines()]
    assert every == list(COMMANDS)


def test_no_more_is_offered_than_can_be_read(run: Run, compiled: None) -> None:
    assert len(run("completion", "--", "show", "c").out.splitlines()) == MOST


def test_what_a_shell_would_read_as_its_own_is_never_offered(run: Run, compiled: None) -> None:
    for letter in "abcdefghijklmnopqrstuvwxyz":
        for line in run("completion", "--", "show", letter).out.splitlines():
            assert not set(line.split()[0]) & set("'\"`$\\()[]{}<>|&;*?!#~ "), line


def test_without_a_compiled_pack_nothing_is_compiled(
    make_pack: Callable[..., Path], run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    result = run("completion", "--", "--pack", str(make_pack()), "an")
    assert result == Result(0, "", "")
    assert not (tmp_path / "cache").exists()


def test_a_name_is_completed_without_the_parser(compiled: None) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "cstoref", "completion", "--", "belar"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "belarus" in done.stdout
    assert "cstoref.store.search.completion" in loaded
    assert loaded & {"argparse", "re", "typing", "textual", "pydantic", "json"} == set()


def test_each_shell_has_its_lines(run: Run) -> None:
    for shell, script in SCRIPTS.items():
        assert run("completion", shell) == Result(0, script, "")
    assert run("completion", "csh").code == 2


@pytest.mark.parametrize("shell", SCRIPTS)
def test_a_shell_can_read_its_lines(shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not on this machine")
    subprocess.run([shell, "-n"], input=SCRIPTS[shell], text=True, check=True)


def test_bash_offers_what_is_answered(tmp_path: Path) -> None:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("bash is not on this machine")
    (tmp_path / "cstoref").write_text(
        "#!/bin/sh\nprintf '%s\\n' 'minsk The city' 'minister Of what' \"$#:$4\"\n"
    )
    (tmp_path / "cstoref").chmod(0o755)
    script = SCRIPTS["bash"] + 'COMP_WORDS=(cstoref show mi); COMP_CWORD=2; _cstoref; echo "${COMPREPLY[@]}"'
    done = subprocess.run(
        [bash, "-c", script],
        env={"PATH": f"{tmp_path}:/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "minsk minister 4:mi\n"
