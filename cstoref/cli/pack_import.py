"""`cstoref pack import`: an export, tables or a public data set as a pack of its own."""

from __future__ import annotations

from cstoref.errors import FOUND, UsageError

from .output import Common, json_value, lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

OPTIONS = ("output", "extends", "texts", "format")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `import`."""
    group = parser.add_argument_group("options of import (--as says what the files are)")
    group.add_argument(
        "--texts", action="append", metavar="PACK", help="take texts that the files lack from this pack"
    )


def bring_in(options: argparse.Namespace, common: Common) -> int:
    """Make a new pack of some files."""
    from cstoref.intake.interchange.new_pack import make
    from cstoref.intake.interchange.readers import read

    if options.output is None:
        raise UsageError("name the folder of the new pack: cstoref pack import FILE -o DIR")
    content = read(options.arguments, options.format or "")
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
