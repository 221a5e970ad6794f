"""`cstoref`, `cstoref -i NAME`, `cstoref open SPOT`: the explorer."""

from __future__ import annotations

import gc
import os
import sys

from cstoref.errors import FOUND, UsageError
from cstoref.store.references import resolve

from .output import Common, say

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse


CURSORLESS = ("dumb", "unknown")
"""What `TERM` says of a terminal that only prints. Textual takes it for one of 80 × 25, and never ends."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `open`."""
    parser.add_argument("spot", nargs="*", help="a name, an id, a source, SOURCE:OFFSET, or a view")
    themes = ("auto", "dark", "light", "contrast")
    parser.add_argument("--theme", choices=themes, help="its colours")
    parser.add_argument("--no-mouse", action="store_true", help="leave the mouse to the terminal")
    parser.add_argument("--no-animation", action="store_true", help="nothing on the screen moves by itself")


def run(options: argparse.Namespace, common: Common) -> int:
    """Open the explorer; returns when it is left."""
    spot = " ".join(options.spot)
    if not (sys.stdout.isatty() and sys.stdin.isatty()):
        raise UsageError(f"the explorer needs a terminal; for text: cstoref show {spot or 'NAME'}")
    if os.environ.get("TERM", "").lower() in CURSORLESS:
        raise UsageError(f"this terminal cannot move its cursor; for text: cstoref show {spot or 'NAME'}")
    store = common.store()
    found = resolve(store, spot)
    for sentence in found.news:
        say(sentence)
    gc.disable()  # until the first drawing: most of what is loaded stays
    from cstoref.tui.app import run as run_app
    from cstoref.tui.start import Start

    start = Start(found.text, common.as_of, options.theme, not options.no_mouse, not options.no_animation)
    for sentence in run_app(store, start):
        say(sentence)
    return FOUND
