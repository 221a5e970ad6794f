"""How far something has come that takes long: told step by step to whoever shows it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Step = Callable[[str, int, int], object]
    """Told what is done, and how much of it of how much in all."""


def quiet(step: str, done: int, of: int) -> None:
    """Tell nobody."""
