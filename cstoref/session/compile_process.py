"""The process in which a pack is compiled while the session goes on with what it has."""

from __future__ import annotations

from cstoref.store.cache import open_store


def main(*folders: str) -> None:
    """Compile the packs of some folders, the lowest first, into the cache. Raises UserError."""
    open_store(folders).close()
