"""`cstoref members`, `leaders`, …: every record of a kind, with what it is on a day."""

from __future__ import annotations

from cstoref.errors import FOUND
from cstoref.export import lines as export_lines
from cstoref.render.lists import record_lines
from cstoref.store.lists import in_bands, listing

from .output import Common, json_value, lines
from .statements import day_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of a list."""
    parser.add_argument("words", nargs="*", help="only records whose name has all these words")
    parser.add_argument("--type", help="only this type, such as summit or office")
    parser.add_argument("--since", metavar="DATE", help="only records dated then or later")
    parser.add_argument("--until", metavar="DATE", help="only records dated then or earlier")


def run(options: argparse.Namespace, common: Common) -> int:
    """Run the list command of the kind that `options.command` names."""
    store = common.store()
    kind = next(kind for kind in store.kinds.values() if kind.plural == options.command)
    rows = listing(
        store,
        kind.id,
        as_of=common.as_of,
        words=options.words,
        type=options.type,
        since=day_of(options.since, first=True),
        until=day_of(options.until, first=False),
    )
    if common.json:
        json_value(
            [
                {
                    **export_lines.record(row.record),
                    "headline": row.headline,
                    "held": row.held,
                    "statements": row.statements,
                    "band": row.band,
                    "leader": row.leader or None,
                    "place_name": row.place or None,
                }
                for row in rows
            ]
        )
    else:
        lines(record_lines(in_bands(rows, kind.dated), common.as_of, common.style(), kind.id))
    return FOUND
