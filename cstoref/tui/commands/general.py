"""Commands for the explorer as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cstoref.tui.themes import THEMES

from .base import Command

if TYPE_CHECKING:
    from cstoref.tui.line import Key
    from cstoref.tui.screens.explorer import Explorer


class Help(Command):
    """Show every key, for the pane that has the focus first."""

    keys, group = "question_mark,f1", "General"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        from cstoref.tui.screens.help import HelpScreen

        def chosen(key: Key) -> None:
            if isinstance(key, str):
                explorer.action_run(key)

        explorer.app.push_screen(HelpScreen(explorer), chosen)


class Palette(Command):
    """Search all commands and records."""

    keys, group = "ctrl+p,colon", "General"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.app.action_command_palette()


class Home(Command):
    """Show the first screen."""

    keys, group = "H", "General"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.clear_find_box()
        explorer.go(
            section="", query="", record=None, statement=None, source=None, sentence=None, view="", at=None,
            pane="index",
        )  # fmt: skip
        explorer.focus_find()


class Theme(Command):
    """Change between the dark, the light and the high-contrast theme."""

    keys, group = "f9", "General"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        names = [theme.name for theme in THEMES]
        explorer.app.theme = names[(names.index(explorer.app.theme) + 1) % len(names)]


class Suspend(Command):
    """Suspend the explorer; the shell's fg brings it back."""

    keys, group = "ctrl+z", "General"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.app.action_suspend_process()


class Quit(Command):
    """Leave the explorer."""

    keys, group = "q,ctrl+q", "General"

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.app.exit()
