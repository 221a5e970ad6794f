"""The views by the name under which the state knows them. Each is loaded when it is first opened."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .base import View

VIEWS: dict[str, str] = {
    "bookmarks": "Bookmarks",
    "timeline": "Timeline",
    "attendance": "Attendance",
    "signatures": "Signatures",
    "contributions": "Contributions",
    "conflicts": "Conflicts",
    "conflict": "OneConflict",
    "compare": "Compare",
    "pins": "Pins",
}
"""The name of each view, which is that of its module, and its class."""


def view_class(name: str) -> type[View]:
    """The class of a view."""
    found: type[View] = getattr(import_module(f"{__name__}.{name}"), VIEWS[name])
    return found
