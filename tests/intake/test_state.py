"""`cstoref pack state`: a statement below its record, its quote verbatim, checked before it is written."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
import tomli

from cstoref.authoring.load import load
from cstoref.cli import questions
from tests.conftest import Result

Run = Callable[..., Result]
BytesOf = Callable[[Path], dict[str, bytes]]
QUOTE = "Boris did not come back."
STATEMENT = {
    "of": "Boris",
    "field": "conduct",
    "who": "boris",
    "value": "did not come back",
    "quote": QUOTE,
    "text": "Boris stayed away afterwards.",
}


def options(pack: Path, **changes: str | None) -> list[str]:
    """The options of a statement that is right, with some changed; None leaves one out."""
    given = {**STATEMENT, **changes}
    words = [word for key, value in given.items() if value for word in (f"--{key.replace('_', '-')}", value)]
    return ["pack", "state", *words, "--pack", str(pack)]


def statements(pack: Path, kind: str, id: str) -> list[dict[str, object]]:
    tables = tomli.loads((pack / "data" / f"{kind}s.toml").read_text(encoding="utf-8"))[kind]
    (record,) = [table for table in tables if table["id"] == id]
    written: list[dict[str, object]] = record["statement"]
    return written


def test_a_statement_is_written_below_its_record(run: Run, own_pack: Path) -> None:
    before = (own_pack / "data" / "leaders.toml").read_text()
    result = run(*options(own_pack))
    assert (result.code, result.err) == (0, "")
    (line,) = result.out.splitlines()
    place, id = line.split(": ")
    assert id == "boris/conduct/boris"
    assert statements(own_pack, "leader", "boris") == [
        {
            "field": "conduct",
            "who": "boris",
            "value": "did not come back",
            "text": "Boris stayed away afterwards.",
            "cite": {"source": "news", "quote": QUOTE},
        }
    ]
    written = (own_pack / "data" / "leaders.toml").read_text()
    assert written.startswith(before.rstrip("\n"))
    assert written.splitlines()[int(place.split(":")[1]) - 1] == "[[leader.statement]]"
    pack = load(own_pack)
    (statement,) = [one for one in pack.statements if one.id == id]
    (citation,) = statement.citations
    assert dict(pack.texts)["news"][citation.start : citation.end] == citation.quote == QUOTE
    assert (
        run("show", "boris", "--all", "--pack", str(own_pack)).out.count("Boris stayed away afterwards") == 1
    )


def test_undo_leads_back_to_the_same_bytes(run: Run, own_pack: Path, bytes_of: BytesOf) -> None:
    before = bytes_of(own_pack)
    for _ in range(3):
        run(*options(own_pack))
    for _ in range(3):
        assert run("pack", "undo", "--pack", str(own_pack)).code == 0
    assert bytes_of(own_pack) == before


def test_the_same_again_gets_an_id_of_its_own(run: Run, own_pack: Path) -> None:
    ids = [json.loads(run(*options(own_pack), "--json").out)["ids"] for _ in range(3)]
    assert ids == [["boris/conduct/boris"], ["boris/conduct/boris-news"], ["boris/conduct/boris-news-2"]]
    assert len({one.id for one in load(own_pack).statements}) == 6


def test_one_statement_for_each_who(run: Run, own_pack: Path) -> None:
    more = {
        "of": "meeting",
        "field": "opposed",
        "who": "Anna Ivanova, boris",
        "text": "{who} was against it.",
    }
    done = json.loads(run(*options(own_pack, **more), "--json").out)
    assert done["ids"] == ["meeting/opposed/anna", "meeting/opposed/boris"]
    assert statements(own_pack, "event", "meeting")[-1]["who"] == ["anna", "boris"]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("12 men", {"number": 12, "unit": "men"}),
        ("about 4,000 troops", {"number": 4000, "unit": "troops", "approx": True}),
        ("10-12 tanks", {"min": 10, "max": 12, "unit": "tanks"}),
        ("2.5", {"number": 2.5}),
    ],
)
def test_a_number_has_its_unit(run: Run, own_pack: Path, typed: str, value: dict[str, object]) -> None:
    more = {"of": "meeting", "field": "contributed", "value": typed, "key": "again"}
    assert run(*options(own_pack, **more)).code == 0
    assert statements(own_pack, "event", "meeting")[-1]["value"] == value


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"of": "Nobody"}, "record: no record “Nobody”"),
        ({"field": "conducts"}, "field: there is no field “conducts”"),
        ({"field": "signed", "value": None}, 'field: "signed" is stated on agreement, not on leader'),
        ({"field": "accused"}, 'to: "accused" needs `to`'),
        ({"who": "boris, nobody"}, "who: no record “nobody”"),
        ({"when": "yesterday"}, "when: "),
        ({"stance": "perhaps"}, "stance: write one of asserted"),
        ({"text": "{when} it was."}, "text: {when} is not filled in"),
        ({"of": "meeting", "field": "contributed", "value": "many"}, "value: “many” is no number"),
        ({"quote": "Boris did come back."}, "no text has “Boris did come back.”"),
        ({"quote": "Boris did come back.", "source": "news"}, "the nearest passage is"),
        ({"quote": "Boris"}, "quote found 2 times"),
        ({"source": "olds"}, "no source “olds”"),
        ({"text": None}, "also needs --text"),
        ({"quote": None}, "name the passage with --quote"),
    ],
)
def test_what_would_not_verify_is_not_written(
    run: Run, own_pack: Path, changes: dict[str, str | None], complaint: str, bytes_of: BytesOf
) -> None:
    before = bytes_of(own_pack)
    result = run(*options(own_pack, **changes))
    assert result.code in (1, 2), result
    assert complaint in result.err
    assert bytes_of(own_pack) == before


def test_words_around_a_passage_tell_it_from_the_same_elsewhere(run: Run, own_pack: Path) -> None:
    assert run(*options(own_pack, quote="Boris", after="in Xanadu")).code == 0
    (statement,) = [one for one in load(own_pack).statements if one.subject == "boris"]
    assert statement.citations[0].start == 9
    cite = statements(own_pack, "leader", "boris")[0]["cite"]
    assert cite == {"source": "news", "quote": "Boris", "after": "in Xanadu"}


def test_what_is_to_be_looked_at_is_said(run: Run, own_pack: Path) -> None:
    done = json.loads(run(*options(own_pack, who="anna"), "--json").out)
    assert done["findings"] == [
        "Anna Ivanova is named in none of its passages; cite the one that names it, or say in `note`, with "
        "this name, what stands for it"
    ]


def test_a_dry_run_writes_nothing(run: Run, own_pack: Path, bytes_of: BytesOf) -> None:
    before = bytes_of(own_pack)
    result = run(*options(own_pack), "--dry-run")
    assert (result.code, result.out) == (0, "would verify: boris/conduct/boris\n")
    assert bytes_of(own_pack) == before


def test_a_pack_with_a_fault_elsewhere_says_which(run: Run, own_pack: Path, bytes_of: BytesOf) -> None:
    run("show", "boris", "--pack", str(own_pack))
    (own_pack / "data" / "places.toml").write_text('[[place]]\nid = "x"\n')
    before = bytes_of(own_pack)
    result = run(*options(own_pack))
    assert result.code == 4
    assert "data/places.toml" in result.err
    assert bytes_of(own_pack) == before


def test_on_a_terminal_what_is_missing_is_asked_for(
    run: Run, own_pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [
        "nobody said this",
        QUOTE,
        "",
        "conduct",
        "did not come back",
        "",
        "",
        "",
        "",
        "He stayed away.",
    ]
    monkeypatch.setattr(questions, "can_ask", lambda: True)
    monkeypatch.setattr("cstoref.cli.packs.pack_state.can_ask", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join([*answers, *[""] * 8]) + "\n"))
    result = run("pack", "state", "--pack", str(own_pack))
    assert result.code == 0, result.err
    assert "No text has “nobody said this”" in result.err
    assert "record: the record that it is about: a name or an id [boris]" in result.err
    (written,) = statements(own_pack, "leader", "boris")
    assert (written["field"], written["text"]) == ("conduct", "He stayed away.")
