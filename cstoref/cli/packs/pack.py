"""`cstoref pack`: what people need who write a pack. Each subcommand is one function and one entry below."""

from __future__ import annotations

from pathlib import Path

from cstoref import paths
from cstoref.errors import FOUND, NOT_FOUND, UsageError
from cstoref.namedtuples import NamedTuple

from ..commands import PACK_SUBCOMMANDS
from ..output import Common, json_text, json_value, lines, say
from . import (
    pack_add,
    pack_build,
    pack_diff,
    pack_import,
    pack_merge,
    pack_record,
    pack_stack,
    pack_state,
    pack_todo,
)  # fmt: skip

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from cstoref.authoring.word_list import Word


class Subcommand(NamedTuple):
    """One subcommand of `pack`."""

    usage: str
    summary: str
    run: Callable[[argparse.Namespace, Common], int]
    options: tuple[str, ...] = ()
    """The options of its own that it takes, by the names of their values."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `pack`."""
    import argparse

    listed = "\n".join(f"  pack {one.usage:<21}{one.summary}" for one in SUBCOMMANDS.values())
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = f"{parser.description}\n\nsubcommands:\n{listed}"
    _add_own_options(parser)
    parser.add_argument("subcommand", nargs="?", choices=list(SUBCOMMANDS), help="what to do")
    parser.add_argument("arguments", nargs="*", metavar="DIR | FILE | WORD", help="what the subcommand takes")


def run(options: argparse.Namespace, common: Common) -> int:
    """Run a subcommand of `pack`."""
    if options.subcommand is None:
        lines(f"cstoref pack {one.usage:<21}{one.summary}" for one in SUBCOMMANDS.values())
        return FOUND
    chosen = SUBCOMMANDS[options.subcommand]
    _refuse_others(options, chosen)
    fewest, most = PACK_SUBCOMMANDS[options.subcommand]
    if not fewest <= len(options.arguments) <= most:
        raise UsageError(f"write it so: cstoref pack {chosen.usage}")
    return chosen.run(options, common)


def _add_own_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--extends", metavar="DIR", help="with new: make a layer above this pack; csto is the built-in one"
    )
    for module in (pack_add, pack_build, pack_import, pack_record, pack_state):
        module.add_arguments(parser)


def _refuse_others(options: argparse.Namespace, chosen: Subcommand) -> None:
    """Raise UsageError for an option of another subcommand."""
    every = {name for one in SUBCOMMANDS.values() for name in one.options}
    for name in sorted(every - set(chosen.options)):
        if getattr(options, name):
            spelling = {"format": "as"}.get(name, name).removeprefix("role_").replace("_", "-")
            raise UsageError(f"pack {options.subcommand} has no option --{spelling}; see cstoref pack --help")


def _new(options: argparse.Namespace, common: Common) -> int:
    """Make a pack in a new or empty folder, and say what to do next."""
    from cstoref.authoring.new_pack import make

    if common.packs:
        raise UsageError("name the one folder to make: cstoref pack new DIR")
    folder = options.arguments[0]
    files = make(Path(folder), options.extends)
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
                if options.extends
                else ("Look at it with:", f"  cstoref --pack {shown}")
            ),
        ]
    )
    return FOUND


def _fields(options: argparse.Namespace, common: Common) -> int:
    """The vocabulary of a pack, or what of it has the words. Exit code 1 where nothing has them."""
    from cstoref.authoring.load import load_vocabulary
    from cstoref.authoring.word_list import matching, word_list

    declared = load_vocabulary(*common.folders)
    found = matching(word_list(declared), options.arguments)
    if common.json:
        json_value([word._asdict() for word in found])
    else:
        lines(_word_lines(found))
    if not found:
        words = " ".join(options.arguments)
        say(f"nothing in the vocabulary has “{words}”; cstoref pack fields lists all of it")
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


def _schema(options: argparse.Namespace, common: Common) -> int:
    """The JSON Schema of the files of `data/`, by which editors complete and check them."""
    from cstoref.authoring.json_schema import json_schema
    from cstoref.authoring.load import load_vocabulary

    lines([json_text(json_schema(load_vocabulary(*common.folders)))])
    return FOUND


SUBCOMMANDS = {
    "new": Subcommand("new DIR", "make a commented pack, or with --extends csto a layer", _new, ("extends",)),
    "list": Subcommand("list", "list the packs in use, the lowest first", pack_stack.list_packs),
    "use": Subcommand("use DIR…", "put packs on top of those in use", pack_stack.use),
    "drop": Subcommand("drop ID…", "take packs from those in use", pack_stack.drop),
    "build": Subcommand(
        "build", "write your pack as one file, to give it to others", pack_build.build, pack_build.OPTIONS
    ),
    "diff": Subcommand("diff A B", "compare two packs, or two editions of one", pack_diff.diff),
    "fields": Subcommand("fields [WORD…]", "list the vocabulary, or search it", _fields),
    "add": Subcommand(
        "add FILE…",
        "bring in documents: text, Markdown, web pages, PDF, DOCX, ODT, mail",
        pack_add.add,
        pack_add.ADD_OPTIONS,
    ),
    "attach": Subcommand(
        "attach SOURCE FILE", "give a source its text", pack_add.attach, pack_add.ATTACH_OPTIONS
    ),
    "state": Subcommand(
        "state",
        "write a statement: --of RECORD --field FIELD --quote WORDS --text SENTENCE …",
        pack_state.state,
        pack_state.OPTIONS,
    ),
    "record": Subcommand(
        "record NAME",
        "make a record of a name, or add the name to one: --type person, --same-as RECORD",
        pack_record.record,
        pack_record.OPTIONS,
    ),
    "todo": Subcommand("todo [SOURCE…]", "list what is still to be done for texts", pack_todo.todo),
    "undo": Subcommand("undo", "take back what was written last", pack_add.undo),
    "import": Subcommand(
        "import FILE…",
        "make a pack of an export, tables or a data set, or add them to one",
        pack_import.bring_in,
        pack_import.OPTIONS,
    ),
    "merge": Subcommand(
        "merge A B -o DIR", "unite two packs by ids, in a new one", pack_merge.merge_packs, pack_merge.OPTIONS
    ),
    "schema": Subcommand("schema", "print the JSON Schema of the data files", _schema),
}
