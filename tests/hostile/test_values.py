"""Wrong ids, dates, references and shapes: each an error that names file, record and field."""

from __future__ import annotations

import copy
import datetime
import json
import sqlite3
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cstoref.authoring.lint import review
from cstoref.authoring.load import load
from cstoref.errors import PackError
from cstoref.export import FORMATS
from cstoref.export.tables import TABLES
from cstoref.store.compile import compile_pack
from cstoref.store.pages import page
from cstoref.store.queries import Store
from tests.conftest import without_lines
from tests.tally import count

from . import packs
from .texts import ANY_TEXT

IDS = (
    *(
        "",
        " ",
        "A",
        "é",
        "a b",
        "a/b",
        "..",
        "../a",
        "/etc/passwd",
        "a\\b",
        "-a",
        "a-",
        "a--b",
        "a\n",
        "a\x00",
    ),
    *("a.toml", "[x]", "a" * 81, "а", "²", "CON"),
)
DATES = (
    *(
        "",
        "9999-99-99",
        "2009-02-30",
        "2009-13",
        "2009-00",
        "0000",
        "-0001",
        "10000",
        "99999-01-01",
        "2009-6-1",
    ),
    *(
        "2009-06-14T00:00",
        "2009/06/14",
        "2010/2009",
        "../..",
        "/",
        "..",
        "2009..2010",
        "[2009]/2010",
        "２００９",
    ),
    *(
        "[2010..2009]/2011",
        "9999~",
        "0001~",
        "2009~?",
        "2009??",
        "yesterday",
        "2009-06-14/2009-06-13",
        "²009",
    ),
)
Path_ = tuple[str | int, ...]


def base() -> dict[str, list[dict[str, Any]]]:
    """A pack that is right."""
    return packs.tables(lambda: "some words", "some words")


def problems(folder: Path, tables: dict[str, list[dict[str, Any]]]) -> list[str]:
    with pytest.raises(PackError) as caught:
        load(packs.write(folder / "pack", tables, packs.corpus("some words")))
    return without_lines(caught.value.problems)


def put(tables: Any, path: Path_, value: Any) -> None:
    """Put a value in a place of the tables; `...` takes away what is there."""
    *above, last = path
    for step in above:
        tables = tables[step]
    if value is ...:
        del tables[last]
    else:
        tables[last] = value


def places(value: Any, path: Path_ = ()) -> Iterator[Path_]:
    """Every place in tables where a value stands."""
    named: Any = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for name, part in named:
        yield (*path, name)
        yield from places(part, (*path, name))


def test_the_pack_that_is_spoilt_here_is_right(tmp_path: Path) -> None:
    assert load(packs.write(tmp_path / "pack", base(), packs.corpus("some words"))).statements


@pytest.mark.parametrize("value", IDS)
@pytest.mark.parametrize(
    ("path", "where"),
    [
        (("leaders", 0, "id"), "data/leaders.toml: {}: id"),
        (("sources", 1, "id"), "data/sources.toml: {}: id"),
        (("conflicts", 0, "id"), "data/conflicts.toml: {}: id"),
        (("pack", 0, "id"), "data/pack.toml: id"),
        (
            ("events", 0, "statement", 0, "key"),
            'data/events.toml: "meeting": statement 1 (attended {who}).key',
        ),
        (
            ("events", 0, "statement", 0, "who"),
            'data/events.toml: "meeting": statement 1 (attended {who}).who',
        ),
        (("events", 0, "place"), 'data/events.toml: "meeting": place'),
        (("conflicts", 0, "records", 0), 'data/conflicts.toml: "c": records'),
        (("silences", 0, "cite", "source"), 'data/silences.toml: "no. 1": cite.source'),
    ],
)
def test_an_id_that_is_none_is_refused_where_it_stands(
    tmp_path: Path, path: Path_, where: str, value: str
) -> None:
    count("wrong ids and dates")
    tables = base()
    put(tables, path, value)
    file = where.split(":")[0]
    field = where.rpartition(": ")[2].rpartition(".")[2]
    found = problems(tmp_path, tables)
    assert any(problem.startswith(f"{file}: ") and field in problem.split(": ")[-2] for problem in found)


@pytest.mark.parametrize("value", DATES)
@pytest.mark.parametrize(
    ("path", "where"),
    [
        (("events", 0, "when"), 'data/events.toml: "meeting": when: '),
        (("leaders", 0, "statement", 0, "when"), 'data/leaders.toml: "anna": statement 1 (said).when: '),
        (
            ("leaders", 0, "statement", 0, "said_on"),
            'data/leaders.toml: "anna": statement 1 (said).said_on: ',
        ),
        (("sources", 0, "issued"), 'data/sources.toml: "news": issued: '),
        (("pack", 0, "checked_until"), "data/pack.toml: checked_until: "),
    ],
)
def test_a_date_that_is_none_is_refused_where_it_stands(
    tmp_path: Path, path: Path_, where: str, value: str
) -> None:
    count("wrong ids and dates")
    tables = base()
    put(tables, path, value)
    assert [problem for problem in problems(tmp_path, tables) if problem.startswith(where)]


VALUES = st.one_of(
    ANY_TEXT,
    st.sampled_from(IDS),
    st.sampled_from(DATES),
    st.just(...),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.lists(st.one_of(ANY_TEXT, st.integers()), max_size=3),
    st.dictionaries(
        st.sampled_from(["source", "quote", "by", "text", "number", "id", "x"]), ANY_TEXT, max_size=3
    ),
    st.sampled_from(["anna", "boris", "meeting", "hill", "news", "book", "xanadu", "c", "anna/said"]),
)


@given(data=st.data())
def test_whatever_stands_anywhere_a_pack_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    count("hostile packs made by chance")
    tables = copy.deepcopy(base())
    for _ in range(data.draw(st.integers(1, 3))):
        path = data.draw(st.sampled_from([path for path in places(tables) if len(path) > 2]))
        put(tables, path, data.draw(VALUES))
    folder = packs.write(tmp_path_factory.mktemp("any") / "pack", tables, packs.corpus("some words"))
    try:
        pack = load(folder)
    except PackError as error:
        assert all(problem.startswith(("data/", "corpus/")) and ": " in problem for problem in error.problems)
    else:
        review(pack)
        database = sqlite3.connect(":memory:", isolation_level=None)
        compile_pack(pack, database)
        read_all_of(Store(database))


def read_all_of(store: Store) -> None:
    """Every record's page, and the whole as each format of text and each table has it."""
    for record in store.records():
        assert page(store, record.id, "2001-05-03") is not None
    for format in FORMATS.values():
        if format.form == "text":
            out = StringIO()
            format.write(store, out)
            assert out.getvalue()
    for table in TABLES:
        assert all(len(row) == len(table.columns) for row in table.rows(store))


@pytest.mark.parametrize(
    "value", [datetime.date(2009, 6, 14), 2009, 2009.5, True, ["2009"], {"when": "2009"}, float("nan")]
)
def test_a_date_of_another_type_is_refused_where_it_stands(tmp_path: Path, value: Any) -> None:
    tables = base()
    put(tables, ("events", 0, "when"), value)
    assert problems(tmp_path, tables)[0].startswith('data/events.toml: "meeting": when')


@pytest.mark.parametrize("number", [float("nan"), float("inf"), 2**53 + 1, -1e300, True, "12"])
def test_a_number_that_cannot_be_kept_is_refused_where_it_stands(tmp_path: Path, number: Any) -> None:
    tables = base()
    put(tables, ("events", 0, "statement", 1, "value"), {"number": number, "unit": "men"})
    assert problems(tmp_path, tables)[0].startswith(
        'data/events.toml: "meeting": statement 2 (contributed).value'
    )


@pytest.mark.parametrize("escape", ["\\ud800", "\\udfff", "\\uD83D\\uDE00", "\\U00110000", "\\"])
def test_an_escape_that_is_no_character_is_refused(make_pack: Callable[..., Path], escape: str) -> None:
    with pytest.raises(PackError, match=r"data/places\.toml:\d+: not TOML"):
        load(make_pack(places=f'[[place]]\nid = "a"\nname = "{escape}"\ntype = "city"\n'))


INVISIBLE = (
    "\u200b", "\u200d\u200c", "\u2060\u2063", "\u3164", "\u115f\u1160", "\uffa0", "\u2800\u2800", "\u00ad",
    "\ufe0f", "\u0301\u0301", "\u202e", "\U000e0061\U000e007f", "\u180e", "\U0001d159", "\u034f\u200e",
)  # fmt: skip


@pytest.mark.parametrize("name", INVISIBLE, ids=ascii)
@pytest.mark.parametrize(
    "path", [("events", 0, "name"), ("events", 0, "names"), ("sources", 0, "title"), ("sources", 0, "abbr")]
)
def test_a_name_of_invisible_characters_is_refused_where_it_stands(
    tmp_path: Path, path: tuple[str | int, ...], name: str
) -> None:
    tables = base()
    put(tables, path, [name] if path[-1] == "names" else name)
    (problem, *_) = problems(tmp_path, tables)
    assert problem.startswith(f"data/{path[0]}.toml: ") and str(path[-1]) in problem
    assert problem.endswith("has only invisible characters")


@pytest.mark.parametrize("name", ["ー", "क्", "א\u200f", "a\u0301", "🚀", "👩\u200d🚀", "№", "्क", "\u3164x"])
def test_a_name_of_which_something_is_seen_is_taken(tmp_path: Path, name: str) -> None:
    tables = base()
    put(tables, ("events", 0, "name"), name)
    pack = load(packs.write(tmp_path / "pack", tables, packs.corpus("some words")))
    assert name in [record.name for record in pack.records]


def test_what_goes_round_in_a_circle_is_refused_where_it_stands(tmp_path: Path) -> None:
    tables = base()
    tables["places"][0]["statement"][0]["from"] = ["hill/purpose"]
    assert problems(tmp_path, tables) == ['data/places.toml: "hill": hill/purpose.from: rests on itself']


def test_a_place_may_lie_in_itself_without_harm(tmp_path: Path) -> None:
    tables = base()
    tables["places"][0]["place"] = "hill"
    pack = load(packs.write(tmp_path / "pack", tables, packs.corpus("some words")))
    assert json.dumps([record.place for record in pack.records if record.id == "hill"]) == '["hill"]'
