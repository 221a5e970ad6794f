"""`cstoref timeline [NAME]`: what happened when, and who led then."""

from __future__ import annotations

from cstoref.errors import FOUND, NOT_FOUND, UsageError
from cstoref.render.rows import written
from cstoref.render.timeline import timeline_rows
from cstoref.store.timeline import ZOOMS, TimelineQuery, timeline

from .output import WHOLE, Common, json_value, lines
from .statements import day_of, record_named

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from cstoref.store.queries import Store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `timeline`."""
    parser.add_argument("name", nargs="*", help="only what concerns this record")
    parser.add_argument("--from", dest="since", metavar="DATE", help="only what was then or later")
    parser.add_argument("--to", dest="until", metavar="DATE", help="only what was then or earlier")
    parser.add_argument("--kind", action="append", default=[], help="event (if not given), agreement, …")
    parser.add_argument("--type", help="only this type, such as summit or exercise")
    parser.add_argument("--by", choices=ZOOMS, help="how far to look into it: a line a year, or each event")


def run(options: argparse.Namespace, common: Common) -> int:
    """Run `timeline`."""
    store = common.store()
    wanted = TimelineQuery(
        record=record_named(store, " ".join(options.name) or None),
        since=day_of(options.since, first=True),
        until=day_of(options.until, first=False),
        kinds=tuple(kind_named(store, kind) for kind in options.kind) or ("event",),
        type=options.type,
        as_of=common.as_of,
    )
    found = timeline(store, wanted)
    if common.json:
        from cstoref.export.views import timeline_json

        json_value(timeline_json(found))
    else:
        style = common.style(WHOLE)
        lines(written(timeline_rows(found, options.by, style), style))
    return FOUND if found.points or found.undated or found.tenures else NOT_FOUND


def kind_named(store: Store, word: str) -> str:
    """The id of a kind, written in the singular or the plural. Raises UsageError if there is none."""
    for kind in store.kinds.values():
        if word in (kind.id, kind.plural):
            return kind.id
    raise UsageError(f'no kind "{word}"; there are {", ".join(store.kinds)}')
