"""No list shows the raw id of a person, a body or a source: what a statement mentions has its name."""

from __future__ import annotations

import re

import pytest

from cstoref.errors import UserError
from cstoref.mentions import mentioned, names_in
from cstoref.plain.conversation import Conversation
from cstoref.render.text import Style
from cstoref.session.session import Session
from cstoref.session.state import State
from cstoref.session.target import Target
from cstoref.session.verbs import BY_ID
from cstoref.session.views import VIEWS
from cstoref.store.queries import Store
from cstoref.tui.answers import LINES
from cstoref.tui.pages.record import record_lines
from cstoref.tui.pages.search_results import result_lines
from cstoref.user.user_data import UserData

WIDE = 400
"""Cells in which nothing is cut."""
RECORDS = ("belarus", "lukashenko", "crrf-agreement", "matybulak-2009", "csto", "karimov")


@pytest.fixture(scope="module")
def relayed(builtin: Store) -> list[str]:
    """Statements that somebody relayed, or says, some of each."""
    found = [s for s in builtin.all_statements() if any(relay.by for relay in s.via)][:40]
    found += [s for s in builtin.all_statements() if s.said_by and not s.via][:20]
    assert len(found) > 40
    return [statement.id for statement in found]


@pytest.fixture(scope="module")
def ids(builtin: Store) -> re.Pattern[str]:
    """Every id that nobody could take for a word: with a hyphen or a digit in it."""
    known = [record.id for record in builtin.records()] + [source.id for source in builtin.sources()]
    names = {record.name for record in builtin.records()}
    raw = sorted((id for id in known if re.search(r"[-\d]", id) and id not in names), key=len, reverse=True)
    return re.compile(rf"(?<![\w/:-])(?:{'|'.join(map(re.escape, raw))})(?![\w/:@-])")


def session_of(store: Store, saved: list[str], state: State | None = None, paged: bool = False) -> Session:
    user = UserData(store.pack["id"], store.pack["edition"])
    for id in saved:
        user.toggle_bookmark(id)
    user.pin(*saved)
    return Session(store, user, state, paged=paged)


def raw_in(lines: list[str], ids: re.Pattern[str]) -> list[str]:
    """Lines that show an id; what a statement or address says of itself by id is labelled so."""
    return [line for line in lines if ids.search(line) and not re.match(r"\s*(id\b|address\b)", line.lower())]


def test_whoever_says_or_relays_a_statement_is_mentioned(builtin: Store, relayed: list[str]) -> None:
    for id in relayed:
        listed = builtin.statement(id)
        assert listed is not None
        statement = listed.statement
        names = names_in(builtin, [statement])
        assert set(mentioned(statement)) == set(names)
        assert {relay.by for relay in statement.via if relay.by} <= set(names)


@pytest.mark.slow
@pytest.mark.parametrize("view", VIEWS)
def test_no_view_shows_an_id(
    builtin: Store,
    relayed: list[str],
    ids: re.Pattern[str],
    view: str,
    tmp_path: object,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    of = {"conflict": builtin.conflicts()[0].id, "compare": "lukashenko", "conflicts": "lukashenko"}
    state = State(
        view=view, view_of=of.get(view, ""), record="karimov" if view == "compare" else None, pane="record"
    )
    session = session_of(builtin, relayed, state)
    shown = session.here.view
    assert shown is not None
    rows = [*shown.head(session.state, Style(WIDE)), *shown.rows(session.state, Style(WIDE))]
    lines = [row.text for row in rows] + [item.text for item in shown.page(session.state).items]
    assert len(lines) > 3
    assert raw_in(lines, ids) == []


@pytest.mark.slow
@pytest.mark.parametrize("verb", ["uses", "details", "open-linked"])
def test_no_list_over_the_explorer_shows_an_id(
    builtin: Store, relayed: list[str], ids: re.Pattern[str], verb: str
) -> None:
    shown = 0
    for id in relayed:
        session = session_of(builtin, [])
        session.open(Target("statement", id))
        try:
            result = BY_ID[verb].run(session, "")
        except UserError:
            continue
        if result is None or type(result) not in LINES:
            continue
        lines = ["".join(piece.text for piece in line.pieces) for line in LINES[type(result)](result, WIDE)]
        shown += 1
        assert raw_in(lines, ids) == []
    assert shown > 5


@pytest.mark.slow
@pytest.mark.parametrize("record", RECORDS)
def test_no_page_of_a_record_shows_an_id(builtin: Store, ids: re.Pattern[str], record: str) -> None:
    session = session_of(builtin, [], State(record=record, pane="record"))
    assert session.here.page is not None
    lines = record_lines(session.here.page, WIDE, session.here.blocks)
    assert raw_in(["".join(piece.text for piece in line.pieces) for line in lines], ids) == []


def test_no_search_result_shows_an_id(builtin: Store, ids: re.Pattern[str]) -> None:
    for words in ("dairy ban", "troops from tajikistan", "kazakh defense minister"):
        session = session_of(builtin, [])
        session.search(words)
        results = session.index.results(session.state)
        assert results is not None
        named = builtin.named(hit.record for hit in results.hits if hit.record)
        lines = result_lines(results, {id: named[id].name for id in named}, WIDE)
        assert raw_in(["".join(piece.text for piece in line.pieces) for line in lines], ids) == []


@pytest.mark.slow
def test_plain_mode_shows_no_id(
    builtin: Store,
    relayed: list[str],
    ids: re.Pattern[str],
    tmp_path: object,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    user = session_of(builtin, relayed).user
    talk = Conversation(builtin, user, WIDE)
    pages = [f"open {record}" for record in RECORDS]
    pages += [
        "members",
        "leaders",
        "events",
        "sources",
        "/ dairy ban",
        "bookmarks",
        "pins",
        "timeline",
        "conflicts",
    ]
    for page in (*pages, *(f"open {id}" for id in relayed[:12]), *(f"uses {id}" for id in relayed[:12])):
        talk.answer(page)
        assert raw_in(talk.answer("all"), ids) == [], page
