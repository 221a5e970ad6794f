"""`cstoref cite ID`: a source, a statement or a record as other people's papers need it."""

from __future__ import annotations

from cstoref.citing import STYLES
from cstoref.citing.citable import Cited, of_source
from cstoref.citing.reader import of_id
from cstoref.errors import FOUND, NOT_FOUND, UsageError
from cstoref.store.references import resolve
from cstoref.store.search.record_name import record_named

from . import output_option
from .output import Common, say

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from cstoref.store.queries import Store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `cite`."""
    parser.add_argument("id", nargs="*", help="the id of a source or statement, a spot, or a name in quotes")
    parser.add_argument("--style", choices=STYLES, default="plain", help="default: plain")
    parser.add_argument("--pinned", action="store_true", help="what is pinned: a bibliography for a memo")
    parser.add_argument("--sources", action="store_true", help="every source: a bibliography")
    output_option.add_output(parser)


def run(options: argparse.Namespace, common: Common) -> int:
    """Run `cite`. Raises UsageError without an id."""
    output_option.file_of(options)
    store = common.store()
    if sum((options.sources, options.pinned, bool(options.id))) != 1:
        raise UsageError("say what to cite: an id, --pinned, or --sources for all of them")
    ids = _pinned(store) if options.pinned else options.id
    if not ids and not options.sources:
        return NOT_FOUND
    items = [item for id in ids for item in cited(store, id)]
    if options.sources:
        works = [(source, store.work_of(source.layer)) for source in store.sources()]
        items = [item for source, work in works for item in of_source(source, work)]
    written = STYLES[options.style].written(items)
    value = {"style": options.style, "spots": [item.spot for item in items], "text": written}
    output_option.print_or_write(options, common, written, value)
    return FOUND


def _pinned(store: Store) -> list[str]:
    """The pinned statements that this edition has; says so where there are none."""
    from cstoref.session.memo import pinned_ids
    from cstoref.user.user_data import UserData

    from .pins import EMPTY

    kept = UserData(store.pack["id"], store.pack["edition"], store.folder)
    ids = [id for id in pinned_ids(store, kept) if store.statement(id)]
    for sentence in kept.take_news():
        say(sentence)
    if not ids:
        say(EMPTY)
    return ids


def cited(store: Store, text: str) -> tuple[Cited, ...]:
    """What an id, a spot or a name stands for, to be cited. Raises UserError if it is nothing."""
    spot = resolve(store, text)
    for sentence in spot.news:
        say(sentence)
    if spot.sort == "conflict":
        raise UsageError(f"“{spot.id}” is a conflict; cite its statements: cstoref conflicts {spot.id}")
    return of_id(store, spot.id if spot.sort else record_named(store, text) or "")
