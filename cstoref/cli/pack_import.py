"""`cstoref pack import`: an export, tables or a public data set as a pack of its own."""

from __future__ import annotations

from cstoref.errors import FOUND, UsageError

from .output import Common, json_value, lines
from .pack_add import OF_SOURCE, given_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

OPTIONS = (*OF_SOURCE, "output", "extends", "texts", "format", "map", "set")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `import`."""
    group = parser.add_argument_group(
        "options of import (--as says what the files are: jsonl, csv or popolo; --title, --publisher … "
        "describe them as the source of what has no other)"
    )
    group.add_argument(
        "--texts", action="append", metavar="PACK", help="take texts that the files lack from this pack"
    )
    group.add_argument(
        "--map",
        action="append",
        metavar="THEIRS=OURS",
        help="a column of a table by the name that is known here",
    )
    group.add_argument(
        "--set",
        action="append",
        metavar="COLUMN=VALUE",
        help="what a column that is not there holds in every row",
    )


def bring_in(options: argparse.Namespace, common: Common) -> int:
    """Make a new pack of some files."""
    from cstoref.intake.interchange.data_set import cite, with_head
    from cstoref.intake.interchange.new_pack import make
    from cstoref.intake.interchange.readers import read
    from cstoref.intake.interchange.sheet import columns_of

    if options.output is None:
        raise UsageError("name the folder of the new pack: cstoref pack import FILE -o DIR")
    given = given_of(options)
    content, files = read(
        options.arguments, options.format or "", columns_of(options.map or [], options.set or [])
    )
    with_head(content, given, options.output)
    cite(content, given, files, ())
    made = make(options.output, content, options.extends or "", options.texts or ())
    pack = made.pack
    counts = {name: len(getattr(pack, name)) for name in ("records", "statements", "sources", "conflicts")}
    if common.json:
        json_value({"folder": made.folder, **counts, "notes": list(made.notes), "findings": made.findings})
        return FOUND
    from cstoref import paths

    shown = paths.shown(made.folder)
    listed = ", ".join(f"{number:,} {name if number != 1 else name[:-1]}" for name, number in counts.items())
    lines([f"made {shown}: {listed}", *(f"  {note}" for note in made.notes)])
    if made.findings:
        things = "1 thing" if made.findings == 1 else f"{made.findings:,} things"
        lines([f"  {things} to look at: cstoref verify {shown}"])
    lines(["Next: " + (f"cstoref pack use {shown}" if options.extends else f"cstoref --pack {shown}")])
    return FOUND
