"""Loads what the explorer would load later: an installation may be replaced or removed while it is open.

One module at a time, between keys: no key waits. Must not load what only authoring needs.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING

import cstoref

if TYPE_CHECKING:
    from textual.app import App

PACKAGES = ("tui", "session", "store", "user", "render", "citing", "export")
LIBRARY = ("hashlib", "json", "tempfile", "shutil", "subprocess")
"""What these packages import inside functions."""
PAUSE = 0.02
"""Seconds between two modules."""
FIRST = ("cstoref.store.search.answered", "cstoref.tui.answers")
"""What the first key needs: a letter in the search box, or a verb that lists something."""
APART = ("cstoref.store.compile", "cstoref.tui.driver")
"""Not needed once the explorer is open; the driver is loaded, or not to be had here."""


def module_names() -> Iterator[str]:
    """Every module that the explorer may need."""
    yield from FIRST
    yield from LIBRARY
    for package in PACKAGES:
        name = f"{cstoref.__name__}.{package}"
        for found in pkgutil.walk_packages(import_module(name).__path__, f"{name}."):
            if found.name not in (*FIRST, *APART):
                yield found.name


def preload(app: App[None]) -> None:
    """Load everything, a module at a time."""
    names = list(module_names())

    def load_next() -> None:
        if names:
            import_module(names.pop(0))
        else:
            timer.stop()

    timer = app.set_interval(PAUSE, load_next)
