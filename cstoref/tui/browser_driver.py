"""The terminal below the explorer is a page of a browser: what is drawn goes to the server that has started
this process (`web/`), by Textual's own protocol for that, and keys come from there.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from textual.drivers.web_driver import WebDriver

from cstoref.errors import HUNG_UP

if TYPE_CHECKING:
    from textual.app import App

    from .mouse import Mouse


class BrowserDriver(WebDriver):
    """Textual's driver, which leaves the explorer when the server is gone, and knows whose the mouse is."""

    def __init__(self, app: App[Any], **options: Any) -> None:
        """Takes what Textual gives a driver."""
        super().__init__(app, **options)
        self._leave = getattr(app, "leave", app.exit)
        self._switch: Mouse | None = getattr(app, "mouse", None)
        if self._switch is not None:
            self._switch.attach(self.write)

    def start_application_mode(self) -> None:
        """Begin to draw."""
        self._explorer_loop = asyncio.get_running_loop()
        super().start_application_mode()
        if self._switch is not None and not self._switch.captured:
            self._switch.apply()

    def run_input_thread(self) -> None:
        """Read what comes from the server, until one of the two ends."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            # The server has ended without a word, or its bytes cannot be understood: without this the
            # process would stay behind for ever, with nobody who could end it.
            with suppress(RuntimeError):  # the loop has ended, and with it the explorer
                self._explorer_loop.call_soon_threadsafe(self._leave, HUNG_UP)

    def write(self, data: str) -> None:
        """Send what is drawn; to nobody, if the server is gone."""
        with suppress(OSError):
            super().write(data)

    def write_meta(self, data: dict[str, object]) -> None:
        """Send a message to the server itself; to nobody, if it is gone."""
        with suppress(OSError):
            super().write_meta(data)
