"""What each command takes, read from its parser: for docs/reference.md and the manual page."""

from __future__ import annotations

import argparse
from typing import NamedTuple

from cstoref.cli.options import COMMON, add_common, parser_of
from cstoref.cli.packs.pack import SUBCOMMANDS


class Argument(NamedTuple):
    """An option, or words of a command."""

    spellings: tuple[str, ...]
    """`-o` and `--output`; none for words."""
    value: str
    """What follows an option, such as `FILE` or `dark|light`; the name of words; empty for a switch."""
    help: str


def common() -> list[Argument]:
    """The options that several commands take."""
    shared = argparse.ArgumentParser(add_help=False)
    add_common(shared, " ".join(name for name in COMMON if name != "debug"))
    return [_argument(action) for action in shared._actions]


def groups(command: str) -> dict[str, list[Argument]]:
    """What a command takes beside the common options, by the title of the group; the first has none.

    Empty groups are left out.
    """
    parser = parser_of(command)
    taken: dict[str, list[Argument]] = {"": []}
    # argparse has no public list of what a parser takes.
    for group in parser._action_groups:
        if group.title == "common options":
            continue
        title = group.title if group.title and group.title.startswith("options of ") else ""
        taken.setdefault(title, []).extend(
            _argument(action) for action in group._group_actions if action.dest != "help"
        )
    return {title: listed for title, listed in taken.items() if listed}


def _argument(action: argparse.Action) -> Argument:
    value = str(action.metavar or "|".join(map(str, action.choices or ())))
    if not action.option_strings:
        return Argument((), action.dest.upper(), action.help or "")
    switch = action.nargs == 0
    return Argument(
        tuple(action.option_strings), "" if switch else value or action.dest.upper(), action.help or ""
    )


def subcommands(command: str) -> dict[str, str]:
    """The subcommands of a command with their words, and what each does; mostly none."""
    if command != "pack":
        return {}
    return {f"{command} {one.usage}": one.summary for one in SUBCOMMANDS.values()}
