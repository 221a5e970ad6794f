"""Every text on every ground meets WCAG AA in every theme, on the very colours that are drawn."""

from __future__ import annotations

import pytest
from textual.color import Color

from cstoref.store.queries import Store
from cstoref.tui.app import CstorefApp
from cstoref.tui.state import ViewState
from cstoref.tui.themes import THEMES

from .helpers import WIDE, Driver, drive, press, screen_strips, type_text

AA = 4.5
BLOCKS = set("▁▂▃▄▅▆▇█▏▕▔│─╭╮╰╯▊▎")
"""Lines and bars that say nothing by themselves; the mark of the lit passage is not one of them."""
STATE = ViewState(section="agreement", record="pact", pane="record", as_of="2005-01-01")
PAGES: dict[str, tuple[ViewState, str]] = {
    "home": (ViewState(), "b o"),
    "record": (STATE, "j m f s i g n e d enter"),
    "index": (STATE, "4 j"),
    "source": (STATE, "0 f b o r i s enter"),
    "reference": (ViewState(source="register", section="sources", pane="source"), ""),
    "day": (STATE, "a s o o n enter"),
    "choice": (STATE, "o"),
    "details": (STATE, "d"),
    "help": (STATE, "question_mark k e y"),
    "filter": (STATE, "f b"),
    "told": (STATE, "right_square_bracket"),
    "palette": (STATE, "ctrl+p"),
}


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of WCAG 2."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(color: Color) -> float:
    """The relative luminance of WCAG 2."""
    parts = [part / 255 for part in color.rgb]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def faint(pilot: Driver) -> dict[str, float]:
    """What of the uppermost screen is drawn with too little contrast: its text and its ratio."""
    screen = pilot.app.screen
    region = screen.children[0].region if len(pilot.app.screen_stack) > 1 else screen.region
    found: dict[str, float] = {}
    for strip in screen_strips(pilot)[region.y : region.bottom]:
        for segment in strip.crop(region.x, region.right):
            text = segment.text.strip()
            if not text or set(text) <= BLOCKS or segment.style is None:
                continue
            fore, back = segment.style.color, segment.style.bgcolor
            assert fore is not None and back is not None and fore.triplet and back.triplet, text
            ratio = contrast(Color(*fore.triplet), Color(*back.triplet))
            if ratio < AA:
                found[text] = round(ratio, 2)
    return found


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
@pytest.mark.parametrize("page", PAGES)
def test_every_text_stands_out_enough(small: Store, theme: str, page: str) -> None:
    state, keys = PAGES[page]

    async def scenario(pilot: Driver) -> None:
        await press(pilot, *keys.split())
        assert faint(pilot) == {}

    drive(CstorefApp(small, state, theme), scenario, WIDE)


def test_the_measure_is_that_of_the_guidelines() -> None:
    black, white = Color(0, 0, 0), Color(255, 255, 255)
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(Color.parse("#767676"), white) == pytest.approx(4.54, abs=0.01)


def test_a_note_typed_stands_out_too(small: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        await press(pilot, "e")
        await type_text(pilot, "words")
        await press(pilot, "enter")
        assert faint(pilot) == {}

    for theme in THEMES:
        drive(CstorefApp(small, STATE, theme.name), scenario, WIDE)
