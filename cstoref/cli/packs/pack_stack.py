"""`cstoref pack list`, `pack use` and `pack drop`: which packs of the user's are read where none is named."""

from __future__ import annotations

import os
from pathlib import Path

from cstoref import paths
from cstoref.errors import FOUND, PackError, UsageError, UserError

from ..output import Common, compiled_store, json_value, lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse


def list_packs(options: argparse.Namespace, common: Common) -> int:
    """The packs in use, the lowest first, each with its edition and folder."""
    from cstoref.authoring.load import load_editions

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


def use(options: argparse.Namespace, common: Common) -> int:
    """Put packs on top of those in use, if all of them fit and verify."""
    from cstoref.user import active_packs

    if common.packs:
        raise UsageError("name the folders after use: cstoref pack use DIR")
    if paths.BUILTIN_ID in options.arguments:
        raise UsageError("the built-in pack is always there; cstoref pack drop takes away what is above it")
    added = [os.path.realpath(folder) for folder in options.arguments]
    before = [folder for folder in paths.active_packs() if folder not in added]
    # Compiled now, so that no later look-up has to wait, and what is wrong shows before it is in use.
    compiled_store([*before, *added]).close()
    for folder in added:
        active_packs.use(folder)
    return list_packs(options, common)


def drop(options: argparse.Namespace, common: Common) -> int:
    """Take packs, by id or folder, from those in use. Raises UserError for one that is not."""
    from cstoref.user import active_packs

    if common.packs:
        raise UsageError("name the packs after drop: cstoref pack drop ID")
    known = {folder: _id_in(folder) for folder in paths.active_packs()}
    for named in options.arguments:
        dropped = [f for f, id in known.items() if named in (id, f) or os.path.realpath(named) == f]
        if not dropped:
            there = ", ".join(id or paths.shown(folder) for folder, id in known.items()) or "none"
            raise UserError(f"no pack “{named}” of your own is in use; there is {there}")
        for folder in dropped:
            active_packs.drop(folder)
    return list_packs(options, common)


def _id_in(folder: str) -> str:
    """The id of the pack in a folder; empty if it cannot be read."""
    from cstoref.authoring.stack import id_of

    try:
        return id_of(Path(folder))
    except PackError:
        return ""
