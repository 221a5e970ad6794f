"""`cstoref export`: the whole pack for other programs."""

from __future__ import annotations

from cstoref.errors import FOUND
from cstoref.export import FORMATS

from . import output_option
from .output import Common, stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `export`."""
    parser.add_argument("--format", choices=sorted(FORMATS), default="jsonl", help="jsonl if not given")
    output_option.add_output(parser)


def run(options: argparse.Namespace, common: Common) -> int:
    """Run `export`. The bytes are the same to a file, a pipe and a terminal."""
    file = output_option.file_of(options)
    store = common.store()
    write = FORMATS[options.format].write
    if file is None:
        write(store, stream())
    else:
        output_option.write(options, file, lambda out: write(store, out))
    return FOUND
