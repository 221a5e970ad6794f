"""What of a state differs at the place of a target: the one way in which anything is opened."""

from __future__ import annotations

from typing import Any

from cstoref.store.queries import Store

from .state import SOURCES, State
from .target import SECTION, STATED, Target, sentence_at
from .views import VIEWS

PAGES = ("names", "uses", "statements")
"""What is a page only where one page is read at a time; elsewhere it is a list over the others."""
NOTHING = {"record": None, "statement": None, "source": None, "sentence": None, "view": "", "at": None}
"""What is shown for a row of the index that opens no record, statement or source."""
PAGE = (*NOTHING, "citation", "view_of", "record_filter", "record_facet")
"""Fields of the state that say which page is shown, and what of it."""


def fields_of(store: Store, state: State, target: Target, paged: bool = False) -> dict[str, Any] | None:
    """The fields of the state at a target; None where the pack does not have it.

    Where one page is read at a time (`paged`), a statement is a page; elsewhere it is under the cursor of the
    page of its record.
    """
    if target.what == "statement":
        listed = store.statement(target.of)
        if listed is None:
            return None
        subject = listed.statement.subject
        if paged:
            return _view("statement", target.of, subject)
        return _record(store, subject, target.of)
    if target.what == "record":
        return _record(store, target.of, None)
    if target.what == "source":
        return _source(store, target)
    if target.what == SECTION:
        return {"section": target.of, "pane": "index", "query": "", "finding": False}
    if target.what == "results":
        return {"query": target.of, "finding": True, "pane": "index"}
    if target.what == "home":
        return _home()
    if target.what in VIEWS or target.what in PAGES:
        return _view(target.what, target.of, target.other or (None if paged else state.record))
    return None


def glance_fields(store: Store, state: State, target: Target | None) -> dict[str, Any]:
    """The fields of the state at which the page of a target is shown, while the cursor stays in the index.
    What is no record, statement or source shows nothing while something is searched for; a row of a section
    leaves what was shown."""
    fields = fields_of(store, state, target) if target and target.what in STATED else None
    if fields is None:
        return NOTHING if state.searching else {}
    return {name: value for name, value in fields.items() if name not in ("pane", "section")}


def page_fields(state: State) -> dict[str, Any]:
    """The fields that say which page a state shows."""
    return {name: getattr(state, name) for name in PAGE}


def _record(store: Store, id: str, statement: str | None) -> dict[str, Any] | None:
    named = store.named([id])
    if id not in named:
        return None
    return {
        "section": named[id].kind, "record": id, "statement": statement, "source": None, "sentence": None,
        "citation": 0, "view": "", "at": None, "record_filter": "", "record_facet": "", "pane": "record",
    }  # fmt: skip


def _source(store: Store, target: Target) -> dict[str, Any] | None:
    if store.source(target.of) is None:
        return None
    sentence = sentence_at(store, target.of, target.start)
    return {
        "section": SOURCES, "source": target.of, "sentence": sentence.number if sentence else None,
        "view": "", "at": None, "text_find": "", "pane": "source",
    }  # fmt: skip


def _view(view: str, of: str, record: str | None) -> dict[str, Any]:
    return {
        "view": view, "view_of": of, "record": record, "at": None, "source": None, "sentence": None,
        "citation": 0, "record_filter": "", "record_facet": "", "pane": "record",
    }  # fmt: skip


def _home() -> dict[str, Any]:
    return {
        "section": "", "query": "", "record": None, "statement": None, "source": None, "sentence": None,
        "view": "", "at": None, "pane": "index", "finding": False,
    }  # fmt: skip
