"""`cstoref conflicts [NAME | ID]`: where the sources disagree, or names mislead; one of them laid open."""

from __future__ import annotations

from cstoref import fold
from cstoref.errors import FOUND, NOT_FOUND, UserError
from cstoref.export import lines as export_lines
from cstoref.model import NATURES
from cstoref.render.conflicts import collision_rows, conflict_count, list_rows
from cstoref.render.lists import conflict_lines
from cstoref.render.rows import written
from cstoref.store.conflict_detail import by_nature, conflict_detail
from cstoref.store.conflict_filter import ConflictQuery, count_conflicts, select_conflicts
from cstoref.store.search.record_name import record_named

from .named_time import named_time
from .option_types import add_range
from .output import WHOLE, Common, json_value, lines, say
from .statements import range_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from cstoref.model import Conflict
    from cstoref.store.queries import Store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `conflicts`."""
    parser.add_argument(
        "name", nargs="*", help="a record, words or a time: kazakhstan 2022; or the id of a conflict"
    )
    add_range(parser, "only what begins, ends or happens")
    parser.add_argument("--nature", choices=NATURES, help="only conflicts of this nature")
    parser.add_argument("--full", action="store_true", help="with explanations and passages")


def run(options: argparse.Namespace, common: Common) -> int:
    """Run `conflicts`."""
    store = common.store()
    words = " ".join(options.name)
    if store.conflict(words):
        return show_conflict(store, words, common)
    wanted = conflict_query(store, options.name, *range_of(options))._replace(nature=options.nature)
    found = select_conflicts(store, wanted)
    if common.json:
        json_value([export_lines.conflict(conflict) for conflict in found])
    elif found:
        _print_list(store, found, bool(wanted.record) or options.full, common)
        if wanted.since and not options.full:
            lines(
                [common.style().dim(f"Conflicts between sources. For wars and crises: cstoref wars {words}")]
            )
    if not found:
        say("no conflicts match")
    return FOUND if found else NOT_FOUND


def conflict_query(
    store: Store, words: Sequence[str], since: str | None = None, until: str | None = None
) -> ConflictQuery:
    """Which conflicts the words mean: those about a record, or with the words, at a time."""
    typed = named_time(store, words, since, until)
    record: str | None = None
    if typed.text:
        try:
            record = record_named(store, typed.text)
        except UserError:
            plain = tuple(fold.words(typed.text).split())
            wanted = ConflictQuery(words=plain, since=typed.since, until=typed.until)
            if not select_conflicts(store, wanted):
                raise
            return wanted
    return ConflictQuery(record=record, since=typed.since, until=typed.until)


def _print_list(store: Store, found: Sequence[Conflict], full: bool, common: Common) -> None:
    """Conflicts by nature: what they are about, or in full."""
    groups = by_nature(found, NATURES)
    lines([conflict_count(count_conflicts(found))])
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
