"""Commands with options, by argparse. Only the command that was asked for is built, unless help is wanted."""

from __future__ import annotations

import argparse
from importlib import import_module
from typing import Any, NoReturn

from cstoref import dates, sanitize
from cstoref.errors import EXIT_CODES, UsageError

from .commands import COMMANDS
from .output import Common

EPILOG = f"""\
The first word is a command if it is one, else everything is a name: cstoref kazakh defense minister.
Exit codes: {", ".join(f"{code} {meaning}" for code, meaning in EXIT_CODES.items())}."""
_WITH_VALUE = ("--pack", "--as-of", "--color", "--width", "--theme")
_INTERACTIVE = ("-i", "--interactive")
_OF_EXPLORER = (*_INTERACTIVE, "--theme", "--no-mouse", "--no-animation")


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Complain of what was typed, which may hold what a terminal obeys."""
        super().error(sanitize.line(message))


def parse(arguments: list[str]) -> int:
    """Read the arguments and run their command. Raises UsageError, or SystemExit after help."""
    if not _words(arguments) and ("--help" in arguments or "-h" in arguments):
        _everything().print_help()
        return 0
    name, rest = _command(arguments)
    options = parser_of(name).parse_args(rest)
    options.command = name
    return int(_module(name).run(options, common(options)))


def parser_of(name: str) -> argparse.ArgumentParser:
    """What a command takes."""
    parser = _Parser(prog=f"cstoref {name}", description=f"{COMMANDS[name][1].capitalize()}.")
    add_common(parser)
    _module(name).add_arguments(parser)
    return parser


def common(options: argparse.Namespace) -> Common:
    """The options that every reading command takes, checked."""
    if options.as_of is not None:
        try:
            options.as_of = dates.day(options.as_of)
        except ValueError as error:
            raise UsageError(f"--as-of: {error}") from None
    if options.pack == "":
        raise UsageError("--pack: name a folder")
    if options.width is not None and options.width < 20:
        raise UsageError("--width: at least 20")
    return Common(
        options.pack,
        options.as_of,
        options.json,
        options.color,
        options.width,
        getattr(options, "all", False),
        getattr(options, "quoted_only", False),
    )


def _command(arguments: list[str]) -> tuple[str, list[str]]:
    """The command's name and its arguments; without one it is `show`, or `open`, the explorer."""
    words = _words(arguments)
    if words and arguments[words[0]] in COMMANDS:
        first = words[0]
        return arguments[first], arguments[:first] + arguments[first + 1 :]
    if not words or any(word.partition("=")[0] in _OF_EXPLORER for word in arguments):
        return "open", [word for word in arguments if word not in _INTERACTIVE]
    return "show", arguments


def _words(arguments: list[str]) -> list[int]:
    """Where the arguments are that are neither options nor the values of common options."""
    found, skip = [], False
    for at, word in enumerate(arguments):
        if skip:
            skip = False
        elif word in _WITH_VALUE:
            skip = True
        elif not word.startswith("-"):
            found.append(at)
    return found


def _module(name: str) -> Any:
    return import_module(f"cstoref.cli.{COMMANDS[name][0]}")


def add_common(parser: argparse.ArgumentParser) -> None:
    """The options that every command takes."""
    group = parser.add_argument_group("common options")
    group.add_argument("--pack", metavar="DIR", help="read this pack instead of the built-in one")
    group.add_argument("--as-of", metavar="DATE", help="answer for this day (YYYY-MM-DD, or today)")
    group.add_argument("--json", action="store_true", help="print JSON")
    when = ("auto", "always", "never")
    group.add_argument("--color", choices=when, default="auto", help="whether to colour")
    group.add_argument("--width", type=int, metavar="N", help="columns to write in")
    group.add_argument("--debug", action="store_true", help="show a traceback on errors")


def _everything() -> argparse.ArgumentParser:
    listed = "\n".join(f"  {name:<14}{summary}" for name, (_, summary) in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="cstoref",
        usage="cstoref [NAME… | COMMAND …] [options]",
        description="An offline, source-grounded reference about the Collective Security Treaty "
        f"Organization. Without arguments it opens the explorer.\n\ncommands:\n{listed}",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("-i", "--interactive", action="store_true", help="open the explorer there")
    parser.add_argument("-V", "--version", action="store_true", help="print version and edition")
    add_common(parser)
    return parser
