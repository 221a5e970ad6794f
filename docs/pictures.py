"""Draws the pictures of the documents from the real program: `make pictures`. None is touched up by hand."""

from __future__ import annotations

import asyncio
import os
import re
from pathlib import Path
from tempfile import TemporaryDirectory

from cstoref import dates
from cstoref.session.entry import state_at
from cstoref.session.state import State
from cstoref.store.cache import open_store
from cstoref.store.queries import Store
from cstoref.tui.app import CstorefApp
from cstoref.tui.start import theme_name

HERE = Path(__file__).parent / "pictures"
VIEWS = (
    # name, where it opens, keys, columns, rows
    ("home", "", "", 120, 36),
    ("explorer", "lukashenko", "j j j", 160, 44),
    ("narrow", "belarus", "j j", 80, 24),
    ("source", "belarus", "j j enter", 120, 36),
    ("find", "", "d a i r y space b a n", 120, 36),
    ("as-of", "russia", "a 2 0 0 9 minus 0 6 minus 1 4 enter", 120, 36),
    ("timeline", "timeline", "", 120, 36),
    ("matrix", "attendance", "f 2 0 0 8 minus 2 0 0 9 enter j", 120, 30),
    ("conflict", "lukashenko-loyalist-2005-and-2009", "", 120, 30),
    ("help", "belarus", "question_mark", 120, 36),
)


async def draw(store: Store, name: str, spot: str, keys: str, columns: int, rows: int, look: str) -> None:
    """One picture: open the explorer, press the keys, save what stands on the screen."""
    state = state_at(store, spot, State()) if spot else State()
    app = CstorefApp(store, state, theme_name(look))
    app.animation_level = "none"
    async with app.run_test(size=(columns, rows)) as pilot:
        await pilot.pause()
        for key in keys.split():
            await pilot.press(key)
            await pilot.pause()
        await pilot.pause()
        picture = app.export_screenshot(title="cstoref")
    # The fonts that Textual names are fetched from the web; a picture of an offline program fetches nothing.
    picture = re.sub(r"@font-face \{.*?\}", "", picture, flags=re.DOTALL)
    (HERE / f"{name}-{look}.svg").write_text(picture, encoding="utf-8")


def main() -> None:
    """Every view, dark and light, on the last day of the edition, for somebody who has kept nothing yet."""
    HERE.mkdir(exist_ok=True)
    store = open_store()
    dates.today = lambda: str(store.pack["checked_until"])
    with TemporaryDirectory() as nobody:
        os.environ.update(XDG_DATA_HOME=nobody, XDG_CONFIG_HOME=nobody)
        for view in VIEWS:
            for look in ("dark", "light"):
                asyncio.run(draw(store, *view, look))


if __name__ == "__main__":
    main()
