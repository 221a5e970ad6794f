"""Every text, rule and mark meets WCAG AA on its ground in every theme, in the colours that are drawn."""

from __future__ import annotations

import pytest
from textual.color import Color

from cstoref.session.state import State
from cstoref.store.queries import Store
from cstoref.tui.app import CstorefApp
from cstoref.tui.themes import THEMES

from .helpers import WIDE, Driver, Scenario, drive, explorer, press, screen_strips

AA = 4.5
SEEN = 3.0
"""The least contrast of rules, bars and borders, which say something by their shape alone."""
SHAPES = set("▁▂▃▄▅▆▇█▏▕▔│─╭╮╰╯▊▎▉▋▌▍▐▒╷┬●◐○◇▪★")
STATE = State(section="agreement", record="pact", pane="record", as_of="2005-01-01")
PAGES: dict[str, tuple[State, str]] = {
    "home": (State(), "b o"),
    "record": (STATE, "j m f s i g n e d enter"),
    "index": (STATE, "4 j"),
    "source": (STATE, "0 f b o r i s enter"),
    "reference": (State(source="register", section="sources", pane="source"), ""),
    "day": (STATE, "a s o o n enter"),
    "choice": (STATE, "o"),
    "details": (STATE, "d"),
    "help": (STATE, "question_mark k e y"),
    "filter": (STATE, "f b"),
    "told": (STATE, "right_square_bracket"),
    "palette": (STATE, "ctrl+p"),
    "note": (STATE, "e w o r d s enter"),
    "copying": (STATE, "y"),
    "pins": (STATE, "space p"),
    "bookmarks": (STATE, "apostrophe"),
}
"""Pages of the small pack, and the keys that lead on from where one is."""
VIEWS: dict[str, tuple[State, str]] = {
    view: (State(view=view, view_of=of, record=record, pane="record"), "j")
    for view, of, record in (
        ("timeline", "", None), ("attendance", "", None), ("signatures", "", None), ("conflicts", "", None),
        ("contributions", "", None), ("conflict", "lukashenko-loyalist-2005-and-2009", None),
        ("compare", "karimov", "lukashenko"),
    )
}  # fmt: skip
"""The views of the built-in pack."""


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
            if not text or segment.style is None:
                continue
            fore, back = segment.style.color, segment.style.bgcolor
            assert fore is not None and back is not None, text
            ratio = contrast(Color(*fore.get_truecolor()), Color(*back.get_truecolor()))
            if ratio < (SEEN if set(text) <= SHAPES else AA):
                found[text] = round(ratio, 2)
    return found


async def walk(pilot: Driver, pages: dict[str, tuple[State, str]]) -> dict[str, dict[str, float]]:
    """What is too faint on each of some pages, come to one after the other."""
    found: dict[str, dict[str, float]] = {}
    for page, (state, keys) in pages.items():
        explorer(pilot).session.go(**state._asdict())
        explorer(pilot).widgets.find.fill("")
        await pilot.pause()
        await press(pilot, *keys.split())
        if wrong := faint(pilot):
            found[page] = wrong
        while len(pilot.app.screen_stack) > 1:
            await press(pilot, "escape")
    return found


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
def test_everything_stands_out_enough(small: Store, builtin: Store, theme: str) -> None:
    def scenario_of(pages: dict[str, tuple[State, str]]) -> Scenario:
        async def scenario(pilot: Driver) -> None:
            assert await walk(pilot, pages) == {}

        return scenario

    drive(CstorefApp(small, theme=theme), scenario_of(PAGES), WIDE)
    drive(CstorefApp(builtin, theme=theme), scenario_of(VIEWS), WIDE)


def test_the_measure_is_that_of_the_guidelines() -> None:
    black, white = Color(0, 0, 0), Color(255, 255, 255)
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(Color.parse("#767676"), white) == pytest.approx(4.54, abs=0.01)
