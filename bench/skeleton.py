"""The floor for the explorer: an app with the same three panes and nothing in them but words.

`python -m bench.skeleton` shows static text; with `--list` the first pane is a list to move in.
"""

from __future__ import annotations

import sys

from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.widgets import OptionList, Static

ROWS = 30
TEXT = "\n".join(f"{row:>2}  The quick brown fox jumps over the lazy dog." for row in range(ROWS))
READY = "skeleton is ready"


class Skeleton(App[None]):
    """Three panes between a line above and a line below."""

    CSS = """
    #top, #keys { height: 1; background: $panel; }
    Horizontal > * { width: 1fr; height: 1fr; border: none; }
    """

    def compose(self) -> ComposeResult:
        """Static text, but for the list where one is asked for."""
        yield Static("skeleton", id="top")
        with Horizontal():
            yield OptionList(*TEXT.split("\n")) if "--list" in sys.argv else Static(TEXT)
            yield Static(TEXT)
            yield Static(TEXT)
        yield Static(READY, id="keys")


if __name__ == "__main__":
    Skeleton().run()
