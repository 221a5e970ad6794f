"""For an application in one of our themes."""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.driver import Driver
from textual.theme import Theme

from .themes import BY_NAME


class Themed:
    """Stands before `App` among the bases: it has our themes and no others, and opens in one of them."""

    def __init__(self, theme: str, driver: type[Driver] | None) -> None:
        """`theme` is the name of one."""
        app: Any = self
        # Before anything is made of it: a theme that is set later has all styles parsed and applied once more
        # before the first drawing, a twentieth of the time until then.
        app.set_reactive(App.theme, theme)
        super().__init__(driver_class=driver)  # type: ignore[call-arg]

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Our themes by name."""
        return BY_NAME
