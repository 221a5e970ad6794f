"""`cstoref keys`: the explorer's commands with their ids and keys; what the terminal sends for a key."""

from __future__ import annotations

import sys

from cstoref.errors import FOUND, UsageError
from cstoref.render.text import pad, width, wrap

from .output import Common, json_value, lines, say

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping

    from cstoref.session.verbs import Verb


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `keys`."""
    parser.add_argument("--probe", action="store_true", help="tell what this terminal sends for each key")


def run(options: argparse.Namespace, common: Common) -> int:
    """Run `keys`."""
    from cstoref.session.verbs import EXPLORER, VERBS
    from cstoref.user import config

    verbs = {verb.id: verb for verb in VERBS if verb.offered_in(EXPLORER)}
    settings = config.load(verbs)
    for problem in settings.problems:
        say(problem)
    keys = {id: settings.keys.get(id, tuple(command.keys.split(","))) for id, command in verbs.items()}
    if options.probe:
        _probe(keys)
    elif common.json:
        json_value(
            [
                {"id": id, "keys": list(keys[id]), "group": command.group, "help": command.help}
                for id, command in verbs.items()
            ]
        )
    else:
        lines(_listed(keys, verbs, common.style().width))
    return FOUND


def _listed(keys: Mapping[str, tuple[str, ...]], commands: Mapping[str, Verb], cells: int) -> Iterator[str]:
    """By group: the keys as they are written, the id by which they can be changed, what the command does."""
    from cstoref.tui.keyboard import written

    shown = {id: " ".join(written(key) for key in theirs) for id, theirs in keys.items()}
    first = max(width(text) for text in shown.values()) + 2
    second = max(width(id) for id in shown) + 2
    groups = dict.fromkeys(command.group for command in commands.values())
    for number, group in enumerate(groups):
        yield from ("", group) if number else (group,)
        for id, command in commands.items():
            if command.group == group:
                for at, part in enumerate(wrap(command.help, max(20, cells - first - second - 2))):
                    head = pad(shown[id], first) + pad(id, second) if at == 0 else " " * (first + second)
                    yield f"  {head}{part}"


def _probe(keys: Mapping[str, tuple[str, ...]]) -> None:
    if not (sys.stdout.isatty() and sys.stdin.isatty()):
        raise UsageError("--probe needs a terminal")
    from cstoref.tui.keyboard import with_other_layouts
    from cstoref.tui.probe import Probe

    on_any_layout = {id: with_other_layouts(",".join(theirs)).split(",") for id, theirs in keys.items()}
    commands = {key: id for id, theirs in on_any_layout.items() for key in theirs}
    Probe(commands).run()
