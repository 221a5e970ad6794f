"""`cstoref search WORDS`: ranked hits over names, statements and source text, each with why it is there."""

from __future__ import annotations

from cstoref.errors import FOUND, NOT_FOUND
from cstoref.store.search.results import Options, SearchResult, find

from .output import Common, json_value, lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from cstoref.store.queries import Store
    from cstoref.store.search.lookup import Outcome


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `search`."""
    from cstoref.store.search.query import SCOPES

    parser.add_argument("words", nargs="+", help='words; scopes m: l: i: e: a: p: s:, "a phrase", !not')
    parser.add_argument("--limit", type=int, default=20, metavar="N", help="at most N hits (20)")
    parser.add_argument("--exact", action="store_true", help="whole names only")
    parser.add_argument("--no-fuzzy", action="store_true", help="no misspelt names")
    kinds = sorted(SCOPES.values())
    parser.add_argument("--kind", choices=kinds, action="append", default=[], help="only this kind")


def run(options: argparse.Namespace, common: Common) -> int:
    """Run `search`."""
    how = Options(tuple(options.kind), max(1, options.limit), options.exact, not options.no_fuzzy)
    return search(options.words, common, how._replace(day=common.as_of or ""))


def search(words: list[str], common: Common, how: Options = Options()) -> int:
    """Search and print what comes of it."""
    store = common.store()
    found = find(store, " ".join(words), how)
    print_found(store, found, common)
    return FOUND if found.hits else NOT_FOUND


def print_found(store: Store, found: SearchResult, common: Common, read: Outcome | None = None) -> None:
    """Print hits, or a no with where to turn, as text or JSON; `read` says how a look-up was understood."""
    if common.json:
        from .serialize import found_json, reading_json

        json_value({**(reading_json(read) if read else {}), **found_json(found)})
        return
    ids = [hit.record for hit in (*found.hits, *found.suggestions) if hit.record]
    names = {id: named.name for id, named in store.named(ids).items()}
    from cstoref.render.search_results import found_lines

    lines(found_lines(found, names, store.blurbs(ids), store.pack["title"], common.style()))
