"""How and where the explorer opens: at what was asked for, or on the first screen, one key from where the
last run was left."""

from __future__ import annotations

import os
from collections.abc import Mapping

from cstoref.namedtuples import NamedTuple
from cstoref.session.entry import page_left, state_at
from cstoref.session.state import State
from cstoref.store.queries import Store
from cstoref.user.config import Settings
from cstoref.user.last_place import Plain

from .themes import CONTRAST, DARK, LIGHT


class Start(NamedTuple):
    """What was asked for on the command line."""

    spot: str = ""
    """A name, the id of anything, or `SOURCE:OFFSET`; empty: the first screen."""
    as_of: str | None = None
    theme: str | None = None
    """`auto`, `dark`, `light` or `contrast`; None is as the settings say."""
    mouse: bool = True
    animation: bool = True
    browser: tuple[int, int] | None = None
    """Columns and rows of the page of a browser that shows the explorer; None in a terminal."""


def theme_name(chosen: str) -> str:
    """The name of a theme as Textual knows it; `auto` is light where the terminal says that it is."""
    theme = {"dark": DARK, "light": LIGHT, "contrast": CONTRAST}.get(chosen)
    if theme is None:
        # Set by rxvt and Konsole: foreground and background as numbers of the palette. Asking the terminal
        # itself (OSC 11) would wait for an answer that many never give.
        ground = os.environ.get("COLORFGBG", "").rpartition(";")[2]
        theme = LIGHT if ground in ("7", "15") else DARK
    return theme.name


def opening(store: Store, start: Start, settings: Settings) -> State:
    """The state to open with. Raises UserError if nothing is found at the spot that was asked for."""
    state = State(as_of=settings.as_of, finding=True)
    if start.spot:
        state = state_at(store, start.spot, state._replace(finding=False))
    return state._replace(as_of=start.as_of) if start.as_of else state


def left(store: Store, start: Start, settings: Settings, saved: Mapping[str, Plain] | None) -> State | None:
    """The page on which the last run was left, to go back to from the first screen; None where that is not
    wanted, or there is none."""
    if start.spot or not settings.restore or saved is None:
        return None
    return page_left(store, saved)
