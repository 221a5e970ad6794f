"""`cstoref pick [WORDS]`: search under the prompt, and print the id of what is picked."""

from __future__ import annotations

import os
import sys

from cstoref.errors import FOUND, NOT_FOUND, UsageError

from .explore import CURSORLESS
from .output import Common, json_value, lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `pick`."""
    parser.add_argument("words", nargs="*", help="what to search for at first")
    parser.add_argument("--theme", choices=("auto", "dark", "light", "contrast"), help="colour theme")


def run(options: argparse.Namespace, common: Common) -> int:
    """Pick something. Exits with 1 where nothing was picked."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()) and not _take_terminal():
        raise UsageError("pick needs a terminal; for a list: cstoref search WORDS")
    if os.environ.get("TERM", "").lower() in CURSORLESS:
        raise UsageError("this terminal cannot move its cursor; for a list: cstoref search WORDS")
    store = common.store()
    from cstoref.tui.picker import pick
    from cstoref.tui.start import theme_name

    reference = pick(store, " ".join(options.words), common.as_of or "", theme_name(options.theme or "auto"))
    if not reference:
        return NOT_FOUND
    if common.json:
        json_value({"picked": reference})
    else:
        lines([reference])
    return FOUND


def _take_terminal() -> bool:
    """Read keys from the terminal that the program was started in and draw on it, whatever stdin and stderr
    are: in a pipe, or as a filter of an editor. False where there is none."""
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        return False
    os.dup2(terminal, 0)
    os.dup2(terminal, 2)
    return True
