"""The problems of the settings, over the explorer at its start."""

from __future__ import annotations

from collections.abc import Sequence

from cstoref.tui.line import Line, blank, paragraph

from .choice import Choice


class SettingsProblems(Choice):
    """A list to read; Escape or Enter closes it."""

    def __init__(self, problems: Sequence[str]) -> None:
        title = "One setting is invalid" if len(problems) == 1 else "Some settings are invalid"

        def lines(cells: int) -> list[Line]:
            made: list[Line] = []
            for at, problem in enumerate(problems):
                made += [*paragraph(f" {problem}", cells - 2, key=at), blank()]
            return [*made, *paragraph(" The defaults are used instead. Esc closes this.", cells - 2, "dim")]

        super().__init__(title, lines)
