"""`cstoref changes [NAME] SINCE UNTIL`: what began, ended and happened between two days, the newest first."""

from __future__ import annotations

from cstoref.errors import FOUND, NOT_FOUND, UsageError
from cstoref.export.views import changes_json
from cstoref.render.changes import NONE, change_rows
from cstoref.render.rows import headed, row, written
from cstoref.store.changes_between import AskedSpan, read_changes
from cstoref.store.search.record_name import record_named

from .named_time import named_time
from .option_types import add_range
from .output import Common, json_value, lines, say
from .statements import range_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `changes`."""
    parser.add_argument("name", nargs="*", help="a record and two dates: belarus 2010 2015-06-30; or a year")
    add_range(parser, "only what changed")


def run(options: argparse.Namespace, common: Common) -> int:
    """Run `changes`."""
    store = common.store()
    typed = named_time(store, options.name, *range_of(options))
    if not typed.since or not typed.until:
        raise UsageError("give two dates: cstoref changes belarus 2010 2015-06-30")
    wanted = AskedSpan(record_named(store, typed.text or None), typed.since, typed.until)
    found = read_changes(store, wanted)
    if common.json:
        json_value(changes_json(found))
    elif found.turns:
        style = common.style()
        head = headed(found.title, f"{len(found.turns):,} changes", style.width, "title")
        rule = row(style.marks.rule * style.width, "dim")
        lines(written([head, rule, *change_rows(found, style)], style))
    else:
        say(NONE)
    return FOUND if found.turns else NOT_FOUND
