"""What is pasted or kept is made visible in the box it stands in, and can be edited on."""

from __future__ import annotations

import pytest
from textual import events
from textual.app import App, ComposeResult

from cstoref.tui.widgets.box import Box

from .helpers import Driver, drive


class Asking(App[None]):
    """An app with one box."""

    def __init__(self, kept: str = "") -> None:
        super().__init__()
        self._kept = kept

    def compose(self) -> ComposeResult:
        yield Box(self._kept)


@pytest.mark.parametrize(
    ("pasted", "value"),
    [("a\x1b]0;x\x07b", "a␛]0;x␇b!"), ("\u202ea", "<U+202E>a!"), ("Анна\tИ.", "Анна И.!"), ("[/", "[/!")],
)
def test_a_paste_is_made_visible_and_typing_goes_on_after_it(pasted: str, value: str) -> None:
    async def scenario(pilot: Driver) -> None:
        box = pilot.app.query_one(Box)
        box.post_message(events.Paste(pasted))
        await pilot.pause()
        await pilot.press("!")
        assert box.value == value

    drive(Asking(), scenario)


def test_what_was_kept_from_the_last_time_is_made_visible() -> None:
    async def scenario(pilot: Driver) -> None:
        box = pilot.app.query_one(Box)
        assert box.value == "␛[31mred"
        box.value = "\x9b2J"
        assert box.value == "<U+009B>2J"

    drive(Asking("\x1b[31mred"), scenario)
