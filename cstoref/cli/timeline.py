"""`cstoref timeline [NAME]`: what happened when, and who led then."""

from __future__ import annotations

from cstoref.errors import FOUND, NOT_FOUND, UsageError
from cstoref.render.rows import written
from cstoref.render.timeline import timeline_rows
from cstoref.store.search.record_name import record_named
from cstoref.store.timeline import ZOOMS, TimelineQuery, timeline

from .named_time import named_time
from .option_types import add_range
from .output import NO_DATA, WHOLE, Common, json_value, lines, say
from .statements import check_type, range_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from cstoref.store.queries import Store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `timeline`."""
    parser.add_argument("name", nargs="*", help="only what concerns this record, and a time: kyrgyzstan 2010")
    add_range(parser, "only what was")
    parser.add_argument("--kind", action="append", default=[], help="event (the default), agreement, …")
    parser.add_argument("--type", help="only this type, such as summit or exercise")
    parser.add_argument("--by", choices=ZOOMS, help="granularity: decade, year or month")


def run(options: argparse.Namespace, common: Common) -> int:
    """Run `timeline`."""
    store = common.store()
    typed = named_time(store, options.name, *range_of(options))
    kinds = tuple(kind_named(store, kind) for kind in options.kind) or ("event",)
    check_type(store, options.type, kinds)
    wanted = TimelineQuery(
        record=record_named(store, typed.text or None),
        since=typed.since,
        until=typed.until,
        kinds=kinds,
        type=options.type,
        as_of=common.as_of,
    )
    found = timeline(store, wanted)
    shown = bool(found.points or found.undated or found.tenures)
    if not shown:
        say(NO_DATA)
    if common.json:
        from cstoref.export.views import timeline_json

        json_value(timeline_json(found))
    elif shown:
        style = common.style(WHOLE)
        lines(written(timeline_rows(found, options.by, style), style))
    return FOUND if shown else NOT_FOUND


def kind_named(store: Store, word: str) -> str:
    """The id of a kind, written in the singular or the plural. Raises UsageError if there is none."""
    for kind in store.kinds.values():
        if word in (kind.id, kind.plural):
            return kind.id
    raise UsageError(f"no kind “{word}”; use one of {', '.join(store.kinds)}")
