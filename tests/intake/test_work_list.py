"""`cstoref pack todo`: what nothing rests on, what rests on no passage, and who is not known."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Result

Run = Callable[..., Result]


@pytest.fixture
def worked_on(run: Run, own_pack: Path, tmp_path: Path) -> Path:
    """A pack with a further text, and a source that was cited before its text was there."""
    (tmp_path / "notes.txt").write_text(
        "Anna said on 4 June 2001 that Corhaven plans to send 40 men.\n\nReportedly Corhaven refused.\n"
    )
    (tmp_path / "seen.txt").write_text(
        "Nothing here.\n\nThe state of Xanadu attended the meeting.\n\nThe end.\n"
    )
    with (own_pack / "data" / "sources.toml").open("a") as out:
        out.write('[[source]]\nid = "seen"\ntitle = "T"\ntype = "press"\npublisher = "P"\nabbr = "P"\n')
    with (own_pack / "data" / "events.toml").open("a") as out:
        out.write(
            '\n[[event.statement]]\nfield = "attended"\nwho = "xanadu"\ntext = "Xanadu attended."\n'
            'cite = { source = "seen" }\n'
        )
    run("pack", "add", str(tmp_path / "notes.txt"), "--pack", str(own_pack))
    run("pack", "attach", "seen", str(tmp_path / "seen.txt"), "--pack", str(own_pack))
    return own_pack


def test_sentences_without_a_statement_come_with_suggestions(run: Run, worked_on: Path) -> None:
    work = json.loads(run("pack", "todo", "notes", "--json", "--pack", str(worked_on)).out)
    first, second = work["open"]
    assert (first["source"], first["start"], first["state"]) == ("notes", 0, "bare")
    suggested = first["suggested"]
    names = {name["text"]: name["records"] for name in suggested["names"]}
    assert names == {"Anna": ["anna"], "Corhaven": []}
    assert [(time["words"], time["edtf"]) for time in suggested["times"]] == [("4 June 2001", "2001-06-04")]
    assert [(n["number"], n["unit"]) for n in suggested["numbers"]] == [(40, "men")]
    assert {"said", "contributed"} <= set(suggested["fields"])
    assert suggested["stances"] == ["planned"]
    assert second["suggested"]["hedges"] == ["Reportedly"]
    assert [(name["name"], name["times"]) for name in work["names"]] == [("Corhaven", 2)]


def test_a_citation_without_a_passage_comes_with_the_likeliest_sentences(run: Run, worked_on: Path) -> None:
    work = json.loads(run("pack", "todo", "seen", "--json", "--pack", str(worked_on)).out)
    (citation,) = work["unanchored"]
    assert (citation["statement"], citation["source"]) == ("meeting/attended/xanadu", "seen")
    assert citation["likely"][0] == {"start": 15, "text": "The state of Xanadu attended the meeting."}


def test_the_same_stands_in_words(run: Run, worked_on: Path) -> None:
    result = run("pack", "todo", "--pack", str(worked_on))
    assert result.code == 0
    for words in (
        "notes:0  bare",
        "  unknown  Corhaven",
        "  when?    2001-06-04 “4 June 2001”",
        "  number?  40 men",
        "  stance?  planned",
        "  hedge?   “Reportedly”",
        "meeting/attended/xanadu cites seen without a passage",
        "  perhaps  seen:15",
        "  Corhaven (2)",
        "sentences have no statement, or too little of them has",
    ):
        assert words in result.out


def test_nothing_is_written(run: Run, worked_on: Path, bytes_of: Callable[[Path], dict[str, bytes]]) -> None:
    before = bytes_of(worked_on)
    run("pack", "todo", "--pack", str(worked_on))
    assert bytes_of(worked_on) == before


def test_where_all_is_done_the_exit_code_says_so(run: Run, own_pack: Path) -> None:
    assert (
        run("pack", "todo", "nothing", "--pack", str(own_pack)).err
        == "cstoref: no text “nothing”; there is news\n"
    )
    result = run("pack", "todo", "news", "--json", "--pack", str(own_pack))
    assert [(one["text"], one["state"]) for one in json.loads(result.out)["open"]] == [
        ("Boris did not come back.", "bare")
    ]
