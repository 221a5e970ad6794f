"""`cstoref --version`: the program's version, and the edition of the pack where it is compiled already."""

from __future__ import annotations

from cstoref import __version__, paths
from cstoref.errors import FOUND

from .output import lines


def show_version() -> int:
    """Print the version; makes no file."""
    ready = paths.prebuilt()
    if ready is None:
        lines([f"cstoref {__version__}"])
        return FOUND
    from cstoref.store.cache import open_store

    pack = open_store().pack
    lines([f"cstoref {__version__}, edition {pack['edition']}, checked until {pack['checked_until']}"])
    return FOUND
