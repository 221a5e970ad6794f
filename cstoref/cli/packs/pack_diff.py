"""`cstoref pack diff A B`: what differs between two packs, or two editions of one."""

from __future__ import annotations

from cstoref.errors import FOUND, UsageError

from ..output import Common, compiled_store, json_value, lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse


def diff(options: argparse.Namespace, common: Common) -> int:
    """Compare two packs, each named by its folder; `csto` is the built-in one."""
    from cstoref import paths
    from cstoref.export.difference import difference, difference_json

    if common.packs:
        raise UsageError("name the two packs after diff: cstoref pack diff A B")
    before, after = (compiled_store(paths.named_packs([pack])) for pack in options.arguments)
    found = difference(before, after)
    if common.json:
        json_value(difference_json(found))
    else:
        from cstoref.render.difference import difference_lines

        lines(difference_lines(found, common.style()))
    return FOUND
