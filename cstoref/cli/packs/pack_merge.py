"""`cstoref pack merge A B`: two packs as one, with a conflict drafted where they differ."""

from __future__ import annotations

from cstoref import paths
from cstoref.errors import FOUND, UsageError

from ..output import Common, json_value, lines
from .pack_made import made_json, made_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

OPTIONS = ("output",)


def merge_packs(options: argparse.Namespace, common: Common) -> int:
    """Unite two packs in a new folder; `csto` is the built-in one."""
    from pathlib import Path

    from cstoref.intake.interchange.assembly import make
    from cstoref.intake.interchange.merge import merge

    if options.output is None or common.packs:
        raise UsageError("write it so: cstoref pack merge A B -o DIR")
    first, second = (
        Path(*(paths.named_packs([pack]) or (paths.builtin_pack(),))) for pack in options.arguments
    )
    merged = merge(first, second)
    made = make(options.output, merged.content, merged.extends)
    if common.json:
        json_value({**made_json(made), "drafted": list(merged.drafted)})
        return FOUND
    lines([*made_lines(made), *(f"  conflict to complete: {id}" for id in merged.drafted)])
    if merged.drafted:
        lines([f"Next: complete them in {paths.shown(made.folder)}/data/conflicts.toml"])
    return FOUND
