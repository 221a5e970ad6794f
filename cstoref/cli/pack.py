"""`cstoref pack`: what people need who write a pack. Each subcommand is one function and one entry below."""

from __future__ import annotations

from pathlib import Path

from cstoref import paths
from cstoref.errors import FOUND, NOT_FOUND, UsageError
from cstoref.namedtuples import NamedTuple

from .output import Common, json_text, json_value, lines, say

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from cstoref.authoring.word_list import Word


class Subcommand(NamedTuple):
    """One subcommand of `pack`."""

    usage: str
    summary: str
    run: Callable[[Sequence[str], Common], int]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `pack`."""
    import argparse

    listed = "\n".join(f"  pack {one.usage:<16}{one.summary}" for one in SUBCOMMANDS.values())
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = f"{parser.description}\n\nsubcommands:\n{listed}"
    parser.add_argument("subcommand", nargs="?", choices=list(SUBCOMMANDS), help="what to do")
    parser.add_argument("arguments", nargs="*", metavar="DIR | WORD", help="what the subcommand takes")


def run(options: argparse.Namespace, common: Common) -> int:
    """Run a subcommand of `pack`."""
    if options.subcommand is None:
        lines(f"cstoref pack {one.usage:<16}{one.summary}" for one in SUBCOMMANDS.values())
        return FOUND
    return SUBCOMMANDS[options.subcommand].run(options.arguments, common)


def _new(arguments: Sequence[str], common: Common) -> int:
    """Make a pack in a new or empty folder, and say what to do next."""
    from cstoref.authoring.new_pack import make

    if len(arguments) != 1 or common.pack:
        raise UsageError("name the one folder to make: cstoref pack new DIR")
    folder = arguments[0]
    files = make(Path(folder))
    if common.json:
        json_value({"folder": folder, "files": files})
        return FOUND
    lines([f"made {folder} with", *(f"  {name}" for name in files), ""])
    shown = paths.shown(folder)
    lines(
        [
            "Next: put a text into corpus/ and its [[source]] into data/sources.toml, state in",
            "data/institutions.toml what it says, and see while you write what is still wrong:",
            f"  cstoref verify {shown} --accept-texts --watch",
            "Look at it with:",
            f"  cstoref --pack {shown}",
        ]
    )
    return FOUND


def _fields(arguments: Sequence[str], common: Common) -> int:
    """The vocabulary of a pack, or what of it has the words. Exit code 1 where nothing has them."""
    from cstoref.authoring.load import load_vocabulary
    from cstoref.authoring.word_list import matching, word_list

    declared = load_vocabulary(Path(common.pack or paths.builtin_pack()))
    found = matching(word_list(declared), arguments)
    if common.json:
        json_value([word._asdict() for word in found])
    else:
        lines(_word_lines(found))
    if not found:
        say(f"nothing in the vocabulary has “{' '.join(arguments)}”; cstoref pack fields lists all of it")
        return NOT_FOUND
    return FOUND


def _word_lines(found: Sequence[Word]) -> list[str]:
    rows: list[str] = []
    for group in dict.fromkeys(word.group for word in found):
        if rows:
            rows.append("")
        rows.append(group)
        of_group = [word for word in found if word.group == group]
        longest = max(len(word.id) for word in of_group)
        rows += [f"  {word.id:<{longest}}  {word.meaning}".rstrip() for word in of_group]
    return rows


def _schema(arguments: Sequence[str], common: Common) -> int:
    """The JSON Schema of the files of `data/`, by which editors complete and check them."""
    from cstoref.authoring.json_schema import json_schema
    from cstoref.authoring.load import load_vocabulary

    if arguments:
        raise UsageError("pack schema takes no arguments")
    lines([json_text(json_schema(load_vocabulary(Path(common.pack or paths.builtin_pack()))))])
    return FOUND


SUBCOMMANDS = {
    "new": Subcommand("new DIR", "make a commented pack", _new),
    "fields": Subcommand("fields [WORD…]", "list the vocabulary, or search it", _fields),
    "schema": Subcommand("schema", "print the JSON Schema of the data files", _schema),
}
