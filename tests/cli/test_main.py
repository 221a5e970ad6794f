"""The command line as a whole: what is printed where, and what each exit code means."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref import __version__, dates, sanitize
from cstoref.cli import lookup, record_card, version
from cstoref.cli.commands import COMMANDS
from cstoref.cli.output import Common
from cstoref.errors import INTERNAL
from cstoref.model import Edition
from cstoref.render.text import width
from cstoref.user.user_data import FORMS
from tests.conftest import Result

EDITION = Edition("p", "P", None, "7", "2026-11-22", "", "en", "")
Run = Callable[..., Result]
Start = Callable[..., "subprocess.Popen[bytes]"]
SEARCH_KEYS = [
    "rank",
    "record",
    "kind",
    "name",
    "why",
    "matched",
    "statement",
    "source",
    "start",
    "end",
    "spans",
]


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
    ("words", "status"),
    [(["nosuchthing"], "not_found"), (["anna", "football"], "silent"), (["quantum", "mechanics"], "outside")],
)
def test_the_three_kinds_of_no_are_told_apart_in_json(ask: Run, words: list[str], status: str) -> None:
    for command in ("search", "show"):
        result = ask(command, *words, "--json")
        assert result.code == 1
        answer = json.loads(result.out)
        assert (answer["status"], answer["hits"]) == (status, [])


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


def test_search_as_json_is_one_object_of_this_shape(ask: Run) -> None:
    result = ask("search", "anna", "--json")
    answer = json.loads(result.out)
    assert list(answer) == ["query", "status", "hits", "suggestions", "schema"]
    assert (answer["query"], answer["status"], answer["suggestions"]) == ("anna", "found", [])
    assert all(list(hit) == SEARCH_KEYS for hit in answer["hits"])
    assert [hit["rank"] for hit in answer["hits"]] == list(range(1, len(answer["hits"]) + 1))
    assert answer["hits"][0]["record"] == "anna"


def test_a_hit_in_a_statement_names_its_subject_and_its_passage(ask: Run) -> None:
    (hit,) = json.loads(ask("search", "sent", "men", "--json").out)["hits"]
    assert hit == {
        "rank": 1,
        "record": "meeting",
        "kind": "event",
        "name": "Boris sent 12 men.",
        "why": "contribution, said in News, 4 May 2001",
        "matched": "sent men",
        "statement": "meeting/contributed/boris",
        "source": "news",
        "start": 66,
        "end": 80,
        "spans": [[6, 10], [14, 17]],
    }


def test_a_hit_in_a_source_alone_names_no_record(ask: Run) -> None:
    (hit,) = json.loads(ask("search", "s:stead", "--json").out)["hits"]
    assert (hit["record"], hit["kind"], hit["statement"]) == (None, None, None)
    assert (hit["source"], hit["start"], hit["end"]) == ("news", 66, 94)


def test_a_suggestion_has_record_name_why_and_statement(ask: Run) -> None:
    answer = json.loads(ask("search", "anna", "football", "--json").out)
    assert [list(suggestion) for suggestion in answer["suggestions"]] == [
        ["record", "name", "why", "statement"]
    ] * len(answer["suggestions"])
    assert answer["suggestions"][0]["statement"] is None


@pytest.mark.parametrize(
    "words", [["kazakh"], ["dairy", "ban"], ["belarus", "nuclear", "doctrine"], ["s:motley"]]
)
def test_a_search_told_apart_by_hand_answers_like_any_other(run: Run, words: list[str]) -> None:
    for options in ([], ["--json"]):
        quick = run("search", *words, *options)
        assert quick == run("search", *words, *options, "--limit", "20")
        assert quick == run("search", *options, *words)


def test_a_search_keeps_its_limit(run: Run) -> None:
    hits = json.loads(run("search", "summit", "--limit", "3", "--json").out)["hits"]
    assert len(hits) == 3


def test_a_card_as_json_is_the_record_and_its_statements(ask: Run) -> None:
    answer = json.loads(ask("boris", "--json", "--as-of", "2001-06-01").out)
    card = ["record", "headline", "as_of", "membership", "facts", "statements"]
    assert list(answer)[-7:] == [*card, "schema"]
    assert answer["record"]["id"] == "boris"
    assert answer["as_of"] == "2001-06-01"
    assert [(s["id"], s["held"], s["part"]) for s in answer["statements"]] == [
        ("meeting/attended/boris", "certainly", "role"),
        ("meeting/contributed/boris", "certainly", "role"),
    ]


def test_json_never_sends_what_a_terminal_obeys(make_pack: Callable[..., Path], run: Run) -> None:
    name = "a\\u001b]0;x\\u0007\\u0085\\u009b\\u202e\\U000E0041\\u00a0Ж"
    places = f'[[place]]\nid = "hill"\nname = "{name}"\ntype = "site"\n'
    out = run("hill", "--json", "--pack", str(make_pack(places=places))).out
    assert out == sanitize.block(out)
    assert json.loads(out)["record"]["name"] == "a\x1b]0;x\x07\x85\x9b\u202e\U000e0041\u00a0Ж"
    assert "Ж" in out


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
