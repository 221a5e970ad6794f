"""Screens over the explorer: they close once, however often they are told to before they are gone."""

from __future__ import annotations

from typing import Any, TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen

Result = TypeVar("Result")


class ClosesOnce:
    """For a screen that may be told to close by several keys at once: only the first counts.

    Textual closes whatever screen is uppermost each time, and fails when only the explorer is left. Not a
    screen itself: Textual takes styles from the first base that is one.
    """

    _told_to_close = False

    def dismiss(self, result: Any = None) -> AwaitComplete:
        """Close with a result, if it is not closing already."""
        if self._told_to_close:
            return AwaitComplete()
        self._told_to_close = True
        closing: AwaitComplete = super().dismiss(result)  # type: ignore[misc]
        return closing


class Over(ClosesOnce, ModalScreen[Result]):
    """A list or a question over the explorer."""
