"""Tables: those of an export come back as the same pack; a sheet of one's own becomes one."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from cstoref.errors import PackError, UserError
from cstoref.export import csv as csv_tables
from cstoref.export import jsonl
from cstoref.intake.interchange.assembly import make
from cstoref.intake.interchange.data_set import cite, with_head
from cstoref.intake.interchange.readers import read
from cstoref.intake.interchange.sheet import columns_of
from cstoref.intake.source_entry import Given
from cstoref.store.cache import open_store
from cstoref.store.queries import Store
from cstoref.store.search.lookup import look_up

PACKS = Path(__file__).parents[2] / "packs"
SHEET = Given(id="desk", title="Sheet of the desk", publisher="The desk", type="other")


def exported(store: Store) -> str:
    out = StringIO()
    jsonl.write(store, out)
    return out.getvalue()


def tables_of(store: Store, folder: Path) -> Path:
    folder.mkdir()
    csv_tables.write(store, str(folder))
    return folder


def imported(folder: Path, *files: Path, given: Given = SHEET, columns: tuple[str, ...] = ()) -> Store:
    """The store of a new pack of some tables."""
    mapped = [one for one in columns if not one.startswith("set ")]
    fixed = [one.removeprefix("set ") for one in columns if one.startswith("set ")]
    content, read_files = read([str(file) for file in files], "csv", columns_of(mapped, fixed))
    with_head(content, given, str(folder / "new"))
    cite(content, given, read_files)
    return open_store(make(str(folder / "new"), content).folder)


@pytest.mark.parametrize("pack", ["sound-pact", "sound-log"])
def test_the_tables_of_an_export_read_back_are_the_same_pack(pack: str, tmp_path: Path) -> None:
    before = open_store(str(PACKS / pack))
    after = imported(tmp_path, tables_of(before, tmp_path / "tables"))
    assert exported(after) == exported(before)
    again = tables_of(after, tmp_path / "again")
    for file in (tmp_path / "tables").iterdir():
        assert (again / file.name).read_bytes() == file.read_bytes(), file.name


@pytest.mark.parametrize("name", ["'=1+1", "=1+1", "''-x", "'quoted'", "@home"])
def test_what_a_spreadsheet_would_take_for_a_formula_comes_back(
    name: str, make_pack: Callable[..., Path], tmp_path: Path
) -> None:
    people = f'[[leader]]\nid = "anna"\nname = "Anna"\ntype = "person"\nnames = ["{name}"]\n\n'
    people += '[[leader]]\nid = "boris"\nname = "Boris"\ntype = "person"\n'
    before = open_store(str(make_pack(leaders=people)))
    after = imported(tmp_path, tables_of(before, tmp_path / "tables"))
    assert exported(after) == exported(before)


def sheet(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


RECORDS = "Kind,Type,Name,Names\nmember,state,Xanadu,Shangdu; Ksanadu\nleader,person,Anna Ivanova,\n"
STATEMENTS = (
    "subject,field,who,value,unit,when,text\n"
    "The meeting,attended,Anna Ivanova,,,,Anna came.\n"
    "The meeting,contributed,Xanadu,12,men,,Xanadu sent 12 men.\n"
    "The meeting,contributed,Xanadu,14,men,2001-05,Xanadu sent 14 men.\n"
)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_sheets_of_ones_own_become_a_pack(
    separator: str, encoding: str, line_end: str, tmp_path: Path
) -> None:
    def of(text: str) -> str:
        text = text.replace(", Ksanadu", "; Ksanadu").replace("Shangdu; Ksanadu", '"Shangdu; Ksanadu"')
        return text.replace(",", separator).replace("\n", line_end)

    records = RECORDS + "event,meeting,The meeting,\n"
    store = imported(
        tmp_path,
        sheet(tmp_path, "records.csv", of(records), encoding),
        sheet(tmp_path, "statements.csv", of(STATEMENTS), encoding),
    )
    xanadu = store.record("xanadu")
    assert xanadu is not None and [name.text for name in xanadu.names] == ["Shangdu", "Ksanadu"]
    ids = [one.id for one in store.all_statements()]
    assert ids == [
        "the-meeting/attended/anna-ivanova",
        "the-meeting/contributed/xanadu",
        "the-meeting/contributed/xanadu-desk",  # the second of the same words gets a key
    ]
    first = store.statement("the-meeting/contributed/xanadu")
    assert first is not None and first.statement.value is not None
    assert (first.statement.value.number, first.statement.value.unit) == (12, "men")
    (source,) = store.sources()
    assert (source.id, source.original_file) == ("desk", "records.csv")
    assert all(one.citations[0].source == "desk" for one in store.all_statements())


SCHEME = '[[scheme]]\nid = "imo"\nlabel = "IMO number"\n'


def test_a_scheme_of_ones_own_comes_back_with_the_tables(
    make_pack: Callable[..., Path], tmp_path: Path
) -> None:
    pier = '[[place]]\nid = "pier"\nname = "The pier"\ntype = "site"\nidentifiers = { imo = "12" }\n'
    before = open_store(str(make_pack(vocabulary=SCHEME, places=pier)))
    after = imported(tmp_path, tables_of(before, tmp_path / "tables"))
    assert exported(after) == exported(before)
    assert after.schemes == before.schemes


def test_people_and_memberships_with_columns_of_their_own(tmp_path: Path) -> None:
    text = (
        "Full name;Chamber;Since;Until;Phone\n"
        "Ann Lee;Senate;2001-05;2004;1\n"
        "Ann Lee;Senate;2008;;2\n"
        "Bo Sun;Senate;;;3\n"
    )
    columns = ("Full name=person", "Chamber=organization", "Since=start", "Until=end", "Phone=")
    store = imported(tmp_path, sheet(tmp_path, "mps.csv", text), columns=(*columns, "set role=Senator"))
    terms = {one.id: one.when for one in store.all_statements() if one.field == "office"}
    assert terms == {
        "ann-lee/office/senator-of-senate": "2001-05/2004",
        "ann-lee/office/senator-of-senate-2": "2008/",  # which end nobody gives
        "bo-sun/office/senator-of-senate": None,  # no date is invented
    }


TERMS = (
    "person,organization,role,start,end,organization_type\n"
    "Ann Abe,National Assembly,{role},1999,,organ\n"
    "Bo Cole,National Assembly,{role},2000,2004,organ\n"
    "Cy Dorn,National Assembly,{role},2003,,organ\n"
    "Di Eck,National Assembly,{role},1998,2000,organ\n"
    "Di Eck,National Assembly,{role},2002,,organ\n"
    "Ed Fay,National Assembly,{role},2000,2001,organ\n"
    "Flo Gill,National Assembly,{role},2000,2002,organ\n"
)


@pytest.mark.parametrize("role", ["member", "Senator"])
@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("members of national assembly 2001", ["ann-abe", "bo-cole", "ed-fay", "flo-gill"]),
        ("members of the national assembly in 2003", ["ann-abe", "bo-cole", "cy-dorn", "di-eck"]),
        ("members of national assembly now", ["ann-abe", "cy-dorn", "di-eck"]),
        ("former members of the national assembly", ["bo-cole", "ed-fay", "flo-gill"]),
    ],
)
def test_who_sits_in_an_assembly_is_answered_from_its_offices(
    role: str, typed: str, names: list[str], tmp_path: Path
) -> None:
    store = imported(tmp_path, sheet(tmp_path, "memberships.csv", TERMS.format(role=role)))
    answer = look_up(store, typed, "2026-12-01").answer
    assert answer is not None and sorted(item.record for item in answer.items) == names


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("kind,name\nleader\n", "records.csv:2: name: is missing"),
        ("kind,type,name,colour\nleader,person,Anna,red\n", "records.csv: colour: no such column"),
        ("kind,type,name,name\n", "two columns are"),
        ("kind,type,name\nleader,person,Anna,9\n", "records.csv:2: has 4 cells"),
        ("id,kind,type,name\na,leader,person,Anna\na,leader,person,Bo\n", "records.csv:3: a: a second row"),
        ("id,kind,type,name,when\na,event,meeting,M,03/05/2001\n", "records.csv:2: a: when: "),
        ("id,kind,type,name\na,leader,king,Anna\n", 'records.csv:2: a: type: no type "king"'),
        ("", "has no rows"),
        ('id,kind\n"a,leader\n', "not CSV"),
    ],
)
def test_what_is_wrong_is_named_with_its_row_and_column(text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(PackError) as raised:
        imported(tmp_path, sheet(tmp_path, "records.csv", text))
    assert any(message in problem for problem in raised.value.problems), raised.value.problems
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("encoding", ["utf-16", "cp1251"])
def test_another_encoding_is_named(encoding: str, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="UTF-8"):
        imported(tmp_path, sheet(tmp_path, "records.csv", "kind,name\nleader,Анна\n", encoding))
