"""Options that several commands share, and the types of their values."""

from __future__ import annotations

import argparse


def add_range(parser: argparse.ArgumentParser, what: str) -> None:
    """Add --since and --until, and their old names --from and --to; `what` is said of what is listed."""
    about = {"since": f"{what} on or after DATE", "until": f"{what} on or before DATE"}
    for (name, words), old in zip(about.items(), ("--from", "--to"), strict=True):
        parser.add_argument(f"--{name}", old, dest=name, metavar="DATE", help=words)


def positive(text: str) -> int:
    """A typed number of at least 1, for argparse. Raises ArgumentTypeError for any other."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number
