"""The command line as a whole: what is printed where, and what each exit code means."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref import __version__, dates
from cstoref.cli import lookup, record_card, version
from cstoref.cli.commands import COMMANDS
from cstoref.cli.output import Common
from cstoref.errors import INTERNAL
from cstoref.model import Edition
from cstoref.user.user_data import FORMS
from tests.conftest import Result

Run = Callable[..., Result]
Start = Callable[..., "subprocess.Popen[bytes]"]


EDITION = Edition("p", "P", None, "7", "2026-11-22", "", "en", "")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (["anna"], "Anna Ivanova"),
        (["Anna", "Ivanova"], "Anna Ivanova"),
        (["Анна"], "Anna Ivanova"),
        (["XA"], "Xanadu"),
        (["show", "the", "meeting"], "The meeting"),
        (["--all", "boris"], "Boris"),
        (["--width=60", "boris"], "Boris"),
        (["--", "boris"], "Boris"),
    ],
)
def test_a_name_prints_its_card_and_exits_with_0(
    make_pack: Callable[..., Path], run: Run, words: list[str], name: str
) -> None:
    result = run("--pack", str(make_pack()), *words)
    assert result.code == 0
    assert result.out.startswith(name)


def test_a_misspelt_name_says_so_beside_the_card(ask: Run) -> None:
    result = ask("xanaduu")
    assert result.out.splitlines()[0] == "No record “xanaduu”; this is Xanadu"
    assert result.err == ""


def test_a_short_misspelt_name_is_only_suggested(ask: Run) -> None:
    result = ask("xandu")
    assert result.code == 1
    assert "Xanadu" in result.out


def test_what_is_not_found_exits_with_1_and_says_where_to_turn(run: Run) -> None:
    for word, lines in (("nosuchthing", "Try fewer or other words: "), ("stalin", "The closest names:\n")):
        result = run(word)
        assert result.code == 1
        assert result.out.startswith(lines)
        assert result.err == f"cstoref: nothing is found for “{word}”\n"


@pytest.mark.parametrize(
    "words",
    [
        ["anna", "--no-such-option"],
        ["members", "--width", "wide"],
        ["anna", "--width", "10"],
        ["anna", "--color", "pink"],
        ["export", "--format", "xml"],
        ["search"],
        ["show"],
        [],
        ["-i", "anna"],
    ],
)
def test_what_is_not_understood_exits_with_2(run: Run, words: list[str]) -> None:
    result = run(*words)
    assert result.code == 2
    assert result.out == ""
    assert result.err


@pytest.mark.parametrize("day", ["yesterday", "2009-13", "2009/2010", "2009~", ""])
@pytest.mark.parametrize("command", ["show anna", "members", "search anna"])
def test_a_day_that_is_none_exits_with_2_and_one_sentence(ask: Run, command: str, day: str) -> None:
    result = ask(*command.split(), "--as-of", day)
    assert result.code == 2
    assert result.err.startswith("cstoref: --as-of: ")
    assert len(result.err.splitlines()) == 1


def test_several_records_of_one_name_exit_with_3_and_are_the_answer(
    make_pack: Callable[..., Path], run: Run
) -> None:
    leaders = "".join(
        f'[[leader]]\nid = "{id}"\nname = "{id} Ivanov"\ntype = "person"\nnames = ["Ivanov"]\n'
        f'blurb = "B {id}."\n\n'
        for id in ("igor", "sergei")
    )
    result = run("ivanov", "--pack", str(make_pack(leaders=leaders, events="")))
    assert result.code == 3
    assert "“ivanov” is ambiguous" in result.err
    for id in ("igor", "sergei"):
        assert f"{id} Ivanov" in result.out
        assert f"B {id}." in result.out


@pytest.mark.parametrize(
    "command", [["verify"], ["anna"], ["members"], ["export"], ["coverage"], ["anna", "--json"]]
)
def test_a_damaged_pack_exits_with_4_and_prints_nothing_on_stdout(
    make_pack: Callable[..., Path], run: Run, command: list[str]
) -> None:
    result = run(*command, "--pack", str(make_pack(places="[[place]]\n")))
    assert result.code == 4
    assert result.out == ""
    assert 'data/places.toml:1: "no. 1": id: is missing' in result.err


def test_an_interrupt_exits_with_130(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    def interrupted(words: list[str], common: Common) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(lookup, "look_up", interrupted)
    assert run("belarus") == (130, "", "")


def test_debug_shows_the_traceback(make_pack: Callable[..., Path], run: Run) -> None:
    result = run("verify", "--debug", "--pack", str(make_pack(places="[[place]]\n")))
    assert (result.code, result.out) == (4, "")
    assert result.err.startswith("Traceback (most recent call last):\n")
    assert "is missing" in result.err.splitlines()[-1]


def test_a_fault_of_the_program_exits_with_70_in_one_line(monkeypatch: pytest.MonkeyPatch, ask: Run) -> None:
    def mistaken(*_: object) -> None:
        raise KeyError("ours\x1b[31m")

    monkeypatch.setattr(record_card, "card_page", mistaken)
    result = ask("anna")
    assert (result.code, result.out) == (INTERNAL, "")
    assert result.err == "cstoref: internal error: KeyError: 'ours\\x1b[31m'; --debug shows where\n"
    shown = ask("anna", "--debug")
    assert shown.code == INTERNAL
    assert shown.err.startswith("Traceback")
    assert "in mistaken" in shown.err


def test_the_card_answers_for_the_day_that_was_asked_for(run: Run) -> None:
    assert "as of 14 Jun 2009" in run("belarus", "--as-of", "2009-06-14").out
    assert "as of 30 Jun 2009" in run("belarus", "--as-of", "2009-06").out


def test_a_name_that_is_also_a_command_is_looked_up_with_show(
    make_pack: Callable[..., Path], run: Run
) -> None:
    pack = str(make_pack(places='[[place]]\nid = "members"\nname = "Members"\ntype = "site"\n'))
    assert run("show", "members", "--pack", pack).out.startswith("Members ")
    assert run("members", "--pack", pack).out.startswith("Xanadu")


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_has_help(run: Run, command: str) -> None:
    result = run(command, "--help")
    assert result.code == 0
    assert result.out.startswith(f"usage: cstoref {command}")
    assert result.err == ""


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_lists_every_command_and_the_exit_codes(run: Run, option: str) -> None:
    result = run(option)
    assert result.code == 0
    assert all(f"  {name} " in result.out for name in COMMANDS)
    assert "4 a pack does not verify" in result.out


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version_is_printed(run: Run, option: str) -> None:
    result = run(option)
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith(f"cstoref {__version__}, edition ")


@pytest.mark.parametrize(
    ("today", "age"),
    [
        ("2026-11-22", "today"),
        ("2026-11-23", "yesterday"),
        ("2029-11-22", "1,096 days ago"),
        ("2026-11-21", "today"),
        ("2020-01-01", "after the system date"),
    ],
)
def test_the_version_says_how_old_the_data_is(
    run: Run, monkeypatch: pytest.MonkeyPatch, today: str, age: str
) -> None:
    monkeypatch.setattr(dates, "today", lambda: today)
    monkeypatch.setattr(version, "_edition", lambda pack: EDITION)
    assert run("--version").out == f"cstoref {__version__}, edition 7, checked until 2026-11-22, {age}\n"


def test_the_explorer_without_a_terminal_says_what_to_do(run: Run) -> None:
    result = run()
    assert (result.code, result.out) == (2, "")
    assert "the explorer needs a terminal" in result.err


def test_a_folder_that_is_no_pack_is_named(run: Run, tmp_path: Path) -> None:
    result = run("anna", "--pack", str(tmp_path / "nowhere"))
    assert result.code == 4
    assert "nowhere is not a pack" in result.err


def test_the_places_that_are_read_or_written_are_listed(run: Run, home: Path) -> None:
    places = json.loads(run("paths", "--json").out)
    del places["schema"]
    folders = ["built-in pack", "compiled pack", "cache", "data", "config", "settings", "active packs"]
    assert list(places) == [*folders, *(form.name.removesuffix(".json") for form in FORMS), "lock"]
    assert all(place.startswith(str(home)) for name, place in places.items() if name != "built-in pack")
    assert [line.split()[0] for line in run("paths").out.splitlines()] == [name.split()[0] for name in places]


def test_the_places_of_a_pack_of_ones_own_are_its_own(ask: Run, run: Run) -> None:
    own, builtin = (json.loads(call("paths", "--json").out) for call in (ask, run))
    assert Path(own["bookmarks"]).parent.name == "mini"
    assert own["settings"] == builtin["settings"]
    assert own["compiled pack"] != builtin["compiled pack"]


@pytest.mark.parametrize(
    ("words", "code"), [(["belarus"], 0), (["nosuchthing"], 1), (["belarus", "--no"], 2), (["-i"], 2)]
)
def test_a_process_ends_with_the_exit_code(start: Start, words: list[str], code: int) -> None:
    process = start(*words)
    process.communicate()
    assert process.returncode == code


def test_an_ambiguous_name_lists_those_that_may_be_meant_alone(run: Run) -> None:
    shown = run("ivanov")
    names = [line[14:].split("  ")[0] for line in shown.out.splitlines() if line.startswith("leader")]
    assert (shown.code, sorted(names)) == (3, ["Igor Ivanov", "Sergei Ivanov"])
    assert shown.out.splitlines()[-1] == "Other results for these words: cstoref search ivanov"
    meant = json.loads(run("ivanov", "--json").out)
    assert (meant["status"], len(meant["hits"])) == ("ambiguous", 2)


@pytest.mark.parametrize(
    "words", [["--theme", "light"], ["--theme=light", "belarus"], ["belarus", "--no-mouse"]]
)
def test_an_option_of_the_explorer_opens_it(run: Run, words: list[str]) -> None:
    shown = run(*words)
    assert shown.code == 2
    assert "the explorer needs a terminal" in shown.err
