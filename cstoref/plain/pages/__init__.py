"""The pages by the name under which a place knows them. Each is loaded when it is first opened."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from cstoref.plain.asked import Asked
    from cstoref.plain.page import Page
    from cstoref.plain.place import Place

MAKERS = {
    "home": "home.make",
    "list": "lists.make",
    "sources": "source.make_list",
    "found": "found.make",
    "record": "record.make",
    "names": "record.make_names",
    "statement": "statement.make",
    "statements": "statement.make_several",
    "source": "source.make",
    "uses": "source.make_uses",
    "timeline": "timeline.make",
    "attendance": "matrix.make",
    "signatures": "matrix.make",
    "contributions": "matrix.make",
    "conflicts": "conflicts.make",
    "conflict": "conflicts.make_one",
    "compare": "compare.make",
    "pins": "kept.make_pins",
    "marks": "kept.make_marks",
}
"""The module and the function that makes each sort of page."""


def maker(what: str) -> Callable[[Asked, Place], Page]:
    """What makes a sort of page."""
    module, _, function = MAKERS[what].partition(".")
    found: Callable[[Asked, Place], Page] = getattr(import_module(f"{__name__}.{module}"), function)
    return found
