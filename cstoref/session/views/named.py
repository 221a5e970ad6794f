"""Views among the results of a search: whoever types `timeline` or `matrix` finds what opens it."""

from __future__ import annotations

from cstoref import fold
from cstoref.session.target import VIEW
from cstoref.store.search.exact import PREFIX, ROLE, Hit
from cstoref.store.search.search_result import FOUND, SearchResult

from . import VIEWS, ViewEntry

SHORTEST = 4
"""Letters from which on the beginning of a name finds a view."""


def with_views(results: SearchResult) -> SearchResult:
    """The results of a search with the views that the words name: after whole names of records, before all
    else."""
    views = _views_called(results.query)
    if not views:
        return results
    place = sum(hit.record is not None and hit.tier <= ROLE for hit in results.hits)
    hits = (*results.hits[:place], *views, *results.hits[place:])
    return results._replace(status=FOUND, hits=hits, suggestions=())


def _views_called(typed: str) -> list[Hit]:
    """The views of which the words are a name, or its beginning."""
    words = fold.words(typed)
    return [
        _hit(id, entry)
        for id, entry in VIEWS.items()
        if entry.offered
        and any(
            name == words or (len(words) >= SHORTEST and name.startswith(words)) for name in _names(id, entry)
        )
    ]


def _names(id: str, entry: ViewEntry) -> set[str]:
    return {id, *entry.words, *entry.former, *entry.called}


def _hit(id: str, entry: ViewEntry) -> Hit:
    name, _, about = entry.menu.partition(": ")
    return Hit(PREFIX, None, VIEW, name or id.capitalize(), about or entry.help.rstrip("."), id)
