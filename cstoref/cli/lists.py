"""`cstoref members`, `leaders`, …: every record of a kind, with what it is on a day."""

from __future__ import annotations

from cstoref import dates, fold
from cstoref.errors import FOUND, NOT_FOUND, UserError
from cstoref.export import lines as export_lines
from cstoref.render.lists import record_lines
from cstoref.store.lists import in_bands, listing

from .named_time import named_time
from .option_types import add_range
from .output import Common, json_value, lines, say
from .statements import check_type, range_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from typing import Any

    from cstoref.model import Kind
    from cstoref.store.list_rows import RecordRow
    from cstoref.store.queries import Store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of a list."""
    parser.add_argument("words", nargs="*", help="only records whose name contains all these words")
    parser.add_argument("--type", help="only this type, such as summit or office")
    add_range(parser, "only records dated")


def run(options: argparse.Namespace, common: Common) -> int:
    """Run the list command of the kind that `options.command` names."""
    store = common.store()
    kind = next(kind for kind in store.kinds.values() if kind.plural == options.command)
    check_type(store, options.type, [kind.id])
    since, until = range_of(options)
    return print_list(store, kind, options.words, common, type=options.type, since=since, until=until)


def print_list(
    store: Store,
    kind: Kind,
    words: list[str],
    common: Common,
    *,
    type: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> int:
    """Print the records of a kind; the exit code says whether there are any. Raises UserError where the
    words have no letter."""
    if words and not fold.words(" ".join(words)).split():
        raise UserError(f"no {kind.plural} match “{' '.join(words)}”")
    typed = named_time(store, words, since, until)
    listed = listing(
        store,
        kind.id,
        as_of=common.as_of,
        words=typed.words,
        type=type,
        since=typed.since,
        until=typed.until,
    )
    rows = in_bands(listed, kind.dated)
    if common.json:
        json_value([_row(row) for row in rows])
    elif rows:
        lines(record_lines(rows, common.as_of, common.style(), kind.id))
    if not rows:
        say(_nothing(kind.plural, words, common.as_of))
    return FOUND if rows else NOT_FOUND


def _row(row: RecordRow) -> dict[str, Any]:
    return {
        **export_lines.record(row.record),
        "headline": row.headline,
        "held": row.held,
        "statements": row.statements,
        "band": row.band,
        "leader": row.leader or None,
        "place_name": row.place or None,
    }


def _nothing(plural: str, words: list[str], as_of: str | None) -> str:
    """Why a list is empty, in one line, and where to turn."""
    text = " ".join(words)
    day = f" as of {dates.spoken(as_of)}" if as_of else ""
    return (
        f"no {plural} match “{text}”{day}; to search everything: cstoref search {text}"
        if text
        else (f"no {plural} match{day}")
    )
