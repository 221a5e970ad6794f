"""`cstoref pack`: what people need who write a pack. Each subcommand is one function and one entry below."""

from __future__ import annotations

import os
from pathlib import Path

from cstoref import paths
from cstoref.errors import FOUND, NOT_FOUND, PackError, UsageError, UserError
from cstoref.namedtuples import NamedTuple

from .output import Common, compiling, json_text, json_value, lines, say

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
    parser.add_argument(
        "--extends", metavar="DIR", help="with new: make a layer above this pack; csto is the built-in one"
    )


def run(options: argparse.Namespace, common: Common) -> int:
    """Run a subcommand of `pack`."""
    if options.subcommand is None:
        lines(f"cstoref pack {one.usage:<16}{one.summary}" for one in SUBCOMMANDS.values())
        return FOUND
    if options.extends is not None and options.subcommand != "new":
        raise UsageError("--extends belongs to cstoref pack new DIR")
    if options.subcommand == "new":
        return _new(options.arguments, common, options.extends)
    return SUBCOMMANDS[options.subcommand].run(options.arguments, common)


def _new(arguments: Sequence[str], common: Common, extends: str | None = None) -> int:
    """Make a pack in a new or empty folder, and say what to do next."""
    from cstoref.authoring.new_pack import make

    if len(arguments) != 1 or common.packs:
        raise UsageError("name the one folder to make: cstoref pack new DIR")
    folder = arguments[0]
    files = make(Path(folder), extends)
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
            *(
                ("Have it in every answer, until cstoref pack drop:", f"  cstoref pack use {shown}")
                if extends
                else ("Look at it with:", f"  cstoref --pack {shown}")
            ),
        ]
    )
    return FOUND


def _list(arguments: Sequence[str], common: Common) -> int:
    """The packs in use, the lowest first, each with its edition and folder."""
    from cstoref.authoring.load import load_editions

    if arguments:
        raise UsageError("pack list takes no arguments")
    rows = [
        {"id": edition.id, "edition": edition.edition, "title": edition.title, "folder": str(folder)}
        for folder, edition in load_editions(common.folders)
    ]
    if common.json:
        json_value(rows)
        return FOUND
    widest = max(len(row["id"]) for row in rows)
    lines(
        f"{row['id']:<{widest}}  {row['edition']:<8} {row['title']}  {paths.shown(row['folder'])}"
        for row in rows
    )
    return FOUND


def _use(arguments: Sequence[str], common: Common) -> int:
    """Put packs on top of those in use, if all of them fit and verify."""
    from cstoref.store.cache import open_store
    from cstoref.user import active_packs

    if common.packs:
        raise UsageError("name the folders after use: cstoref pack use DIR")
    if any(folder == paths.BUILTIN_ID for folder in arguments):
        raise UsageError("the built-in pack is always there; cstoref pack drop takes what is above it away")
    added = [os.path.realpath(folder) for folder in arguments]
    before = [folder for folder in paths.active_packs() if folder not in added]
    # Compiled now, so that no later look-up has to wait, and what is wrong shows before it is in use.
    open_store([*before, *added], compiling).close()
    for folder in added:
        active_packs.use(folder)
    return _list((), common)


def _drop(arguments: Sequence[str], common: Common) -> int:
    """Take packs, by id or folder, from those in use. Raises UserError for one that is not."""
    from cstoref.user import active_packs

    if common.packs:
        raise UsageError("name the packs after drop: cstoref pack drop ID")
    known = {folder: _id_in(folder) for folder in paths.active_packs()}
    for named in arguments:
        dropped = [f for f, id in known.items() if named in (id, f) or os.path.realpath(named) == f]
        if not dropped:
            there = ", ".join(id or paths.shown(folder) for folder, id in known.items()) or "none"
            raise UserError(f"no pack “{named}” of your own is in use; there is {there}")
        for folder in dropped:
            active_packs.drop(folder)
    return _list((), common)


def _id_in(folder: str) -> str:
    """The id of the pack in a folder; empty if it cannot be read."""
    from cstoref.authoring.stack import id_of

    try:
        return id_of(Path(folder))
    except PackError:
        return ""


def _fields(arguments: Sequence[str], common: Common) -> int:
    """The vocabulary of a pack, or what of it has the words. Exit code 1 where nothing has them."""
    from cstoref.authoring.load import load_vocabulary
    from cstoref.authoring.word_list import matching, word_list

    declared = load_vocabulary(*common.folders)
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
    lines([json_text(json_schema(load_vocabulary(*common.folders)))])
    return FOUND


SUBCOMMANDS = {
    "new": Subcommand(
        "new DIR", "make a commented pack; --extends csto: a layer above the built-in one", _new
    ),
    "list": Subcommand("list", "list the packs in use, the lowest first", _list),
    "use": Subcommand("use DIR…", "put packs on top of those in use", _use),
    "drop": Subcommand("drop ID…", "take packs from those in use", _drop),
    "fields": Subcommand("fields [WORD…]", "list the vocabulary, or search it", _fields),
    "schema": Subcommand("schema", "print the JSON Schema of the data files", _schema),
}
