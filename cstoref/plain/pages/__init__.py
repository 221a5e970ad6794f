"""The pages that are no views, by what the session calls them. Each is loaded when it is first opened."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from cstoref.session.views import VIEWS

if TYPE_CHECKING:
    from collections.abc import Callable

    from cstoref.session.page_items import ItemPage
    from cstoref.session.session import Session

MAKERS = {
    "home": "home.make",
    "section": "sections.make",
    "results": "search_results.make",
    "record": "record.make",
    "names": "record.make_names",
    "statement": "statement.make",
    "statements": "statement.make_several",
    "source": "source.make",
    "uses": "source.make_uses",
}
"""The module and the function that makes each sort of page."""


def page_of(session: Session) -> ItemPage:
    """The page that the session reads."""
    what = session.state.page.what
    if what in VIEWS and session.here.view is not None:
        return session.here.view.page(session.state)
    module, _, function = MAKERS[what].partition(".")
    make: Callable[[Session], ItemPage] = getattr(import_module(f"{__name__}.{module}"), function)
    return make(session)
