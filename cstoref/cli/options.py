"""Commands with options, by argparse. Only the command that was asked for is built, unless help is wanted."""

from __future__ import annotations

import argparse
from importlib import import_module
from typing import Any, NoReturn

from cstoref import dates
from cstoref.errors import EXIT_CODES, UsageError

from .commands import COMMANDS
from .output import Common

EPILOG = f"""\
The first word is a command if it is one and the words after it can be its arguments.
Otherwise everything is a name or a question: cstoref kazakh defense minister.
Use show to look up a name that is also a command: cstoref show timeline.

Exit codes: {", ".join(f"{code} {meaning}" for code, meaning in EXIT_CODES.items())}."""
NARROWEST, WIDEST = 20, 10_000
"""Columns that `--width` takes. Lines are padded to the width, so it needs a limit."""
COLOURS = ("auto", "always", "never")
COMMON: dict[str, tuple[str, dict[str, Any]]] = {
    "pack": (
        "--pack",
        {
            "metavar": "DIR",
            "action": "append",
            "default": [],
            "help": "read this pack instead of those in use; repeat it for several layers",
        },
    ),
    "as-of": ("--as-of", {"metavar": "DATE", "help": "answer for this date (YYYY-MM-DD, or today)"}),
    "json": ("--json", {"action": "store_true", "help": "print JSON"}),
    "color": ("--color", {"choices": COLOURS, "default": "auto", "help": "when to use colour"}),
    "width": ("--width", {"type": int, "metavar": "N", "help": f"output width in columns, up to {WIDEST}"}),
    "debug": ("--debug", {"action": "store_true", "help": "show a traceback on errors"}),
}
"""The options that several commands take, by the names that `commands.py` uses. All commands take --debug."""
_WITH_VALUE = ("--pack", "--as-of", "--color", "--width", "--theme")
_INTERACTIVE = ("-i", "--interactive")
_OF_EXPLORER = (*_INTERACTIVE, "--theme", "--no-mouse", "--no-animation")


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Report a usage error in one line."""
        raise UsageError(f"{message}; see {self.prog} --help")


def parse(arguments: list[str]) -> int:
    """Read the arguments and run their command. Raises UsageError, or SystemExit after help."""
    _check_dashes(arguments)
    words = _words(arguments)
    if not words and ("--help" in arguments or "-h" in arguments):
        _everything().print_help()
        return 0
    if not words and ("--version" in arguments or "-V" in arguments):
        return _version(arguments)
    name, rest = _command(arguments)
    if words and not any(word in _INTERACTIVE for word in arguments):
        code = _as_question(name, [arguments[at] for at in words], arguments, rest)
        if code is not None:
            return code
    options = read(name, rest)
    options.command = name
    options.explicit = name in arguments or "--" in arguments
    return int(_module(name).run(options, common(options)))


def _as_question(name: str, words: list[str], arguments: list[str], rest: list[str]) -> int | None:
    """The exit code of everything as a name or question, if the words after a command cannot be its
    arguments; else None."""
    from .arguments import mistyped_option, reads_as_question

    if words[0] not in COMMANDS:
        mistyped_option(words[0], arguments, options_of("show"))
        return None
    if len(words) < 2 or not _only_options_of_show(arguments):
        return None
    shared = common(read("show", arguments))
    if not reads_as_question(name, words[1:], shared._replace(dated=False)):
        return None
    from .lookup import look_up

    return look_up(words, shared, is_name=True)


def _only_options_of_show(arguments: list[str]) -> bool:
    """Whether a question could have these options too: else they belong to the command."""
    known = options_of("show")
    return all(not word.startswith("-") or word.partition("=")[0] in known for word in arguments)


def options_of(name: str) -> dict[str, argparse.Action]:
    """The options of a command, each spelling with what it does."""
    # argparse has no public list of what a parser takes.
    actions = parser_of(name)._actions
    return {spelling: action for action in actions for spelling in action.option_strings}


def read(name: str, arguments: list[str]) -> argparse.Namespace:
    """The values of a command's arguments. Raises UsageError."""
    parser = parser_of(name)
    options, extra = parser.parse_known_args(_words_last(arguments, options_of(name)))
    if extra:
        raise UsageError(_refusal(name, extra, parser))
    return options


def _words_last(arguments: list[str], options: dict[str, argparse.Action]) -> list[str]:
    """Options first, then words: argparse does not take words on both sides of an option."""
    ahead: list[str] = []
    words: list[str] = []
    at = 0
    while at < len(arguments):
        word = arguments[at]
        at += 1
        if word == "--":
            return [*ahead, "--", *words, *arguments[at:]]
        if not word.startswith("-") or word == "-":
            words.append(word)
            continue
        ahead.append(word)
        action = options.get(word)
        if action is not None and action.nargs is None and at < len(arguments):
            # The value of the option, even if it looks like a word. `nargs` is None where exactly one
            # follows.
            ahead.append(arguments[at])
            at += 1
    return ahead + words


def _refusal(name: str, extra: list[str], parser: argparse.ArgumentParser) -> str:
    """The sentence that says why a command does not take the arguments that are left over."""
    option = next((word.partition("=")[0] for word in extra if word.startswith("-")), None)
    if option is None:
        return f"{name} does not take “{' '.join(extra)}”; see {parser.prog} --help"
    from difflib import get_close_matches

    # Stricter than the default of 0.6, for the dashes that all options share make them look alike.
    near = get_close_matches(option, options_of(name), n=1, cutoff=0.75)
    hint = f"did you mean {near[0]}?" if near else f"see {parser.prog} --help"
    return f"{name} has no option {option}; {hint}"


def parser_of(name: str) -> argparse.ArgumentParser:
    """What a command takes."""
    command = COMMANDS[name]
    parser = _Parser(
        prog=f"cstoref {name}", description=f"{command.summary.capitalize()}.", allow_abbrev=False
    )
    add_common(parser, command.options)
    _module(name).add_arguments(parser)
    return parser


def common(options: argparse.Namespace) -> Common:
    """The values of the common options that the command has, checked. Raises UsageError."""
    as_of, width = (getattr(options, name, None) for name in ("as_of", "width"))
    packs = tuple(getattr(options, "pack", ()))
    if as_of is not None:
        try:
            as_of = dates.day(as_of)
        except ValueError as error:
            raise UsageError(f"--as-of: {error}") from None
    if "" in packs:
        raise UsageError("--pack: name a folder")
    if width is not None and not NARROWEST <= width <= WIDEST:
        raise UsageError(f"--width: from {NARROWEST} to {WIDEST}")
    return Common(
        packs,
        as_of,
        getattr(options, "json", False),
        getattr(options, "color", "auto"),
        width,
        getattr(options, "all", False),
        getattr(options, "quoted_only", False),
        hasattr(options, "as_of"),
        getattr(options, "plain", False),
        getattr(options, "ids", False),
    )


def _command(arguments: list[str]) -> tuple[str, list[str]]:
    """The command's name and its arguments; without one it is `show`, or `open`, the explorer."""
    words = _words(arguments)
    first = arguments[words[0]] if words else ""
    explorer = any(word.partition("=")[0] in _OF_EXPLORER for word in arguments)
    # The options of the explorer open it also where `show` was typed or nothing at all.
    if explorer and first in ("", "show", "open"):
        rest = arguments[: words[0]] + arguments[words[0] + 1 :] if first else arguments
        return "open", [word for word in rest if word not in _INTERACTIVE]
    if any(word in _INTERACTIVE for word in arguments) or (explorer and first not in COMMANDS):
        return "open", [word for word in arguments if word not in _INTERACTIVE]
    if first in COMMANDS and words[0] < _end_of_options(arguments):
        return first, arguments[: words[0]] + arguments[words[0] + 1 :]
    return ("show" if words else "open"), arguments


def _words(arguments: list[str]) -> list[int]:
    """The places of the arguments that are neither options nor the values of common options."""
    found, skip, end = [], False, _end_of_options(arguments)
    for at, word in enumerate(arguments):
        if skip:
            skip = False
        elif word in _WITH_VALUE and at < end:
            # Only common options are known here: the command, whose own they would be, is what is being
            # looked for.
            skip = True
        elif not word.startswith("-") or word == "-" or at > end:
            found.append(at)
    return found


def _end_of_options(arguments: list[str]) -> int:
    """The place of `--`, after which everything is a word."""
    return arguments.index("--") if "--" in arguments else len(arguments)


def _check_dashes(arguments: list[str]) -> None:
    """Refuse `--option=--`, on which argparse fails."""
    for word in arguments[: _end_of_options(arguments)]:
        option, equals, value = word.partition("=")
        if option.startswith("-") and equals and value == "--":
            raise UsageError(f"{option}: “--” is not a value")


def _version(arguments: list[str]) -> int:
    parser = _Parser(prog="cstoref", allow_abbrev=False, add_help=False)
    parser.add_argument("-V", "--version", action="store_true")
    add_common(parser, "pack json")
    shared = common(parser.parse_args(arguments))
    from .version import show_version

    return show_version(shared)


def _module(name: str) -> Any:
    return import_module(f"cstoref.cli.{COMMANDS[name].module}")


def add_common(parser: argparse.ArgumentParser, names: str) -> None:
    """Add common options, by their names without dashes, and --debug."""
    group = parser.add_argument_group("common options")
    for name in (*names.split(), "debug"):
        spelling, about = COMMON[name]
        group.add_argument(spelling, **about)


def _everything() -> argparse.ArgumentParser:
    listed = "\n".join(f"  {name:<14}{command.summary}" for name, command in COMMANDS.items())
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
    add_common(parser, " ".join(name for name in COMMON if name != "debug"))
    return parser
