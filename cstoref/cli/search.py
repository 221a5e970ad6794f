"""`cstoref search WORDS`: ranked hits over names, statements and source text, each with why it is there."""

from __future__ import annotations

from cstoref.errors import FOUND, NOT_FOUND
from cstoref.store.search.results import Options, SearchResult, find

from .output import Common, json_value, lines, say

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from cstoref.store.queries import Store
    from cstoref.store.search.exact import Hit
    from cstoref.store.search.outcome import Outcome

MOST_ON_DAY = 200
"""Results that are looked through for those that count on a date."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `search`."""
    from cstoref.store.search.query import SCOPES

    from .option_types import positive

    parser.add_argument("words", nargs="+", help='words; scopes m: l: i: e: a: p: s:, "a phrase", !not')
    parser.add_argument("--limit", type=positive, default=20, metavar="N", help="at most N results (20)")
    parser.add_argument("--exact", action="store_true", help="whole names only")
    parser.add_argument("--no-fuzzy", action="store_true", help="no misspelt names")
    kinds = sorted(SCOPES.values())
    parser.add_argument("--kind", choices=kinds, action="append", default=[], help="only this kind")


def run(options: argparse.Namespace, common: Common) -> int:
    """Run `search`."""
    how = Options(tuple(options.kind), options.limit, options.exact, not options.no_fuzzy)
    return search(options.words, common, how)


def search(words: list[str], common: Common, how: Options = Options()) -> int:
    """Search and print what comes of it."""
    store = common.store()
    found = find_on_day(store, " ".join(words), common.as_of, how)
    print_found(store, found, common)
    return FOUND if found.hits else NOT_FOUND


def find_on_day(store: Store, text: str, as_of: str | None, how: Options = Options()) -> SearchResult:
    """What is found for a text; with a date, only what counts on that date."""
    if as_of is None:
        return find(store, text, how)
    found = find(store, text, how._replace(limit=max(how.limit, MOST_ON_DAY), day=as_of))
    kept = tuple(hit for hit in found.hits if _counts_on(store, hit, as_of))[: how.limit]
    return found._replace(hits=kept, status=found.status if kept or not found.hits else "not_found")


def _counts_on(store: Store, hit: Hit, day: str) -> bool:
    """Whether what was found is so, has happened or exists on a day; a text is there on every day."""
    from cstoref import dates
    from cstoref.store.holdings import record_held
    from cstoref.store.pages import held_on

    if hit.statement:
        row = store.statement(hit.statement)
        return row is None or held_on(store, row.statement, day) != dates.NO
    record = store.record(hit.record) if hit.record else None
    if record is None or record.when is None:
        return True
    return record_held(record.kind, record.when, day) != dates.NO


def print_found(store: Store, found: SearchResult, common: Common, read: Outcome | None = None) -> None:
    """Print hits as text or JSON; or say on stderr that there are none, and print where to turn. `read` says
    how a look-up was understood."""
    if not found.hits or found.status == "ambiguous":
        from cstoref.render.search_results import heading

        say(heading(found, store.pack["title"]))
    if common.json:
        from cstoref.export.answers import found_json, look_up_json

        json_value(look_up_json(read, {}) if read else found_json(found))
        return
    ids = [hit.record for hit in (*found.hits, *found.suggestions) if hit.record]
    names = {id: named.name for id, named in store.named(ids).items()}
    from cstoref.render.search_results import found_lines
    from cstoref.store.kind_words import result_in_words

    shown = result_in_words(store, found, common.as_of)
    lines(found_lines(shown, names, store.blurbs(ids), common.style()))
