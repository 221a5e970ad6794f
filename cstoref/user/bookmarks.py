"""Bookmarks: places a person wants to find again, in the person's own order.

A bookmark names a record or statement by its id and does not know whether that still exists: a later edition
may have dropped it, and another may bring it back. Must not forget one that nobody removed.
"""

from __future__ import annotations

from typing import Any

from cstoref import dates
from cstoref.namedtuples import NamedTuple

from .files import FileForm


class Bookmark(NamedTuple):
    """A record or statement, and the day (ISO) on which it was marked."""

    id: str
    added: str


Bookmarks = tuple[Bookmark, ...]


def has(bookmarks: Bookmarks, id: str) -> bool:
    """Whether there is a bookmark on this id."""
    return any(bookmark.id == id for bookmark in bookmarks)


def add(bookmarks: Bookmarks, id: str, on: str | None = None) -> Bookmarks:
    """With a bookmark on this id, at the end; unchanged if there is one. `on` is today if not given."""
    return bookmarks if has(bookmarks, id) else (*bookmarks, Bookmark(id, on or dates.today()))


def remove(bookmarks: Bookmarks, id: str) -> Bookmarks:
    """Without the bookmark on this id."""
    return tuple(bookmark for bookmark in bookmarks if bookmark.id != id)


def toggle(bookmarks: Bookmarks, id: str, on: str | None = None) -> Bookmarks:
    """Without the bookmark on this id if there is one, else with it."""
    return remove(bookmarks, id) if has(bookmarks, id) else add(bookmarks, id, on)


def move(bookmarks: Bookmarks, id: str, step: int) -> Bookmarks:
    """With the bookmark on this id `step` places further down, or up if negative, as far as there are any."""
    moved = [bookmark for bookmark in bookmarks if bookmark.id == id]
    if not moved:
        return bookmarks
    rest = list(remove(bookmarks, id))
    # A negative index would count from the end; one beyond the end is cut by the slices.
    at = max(0, bookmarks.index(moved[0]) + step)
    return (*rest[:at], *moved, *rest[at:])


def _read(content: dict[str, Any]) -> Bookmarks:
    given = content.pop("bookmarks", None)
    if content or not isinstance(given, list):
        raise ValueError("it is not a list of bookmarks")
    bookmarks: Bookmarks = ()
    for entry in given:
        if not isinstance(entry, dict) or set(entry) != {"id", "added"}:
            raise ValueError("a bookmark has an id and the day it was added, nothing else")
        if not isinstance(entry["id"], str) or not isinstance(entry["added"], str):
            raise ValueError("the id of a bookmark and the day it was added are texts")
        bookmarks = add(bookmarks, entry["id"], entry["added"])
    return bookmarks


def _write(bookmarks: Bookmarks) -> dict[str, object]:
    return {"bookmarks": [{"id": bookmark.id, "added": bookmark.added} for bookmark in bookmarks]}


FORM: FileForm[Bookmarks] = FileForm("bookmarks.json", (), _read, _write)
