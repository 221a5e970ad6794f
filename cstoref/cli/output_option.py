"""The option `-o FILE` of the commands that can write a file, and `--force` beside it."""

from __future__ import annotations

from cstoref import output_file
from cstoref.errors import UsageError

from .output import json_value, lines, versioned_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from typing import Any, TextIO

    from .output import Common

STDOUT = "-"


def add_output(parser: argparse.ArgumentParser) -> None:
    """Add `-o` and `--force`."""
    parser.add_argument("-o", "--output", metavar="FILE", help="write to this file, UTF-8; - is stdout")
    parser.add_argument("--force", action="store_true", help="with -o: replace the file if it exists")


def file_of(options: argparse.Namespace) -> str | None:
    """The file to write to, or None for stdout. Raises UsageError if it has no name."""
    if options.output == "":
        raise UsageError("-o: name a file, or - for stdout")
    return None if options.output in (None, STDOUT) else str(options.output)


def print_or_write(options: argparse.Namespace, common: Common, text: str, value: Any) -> None:
    """Print a text, or with `--json` the value; or write the same to the file that was named."""
    file = file_of(options)
    if file is not None:
        written = versioned_text(value) if common.json else f"{text}\n"
        write(options, file, lambda out: out.write(written))
    elif common.json:
        json_value(value)
    else:
        lines(text.split("\n"))


def write(options: argparse.Namespace, path: str, fill: Callable[[TextIO], object]) -> None:
    """Write a file. Raises UsageError if it exists and `--force` was not given, UserError if it cannot."""
    try:
        output_file.write(path, fill, options.force)
    except output_file.FileExists as error:
        raise UsageError(f"{error}; --force replaces it") from None
