"""Decides what was asked for, and turns every error into one line and an exit code.

A plain `cstoref NAME` is the commonest call and must be quick: it is told apart here by hand, without
argparse. Whatever else a command needs is imported inside its branch.
"""

from __future__ import annotations

import gc
import os
import sys

from cstoref.errors import (
    DAMAGED,
    FOUND,
    INTERNAL,
    INTERRUPTED,
    NOT_FOUND,
    AmbiguousError,
    UserError,
    reason,
)

from .commands import COMMANDS, ID_MARKS

FILE_OPTIONS = ("-o", "--output", "--pack")
"""Options whose value is the name of a file or folder."""


def command() -> None:
    """The `cstoref` command. A look-up ends before there is garbage to collect and has nothing to close:
    looking for garbage and tearing the interpreter down would cost it a tenth of its time."""
    # Before anything is imported: the collector runs several times while modules load.
    gc.disable()
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # whoever started us has closed it
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115
    code = main()
    sys.stderr.flush()
    # Skips what a normal exit does (joining threads, tearing modules down): nothing is open that a system
    # would not close.
    os._exit(code)


def main(argv: list[str] | None = None) -> int:
    """Run the command line. Returns the exit code; see errors.py for what each means."""
    try:
        return _exit_code(_typed_words(sys.argv[1:] if argv is None else argv))
    except KeyboardInterrupt:  # whenever it comes, also while another error is dealt with
        return INTERRUPTED


def _exit_code(arguments: list[str]) -> int:
    try:
        code = _answer(arguments)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # Whoever read our output has had enough. Python would complain once more at exit without this.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return FOUND
    except Exception as error:
        return _reported(error, arguments)


def _reported(error: Exception, arguments: list[str]) -> int:
    """Say in one line what went wrong, and with --debug where. Returns the exit code."""
    from .output import say, say_traceback

    if "--debug" in arguments:
        say_traceback(error)
    hint = "" if "--debug" in arguments else "; --debug shows where"
    if isinstance(error, AmbiguousError):
        from .output import show_candidates

        show_candidates(error, "--json" in arguments)
    if isinstance(error, UserError):
        say(f"{error}{hint}" if error.exit_code == INTERNAL else str(error))
        return error.exit_code
    if isinstance(error, OSError):
        say(f"{error.filename or 'cannot write'}: {error.strerror or error}")
        return NOT_FOUND
    if isinstance(error, MemoryError):
        say(reason(error))
        return NOT_FOUND
    # By name: only `store` imports sqlite3, and a look-up for an exception class is no reason to.
    if type(error).__module__ == "sqlite3":
        say(f"the compiled pack is damaged ({error}): install cstoref again")
        return DAMAGED
    say(f"internal error: {type(error).__name__}: {error}{hint}")
    return INTERNAL


def _answer(arguments: list[str]) -> int:
    """What was asked for. A compiled pack that is whole at first sight may be damaged inside, which shows in
    any error there is: it is compiled again, and asked again. What fails then is a fault of the program."""
    try:
        return _run(arguments)
    except (UserError, OSError, MemoryError):
        raise
    except Exception:
        from cstoref.store.cache import forget_opened

        # Nothing of the cache was read: compiling again would give the same fault.
        if not forget_opened():
            raise
    return _run(arguments)


def _typed_words(words: list[str]) -> list[str]:
    """The words as they were typed. The names of files stay byte for byte as they came."""
    joined = ("-o", *(f"{option}=" for option in FILE_OPTIONS))
    return [
        word if before in FILE_OPTIONS or word.startswith(joined) else _typed(word)
        for before, word in zip(["", *words], words, strict=False)
    ]


def _typed(word: str) -> str:
    """A word as it was typed, also where the locale does not know its letters. A path stays as it is."""
    if word.isascii() or os.path.lexists(word):
        return word
    from cstoref import sanitize

    return sanitize.typed(word)


def _run(arguments: list[str]) -> int:
    words = [word for word in arguments if word != "--json"] if "search" in arguments[:1] else arguments
    # These forms are recognised by hand: they are the commonest, and must not wait for argparse.
    if words and not any(word.startswith("-") for word in words):
        if words[0] not in COMMANDS:
            from .lookup import look_up
            from .output import Common

            return look_up(words, Common())
        if words[0] == "search" and words[1:]:
            from .output import Common
            from .search import search

            return search(words[1:], Common(json="--json" in arguments))
    if (spot := _spot_to_open(arguments)) is not None:
        from .explore import AskedScreen, run
        from .output import Common

        return run(AskedScreen(spot), Common())
    if (asked := _look_up_with_options(arguments)) is not None:
        return asked
    if arguments in (["--version"], ["-V"]):
        from .version import show_version

        return show_version()
    if arguments[:2] == ["completion", "--"]:
        from .candidates import complete

        return complete(arguments[2:])
    from .options import parse

    # From here on commands may run long (export, plain mode): garbage must be collected.
    gc.enable()
    try:
        return parse(arguments)
    except SystemExit as stop:  # argparse has printed its help, or its complaint
        return stop.code if isinstance(stop.code, int) else FOUND


def _spot_to_open(arguments: list[str]) -> list[str] | None:
    """The words of where the explorer is to be opened if nothing else was typed, none for the first screen;
    else None. The parser would put the first drawing off by a twentieth of its time."""
    if not arguments:
        return []
    first, *words = arguments
    if not words or any(word.startswith("-") for word in words):
        return None
    if first in ("-i", "--interactive"):
        return words
    # Whether a name after “open” is meant for it, the pack decides (see `arguments`).
    is_spot = first == "open" and len(words) == 1 and any(mark in words[0] for mark in ID_MARKS)
    return words if is_spot else None


def _look_up_with_options(arguments: list[str]) -> int | None:
    """The exit code of a look-up that has no other options than a valid day and `--json`; else None. Loading
    argparse would cost it a quarter of its time."""
    words: list[str] = []
    as_of, at = None, 0
    while at < len(arguments):
        word = arguments[at]
        at += 1
        if word == "--as-of" and at < len(arguments):
            as_of = arguments[at]
            at += 1
        elif not word.startswith("-"):
            words.append(word)
        elif word != "--json":
            return None
    if not words or words[0] in COMMANDS:
        return None
    if as_of is not None:
        from cstoref import dates

        try:
            as_of = dates.day(as_of)
        except ValueError:
            return None
    from .lookup import look_up
    from .output import Common

    return look_up(words, Common(as_of=as_of, json="--json" in arguments))
