"""What came of a search, and how to search."""

from __future__ import annotations

from cstoref.namedtuples import NamedTuple

from .exact import Hit

FOUND = "found"
AMBIGUOUS = "ambiguous"
NOT_FOUND = "not_found"
SILENT = "silent"
OUTSIDE = "outside"


class SearchResult(NamedTuple):
    """What came of a search. `hits` are in order; without any, `suggestions` say where to turn."""

    query: str
    status: str
    hits: tuple[Hit, ...]
    suggestions: tuple[Hit, ...]
    read_as: str = ""
    """How a question was understood, where the first hits answer one."""


class Options(NamedTuple):
    """How to search. `exact` stops after whole names; `near` allows misspellings."""

    kinds: tuple[str, ...] = ()
    limit: int = 20
    exact: bool = False
    near: bool = True
    statements: bool = True
    day: str = ""
    """As of which day offices are answered with their holders; empty for any."""
