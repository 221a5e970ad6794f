"""`cstoref pack diff`: two editions of a small pack, and a layer with what it extends."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Result
from tests.mini_pack import FILES, PACK, TEXT, write_pack
from tests.packs.test_layers import LOG, PACT

Run = Callable[..., Result]


@pytest.fixture
def editions(tmp_path: Path) -> tuple[str, str]:
    """Two editions: a text got a heading, a record was renamed, a statement withdrawn, others changed."""
    before = write_pack(tmp_path / "before")
    leaders = FILES["leaders.toml"].replace('id = "boris"', 'id = "boris-b"')
    events = (
        FILES["events.toml"]
        .replace('"boris"', '"boris-b"')
        .replace("number = 12", "number = 13")
        .replace('quote = "He sent 12 men"', 'quote = "He sent 12 men in his stead"')
    )
    after = write_pack(
        tmp_path / "after",
        text=f"Heading\n\n{TEXT}",
        pack=PACK.replace('edition = "1"', 'edition = "2"'),
        leaders=leaders,
        events=events,
        places='[[place]]\nid = "hill"\nname = "Hill"\ntype = "city"\n',
        retired='[[retired]]\nid = "boris"\nsuccessor = "boris-b"\n',
    )
    return str(before), str(after)


def test_two_editions_are_compared_by_id(run: Run, editions: tuple[str, str]) -> None:
    result = run("pack", "diff", *editions)
    assert result.code == 0, result.err
    lines = result.out.splitlines()
    assert lines[0] == "mini 1 → mini 2"
    assert "records: 2 added, 1 withdrawn" in lines
    assert "  + hill  Hill" in lines
    assert "  - boris  now boris-b" in lines
    assert "  > meeting/attended/anna" in lines
    assert "  - meeting/attended/boris" in lines
    assert "    length: 95 → 104" in lines


def test_the_difference_as_json_has_what_was_and_is(run: Run, editions: tuple[str, str]) -> None:
    found = json.loads(run("pack", "diff", "--json", *editions).out)
    assert (found["before"]["edition"], found["after"]["edition"]) == ("1", "2")
    statements = found["statements"]
    assert [line["id"] for line in statements["added"]] == [
        "meeting/attended/boris-b",
        "meeting/contributed/boris-b",
    ]
    assert statements["moved"] == ["meeting/attended/anna"]
    assert {"id": "boris", "now": "boris-b"} in found["records"]["withdrawn"]
    assert found["conflicts"] == {"added": [], "changed": [], "moved": [], "withdrawn": []}


def test_a_changed_statement_names_each_key(run: Run, tmp_path: Path) -> None:
    before = write_pack(tmp_path / "before")
    events = (
        FILES["events.toml"].replace("number = 12", "number = 13").replace("sent 12 men.", "sent 13 men.")
    )
    after = write_pack(tmp_path / "after", events=events)
    lines = run("pack", "diff", str(before), str(after)).out.splitlines()
    assert lines[2:] == [
        "statements: 1 changed",
        "  ~ meeting/contributed/boris",
        "    text: Boris sent 12 men. → Boris sent 13 men.",
        "    value: 12 → 13",
    ]


def test_a_layer_differs_from_what_it_extends_by_what_it_adds(run: Run) -> None:
    found = json.loads(run("pack", "diff", PACT, LOG, "--json").out)
    assert [line["id"] for line in found["statements"]["added"]] == [
        "petrel/carried/lunde",
        "tern/trailed",
    ]
    assert [part for name in ("records", "sources", "statements") for part in found[name]["withdrawn"]] == []
    assert [change["id"] for change in found["records"]["changed"]] == ["petrel"]
    assert list(found["records"]["changed"][0]["keys"]) == ["names"]


def test_the_same_pack_has_no_differences(run: Run) -> None:
    assert run("pack", "diff", "csto", "csto").out.splitlines()[1:] == ["no differences"]


def test_what_is_no_pack_is_said(run: Run, tmp_path: Path) -> None:
    result = run("pack", "diff", "csto", str(tmp_path))
    assert result.code == 4
    assert "is not a pack: it has no data folder" in result.err
