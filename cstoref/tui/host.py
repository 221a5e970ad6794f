"""What actions and answers need of the explorer that runs them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from textual.screen import Screen

from cstoref.session.outcomes import Outcome, TakenText
from cstoref.session.session import Session

from .keyboard import Keys
from .mouse import Mouse
from .presenter import Widgets
from .widgets.pane import Pane


class Host(Protocol):
    """Runs verbs over a session, on the widgets that show it."""

    screen: Screen[None]
    session: Session
    widgets: Widgets
    keys: Keys
    mouse: Mouse
    copied: TakenText | None

    @property
    def pane(self) -> Pane: ...

    def run(self, id: str, typed: str = "") -> None: ...

    def attempt(self, verb: str, run: Callable[[], Outcome]) -> None: ...

    def say(self, sentence: str) -> None: ...

    def copy(self, text: TakenText) -> None: ...

    def show_text(self, text: TakenText) -> None: ...

    def typed_on_page(self, time: float | None = None) -> str: ...

    def redraw(self) -> None: ...
