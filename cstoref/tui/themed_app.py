"""An application in one of our themes."""

from __future__ import annotations

from typing import TypeVar

from textual.app import App
from textual.driver import Driver
from textual.theme import Theme

from .themes import THEMES

Result = TypeVar("Result")


class ThemedApp(App[Result]):
    """Has our themes and no others, and opens in one of them."""

    def __init__(self, theme: str, driver: type[Driver] | None) -> None:
        """`theme` is the name of one."""
        # Before anything is made of it: a theme that is set later has all styles parsed and applied once more
        # before the first drawing, a twentieth of the time until then.
        self.set_reactive(App.theme, theme)
        super().__init__(driver_class=driver)

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Our themes by name."""
        return {theme.name: theme for theme in THEMES}
