"""`cstoref conflicts [NAME]`: where the sources disagree, or names mislead."""

from __future__ import annotations

from cstoref.errors import FOUND, NOT_FOUND
from cstoref.export import lines as export_lines
from cstoref.model import NATURES
from cstoref.render.lists import conflict_lines

from .output import Common, json_value, lines, say
from .statements import record_named

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `conflicts`."""
    parser.add_argument("name", nargs="*", help="only those that concern this record")
    parser.add_argument("--nature", choices=NATURES, help="only conflicts of this nature")


def run(options: argparse.Namespace, common: Common) -> int:
    """Run `conflicts`."""
    store = common.store()
    record = record_named(store, " ".join(options.name) or None)
    found = [conflict for conflict in store.conflicts(record) if options.nature in (None, conflict.nature)]
    if common.json:
        json_value([export_lines.conflict(conflict) for conflict in found])
    else:
        ids = {id for conflict in found for id in conflict.records}
        names = {id: named.name for id, named in store.named(ids).items()}
        shorts = store.shorts(cite.source for conflict in found for cite in conflict.citations)
        lines(conflict_lines(found, names, shorts, common.style()))
    if not found and not common.json:
        say("no conflict is recorded here")
    return FOUND if found else NOT_FOUND
