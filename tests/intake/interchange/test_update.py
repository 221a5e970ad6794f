"""Tables brought into a pack that is there: additions and changes by id, all else letter for letter."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref.authoring.load import load
from cstoref.errors import DAMAGED, FOUND, NOT_FOUND
from cstoref.export import csv as csv_tables
from cstoref.store.cache import open_store
from tests.conftest import Result

Run = Callable[..., Result]
Files = Callable[[Path], dict[str, bytes]]
PACKS = Path(__file__).parents[2] / "packs"
Rows = list[dict[str, str]]
SHEET = ("--title", "A sheet", "--publisher", "The desk", "--id", "sheet")


@pytest.fixture(scope="module")
def exported(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of the Sound Pact, made once."""
    folder = tmp_path_factory.mktemp("tables")
    csv_tables.write(open_store(str(PACKS / "sound-pact")), str(folder))
    return folder


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The Sound Pact as a pack of one's own."""
    shutil.copytree(PACKS / "sound-pact", tmp_path / "own")
    return tmp_path / "own"


@pytest.fixture
def tables(exported: Path, tmp_path: Path) -> Path:
    """Its tables, to be edited."""
    shutil.copytree(exported, tmp_path / "tables")
    return tmp_path / "tables"


def edit(file: Path, change: Callable[[Rows], object]) -> str:
    """Change the rows of a table as a spreadsheet would."""
    with open(file, encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    header = list(rows[0])
    change(rows)
    with open(file, "w", encoding="utf-8-sig", newline="") as out:
        table = csv.DictWriter(out, header, delimiter=";", restval="")
        table.writeheader()
        table.writerows(rows)
    return str(file)


def row(rows: Rows, id: str) -> dict[str, str]:
    return next(one for one in rows if one["id"] == id)


def test_the_tables_of_a_pack_change_nothing_in_it(
    own: Path, tables: Path, run: Run, bytes_of: Files
) -> None:
    before = bytes_of(own)
    done = run("pack", "import", str(tables), "--pack", str(own))
    assert (done.code, "no differences" in done.out) == (FOUND, True), done.err
    assert bytes_of(own) == before


def test_schemes_of_identifiers_have_columns(
    make_pack: Callable[..., Path], run: Run, tmp_path: Path
) -> None:
    pack = make_pack(vocabulary='[[scheme]]\nid = "imo"\nlabel = "IMO number"\n')
    sheet = tmp_path / "records.csv"
    cells = "kind,type,name,wikidata,{}\nplace,site,The pier,Q7,12\nplace,site,The quay,,\n"
    sheet.write_text(cells.format("identifiers.imi"))
    refused = run("pack", "import", str(sheet), "--pack", str(pack), *SHEET)
    assert refused.code == DAMAGED
    assert f"{sheet}:2: " in refused.err
    assert 'identifiers.imi: no scheme "imi"; did you mean "imo"?' in refused.err
    sheet.write_text(cells.format("identifiers.imo"))
    assert run("pack", "import", str(sheet), "--pack", str(pack), *SHEET).code == FOUND
    pier, quay = (open_store(str(pack)).record(id) for id in ("the-pier", "the-quay"))
    assert pier is not None and pier.identifiers == (("imo", "12"), ("wikidata", "Q7"))
    assert quay is not None and quay.identifiers == ()


def test_edits_come_back_as_changes_and_can_be_undone(
    own: Path, tables: Path, run: Run, bytes_of: Files
) -> None:
    before = bytes_of(own)

    def change(rows: Rows) -> None:
        brennia = row(rows, "calm-sea-2010/contributed/brennia")
        brennia.update(text="Brennia sent 120 sailors, no more.", note="N.")
        rows.remove(row(rows, "calm-sea-2010/contributed/dunmere"))  # what is left out stays
        rows.append({"subject": "calm-sea-2010", "field": "contributed", "text": "A pilot.", "value": "1"})

    statements = edit(tables / "statements.csv", change)
    records = edit(tables / "records.csv", lambda rows: row(rows, "holt").update(name="Anders P. Holt"))
    files = (statements, records, "--pack", str(own), *SHEET)
    dry = run("pack", "import", *files, "--dry-run")
    assert bytes_of(own) == before
    assert "  ~ calm-sea-2010/contributed/brennia\n    text: Brennia sent 120 sailors. →" in dry.out
    assert "  ~ holt\n    name: Anders Holt → Anders P. Holt" in dry.out
    assert "kept as they are: 1 statement that the files do not have" in dry.out

    done = json.loads(run("pack", "import", *files, "--json").out)
    assert [one["id"] for one in done["statements"]["added"]] == ["calm-sea-2010/contributed"]
    assert done["statements"]["withdrawn"] == []
    changed = {name: raw for name, raw in bytes_of(own).items() if before.get(name) != raw}
    assert sorted(changed) == ["data/events.toml", "data/leaders.toml", "data/sources.toml"]
    leaders = before["data/leaders.toml"].replace(b'name = "Anders Holt"', b'name = "Anders P. Holt"')
    assert changed["data/leaders.toml"] == leaders
    (added,) = [one for one in load(own).statements if one.id == "calm-sea-2010/contributed"]
    assert [cite.source for cite in added.citations] == ["sheet"]

    assert run("pack", "undo", "--pack", str(own)).code == FOUND
    assert bytes_of(own) == before


def test_a_statement_on_nothing_is_refused_with_its_row(own: Path, tmp_path: Path, run: Run) -> None:
    sheet = tmp_path / "sheet.csv"
    sheet.write_text("subject,field,text\nCalm Seas,outcome,Nothing.\n", encoding="utf-8")
    done = run("pack", "import", str(sheet), "--pack", str(own), *SHEET)
    assert done.code == DAMAGED and 'sheet.csv:2: subject: no record "Calm Seas"' in done.err


def test_the_order_of_citations_is_no_difference(
    make_pack: Callable[..., Path], tmp_path: Path, run: Run, bytes_of: Files
) -> None:
    weak = '[[source]]\nid = "weak"\ntitle = "W"\ntype = "other"\npublisher = "W"\nabbr = "W"\n'
    cites = '[{ source = "weak" }, { source = "news", quote = "He sent 12 men" }]'
    said = f'[[leader.statement]]\nfield = "conduct"\ntext = "He sent men."\ncite = {cites}\n'
    people = (
        '[[leader]]\nid = "anna"\nname = "Anna"\ntype = "person"\n\n'
        f'[[leader]]\nid = "boris"\nname = "Boris"\ntype = "person"\n\n{said}'
    )
    pack = make_pack(leaders=people)
    with open(pack / "data" / "sources.toml", "a", encoding="utf-8") as sources:
        sources.write(weak)
    before = bytes_of(pack)
    assert run("export", "--pack", str(pack), "--format", "csv", "-o", str(tmp_path / "tables")).code == FOUND
    assert "no differences" in run("pack", "import", str(tmp_path / "tables"), "--pack", str(pack)).out
    assert bytes_of(pack) == before


@pytest.mark.parametrize(
    ("table", "id", "cells", "code", "message"),
    [
        ("statements", "holt/office/president-of-aldmark", {"when": "1.5.2005"}, DAMAGED, "when: "),
        ("statements", "holt/office/president-of-aldmark", {"field": "ofice"}, DAMAGED, "no field"),
        (
            "statements",
            "sound-pact-org/founded/aldmark",
            {"text": "So."},
            NOT_FOUND,
            "together with others",
        ),
        ("statements", "calm-sea-2010/contributed/brennia", {"value_number": "90"}, DAMAGED, "correct both"),
        ("records", "holt", {"kind": "member"}, DAMAGED, "kind: "),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    table: str, id: str, cells: dict[str, str], code: int, message: str,
    own: Path, tables: Path, run: Run, bytes_of: Files,
) -> None:  # fmt: skip
    before = bytes_of(own)
    file = edit(tables / f"{table}.csv", lambda rows: row(rows, id).update(cells))
    done = run("pack", "import", file, "--pack", str(own))
    assert done.code == code
    assert message in done.err and f"{table}.csv:" in done.err, done.err
    assert bytes_of(own) == before


def test_a_layer_adds_to_records_below_and_changes_nothing_there(
    own: Path, tmp_path: Path, run: Run, bytes_of: Files
) -> None:
    below, layer = bytes_of(own), str(tmp_path / "notes")
    assert run("pack", "new", layer, "--extends", str(own)).code == FOUND
    sheet = tmp_path / "sheet.csv"
    sheet.write_text("subject,field,who,text\nCalm Sea,attended,Emil Sund,Sund came.\n", encoding="utf-8")
    assert run("pack", "import", str(sheet), "--pack", layer, *SHEET).code == FOUND
    added = [one for one in load(Path(layer)).statements if one.layer == "notes"]
    assert [one.id for one in added] == ["calm-sea-2010/attended/sund"]
    assert bytes_of(own) == below

    other = tmp_path / "records.csv"
    other.write_text("id,name\nholt,Another Holt\n", encoding="utf-8")
    refused = run("pack", "import", str(other), "--pack", layer)
    assert refused.code == DAMAGED and "a pack below has it otherwise" in refused.err
