"""The mouse: reported to the explorer, or left to the terminal, which then selects text itself."""

from __future__ import annotations

from collections.abc import Callable

from cstoref.errors import UserError

MODES = (1000, 1003, 1015, 1006)
"""Modes of a terminal: report clicks, and moves, with coordinates of any size (xterm's control sequences)."""


class Mouse:
    """Whether the terminal reports the mouse. A driver attaches itself; without one nothing can be
    switched."""

    def __init__(self, captured: bool = True) -> None:
        self.captured = captured
        self._write: Callable[[str], None] | None = None

    def attach(self, write: Callable[[str], None]) -> None:
        """Write to the terminal with a function from now on."""
        self._write = write

    def toggle(self) -> str:
        """Report the mouse, or leave it to the terminal; a sentence that says which. Raises UserError."""
        if self._write is None:
            raise UserError("the mouse cannot be switched in this terminal")
        self.captured = not self.captured
        self.apply()
        if self.captured:
            return "The mouse works in the explorer."
        return "The mouse is left to the terminal: select text with it. F8 takes it back."

    def apply(self) -> None:
        """Have the terminal do so, also after it was suspended."""
        if self._write is not None:
            self._write("".join(f"\x1b[?{mode}{'h' if self.captured else 'l'}" for mode in MODES))
