"""`cstoref statements`: statements by any of their parts: speaker, field, record, stance, source, time."""

from __future__ import annotations

from cstoref import dates
from cstoref.errors import FOUND, NOT_FOUND, CstorefError, UsageError
from cstoref.export import lines as export_lines
from cstoref.mentions import names_in
from cstoref.model import RANKS, STANCES
from cstoref.render.lists import statement_lines
from cstoref.store.search.results import Options, find
from cstoref.store.statement_filter import Selection, select

from .output import Common, json_value, lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from cstoref.store.queries import StatementRow, Store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `statements`."""
    parser.add_argument("words", nargs="*", help="words that the statement must have")
    parser.add_argument("--by", metavar="NAME", help="who says it")
    parser.add_argument("--about", metavar="NAME", action="append", default=[], help="whom it concerns")
    parser.add_argument("--of", metavar="NAME", help="the record it is stated of")
    parser.add_argument("--field", action="append", default=[], help="such as refused, attended, said")
    parser.add_argument("--stance", choices=STANCES, help="how it is put forward")
    parser.add_argument("--rank", choices=RANKS, help="whether it is still thought right")
    parser.add_argument("--hedged", action="store_true", help="only those that the source weakens")
    parser.add_argument("--negated", action="store_true", help="only those that say something is not so")
    parser.add_argument("--quoted-only", action="store_true", help="only those with a passage in the pack")
    parser.add_argument("--in-conflict", action="store_true", help="only those that a conflict concerns")
    parser.add_argument("--source", metavar="ID", help="only those that rest on this source")
    parser.add_argument("--since", metavar="DATE", help="held or happened then or later")
    parser.add_argument("--until", metavar="DATE", help="held or happened then or earlier")
    parser.add_argument("--limit", type=int, default=0, metavar="N", help="at most N (all)")
    parser.add_argument("--count", action="store_true", help="only say how many, by field")


def run(options: argparse.Namespace, common: Common) -> int:
    """Run `statements`."""
    store = common.store()
    for field in options.field:
        if field not in store.fields:
            from difflib import get_close_matches

            near = ", ".join(get_close_matches(field, store.fields, n=3)) or "see docs/data.md"
            raise UsageError(f'no field "{field}"; near it: {near}')
    wanted = Selection(
        words=" ".join(options.words),
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
        since=day_of(options.since, first=True),
        until=day_of(options.until, first=False),
        limit=options.limit,
    )
    found = select(store, wanted)
    if options.count:
        _print_count(store, found, common)
    elif common.json:
        json_value([export_lines.statement(item.statement) for item in found])
    else:
        names = names_in(store, (item.statement for item in found))
        shorts = store.shorts(c.source for item in found for c in item.statement.citations)
        lines(statement_lines(found, names, shorts, common.linked_style(store, shorts)))
    return FOUND if found else NOT_FOUND


def _print_count(store: Store, found: list[StatementRow], common: Common) -> None:
    count: dict[str, int] = {}
    for item in found:
        count[item.statement.field] = count.get(item.statement.field, 0) + 1
    ordered = {field: count[field] for field in store.fields if field in count}
    if common.json:
        json_value({"total": len(found), "fields": ordered})
    else:
        lines([f"{number:>5}  {field}" for field, number in ordered.items()] + [f"{len(found):>5}  in all"])


def record_named(store: Store, name: str | None) -> str | None:
    """The one record that a name means. Raises CstorefError if there is none, or more than one."""
    if name is None:
        return None
    if store.record(name):
        return name
    found = find(store, name, Options(statements=False))
    if found.status == "ambiguous":
        listed = ", ".join(hit.record or "" for hit in found.hits[:6])
        raise UsageError(f"“{name}” may be any of {listed}; write the id")
    if not found.hits or found.hits[0].record is None:
        near = ", ".join(hit.name for hit in found.suggestions[:3])
        raise CstorefError(f"no record “{name}”" + (f"; the closest are {near}" if near else ""))
    return found.hits[0].record


def day_of(text: str | None, *, first: bool) -> str | None:
    """The first or the last day of a date that was typed. Raises UsageError if it is none."""
    if text is None:
        return None
    try:
        when = dates.parse(text)
    except ValueError as error:
        raise UsageError(str(error)) from None
    return when.start_earliest if first else when.end_latest
