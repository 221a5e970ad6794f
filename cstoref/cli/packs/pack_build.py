"""`cstoref pack build`: a pack of one's own as one file, to give it to others."""

from __future__ import annotations

from pathlib import Path

from cstoref import output_file, paths
from cstoref.errors import FOUND, UsageError

from ..output import Common, json_value, lines
from .pack_target import target

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

OPTIONS = ("output", "force", "passages")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `build`."""
    group = parser.add_argument_group("options of build")
    group.add_argument("-o", "--output", metavar="FILE", help="the file to write (ID-EDITION.cstopack)")
    group.add_argument("--force", action="store_true", help="replace the file if it exists")
    group.add_argument(
        "--passages", action="store_true", help="leave of each text only what statements rest on"
    )


def build(options: argparse.Namespace, common: Common) -> int:
    """Write the topmost pack in use as one file, if it verifies."""
    from cstoref.authoring.load import load_editions
    from cstoref.authoring.pack_tree import SUFFIX
    from cstoref.intake.archive import check, files_of, write

    root = target(common)
    _, edition = load_editions([root])[-1]
    path = options.output or f"{edition.id}-{edition.edition}{SUFFIX}"
    files = files_of(root, options.passages)

    def make(new: str) -> None:
        write(new, files)
        check(Path(new), root)

    try:
        output_file.write_binary(path, make, options.force)
    except output_file.FileExists as error:
        raise UsageError(f"{error}; --force replaces it") from None
    if common.json:
        json_value({"file": path, "files": sorted(files)})
    else:
        lines([f"wrote {paths.shown(path)}; it is read in its place: cstoref pack use {paths.shown(path)}"])
    return FOUND
