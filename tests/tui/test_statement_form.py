"""The form over a selected passage, by keys: proposals, what is wrong, what is written, undo."""

from __future__ import annotations

from pathlib import Path

import pytest
import tomli

from cstoref.session.state import State
from cstoref.store.cache import open_store
from cstoref.tui.screens.form_screen import FormScreen
from cstoref.tui.widgets.box import Box
from tests.mini_pack import write_pack

from .helpers import SINGLE, Driver, explore, explorer, frame, press, seen, state, type_text

NEWS = State(section="sources", source="news", pane="source", sentence=2)


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "pack")


def leaders(pack: Path) -> list[dict[str, object]]:
    tables: list[dict[str, object]] = tomli.loads((pack / "data" / "leaders.toml").read_text())["leader"]
    return tables


def box(pilot: Driver, key: str) -> Box:
    return pilot.app.screen.query_one(f"#entry-{key}", Box)


def hint(pilot: Driver) -> str:
    return str(pilot.app.screen.query_one("#asked-hint").render())


async def compiled(pilot: Driver) -> None:
    """Until what was written is compiled, and drawn."""
    while explorer(pilot).session.authorship.is_compiling:
        await pilot.pause(0.02)
    await pilot.pause()


def test_a_statement_is_written_over_a_passage_and_undone(pack: Path) -> None:
    async def scenario(pilot: Driver) -> None:
        assert "·  Boris did not come back." not in seen(pilot, "source")
        await press(pilot, "v", "shift+left", "plus")
        assert isinstance(pilot.app.screen, FormScreen)
        assert "“Boris did not come”" in str(pilot.app.screen.query_one("#form-passage").render())
        assert box(pilot, "of").value == "boris"
        assert pilot.app.focused is box(pilot, "field")
        await type_text(pilot, "condu")
        await press(pilot, "tab")
        assert box(pilot, "field").value == "conduct"
        await type_text(pilot, "stayed away")
        await press(pilot, "enter")
        assert pilot.app.focused is box(pilot, "text")
        assert "Text: is missing." in hint(pilot)
        await type_text(pilot, "Boris stayed away.")
        await press(pilot, "enter")
        assert len(pilot.app.screen_stack) == 1
        assert "1 Boris did not come back." in " ".join(seen(pilot, "source").split())
        written = leaders(pack)[1]["statement"]
        assert written == [
            {
                "field": "conduct",
                "value": "stayed away",
                "text": "Boris stayed away.",
                "cite": {"source": "news", "quote": "Boris did not come"},
            }
        ]
        await compiled(pilot)
        assert explorer(pilot).session.store.statement("boris/conduct") is not None
        assert state(pilot).source == "news"
        await press(pilot, "u")
        assert "statement" not in leaders(pack)[1]
        explorer(pilot).session.authorship.stop()

    explore(open_store(str(pack)), scenario, SINGLE, NEWS)


@pytest.mark.parametrize("size", [(60, 20), SINGLE, (120, 36)])
def test_the_form_shows_what_an_entry_means_and_the_keys_on_every_screen(
    pack: Path, size: tuple[int, int]
) -> None:
    async def scenario(pilot: Driver) -> None:
        await press(pilot, "plus")
        for key in ("field", "value", "who", "when"):
            assert pilot.app.focused is box(pilot, key)
            meaning, *offered = str(pilot.app.screen.query_one("#form-offered").render()).splitlines()
            for words in (meaning, *offered[:2], "Esc cancels"):
                assert words[:24].strip() in frame(pilot), key
            assert pilot.app.screen.query_one("#form-entries").region.contains_region(box(pilot, key).region)
            await press(pilot, "tab")

    explore(open_store(str(pack)), scenario, size, NEWS)


def test_proposals_are_chosen_with_arrows_and_escape_writes_nothing(pack: Path) -> None:
    before = leaders(pack)

    async def scenario(pilot: Driver) -> None:
        await press(pilot, "plus", "tab", "tab", "down")
        offered = str(pilot.app.screen.query_one("#form-offered").render())
        assert "▸ boris  Boris · person" in offered
        await press(pilot, "tab")
        assert box(pilot, "who").value == "boris"
        await type_text(pilot, "20")
        assert "2001-05-04  the source: 4 May 2001" in str(
            pilot.app.screen.query_one("#form-offered").render()
        )
        await press(pilot, "shift+tab")
        assert pilot.app.focused is box(pilot, "who")
        await press(pilot, "escape")
        assert pilot.app.screen is explorer(pilot)

    explore(open_store(str(pack)), scenario, SINGLE, NEWS)
    assert leaders(pack) == before


def test_what_is_pasted_into_an_entry_is_shown_not_obeyed(pack: Path) -> None:
    async def scenario(pilot: Driver) -> None:
        await press(pilot, "plus")
        box(pilot, "field").value = "a\x1b[31m[/b]"
        await pilot.pause()
        assert "\x1b" not in box(pilot, "field").value
        await press(pilot, "enter", "enter")
        assert "[/b]" in hint(pilot) or "missing" in hint(pilot)

    explore(open_store(str(pack)), scenario, SINGLE, NEWS)


@pytest.mark.parametrize(
    ("down", "up", "quote"),
    [
        ((4, 5), (16, 5), "Boris did not"),
        ((10, 5), (4, 6), "did not come back."),
        ((38, 3), (8, 5), "2001. Boris"),
        ((16, 5), (4, 5), "Boris did not"),  # backwards
    ],
)
def test_what_the_mouse_selects_is_the_passage(
    pack: Path, down: tuple[int, int], up: tuple[int, int], quote: str
) -> None:
    async def scenario(pilot: Driver) -> None:
        await pilot.mouse_down("#source", offset=down)
        await pilot.hover("#source", offset=up)
        await pilot.mouse_up("#source", offset=up)
        await press(pilot, "plus")
        assert f"“{quote}" in str(pilot.app.screen.query_one("#form-passage").render())
        await press(pilot, "escape")

    explore(open_store(str(pack)), scenario, SINGLE, NEWS)
