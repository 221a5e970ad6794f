"""The first word is a command if the words after it can be its arguments; a slip in a command is no name."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref import dates
from cstoref.cli.arguments import near_command
from cstoref.cli.commands import COMMANDS
from cstoref.store.queries import Store
from tests.conftest import Result

Run = Callable[..., Result]


@pytest.mark.parametrize(
    "typed",
    [
        "members of the CSTO", "leaders in 2005", "conflicts in karabakh", "sources of gas", "open skies",
        "import ban", "state duma", "open sesame", "timeline of the war", "compare armies of russia",
        "memo of understanding", "places in armenia visited", "events of zzz", "plain language",
        "sources in the delegation",
    ],
)  # fmt: skip
def test_words_that_are_no_arguments_are_looked_up(run: Run, typed: str) -> None:
    words = typed.split()
    assert run(*words) == run("show", *words)
    assert run(*words, "--json", "--as-of", "2010") == run("show", *words, "--json", "--as-of", "2010")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("members belarus", "Belarus"),
        ("events moscow 2005", "summit in Moscow, June 2005"),
        ("conflicts belarus", "Belarus"),
        ("conflicts bealrus", "Belarus"),
        ("timeline the collective security council", "Timeline"),
        ("sources edm-2005-06-24", "edm-2005-06-24"),
        ("statements dairy ban", "dairy"),
        ("compare belarus uzbekistan", "Belarus"),
        ("cite edm-2005-06-24", "edm-2005-06-24"),
    ],
)
def test_words_that_are_arguments_go_to_the_command(run: Run, typed: str, expected: str) -> None:
    result = run(*typed.split())
    assert (result.code, result.err) == (0, "")
    assert expected in result.out
    assert result != run("show", *typed.split())


def test_an_option_of_the_command_makes_it_the_command(run: Run) -> None:
    assert run("leaders", "in", "2005", "--since", "2005") == run("leaders", "2005")
    assert run("conflicts", "in", "belarus", "--full") == run("conflicts", "belarus", "--full")


def test_show_looks_up_a_name_that_is_also_a_command(run: Run) -> None:
    result = run("show", "timeline")
    assert result.code == 0
    assert "timeline" in result.out
    assert result != run("timeline")
    assert run("--", "timeline") == result


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("memebers", "members"), ("mebmers", "members"), ("confilcts belarus", "conflicts"),
        ("serach troops", "search"), ("exprot", "export"), ("verfy", "verify"), ("tmieline", "timeline"),
        ("shwo belarus", "show"), ("opne", "open"), ("completoin bash", "completion"),
        ("statments --field refused", "statements"), ("martix --mode signature", "matrix"),
    ],
)  # fmt: skip
def test_a_mistyped_command_is_asked_about(run: Run, typed: str, command: str) -> None:
    result = run(*typed.split())
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"cstoref: did you mean the command `{command}`?")


@pytest.mark.parametrize(
    "typed",
    ["leader of russia", "member states", "opec", "how many troops", "event", "expo 2017", "putn", "sits"],
)
def test_what_is_no_slip_is_a_question(run: Run, typed: str) -> None:
    result = run(*typed.split())
    assert result.code in (0, 1, 3)
    assert result == run("show", *typed.split())


def test_a_slip_in_a_name_is_hardly_ever_taken_for_a_command(builtin: Store) -> None:
    """Of all words of names that are as long as a command, with two letters swapped, at most one in 200."""
    words = {word for (word,) in builtin.database.execute("SELECT DISTINCT word FROM word_key")}
    slips = {
        word[:at] + word[at + 1] + word[at] + word[at + 2 :] for word in words for at in range(len(word) - 1)
    }
    taken = [slip for slip in slips - words if near_command(slip)]
    assert len(slips) > 5_000
    assert len(taken) * 200 <= len(slips), taken


@pytest.mark.parametrize("command", sorted({"members", "events", "places", "statements"}))
def test_a_list_that_finds_nothing_exits_with_1_in_one_line(run: Run, command: str) -> None:
    result = run(command, "zzz")
    assert (result.code, result.out) == (1, "")
    assert len(result.err.splitlines()) == 1
    empty = run(command, "zzz", "--json")
    assert (empty.code, json.loads(empty.out)) == (1, [])


@pytest.mark.parametrize(
    "typed",
    [
        "members !", "unpin zzz", "matrix --since 1900 --until 1901", "events --type summit --since 2100",
        "statements --field refused --since 2100", "search zzz --exact", "leaders --type person zzz",
        "members --as-of 1900", "edm-2005-06-24:99999999",
        "conflicts armenia --nature different-names-same-thing",
    ],
)  # fmt: skip
def test_nothing_found_exits_with_1_and_says_so_once(run: Run, typed: str) -> None:
    result = run(*typed.split())
    assert result.code == 1
    assert len(result.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        (["verify", ""], 2, "name one folder"),
        (["verify", "/nonexistent"], 4, "/nonexistent is not a pack"),
        (["edm-2005-06-24:99999999"], 1, "6,437 characters"),
        (["open", "edm-2005-06-24:99999999"], 2, "needs a terminal"),
        (["statements", "--limit", "0"], 2, "--limit"),
        (["search", "x", "--limit", "-3"], 2, "--limit"),
        (["belarus", "--width", "1000000000"], 2, "--width"),
        (["belarus", "--width", "9" * 5000], 2, "--width"),
        (["institutions", "--until=--"], 2, "--until"),
        (["members", "--type=--"], 2, "--type"),
        (["cite", "treaty"], 3, "ambiguous"),
        (["timeline", "ivanov"], 3, "ambiguous"),
        (["statements", "--field", "zzz"], 2, "attended"),
        (["statements", "--stance", "zzz"], 2, "asserted"),
        (["timeline", "--kind", "zzz"], 2, "agreement"),
        (["search", "x", "--kind", "zzz"], 2, "agreement"),
        (["events", "--type", "zzz"], 2, "summit"),
        (["matrix", "--type", "zzz"], 2, "summit"),
        (["matrix", "--member", "putin"], 2, "not a state"),
        (["events", "--since", "2010", "--until", "2005"], 2, "is after"),
        (["statements", "--source", "zzz"], 1, "no source"),
        (["sources", "--as-of", "2009"], 2, "has no option --as-of"),
        (["members", "--jsn"], 2, "did you mean --json?"),
        (["unpin"], 2, "--all"),
        (["cite"], 2, "--sources"),
        (["compare", "belarus"], 2, "B"),
        (["completion", "tcsh"], 2, "fish"),
        (["export", "csv"], 2, "does not take “csv”"),
    ],
)
def test_an_exit_code_says_what_is_the_matter(run: Run, typed: list[str], code: int, said: str) -> None:
    result = run(*typed)
    assert result.code == code
    assert said in result.err
    assert code == 3 or result.out == ""


def test_an_ambiguous_argument_is_answered_with_the_candidates(run: Run) -> None:
    shown, listed = run("cite", "treaty"), json.loads(run("cite", "treaty", "--json").out)
    assert "collective-security-treaty" in shown.out
    assert listed["status"] == "ambiguous"
    assert [line.split()[0] for line in shown.out.splitlines()] == [hit["record"] for hit in listed["hits"]]


def test_the_version_is_also_json(run: Run) -> None:
    answer = json.loads(run("--version", "--json").out)
    assert list(answer) == ["version", "pack", "edition", "checked_until", "schema"]
    assert run("--version").out.startswith(f"cstoref {answer['version']}, edition {answer['edition']}, ")


def test_words_may_stand_on_both_sides_of_an_option(run: Run) -> None:
    assert run("search", "troops", "--limit", "3", "tajikistan") == run(
        "search", "troops", "tajikistan", "--limit", "3"
    )
    assert run("compare", "belarus", "--json", "russia") == run("compare", "belarus", "russia", "--json")


@pytest.mark.parametrize("command", ["timeline", "matrix", "events", "statements"])
def test_from_and_to_are_other_names_of_since_and_until(run: Run, command: str) -> None:
    old = run(command, "--from", "2005", "--to", "2006")
    assert old == run(command, "--since", "2005", "--until", "2006")
    assert old.code == 0
    assert old != run(command)


SAMPLES = {
    "show": "belarus", "search": "dairy ban", "members": "", "leaders": "", "institutions": "", "events": "",
    "agreements": "", "places": "", "sources": "", "statements": "--about belarus", "timeline": "belarus",
    "matrix": "", "conflicts": "", "compare": "belarus russia", "cite": "belarus", "coverage": "",
    "verify": "", "export": "", "keys": "", "paths": "", "pin": "",
}  # fmt: skip
"""A call of each command that only prints, on the built-in pack."""
ON_MINI = {"show": "anna", "search": "anna", "cite": "anna", "timeline": "anna", "compare": "anna boris"}
"""The same on the small pack, where the words are others."""
VALUES = {
    "json": ["--json"], "as-of": ["--as-of", "2005-06-24"], "color": ["--color", "always"],
    "width": ["--width", "50"],
}  # fmt: skip
LISTS = ("members", "leaders", "institutions", "events", "agreements", "places")
COLOURED_WITH = {**dict.fromkeys(LISTS, VALUES["as-of"]), "coverage": ["--offices"]}
"""With which options a command has something to colour."""
PINNED = "crrf-agreement/refused/belarus-june-2009"


@pytest.fixture
def pinned(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A statement is pinned, in a folder of the test's own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert run("pin", PINNED).code == 0


@pytest.mark.usefixtures("pinned")
@pytest.mark.parametrize("command", sorted(SAMPLES))
def test_a_command_obeys_each_common_option_that_it_takes(run: Run, command: str) -> None:
    words = [command, *SAMPLES[command].split()]
    for option in COMMANDS[command].options.replace("pack", "").split():
        base = [*words, *COLOURED_WITH.get(command, ())] if option == "color" else words
        changed = run(*base, *VALUES[option])
        assert changed.code == (4 if command == "verify" and changed.err else 0)
        assert changed.out != run(*base).out, option


@pytest.mark.usefixtures("pinned")
@pytest.mark.parametrize("command", sorted(SAMPLES.keys() - {"keys"}))
def test_a_command_reads_the_pack_that_is_named(
    run: Run, make_pack: Callable[..., Path], command: str
) -> None:
    before = run(command, *SAMPLES[command].split())
    of_mini = run(command, *ON_MINI.get(command, "").split(), "--pack", str(make_pack()))
    assert of_mini.code in (0, 1, 4)
    assert of_mini.out != before.out


REQUIRED = {"completion": ["bash"], "pack": ["fields"]}


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_a_command_refuses_each_common_option_that_it_would_ignore(run: Run, command: str) -> None:
    for option, arguments in VALUES.items():
        if option not in COMMANDS[command].options.split():
            result = run(command, *REQUIRED.get(command, ()), *arguments)
            assert (result.code, result.out) == (2, ""), option
            assert f"--{option}" in result.err


RESET = "1970-01-01"
NOTICE = "cstoref: the system date is before this edition; answering as of "


@pytest.mark.parametrize(
    "typed", ["belarus", "members", "timeline", "matrix", "compare belarus russia", "search x"]
)
def test_a_clock_that_was_reset_changes_no_answer(
    run: Run, monkeypatch: pytest.MonkeyPatch, builtin: Store, typed: str
) -> None:
    right = run(*typed.split())
    monkeypatch.setattr(dates, "today", lambda: RESET)
    assert run(*typed.split()) == right._replace(
        err=f"{NOTICE}{builtin.default_day} (see --as-of)\n" + right.err
    )
    asked = run(*typed.split(), "--as-of", "1999-12-31")
    assert NOTICE not in asked.err


@pytest.mark.parametrize("typed", ["sources", "conflicts", "cite belarus", "paths"])
def test_what_answers_for_no_day_says_nothing_of_the_clock(
    run: Run, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    monkeypatch.setattr(dates, "today", lambda: RESET)
    assert run(*typed.split()).err == ""
