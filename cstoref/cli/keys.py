"""`cstoref keys`: every key of the explorer, as its help shows it."""

from __future__ import annotations

from cstoref.errors import FOUND
from cstoref.render.text import pad, wrap

from .output import Common, json_value, lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`keys` has no options of its own."""


def run(options: argparse.Namespace, common: Common) -> int:
    """Run `keys`."""
    from cstoref.tui.commands import COMMANDS

    if common.json:
        json_value([{"id": c.id(), "keys": c.keys, "shown": c.shown(), "help": c.help()} for c in COMMANDS])
        return FOUND
    width = common.style().width

    def listed() -> Iterator[str]:
        for command in COMMANDS:
            for at, part in enumerate(wrap(command.help(), width - 26)):
                head = pad(command.shown(), 9) + pad(command.id(), 17) if at == 0 else " " * 26
                yield head + part

    lines(listed())
    return FOUND
