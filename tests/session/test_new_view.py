"""A view is one module and its entry: added to a copy of the program, it works in every front end."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import cstoref
from tests.patience import PATIENCE
from tests.small_pack import write_small_pack

PACKAGE = Path(cstoref.__file__).parent
MODULE = '''\
"""The records of the pack, by how long their names are."""

from __future__ import annotations

from collections.abc import Sequence

from cstoref.render.rows import Row, row
from cstoref.render.text import Style
from cstoref.session.page_items import ItemPage, PageItem
from cstoref.session.state import State
from cstoref.session.target import Target

from .base import View


class LongNames(View):
    """Every record."""

    title = "Long names"
    footer = (("sort", "sort"), ("back", "back"))
    orders = ("longest first", "shortest first")

    def rows(self, state: State, style: Style) -> Sequence[Row]:
        records = sorted(self.store.records(), key=lambda record: len(record.name))
        if state.record_sort != self.orders[1]:
            records.reverse()
        return [row(f" {record.name}", "text", record.id) for record in records]

    def page(self, state: State) -> ItemPage:
        items = [PageItem(record.name, Target("record", record.id)) for record in self.store.records()]
        return ItemPage("Long names", (), tuple(items), self.orders)

    def json(self, state: State) -> object:
        return [record.id for record in self.store.records()]
'''
ENTRY = """    "long-names": ViewEntry(
        "long_names", "LongNames", "List the records by the length of their names.", "f6", ("long names",)
    ),
}  # fmt: skip
"""
DRIVER = """\
import asyncio, json, sys
from cstoref.plain.conversation import Conversation
from cstoref.session.session import Session
from cstoref.session.state import State
from cstoref.session.verbs import BY_ID
from cstoref.store.cache import open_store
from cstoref.tui.app import CstorefApp, user_data

store = open_store(sys.argv[1])
session = Session(store, user_data(store))
BY_ID["long-names"].run(session, "")
first = session.state.at
BY_ID["sort"].run(session, "")
view = session.here.view
answers = {"first": first, "order": session.state.record_sort, "json": view.json(session.state)}
answers["plain"] = Conversation(store, user_data(store)).answer("long names")
answers["help"] = Conversation(store, user_data(store)).answer("? length")

async def explore():
    app = CstorefApp(store, State(record="boris", pane="record"))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        for key in ("f6", "down", "enter"):
            await pilot.press(key)
            await pilot.pause()
            state = app.session.state
            answers[key] = [state.view, state.at, state.record]

asyncio.run(explore())
print(json.dumps(answers))
"""


@pytest.mark.slow
def test_a_new_view_is_two_files(tmp_path: Path) -> None:
    copy = tmp_path / "program" / "cstoref"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    for folder in ("data", "corpus"):
        shutil.copytree(PACKAGE.parent / folder, copy.parent / folder)
    registry = copy / "session" / "views" / "__init__.py"
    text = registry.read_text(encoding="utf-8")
    assert text.count("}  # fmt: skip\n") == 1
    registry.write_text(text.replace("}  # fmt: skip\n", ENTRY), encoding="utf-8")
    (registry.parent / "long_names.py").write_text(MODULE, encoding="utf-8")
    changed = [
        path
        for path in copy.rglob("*.py")
        if not (PACKAGE / path.relative_to(copy)).is_file()
        or (PACKAGE / path.relative_to(copy)).read_bytes() != path.read_bytes()
    ]
    assert len(changed) <= 2
    pack = write_small_pack(tmp_path / "pack")
    done = subprocess.run(
        [sys.executable, "-c", DRIVER, str(pack)],
        cwd=copy.parent,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=PATIENCE,
    )
    assert done.returncode == 0, done.stderr
    import json

    answers = json.loads(done.stdout)
    assert answers["first"] == "exercise"
    assert answers["order"] == "shortest first"
    assert "exercise" in answers["json"]
    assert answers["plain"][0] == "Long names"
    assert "long names: List the records by the length of their names." in answers["help"]
    assert answers["f6"] == ["long-names", "exercise", "boris"]
    view, at, _ = answers["down"]
    assert (view, at) == ("long-names", at)
    assert answers["enter"] == ["", answers["enter"][1], at]
