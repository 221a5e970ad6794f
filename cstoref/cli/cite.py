"""`cstoref cite ID`: a source, a statement or a record as other people's papers need it."""

from __future__ import annotations

from cstoref import visible
from cstoref.citing import STYLES
from cstoref.citing.cited import Cited, of_record, of_source, of_statement
from cstoref.errors import FOUND, UsageError
from cstoref.store.spots import settled

from .output import Common, json_value, lines, say
from .statements import record_named

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from cstoref.store.queries import Store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `cite`."""
    parser.add_argument("id", nargs="*", help="the id of a source or statement, a spot, or a name in quotes")
    parser.add_argument("--style", choices=STYLES, default="plain", help="plain if not given")
    parser.add_argument("--sources", action="store_true", help="every source: a bibliography")


def run(options: argparse.Namespace, common: Common) -> int:
    """Run `cite`."""
    store = common.store()
    if options.sources == bool(options.id):
        raise UsageError("say what to cite: an id, or --sources for all of them")
    items = [item for id in options.id for item in cited(store, id)]
    if options.sources:
        items = [item for source in store.sources() for item in of_source(source, store.edition)]
    written = STYLES[options.style].write(items)
    if common.json:
        json_value({"style": options.style, "spots": [item.spot for item in items], "text": written})
    else:
        lines(written.split("\n"))
    return FOUND


def cited(store: Store, text: str) -> tuple[Cited, ...]:
    """What an id, a spot or a name stands for, to be cited. Raises CstorefError if it is nothing."""
    spot = settled(store, text)
    for sentence in spot.news:
        say(visible.line(sentence))
    if spot.sort == "source":
        source = store.source(spot.id)
        assert source is not None
        return of_source(source, store.edition)
    if spot.sort == "statement":
        listed = store.statement(spot.id)
        assert listed is not None
        ids = {cite.source for cite in listed.statement.citations}
        sources = {id: source for id in ids if (source := store.source(id))}
        return of_statement(listed.statement, sources, store.edition)
    if spot.sort == "conflict":
        raise UsageError(f"“{spot.id}” is a conflict; cite its statements: cstoref conflicts {spot.id}")
    record = store.record(record_named(store, text) or "")
    assert record is not None
    return of_record(record, store.edition)
