"""`cstoref statements`: statements by any of their parts: speaker, field, record, stance, source, time."""

from __future__ import annotations

from cstoref import dates
from cstoref.errors import FOUND, NOT_FOUND, UsageError, UserError
from cstoref.export import lines as export_lines
from cstoref.mentions import names_in
from cstoref.model import RANKS, STANCES
from cstoref.render.lists import statement_lines
from cstoref.store.pages import held_on
from cstoref.store.search.completion import types
from cstoref.store.search.record_name import record_named
from cstoref.store.statement_filter import Selection, select

from .named_time import named_time
from .option_types import add_range, positive
from .output import Common, json_value, lines, say

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from cstoref.store.queries import Store
    from cstoref.store.statement_reader import StatementRow


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `statements`."""
    parser.add_argument("words", nargs="*", help="words that the statement contains")
    parser.add_argument("--by", metavar="NAME", help="only statements by this speaker")
    parser.add_argument("--about", metavar="NAME", action="append", default=[], help="only about this record")
    parser.add_argument("--of", metavar="NAME", help="only statements of this record")
    parser.add_argument("--field", action="append", default=[], help="such as refused, attended, said")
    parser.add_argument("--stance", choices=STANCES, help="how the source presents it")
    parser.add_argument("--rank", choices=RANKS, help="editorial rank")
    parser.add_argument("--hedged", action="store_true", help="only statements the source hedges")
    parser.add_argument("--negated", action="store_true", help="only statements that deny something")
    parser.add_argument("--quoted-only", action="store_true", help="only statements with a quoted passage")
    parser.add_argument("--in-conflict", action="store_true", help="only statements in a conflict")
    parser.add_argument("--source", metavar="ID", help="only statements that rest on this source")
    parser.add_argument("--layer", metavar="ID", help="only statements of this pack, of several in use")
    add_range(parser, "true or happening")
    parser.add_argument("--limit", type=positive, metavar="N", help="at most N statements (all)")
    parser.add_argument("--count", action="store_true", help="only the number of statements, by field")


def run(options: argparse.Namespace, common: Common) -> int:
    """Run `statements`. Raises UserError for a source that the pack does not have."""
    store = common.store()
    for field in options.field:
        check_value("field", field, store.fields)
    if options.source is not None and store.source(options.source) is None:
        raise UserError(f"no source “{options.source}”; list them with cstoref sources")
    if options.layer is not None:
        check_value("layer", options.layer, [layer.id for layer in store.layers] or [store.pack["id"]])
    typed = named_time(store, options.words, *range_of(options))
    wanted = Selection(
        words=typed.text,
        by=record_named(store, options.by),
        about=tuple(record_named(store, name) or "" for name in options.about),
        of=record_named(store, options.of),
        fields=tuple(options.field),
        stance=options.stance,
        rank=options.rank,
        hedged=options.hedged,
        negated=options.negated,
        quoted_only=options.quoted_only,
        in_conflict=options.in_conflict,
        source=options.source,
        layer=options.layer if store.layers else None,
        since=typed.since,
        until=typed.until,
        # With a day the limit applies after the statements of other days are gone; SQL cannot judge a state
        # on a day.
        limit=0 if common.as_of else options.limit or 0,
    )
    found = select(store, wanted)
    if common.as_of:
        found = _on_day(store, found, common.as_of, options.limit)
    if not found:
        say("no statements match" + (f" as of {dates.spoken(common.as_of)}" if common.as_of else ""))
    if options.count:
        _print_count(store, found, common)
    elif common.json:
        json_value([export_lines.statement(item.statement) for item in found])
    else:
        names = names_in(store, (item.statement for item in found))
        shorts = store.shorts(c.source for item in found for c in item.statement.citations)
        lines(statement_lines(found, names, shorts, common.linked_style(store, shorts)))
    return FOUND if found else NOT_FOUND


def _on_day(store: Store, found: list[StatementRow], day: str, limit: int | None) -> list[StatementRow]:
    """The statements that count on a day; the limit applies to these."""
    return [row for row in found if held_on(store, row.statement, day) != dates.NO][:limit]


def _print_count(store: Store, found: list[StatementRow], common: Common) -> None:
    count: dict[str, int] = {}
    for item in found:
        count[item.statement.field] = count.get(item.statement.field, 0) + 1
    ordered = {field: count[field] for field in store.fields if field in count}
    if common.json:
        json_value({"total": len(found), "fields": ordered})
    else:
        lines([f"{number:>5}  {field}" for field, number in ordered.items()] + [f"{len(found):>5}  in all"])


def check_value(what: str, value: str, valid: Iterable[str]) -> None:
    """Raise UsageError, with every valid value, for an unknown value of an option."""
    if value not in (known := list(valid)):
        raise UsageError(f"no {what} “{value}”; use one of {', '.join(known)}")


def check_type(store: Store, type: str | None, kinds: Iterable[str]) -> None:
    """Raise UsageError, with the valid ones, for a type that no record of these kinds has."""
    if type is not None:
        check_value("type", type, types(store, *kinds))


def range_of(options: argparse.Namespace) -> tuple[str | None, str | None]:
    """The first and the last day of --since and --until. Raises UsageError."""
    since, until = day_of("--since", options.since, first=True), day_of("--until", options.until, first=False)
    if since and until and since > until:
        raise UsageError(f"--since {options.since} is after --until {options.until}")
    return since, until


def day_of(option: str, text: str | None, *, first: bool) -> str | None:
    """The first or the last day of a date that was given to an option. Raises UsageError if it is none."""
    if text is None:
        return None
    try:
        when = dates.parse(text)
    except ValueError as error:
        raise UsageError(f"{option}: {error}") from None
    return when.start_earliest if first else when.end_latest
