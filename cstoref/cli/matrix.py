"""`cstoref matrix`: members against events or agreements: who came, who signed, who gave how much."""

from __future__ import annotations

from cstoref.errors import FOUND, NOT_FOUND, UsageError
from cstoref.render.matrix import Sheet, matrix_rows
from cstoref.render.matrix_symbols import CellMarks, units
from cstoref.render.rows import written
from cstoref.store.matrix import MatrixQuery, cells, matrix
from cstoref.store.participation import ATTENDANCE, CONTRIBUTION, MODES
from cstoref.store.search.record_name import record_named

from .option_types import add_range
from .output import NO_DATA, WHOLE, Common, json_value, lines, say
from .statements import check_type, range_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from cstoref.render.text import Style
    from cstoref.store.matrix import Cell, Matrix
    from cstoref.store.queries import Store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `matrix`."""
    parser.add_argument("--mode", choices=sorted(MODES), help="default: attendance")
    parser.add_argument("--type", help="only this type, such as summit or treaty")
    add_range(parser, "only what was")
    parser.add_argument("--member", metavar="NAME", action="append", default=[], help="only this state")
    parser.add_argument("--gaps", action="store_true", help="only where not all members attended, or signed")
    parser.add_argument("--down", choices=("members", "events"), help="which axis runs down the page")
    parser.add_argument("--bars", action="store_true", help="contributions as bars with their numbers")


def run(options: argparse.Namespace, common: Common) -> int:
    """Run `matrix`. Raises UsageError where --bars is given for another matrix than contributions."""
    if options.bars and (options.down or options.mode not in (None, CONTRIBUTION)):
        raise UsageError("--bars shows contributions; it takes no --down and no other --mode")
    store = common.store()
    query = _query(store, options, common.as_of)
    found = matrix(store, query)
    of = cells(store, found, found.columns)
    if not found.columns:
        say(NO_DATA)
    if common.json:
        from cstoref.export.views import matrix_json

        json_value(matrix_json(found, of))
    elif found.columns:
        lines(_rows(found, of, options, common.style(WHOLE)))
    return FOUND if found.columns else NOT_FOUND


def _query(store: Store, options: argparse.Namespace, as_of: str | None) -> MatrixQuery:
    mode = CONTRIBUTION if options.bars else options.mode or ATTENDANCE
    check_type(store, options.type, [MODES[mode].kind])
    since, until = range_of(options)
    return MatrixQuery(
        mode=mode,
        type=options.type,
        since=since,
        until=until,
        members=tuple(_member(store, name) for name in options.member),
        gaps=options.gaps,
        as_of=as_of,
    )


def _member(store: Store, name: str) -> str:
    """The id of a state. Raises UserError if the name is not that of one."""
    id = record_named(store, name) or ""
    if store.named([id])[id].kind != "member":
        raise UsageError(f"--member: “{name}” is not a state; list them with cstoref members")
    return id


def _rows(found: Matrix, of: list[list[Cell]], options: argparse.Namespace, style: Style) -> Iterator[str]:
    if options.bars:
        from cstoref.render.contributions import contribution_rows

        return written(contribution_rows(found, of, style), style)
    marks = CellMarks(style, units(cell for column in of for cell in column))
    return written(matrix_rows(Sheet(found, found.columns, of, marks), options.down, style), style)
