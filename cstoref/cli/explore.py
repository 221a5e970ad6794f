"""`cstoref`, `cstoref -i NAME`, `cstoref open SPOT`: the explorer."""

from __future__ import annotations

import gc
import os
import sys

from cstoref.errors import INTERNAL, InternalError, UsageError
from cstoref.namedtuples import NamedTuple
from cstoref.store.references import check_passage, resolve

from .output import Common, say

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from cstoref.store.queries import Store


CURSORLESS = ("dumb", "unknown")
"""What `TERM` says of a terminal that only prints. Textual takes it for one of 80 × 25, and never ends."""


class AskedScreen(NamedTuple):
    """What is asked for where no option is given, under the names of the options."""

    spot: Sequence[str] = ()
    theme: str | None = None
    no_mouse: bool = False
    no_animation: bool = False


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `open`."""
    parser.add_argument("spot", nargs="*", help="a name, an id, a source, SOURCE:OFFSET, or a view")
    themes = ("auto", "dark", "light", "contrast")
    parser.add_argument("--theme", choices=themes, help="colour theme")
    parser.add_argument("--no-mouse", action="store_true", help="leave the mouse to the terminal")
    parser.add_argument("--no-animation", action="store_true", help="turn animations off")


def run(options: argparse.Namespace | AskedScreen, common: Common) -> int:
    """Open the explorer; returns when it is left."""
    spot = " ".join(options.spot)
    if not (sys.stdout.isatty() and sys.stdin.isatty()):
        raise UsageError(f"the explorer needs a terminal; for text: cstoref show {spot or 'NAME'}")
    if os.environ.get("TERM", "").lower() in CURSORLESS:
        raise UsageError(f"this terminal cannot move its cursor; for text: cstoref show {spot or 'NAME'}")
    return explore(options, common)


def explore(
    options: argparse.Namespace | AskedScreen, common: Common, browser: tuple[int, int] | None = None
) -> int:
    """The same without asking what the terminal is; `browser` is the size of a page that is one."""
    store = common.store()
    found = spot_asked_for(options, store)
    gc.disable()  # until the first drawing: most of what is loaded stays
    from cstoref.tui.app import run as run_app
    from cstoref.tui.start import Start

    mouse, animation = not options.no_mouse, not options.no_animation
    start = Start(found, common.as_of, options.theme, mouse, animation, browser)
    ended = run_app(store, start)
    for sentence in ended.news:
        say(sentence)
    if ended.exit_code == INTERNAL:
        cause = ended.fault.splitlines()[-1] if ended.fault else "the explorer ended"
        raise InternalError(f"internal error: {cause}", ended.fault)
    return ended.exit_code


def spot_asked_for(options: argparse.Namespace | AskedScreen, store: Store) -> str:
    """The spot to open at, which says how it was read. Raises UserError where there is none."""
    found = resolve(store, " ".join(options.spot))
    check_passage(store, found)
    for sentence in found.news:
        say(sentence)
    return found.text
