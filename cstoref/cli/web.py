"""`cstoref web`: the explorer in a browser on this machine."""

from __future__ import annotations

import asyncio
import gc
import sys

from cstoref import own_process
from cstoref.errors import FOUND, INTERRUPTED, UsageError

from . import explore
from .output import Common, lines, say

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from cstoref.web.server import Served

LAST_PORT = 65_535
READY = "open this address in a browser, and show it to nobody; Ctrl+C ends it"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `web`: those of the explorer, and where to listen."""
    explore.add_arguments(parser)
    parser.add_argument(
        "--host",
        default="127.0.0.1",
        metavar="ADDRESS",
        help="listen on this address, in numbers; by one that others reach, they can use the explorer as you",
    )
    parser.add_argument("--port", type=int, default=0, metavar="N", help="listen on this port")


def run(options: argparse.Namespace, common: Common) -> int:
    """Serve the explorer until a signal ends it; the address is printed on stdout."""
    if not 0 <= options.port <= LAST_PORT:
        raise UsageError(f"--port: from 0 to {LAST_PORT}")
    from cstoref.user import config
    from cstoref.web.gate import address_of, new_token, warning

    try:
        host = address_of(options.host)
    except ValueError:
        raise UsageError("--host: give an address in numbers, such as 127.0.0.1") from None
    from cstoref.web.files import files

    page = files(options.theme or config.load(()).theme)
    # What cannot be shown is said here, and not in every page.
    explore.spot_asked_for(options, common.store())
    from cstoref.web.server import Served

    if risk := warning(host):
        say(risk)
    gc.enable()  # a look-up ends before there is garbage; a server does not
    again = _words(options, common)

    def command(columns: int, rows: int) -> Sequence[str]:
        return own_process.command("cstoref.cli.served_explorer", str(columns), str(rows), *again)

    served = Served(host, options.port, new_token(), page, command, say)
    code = asyncio.run(_until_a_signal(served))
    # Ctrl+C is how it is meant to end.
    return FOUND if code == INTERRUPTED else code


async def _until_a_signal(served: Served) -> int:
    """Serve; returns the exit code of the signal that ended it. Raises UserError."""
    from cstoref.tui.signals import leave_on_signals
    from cstoref.web.server import serve

    end = asyncio.Event()
    ended = FOUND

    def leave(code: int) -> None:
        nonlocal ended
        ended = code
        end.set()

    leave_on_signals(leave)
    await serve(served, _ready, end)
    return ended


def _ready(address: str) -> None:
    lines([address])
    sys.stdout.flush()
    say(READY)


def _words(options: argparse.Namespace, common: Common) -> list[str]:
    """The words by which each explorer opens as this command was told to."""
    words = [word for folder in common.packs for word in ("--pack", folder)]
    for name, value in (("--as-of", common.as_of), ("--theme", options.theme)):
        words += [name, value] if value else []
    words += [
        name
        for name, off in (("--no-mouse", options.no_mouse), ("--no-animation", options.no_animation))
        if off
    ]
    return [*words, "--", *options.spot]
