"""Names in a text, underlined, and a record of one that no record has, by keys."""

from __future__ import annotations

from pathlib import Path

import pytest
import tomli

from cstoref.session.state import State
from cstoref.store.cache import open_store
from cstoref.tui.screens.choice import Choice
from cstoref.tui.screens.form_screen import FormScreen
from cstoref.tui.widgets.box import Box
from tests.mini_pack import write_pack

from .helpers import SINGLE, Driver, explore, explorer, lines, press, seen, state, type_text

NEWS = State(section="sources", source="news", pane="source", sentence=1)
TEXT = (
    "Anna met Zoran Petrov in Xanadu, where the Lakeside Institute is.\n\n"
    "Zoran Petrov saw [/b] and \x1b[31m left.\n"
)
NO_STATEMENTS = '[[event]]\nid = "meeting"\nname = "The meeting"\ntype = "meeting"\n'


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "pack", TEXT, events=NO_STATEMENTS)


def underlined(pilot: Driver) -> dict[str, list[str]]:
    """What stands above one line and above two in the text, in order."""
    found: dict[str, list[str]] = {"one": [], "two": []}
    view = lines(pilot, "source")
    for y in range(view.size.height):
        for segment in view.render_line(y):
            style = segment.style
            if style is not None and (style.underline or style.underline2):
                found["two" if style.underline2 else "one"].append(segment.text)
    return found


def test_a_record_is_made_of_an_unknown_name_and_its_line_changes(pack: Path) -> None:
    before = (pack / "data" / "leaders.toml").read_bytes()

    async def scenario(pilot: Driver) -> None:
        assert underlined(pilot) == {
            "one": ["has a record", "Anna", "Xanadu"],
            "two": ["has none: R", "Zoran Petrov", "Lakeside Institute", "Zoran Petrov"],
        }
        await press(pilot, "R")
        assert isinstance(pilot.app.screen, Choice)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, FormScreen)
        assert pilot.app.focused is pilot.app.screen.query_one("#entry-type", Box)
        assert "No name here sounds like it." in str(pilot.app.screen.query_one("#form-passage").render())
        await type_text(pilot, "perso")
        await press(pilot, "tab", "enter")
        assert len(pilot.app.screen_stack) == 1
        assert underlined(pilot)["two"] == ["has none: R", "Lakeside Institute"]
        assert "Written: zoran-petrov" in " ".join(seen(pilot, "keys").split())
        while explorer(pilot).session.authorship.is_compiling:
            await pilot.pause(0.02)
        await pilot.pause()
        assert underlined(pilot)["two"] == ["has none: R", "Lakeside Institute"]
        assert tomli.loads((pack / "data" / "leaders.toml").read_text())["leader"][2] == {
            "id": "zoran-petrov",
            "name": "Zoran Petrov",
            "type": "person",
        }
        await press(pilot, "u")
        assert (pack / "data" / "leaders.toml").read_bytes() == before
        assert state(pilot).source == "news"
        explorer(pilot).session.authorship.stop()

    explore(open_store(str(pack)), scenario, SINGLE, NEWS)


def test_escape_makes_nothing(pack: Path) -> None:
    before = (pack / "data" / "leaders.toml").read_bytes()

    async def scenario(pilot: Driver) -> None:
        await press(pilot, "down", "R")
        assert len(pilot.app.screen_stack) == 2
        pilot.app.screen.query_one("#entry-name", Box).value = "a\x1b[31m[/b]"
        await press(pilot, "escape")
        assert pilot.app.screen is explorer(pilot)

    explore(open_store(str(pack)), scenario, SINGLE, NEWS)
    assert (pack / "data" / "leaders.toml").read_bytes() == before
