"""A small pack about another organization: it verifies, and every command, view and page works on it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref.cli.commands import COMMANDS
from cstoref.plain.conversation import Conversation
from cstoref.session.views import VIEWS
from cstoref.store.cache import open_store
from cstoref.store.queries import Store
from cstoref.user.user_data import UserData
from tests.conftest import Result
from tests.tui.helpers import SINGLE, WIDE, Driver, explore, frame, press, type_text

PACK = Path(__file__).parent / "sound-pact"
ASKED = {
    "show": ("show lunde", "Corland"),
    "search": ("search ferries", "ferries"),
    "members": ("members", "Dunmere"),
    "leaders": ("leaders", "Lena Berg"),
    "institutions": ("institutions", "Sound Guard"),
    "events": ("events", "Calm Sea"),
    "agreements": ("agreements", "Ferry Agreement"),
    "places": ("places", "Brenhaven"),
    "sources": ("sources", "Gazette"),
    "statements": ("statements --field signed", "Ferry Agreement"),
    "timeline": ("timeline", "Lunde"),
    "matrix": ("matrix", "Corland"),
    "conflicts": ("conflicts", "sailors"),
    "changes": ("changes 2008 2012", "2011"),
    "compare": ("compare aldmark corland", "Corland"),
    "cite": ("cite petrel", "Petrel"),
    "coverage": ("coverage", "100%"),
    "verify": ("verify", "0 findings"),
    "pack": ("pack fields fleet", "belongs to"),
    "export": ("export --format jsonl", '"kind":"vessel"'),
    "paths": ("paths", "pack"),
    "memo": ("memo", ""),
    "site": ("site --single -o -", "Petrel"),
}
"""For each command that reads a pack, a call and what it shows."""
WITHOUT_PACK = {"open", "pick", "web", "plain", "mcp", "pin", "unpin", "keys", "completion"}
"""Commands that are interactive, that write, or that read no pack."""


@pytest.fixture(scope="module")
def store(home: Path) -> Store:
    return open_store(str(PACK))


def test_every_command_is_tried() -> None:
    assert set(ASKED) | WITHOUT_PACK == set(COMMANDS)


@pytest.mark.parametrize("command", ASKED)
def test_a_command_works_on_it(run: Callable[..., Result], command: str) -> None:
    words, shown = ASKED[command]
    result = run(*words.split(), "--pack", str(PACK))
    assert result.code == 0 or command == "memo", result.err
    assert shown in result.out


@pytest.mark.parametrize(
    "words", ["vessels", "petrel", "sundpakten", "president of brennia", "who leads brennia", "which ships"]
)
def test_its_own_words_are_known(run: Callable[..., Result], words: str) -> None:
    result = run(*words.split(), "--pack", str(PACK))
    assert result.code == 0, result.err
    assert re.search("Petrel|Sound Pact|Tove Rask|sailors", result.out)


def test_every_record_has_a_card(run: Callable[..., Result], store: Store) -> None:
    ids = [id for (id,) in store.database.execute("SELECT id FROM record")]
    assert len(ids) >= 25
    for id in ids:
        result = run("show", id, "--pack", str(PACK))
        assert (result.code, "csto" in result.out.lower().replace("cstoref", "")) == (0, False), id


def test_it_has_forty_statements_and_covers_its_texts(store: Store) -> None:
    assert store.count("statements") >= 40
    assert store.count("quotes") >= 40


@pytest.mark.parametrize(
    ("mode", "states"),
    [
        ("attendance", {("summit-2011", "corland"): "sent another", ("summit-2014", "corland"): "came"}),
        (
            "signature",
            {("ferry-agreement", "corland"): "signed", ("ferry-agreement", "dunmere"): "signed, later left"},
        ),
        ("contribution", {("calm-sea-2010", "aldmark"): "contributed"}),
    ],
)
def test_the_matrix_says_what_the_articles_say(
    run: Callable[..., Result], mode: str, states: dict[tuple[str, str], str]
) -> None:
    matrix = json.loads(run("matrix", "--mode", mode, "--json", "--pack", str(PACK)).out)
    cells = {(c["record"], cell["member"]): cell["state"] for c in matrix["columns"] for cell in c["cells"]}
    assert {key: cells[key] for key in states} == states


@pytest.fixture
def talk(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Conversation:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    conversation = Conversation(store, UserData("sound-pact", "2026.1"), 80)
    conversation.begin()
    return conversation


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("timeline", "Summit in Brenhaven"),
        ("attendance", "Corland"),
        ("signatures", "Ferry Agreement"),
        ("contributions", "Calm Sea"),
        ("conflicts", "How many sailors"),
        ("changes 2008 2012", "2011"),
        ("aldmark; compare corland", "Corland"),
        ("bookmarks", "bookmark"),
        ("pins", "pin"),
        ("vessels", "Petrel"),
        ("petrel", "Sound Guard"),
        ("gazette-2011-05-20", "A summit without Corland"),
        ("as of 2012-01-01", "2012"),
    ],
)
def test_plain_mode_shows_every_view(talk: Conversation, typed: str, shown: str) -> None:
    lines = [line for one in typed.split("; ") for line in talk.answer(one)]
    assert shown.lower() in "\n".join(lines).lower()


def test_every_view_is_tried() -> None:
    assert set(VIEWS) == {
        *("timeline", "attendance", "signatures", "contributions", "conflicts", "conflict"),
        *("compare", "bookmarks", "pins", "coverage", "changes"),
    }


@pytest.mark.parametrize("size", [SINGLE, WIDE])
@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        (("t",), "Timeline · Corland"),
        (("x",), "Brenhaven"),
        (("x", "x"), "Treaty of"),
        (("x", "x", "x"), "300/280"),
        (("exclamation_mark",), "How many sailors"),
        (("apostrophe",), "ookmark"),
        (("p",), "in"),
    ],
    ids=lambda part: " ".join(part) if isinstance(part, tuple) else part,
)
def test_the_explorer_shows_every_view(
    store: Store, size: tuple[int, int], keys: tuple[str, ...], shown: str
) -> None:
    async def look(pilot: Driver) -> None:
        await type_text(pilot, "corland")
        await press(pilot, "enter", *keys)
        assert shown in frame(pilot), keys

    explore(store, look, size)
