"""`cstoref pack import`: an export, tables or a public data set as a pack of its own."""

from __future__ import annotations

from cstoref import paths
from cstoref.errors import FOUND, UsageError

from ..output import Common, json_value, lines
from .pack_add import OF_SOURCE, given_of
from .pack_made import made_json, made_lines
from .pack_target import target

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from cstoref.intake.interchange.readers import ReadContent

OPTIONS = (*OF_SOURCE, "output", "extends", "texts", "format", "map", "set", "dry_run")


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
    """Make a new pack of some files, or bring them into the topmost one."""
    from cstoref.intake.interchange.readers import read
    from cstoref.intake.interchange.sheet import columns_of

    columns = columns_of(options.map or [], options.set or [])
    if options.output is None:
        root = target(common)
    elif common.packs or options.dry_run:
        raise UsageError("-o names the folder of a new pack; leave it out to add to one that is there")
    found = read(options.arguments, options.format or "", columns)
    return _new(options, common, found) if options.output else _into(options, common, found, root)


def _new(options: argparse.Namespace, common: Common, found: ReadContent) -> int:
    from cstoref.intake.interchange.assembly import make
    from cstoref.intake.interchange.data_set import cite, with_head

    given, content = given_of(options), found.content
    with_head(content, given, options.output)
    cite(content, given, found.files)
    made = make(options.output, content, options.extends or "", options.texts or ())
    if common.json:
        json_value(made_json(made))
        return FOUND
    shown = paths.shown(made.folder)
    next = f"cstoref pack use {shown}" if options.extends else f"cstoref --pack {shown}"
    lines([*made_lines(made), f"Next: {next}"])
    return FOUND


def _into(options: argparse.Namespace, common: Common, found: ReadContent, root: Path) -> int:
    """Bring what was read into a pack that is there; with --dry-run only show what would differ."""
    from cstoref.export.difference import difference_json
    from cstoref.intake.change import write
    from cstoref.intake.interchange.update import prepare
    from cstoref.intake.own_pack import author_of
    from cstoref.render.difference import difference_lines

    if options.extends:
        raise UsageError("--extends is of a new pack; name its folder with -o")
    prepared = prepare(common.folders, found, given_of(options), options.texts or ())
    if not options.dry_run and prepared.change.overlay:
        write(root, prepared.change, author_of(root))
    if common.json:
        json_value({**difference_json(prepared.difference), "notes": list(prepared.notes)})
        return FOUND
    lines(difference_lines(prepared.difference, common.style()))
    lines([*prepared.notes, "nothing was written" if options.dry_run else prepared.change.what])
    return FOUND
