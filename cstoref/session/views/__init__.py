"""The registry of views: pages over the whole pack, or over one record of it.

A view is one module here and its entry in `VIEWS`. From the entry come its verb, key and word; from the
module its rows, items, JSON, orders and facets, in every front end. A module is loaded when first needed.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from cstoref.namedtuples import NamedTuple

if TYPE_CHECKING:
    from .base import View


class ViewEntry(NamedTuple):
    """What is known of a view before it is loaded."""

    module: str
    """The module here, and the class in it."""
    name: str
    help: str = ""
    """What its verb does; empty where another verb opens it."""
    keys: str = ""
    words: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    """Words of earlier versions, which are still understood."""
    menu: str = ""
    """How the first page offers it; empty where it does not."""
    called: tuple[str, ...] = ()
    """Other words by which a search finds it."""

    @property
    def offered(self) -> bool:
        """Whether it can be opened by itself: one conflict, or a comparison, is of something."""
        return bool(self.menu or self.words)


VIEWS: dict[str, ViewEntry] = {
    "timeline": ViewEntry(
        "timeline", "TimelineView", menu="Timeline: what happened when, and who led"
    ),
    "attendance": ViewEntry(
        "matrix", "Attendance", "Show who attended which event, and who stayed away.",
        words=("attendance",), called=("matrix",), menu="Attendance: who came and who stayed away",
    ),
    "signatures": ViewEntry(
        "matrix", "Signatures", "Show who signed which agreement, and who refused.",
        words=("signatures",), called=("matrix",), menu="Signatures: who signed and who refused",
    ),
    "contributions": ViewEntry(
        "matrix", "Contributions", "Show who contributed how much to which event.",
        words=("contributions",), called=("matrix",), menu="Contributions: who contributed how much",
    ),
    "conflicts": ViewEntry(
        "conflicts", "Conflicts", menu="Conflicts: where sources disagree or names mislead"
    ),
    "conflict": ViewEntry("conflict", "ConflictView"),
    "compare": ViewEntry("compare", "Compare"),
    "changes": ViewEntry("changes", "ChangesView"),
    "coverage": ViewEntry(
        "coverage", "Coverage", "Show of which state, office and year a holder is known, and of which none.",
        "V", ("coverage",), menu="Coverage: whose holders are known in which year",
    ),
    "bookmarks": ViewEntry(
        "bookmarks", "BookmarksView", "List bookmarks and notes.", "apostrophe", ("bookmarks",), ("marks",)
    ),
    "pins": ViewEntry(
        "pins", "PinsView", "List the pinned statements, in the order in which they were pinned.", "p",
        ("pins",),
    ),
}  # fmt: skip
"""Every view by its id."""


def view_class(id: str) -> type[View]:
    """The class of a view."""
    entry = VIEWS[id]
    view: type[View] = getattr(import_module(f"{__name__}.{entry.module}"), entry.name)
    return view
