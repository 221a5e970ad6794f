"""`cstoref mcp`: the reference for assistants, by the Model Context Protocol on stdin and stdout."""

from __future__ import annotations

import gc

import cstoref
from cstoref.assistant.protocol import Service, serve
from cstoref.assistant.tools import INSTRUCTIONS, TOOLS, call
from cstoref.errors import FOUND

from .output import Common, conversation

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`mcp` has no options of its own."""


def run(options: argparse.Namespace, common: Common) -> int:
    """Answer on stdout until stdin ends."""
    gc.enable()  # a look-up ends before there is garbage; a server does not
    store = common.store()
    service = Service(
        "cstoref",
        cstoref.__version__,
        f"{store.pack['title']}, edition {store.pack['edition']}. {INSTRUCTIONS}",
        tuple(tool.listed for tool in TOOLS),
        lambda name, given: call(store, name, given),
    )
    serve(service, *conversation())
    return FOUND
