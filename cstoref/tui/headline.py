"""From a session to the words of the line above the panes: where one is, and how it is looked at."""

from __future__ import annotations

from collections.abc import Sequence

from cstoref import dates
from cstoref.session.session import Session
from cstoref.session.start_lists import edition
from cstoref.session.state import SOURCES
from cstoref.store.section_rows import STATES

ROOMY = 100
"""From this width on the edition is shown."""


def crumbs(session: Session) -> list[str]:
    """Where one is, from the pack down to the passage; what it is filtered by, and in which order."""
    return [session.title, *_places(session), *_filters(session)]


def facts(session: Session, width: int) -> tuple[list[str], list[str]]:
    """The day and the filters that hold everywhere; then what gives way first where there is no room: how far
    all can be trusted."""
    state, store = session.state, session.store
    parts = [f"as of {dates.spoken(state.as_of)}"] if state.as_of else []
    if store.clock_is_behind and not state.as_of:
        parts.append("system date ignored")
    if state.quoted_only:
        parts.append("quoted statements only")
    if state.pane != "source" and not state.searching and (state.filter or state.facet):
        matching = session.here.matching.replace("/", " of ")
        parts.append(f"{matching} shown, Esc shows all" if matching else "filtered, Esc shows all")
    if state.text_find and state.pane == "source":
        parts.append(f"“{state.text_find}” {session.here.hit_count}")
    spare = [] if state.as_of else ["all dates"]
    spare += [edition(store)] if width >= ROOMY else []
    return parts, [*spare, f"{store.count('quotes'):,} quotes verified"]


def _places(session: Session) -> list[str]:
    """Section, record, passage; or a view, or what is searched for."""
    state, here = session.state, session.here
    if state.searching:
        return ["Find", f"“{state.query}”"] if state.query else []
    if state.pane == "index":
        return _of_list(session)
    if state.source is not None:
        return ["Sources", _short(session, state.source)]
    places: Sequence[str] = ()
    if here.view is not None:
        places = [here.view.name(state)]
    elif here.page is not None:
        page = here.page
        heading = STATES.get(page.what, "") if page.membership else ""
        places = [heading.capitalize() or _plural(session, page.record.kind), page.record.name]
    passage = _passage(session) if state.pane == "source" and places else ""
    return [place for place in (*places, passage) if place]


def _of_list(session: Session) -> list[str]:
    """The open section, and the row with the cursor; what is seen beside it of another row is not where one
    is."""
    state, here = session.state, session.here
    if not state.section:
        return []
    row = ""
    if state.index_at == state.source is not None:
        row = _short(session, state.source)
    elif here.page is not None and state.index_at == here.page.record.id:
        row = here.page.record.name
    return [place for place in (_plural(session, state.section), row) if place]


def _short(session: Session, source: str) -> str:
    return session.store.shorts([source]).get(source, source)


def _plural(session: Session, section: str) -> str:
    return "Sources" if section == SOURCES else session.store.kinds[section].plural.capitalize()


def _passage(session: Session) -> str:
    here = session.here
    citation = here.passage.citation
    if citation is None:
        return "inferred" if here.passage.inferred else ""
    short = session.store.shorts([citation.source])[citation.source]
    return f"{short} ¶{citation.paragraph}" if citation.paragraph else short


def _filters(session: Session) -> list[str]:
    """What the pane with the cursor is filtered by, and its order where it is not the default."""
    state, orders = session.state, session.here.orders
    if state.pane == "source" or state.searching:
        return []
    order = state.sort if state.sort.endswith("first") else f"by {state.sort}"
    sorted_by = order if state.sort in orders[1:] else ""
    words = f"“{state.filter}”" if state.filter else ""
    return [part for part in (words, state.facet, sorted_by) if part]
