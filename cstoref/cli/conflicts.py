"""`cstoref conflicts [NAME | ID]`: where the sources disagree, or names mislead; one of them laid open."""

from __future__ import annotations

from cstoref.errors import FOUND, NOT_FOUND
from cstoref.export import lines as export_lines
from cstoref.model import NATURES
from cstoref.render.conflicts import collision_rows, list_rows
from cstoref.render.lists import conflict_lines
from cstoref.render.rows import written
from cstoref.store.conflict_detail import by_nature, conflict_detail
from cstoref.store.search.record_name import record_named

from .output import WHOLE, Common, json_value, lines, say

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from cstoref.model import Conflict
    from cstoref.store.queries import Store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `conflicts`."""
    parser.add_argument("name", nargs="*", help="only conflicts about this record; or the id of a conflict")
    parser.add_argument("--nature", choices=NATURES, help="only conflicts of this nature")
    parser.add_argument("--full", action="store_true", help="with explanations and passages")


def run(options: argparse.Namespace, common: Common) -> int:
    """Run `conflicts`."""
    store = common.store()
    words = " ".join(options.name)
    if store.conflict(words):
        return show_conflict(store, words, common)
    record = record_named(store, words or None)
    found = [conflict for conflict in store.conflicts(record) if options.nature in (None, conflict.nature)]
    if common.json:
        json_value([export_lines.conflict(conflict) for conflict in found])
    elif found:
        _print_list(store, found, bool(record) or options.full, common)
    if not found:
        say("no conflicts match")
    return FOUND if found else NOT_FOUND


def _print_list(store: Store, found: Sequence[Conflict], full: bool, common: Common) -> None:
    """Conflicts by nature: what they are about, or in full."""
    groups = by_nature(found, NATURES)
    if not full:
        style = common.style()
        shorts = store.shorts(cite.source for conflict in found for cite in conflict.citations)
        lines(
            written(list_rows(groups, shorts, style, {conflict.id: conflict.id for conflict in found}), style)
        )
        return
    opened = [conflict_detail(store, conflict.id) for _, of_nature in groups for conflict in of_nature]
    details = [detail for detail in opened if detail is not None]
    sources = {side.source.id for detail in details for side in detail.sides if side.source}
    lines(conflict_lines(details, common.linked_style(store, sources)))


def show_conflict(store: Store, id: str, common: Common) -> int:
    """Print one conflict, laid open."""
    found = conflict_detail(store, id)
    assert found is not None
    if common.json:
        from cstoref.export.views import collision_json

        json_value(collision_json(found))
    else:
        style = common.style(WHOLE)
        lines(written(collision_rows(found, style), style))
    return FOUND
