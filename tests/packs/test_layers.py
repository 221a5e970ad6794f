"""Layers: two packs that add to others. What is below stays as it is, and every command works on all."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref.plain.conversation import Conversation
from cstoref.session.session import Session
from cstoref.session.target import Target
from cstoref.store.cache import open_store
from cstoref.store.queries import Store
from cstoref.store.section_rows import section_rows
from cstoref.user.user_data import UserData
from tests.conftest import Result
from tests.tui.helpers import WIDE, Driver, explore, frame, press, type_text

HERE = Path(__file__).parent
NOTES, LOG, PACT = (str(HERE / name) for name in ("side-notes", "sound-log", "sound-pact"))
ASKED = {
    "show": (NOTES, "show ada vint", "Ada Vint"),
    "search": (NOTES, "search rehearsal", "said in Courier, 21 Oct 2009 [side-notes]"),
    "leaders": (NOTES, "leaders vint", "Ada Vint [side-notes]"),
    "sources": (NOTES, "sources", "Courier, 21 Oct 2009 [side-notes]"),
    "source": (NOTES, "sources courier-2009-10-21", "After Matybulak"),
    "statements": (
        NOTES,
        "statements --of maltsev --layer side-notes",
        "20 Oct 2009. [side-notes]",
    ),
    "timeline": (NOTES, "timeline matybulak", "Matybulak"),
    "matrix": (NOTES, "matrix --mode contribution --since 2009 --until 2009", "98"),
    "conflicts": (NOTES, "conflicts matybulak-2009", "disagreement [side-notes]"),
    "compare": (NOTES, "compare ada-vint maltsev", "Ada Vint"),
    "cite": (NOTES, "cite ada-vint/assessment", "After Matybulak"),
    "coverage": (NOTES, "coverage courier-2009-10-21", "100%"),
    "verify": (NOTES, "verify", "side-notes: 2 sources, 1 records, 6 statements, 1 conflicts"),
    "export": (NOTES, "export --format jsonl", '"layer":"side-notes"'),
    "fields": (LOG, "pack fields trailed", "trailed by"),
    "schema": (LOG, "pack schema", '"trailed"'),
    "list": (LOG, "pack list", "sound-log   1        Log of the Petrel"),
    "paths": (LOG, "paths", "sound-pact+sound-log"),
    "name": (LOG, "the old petrel", "[sound-log]"),
    "question": (LOG, "who was aboard the petrel", "Lunde"),
    "vessels": (LOG, "vessels", "Tern [sound-log]"),
}
"""For each command, a pack, a call, and what it shows."""


@pytest.fixture(scope="module")
def noted(home: Path) -> Store:
    """The built-in pack with the side notes above it."""
    return open_store(NOTES)


def exported(run: Callable[..., Result], *words: str) -> list[str]:
    result = run("export", "--format", "jsonl", *words)
    assert result.code == 0, result.err
    return result.out.splitlines()


@pytest.mark.parametrize("command", ASKED)
def test_a_command_works_with_a_layer(run: Callable[..., Result], command: str) -> None:
    pack, words, shown = ASKED[command]
    result = run(*words.split(), "--pack", pack)
    assert result.code == 0, result.err
    assert shown in result.out


@pytest.mark.parametrize(("layer", "below"), [(NOTES, "csto"), (LOG, PACT)])
def test_what_is_below_is_exported_byte_for_byte_as_without_the_layer(
    run: Callable[..., Result], layer: str, below: str
) -> None:
    alone = exported(run, "--pack", below)
    together = exported(run, "--pack", layer)
    ours = [line for line in together if '"layer":null' not in line]
    kept = ('"type":"statement"', '"type":"source"', '"type":"conflict"')
    assert [line for line in alone if line[1:].startswith(kept)] == [
        line for line in together if line[1:].startswith(kept) and line not in ours
    ]
    assert {json.loads(line).get("layer") for line in ours} - {Path(layer).name} == {None}


def test_a_record_below_keeps_all_that_it_says_of_itself(builtin: Store, noted: Store) -> None:
    for record in builtin.records():
        whole, extended = builtin.record(record.id), noted.record(record.id)
        assert whole is not None
        assert extended is not None
        assert extended.names[: len(whole.names)] == whole.names
        assert extended._replace(names=whole.names) == whole
    named = noted.record("belarus")
    assert named is not None
    assert [name.text for name in named.names if name.layer] == ["Lakeland"]


def test_a_name_that_a_layer_adds_is_found_and_is_never_what_it_is_called(
    run: Callable[..., Result], builtin: Store, noted: Store
) -> None:
    assert run("lakeland", "--pack", NOTES).out.startswith("Belarus ")
    assert noted.short_name("belarus") == builtin.short_name("belarus")


def test_a_conflict_of_a_layer_names_statements_of_both_and_grades_only_its_own(
    builtin: Store, noted: Store
) -> None:
    id = "matybulak-2009/contributed/armenia"
    before, after, own = builtin.statement(id), noted.statement(id), noted.statement(f"{id}-courier")
    assert before is not None
    assert after is not None
    assert own is not None
    assert after.statement == before.statement
    assert (after.conflicts, own.conflicts) == (before.conflicts + 1, 1)
    assert own.statement.grade == "quoted from press · 1 publisher · disputed"
    assert [c.id for c in noted.conflicts(statement=own.statement.id)] == ["armenians-at-matybulak-courier"]


def test_two_layers_are_used_at_once_in_any_order(run: Callable[..., Result], tmp_path: Path) -> None:
    other = tmp_path / "other"
    assert run("pack", "new", str(other), "--extends", "csto").code == 0
    for packs in ((NOTES, str(other)), (str(other), NOTES)):
        words = [word for pack in packs for word in ("--pack", pack)]
        result = run("pack", "list", "--json", *words)
        assert [pack["id"] for pack in json.loads(result.out)] == ["csto", *(Path(p).name for p in packs)]
        assert run("ada-vint", *words).code == 0


def test_what_is_worked_out_for_statements_below_stays_as_it_was(builtin: Store, noted: Store) -> None:
    confirmed = "SELECT id, confirmed, grade FROM statement WHERE layer IS NULL ORDER BY number"
    assert noted.database.execute(confirmed).fetchall() == builtin.database.execute(confirmed).fetchall()


@pytest.mark.parametrize(
    ("section", "row"),
    [("leader", "Ada Vint [side-notes]"), ("sources", "Courier, 21 Oct 2009 [side-notes]")],
)
def test_the_index_marks_what_a_layer_has_and_filters_by_it(noted: Store, section: str, row: str) -> None:
    rows = section_rows(noted, section, None)
    assert row in {one.name for one in rows}
    assert next(one.name for one in rows if "layer: side-notes" in one.facets) == row
    assert all("[side-notes]" not in one.name for one in rows if "layer: side-notes" not in one.facets)


@pytest.fixture
def session(noted: Store, new_user: None) -> Session:
    return Session(noted, UserData(noted.pack["id"], noted.pack["edition"], noted.folder))


def test_a_page_is_filtered_by_layer(session: Session) -> None:
    session.open(Target("record", "matybulak-2009"))
    counts = dict(session.here.facets)
    session.set_facet("layer: side-notes")
    shown = [entry.statement for block in session.here.blocks for entry in block.entries]
    assert len(shown) == counts["layer: side-notes"] >= 4
    assert {statement.layer for statement in shown} == {"side-notes"}


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (
            "open ada-vint",
            "Ada Vint called the exercise a rehearsal for border troops (opinion) [side-notes]",
        ),
        ("open ada-vint/assessment", "layer: side-notes"),
        ("open matybulak-2009; facet side-notes", "98 servicemen"),
        (
            "open matybulak-2009; conflicts this",
            "How many servicemen Armenia sent to Matybulak, by the Courier [side-notes]",
        ),
        ("courier-2009-10-21", "After Matybulak"),
        ("open ada-vint; link", "cstoref open side-notes:ada-vint@3"),
    ],
)
def test_plain_mode_marks_what_a_layer_says(noted: Store, new_user: None, typed: str, shown: str) -> None:
    talk = Conversation(noted, UserData("csto+side-notes", "3"), 80)
    talk.begin()
    said = [line for one in typed.split("; ") for line in talk.answer(one)]
    assert shown in " ".join(" ".join(said).split())


def test_the_explorer_marks_what_a_layer_says_and_shows_its_passage(noted: Store) -> None:
    async def look(pilot: Driver) -> None:
        await type_text(pilot, "ada vint")
        await press(pilot, "enter")
        shown = " ".join(frame(pilot).split())
        assert "[side-notes]" in shown
        assert "The minister carried a letter" in shown

    explore(noted, look, WIDE)


def test_a_card_says_how_many_statements_are_of_layers(run: Callable[..., Result], noted: Store) -> None:
    card = run("matybulak-2009", "--pack", NOTES).out
    added = noted.count_added("matybulak-2009")
    assert added >= 4
    assert f"statements, {added} from layers · all: --all" in card
    assert "from layers" not in run("matybulak-2009", "--pack", "csto").out
