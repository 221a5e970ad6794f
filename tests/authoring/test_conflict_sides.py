"""Every side of a conflict must say something of its own."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref.authoring.conflict_sides import side_findings
from cstoref.authoring.findings import Finding
from cstoref.model import Pack
from cstoref.store.cache import open_store
from cstoref.store.conflict_detail import INFERRED, conflict_detail
from tests.conftest import Result
from tests.mini_pack import FILES

SOURCES = "".join(
    f'[[source]]\nid = "{id}"\ntitle = "The {id}"\ntype = "press"\npublisher = "Press"\nabbr = "{id}"\n'
    for id in ("book", "list")
)
BORIS = (
    FILES["leaders.toml"]
    + '\n[[leader.statement]]\nfield = "said"\nvalue = "tall"\ntext = "Boris was tall."\n'
    'cite = [{ source = "book" }, { source = "list" }]\n\n'
    '[[leader.statement]]\nfield = "said"\nkey = "short"\nvalue = "short"\ntext = "Boris was short."\n'
    'cite = { source = "list" }\n\n'
    '[[leader.statement]]\nfield = "assessment"\nvalue = "late"\ntext = "Boris was late."\n'
    'from = ["meeting/attended/boris"]\nrule = "Who comes is late."\n'
)
TALL, SHORT, LATE = "boris/said", "boris/said/short", "boris/assessment"
QUOTE = '{ source = "news", quote = "Anna met Boris in Xanadu" }'


def conflict(
    cite: tuple[str, ...] = (), statements: tuple[str, ...] = (), nature: str = "disagreement", **more: str
) -> str:
    ids = ", ".join(f'"{id}"' for id in statements)
    table = (
        f'[[conflict]]\nid = "boris"\nnature = "{nature}"\ntopic = "Boris"\n'
        'explanation = "They do not agree."\n'
        f"statements = [{ids}]\nrecords = [{more.get('records', '')}]\n"
    )
    return table + (f"cite = [{', '.join(cite)}]\n" if cite else "")


@pytest.fixture
def pack(loaded: Callable[..., Pack]) -> Callable[[str], Pack]:
    def call(conflicts: str) -> Pack:
        return loaded(sources=SOURCES, leaders=BORIS, conflicts=conflicts)

    return call


def found(pack: Pack) -> list[str]:
    """What is wrong with the sides, in the words that matter."""

    def word(finding: Finding) -> str:
        words = finding.message.split(";")[0]
        return words.removeprefix("the side of ").replace(" shows ", ": ", 1)

    assert {finding.about for finding in side_findings(pack)} <= {"boris"}
    return [word(finding) for finding in side_findings(pack)]


REPEATED = "only what another side shows as well"
BOTH_REPEATED = [f"{id}: {REPEATED}" for id in ("book", "list")]
FEW = "shows fewer than two values"


@pytest.mark.parametrize(
    ("cite", "statements", "wrong"),
    [
        ((QUOTE, '{ source = "book" }'), (), ["book: nothing", FEW]),
        ((QUOTE, '{ source = "book", note = "On p. 3." }'), (), []),
        ((QUOTE, '{ source = "book", says = "On p. 3." }'), (), []),
        (('{ source = "book" }', '{ source = "list" }'), (TALL, SHORT), [f"book: {REPEATED}"]),
        (('{ source = "book" }', '{ source = "list" }'), (TALL,), [*BOTH_REPEATED, FEW]),
        (('{ source = "book", note = "Tall." }', '{ source = "list" }'), (TALL, SHORT), []),
        (('{ source = "list" }',), (SHORT, LATE), []),
        ((QUOTE,), (), [FEW]),
        ((QUOTE,), (LATE,), []),
    ],
)  # fmt: skip
def test_a_side_shows_a_passage_a_note_or_a_statement_of_its_own(
    pack: Callable[[str], Pack], cite: tuple[str, ...], statements: tuple[str, ...], wrong: list[str]
) -> None:
    assert found(pack(conflict(cite, statements))) == wrong


def test_one_side_is_enough_where_nobody_confirms_it(pack: Callable[[str], Pack]) -> None:
    assert found(pack(conflict((QUOTE,), nature="undated-or-uncorroborated"))) == []


def test_records_are_the_sides_where_names_mislead(pack: Callable[[str], Pack]) -> None:
    both = pack(conflict((QUOTE,), nature="same-name-different-things", records='"anna", "boris"'))
    assert found(both) == ["a side is the record anna, which has no blurb", FEW]
    described = tuple(record._replace(blurb="Somebody.") for record in both.records)
    assert found(both._replace(records=described)) == []


@pytest.fixture
def store_folder(make_pack: Callable[..., Path]) -> Path:
    cite = (QUOTE, '{ source = "book", note = "Tall, on p. 3." }', '{ source = "list" }')
    return make_pack(sources=SOURCES, leaders=BORIS, conflicts=conflict(cite, (TALL, SHORT, LATE)))


def test_what_is_inferred_is_a_side_and_a_note_is_not_said_twice(store_folder: Path) -> None:
    detail = conflict_detail(open_store(str(store_folder)), "boris")
    assert detail is not None
    sides = {side.title: [statement.id for statement in side.shown] for side in detail.sides}
    assert sides == {"News, 4 May 2001": [], "book": [], "list": [TALL, SHORT], INFERRED: [LATE]}
    assert [len(side.statements) for side in detail.sides] == [0, 1, 2, 1]


@pytest.mark.parametrize("words", [("conflicts", "boris"), ("conflicts", "--full")])
def test_the_command_shows_every_value(
    store_folder: Path, run: Callable[..., Result], words: tuple[str, ...]
) -> None:
    shown = run(*words, "--pack", str(store_folder)).out
    for value in ("Anna met Boris in Xanadu", "Tall, on p. 3.", "Boris was short", "Boris was late"):
        assert value in shown
    assert shown.count("Boris was tall") == 1


def test_json_and_exports_carry_the_note(store_folder: Path, run: Callable[..., Result]) -> None:
    pack = ("--pack", str(store_folder))
    one = json.loads(run("conflicts", "boris", "--json", *pack).out)
    notes = [side["citation"] and side["citation"]["note"] for side in one["sides"]]
    assert notes == [None, "Tall, on p. 3.", None, None]
    assert one["sides"][-1]["statements"] == [LATE]
    lines = [json.loads(line) for line in run("export", "--format", "jsonl", *pack).out.splitlines()]
    (exported,) = [line for line in lines if line["type"] == "conflict"]
    assert [citation["note"] for citation in exported["citations"]] == [None, "Tall, on p. 3.", None]


def test_the_built_in_conflicts_show_every_side(builtin_pack: Pack) -> None:
    assert list(side_findings(builtin_pack)) == []
    bare = [
        conflict._replace(citations=tuple(citation._replace(note=None) for citation in conflict.citations))
        for conflict in builtin_pack.conflicts
    ]
    assert len(list(side_findings(builtin_pack._replace(conflicts=tuple(bare))))) > 150
