"""What is listed while words are typed: what answers them first, then what a search finds.

The command line prints an answer as a page of its own; a list of results shows the same records and
statements at its head, so that both give the same answer to the same words.
"""

from __future__ import annotations

from .exact import START, WORD, Hit
from .fulltext import statements
from .lookup import look_up
from .outcome import ANSWER, CARD
from .results import find
from .search_result import FOUND, SearchResult

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

    from .answers import Answer
    from .search_result import Options

MOST_OF_ONE = 3
"""Statements that a list of results shows of one record of an answer."""


def find_answered(store: Store, text: str, options: Options) -> SearchResult:
    """The results of a search, with the records and statements of the answer at the head if the words are a
    question. `options.day` is the day that the answer is of; empty for that of the edition."""
    found = find(store, text, options)
    if found.status == FOUND and found.hits[0].tier < START:  # a whole name, or the beginning of one
        return found
    outcome = look_up(store, text, options.day or store.default_day)
    # A guess is no answer: the results speak for themselves. A word that was left out is no guess.
    if not outcome.certain and (outcome.why or not outcome.unknown):
        return found
    if outcome.status == CARD:
        first, read_as = [_record(store, outcome.record, outcome.read_as or outcome.why)], ""
    elif outcome.status == ANSWER and outcome.answer:
        first, read_as = _hits(store, outcome.answer), outcome.answer.read_as
    else:
        return found
    # A record may come again with a statement that the answer does not have.
    keys = {_key(hit) for hit in first}
    hits = (*first, *(hit for hit in found.hits if _key(hit) not in keys))
    return SearchResult(text, FOUND, hits[: options.limit], (), read_as)


def _key(hit: Hit) -> tuple[str | None, str | None, str | None]:
    return hit.statement, None if hit.statement else hit.record, None if hit.record else hit.source


def _hits(store: Store, answer: Answer) -> list[Hit]:
    """A list as its records; else the statements of each record, the best first."""
    hits: dict[tuple[str | None, str | None, str | None], Hit] = {}
    for item in answer.items:
        if answer.listed or not item.statements:
            found = [_record(store, item.record, item.note)]
        else:
            found = statements(store, item.statements[:MOST_OF_ONE], ())
        for hit in found:
            hits.setdefault(_key(hit), hit)
    return list(hits.values())


def _record(store: Store, id: str, why: str) -> Hit:
    record = store.named([id])[id]
    return Hit(WORD, id, record.kind, record.name, why, record.name)
