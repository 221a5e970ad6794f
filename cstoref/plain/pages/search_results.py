"""Search results: each with why it matched, or which kind of no it is."""

from __future__ import annotations

from cstoref.session.page_items import ItemPage, PageItem, counted
from cstoref.session.session import Session
from cstoref.session.target import target_of_hit
from cstoref.store.search.exact import STATEMENT, Hit
from cstoref.store.search.results import SearchResult

WORDS = 4
"""Words of a query that the title repeats."""
NO = {
    "silent": "The sources do not say. What they do say:",
    "outside": "Outside this reference, which is about: {title}.",
    "not_found": "Nothing found.",
}


def make(session: Session) -> ItemPage:
    """The results for the words, or the closest names."""
    results = session.index.results(session.state)
    if results is None:
        return ItemPage("Find", empty="Type the words after it: / dairy ban.")
    hits = results.hits or results.suggestions
    named = session.store.named(hit.record for hit in hits if hit.record)
    shorts = session.store.shorts(hit.source for hit in hits if hit.source)
    names = {id: record.name for id, record in named.items()} | shorts
    items = tuple(_item(hit, names) for hit in hits)
    return ItemPage(
        f"Find: {_short(results.query)}", (_head(session, results),), items, empty="Try other words."
    )


def _short(query: str) -> str:
    """The beginning of a query: who typed it knows it, and waits for the answer."""
    words = query.split()
    return query if len(words) <= WORDS else f"{' '.join(words[:WORDS])} …"


def _head(session: Session, results: SearchResult) -> str:
    if results.hits:
        read_as = f" Read as: {results.read_as}." if results.read_as else ""
        return f"{counted(len(results.hits), 'result')}.{read_as}"
    near = " The closest:" if results.suggestions and results.status == "not_found" else ""
    # A question that was understood may still have no answer and no result.
    return NO.get(results.status, NO["not_found"]).format(title=session.store.pack["title"]) + near


def _item(hit: Hit, names: dict[str, str]) -> PageItem:
    kind = hit.kind or ("text" if hit.end else "source")
    if hit.tier < STATEMENT:
        text = f"{hit.name}, {kind}: {hit.why}" if hit.why else f"{hit.name}, {kind}"
    else:
        about = names.get(hit.record or hit.source or "", "")
        text = f"{about}, {kind}: {hit.name} ({hit.why})"
    return PageItem(text, target_of_hit(hit), facets=(f"kind: {kind}",))
