"""`cstoref export`: the whole pack for other programs."""

from __future__ import annotations

from cstoref.errors import FOUND, CstorefError
from cstoref.export import FORMATS

from .output import Common, stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `export`."""
    parser.add_argument("--format", choices=sorted(FORMATS), default="jsonl", help="jsonl if not given")
    parser.add_argument("-o", "--output", metavar="FILE", help="write to this file, UTF-8")


def run(options: argparse.Namespace, common: Common) -> int:
    """Run `export`. The bytes are the same to a file, a pipe and a terminal."""
    store = common.store()
    write = FORMATS[options.format].write
    if options.output:
        try:
            with open(options.output, "w", encoding="utf-8", newline="\n") as out:
                write(store, out)
        except OSError as error:
            raise CstorefError(f"{options.output}: {error.strerror}") from None
        return FOUND
    write(store, stream())
    return FOUND
