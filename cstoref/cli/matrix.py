"""`cstoref matrix`: members against events or agreements: who came, who signed, who gave how much."""

from __future__ import annotations

from cstoref.errors import FOUND, NOT_FOUND
from cstoref.render.matrix import Sheet, matrix_rows
from cstoref.render.matrix_symbols import Marks, units
from cstoref.render.rows import written
from cstoref.store.matrix import MatrixQuery, cells, matrix
from cstoref.store.participation import MODES

from .output import WHOLE, Common, json_value, lines
from .statements import day_of, record_named

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `matrix`."""
    parser.add_argument("--mode", choices=sorted(MODES), default="attendance", help="attendance if not given")
    parser.add_argument("--type", help="only this type, such as summit or treaty")
    parser.add_argument("--from", dest="since", metavar="DATE", help="only what was then or later")
    parser.add_argument("--to", dest="until", metavar="DATE", help="only what was then or earlier")
    parser.add_argument("--member", metavar="NAME", action="append", default=[], help="only this state")
    parser.add_argument("--gaps", action="store_true", help="only where not all members came, or signed")
    parser.add_argument("--down", choices=("members", "events"), help="what stands below each other")
    parser.add_argument("--bars", action="store_true", help="contributions as bars with their numbers")


def run(options: argparse.Namespace, common: Common) -> int:
    """Run `matrix`."""
    store = common.store()
    wanted = MatrixQuery(
        mode="contribution" if options.bars else options.mode,
        type=options.type,
        since=day_of(options.since, first=True),
        until=day_of(options.until, first=False),
        members=tuple(record_named(store, name) or "" for name in options.member),
        gaps=options.gaps,
        as_of=common.as_of,
    )
    found = matrix(store, wanted)
    of = cells(store, found, found.columns)
    style = common.style(WHOLE)
    if common.json:
        from cstoref.export.views import matrix_json

        json_value(matrix_json(found, of))
    elif options.bars:
        from cstoref.render.contributions import contribution_rows

        lines(written(contribution_rows(found, of, style), style))
    else:
        marks = Marks(style, units(cell for column in of for cell in column))
        lines(written(matrix_rows(Sheet(found, found.columns, of, marks), options.down, style), style))
    return FOUND if found.columns else NOT_FOUND
