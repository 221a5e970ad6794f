"""The terminal below a search under the prompt. As `driver.py` does for the explorer, it takes every byte and
keeps columns aligned; what is drawn goes to stderr, so that stdout has the answer alone.

Windows lacks what is imported here: only `picker` imports this module, in a function.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Any

from textual.drivers import linux_inline_driver

from .driver import PAUSE, decoder, encodable, encoding_of

if TYPE_CHECKING:
    from textual.app import App


class InlineDriver(linux_inline_driver.LinuxInlineDriver):
    """Textual's driver for an app under the prompt, which no input ends and no encoding misaligns."""

    def __init__(self, app: App[Any], **options: Any) -> None:
        """Takes what Textual gives a driver."""
        encoding = encoding_of(sys.__stdin__)
        # A name of its own module, as in `driver.patch_decoder`.
        vars(linux_inline_driver)["getincrementaldecoder"] = lambda _: decoder(encoding)
        self._encoding = encoding_of(sys.__stderr__)
        super().__init__(app, **options)

    def run_input_thread(self) -> None:
        """Read the keyboard; again after an error of the parser. A terminal that has closed is an OSError."""
        while not self.exit_event.is_set():
            try:
                super().run_input_thread()
            except (OSError, MemoryError):
                raise
            except Exception:
                time.sleep(PAUSE)
            else:
                return

    def write(self, data: str) -> None:
        """Write to the terminal what its encoding has, else ASCII."""
        super().write(data if self._encoding.startswith("utf") else encodable(data, self._encoding))
