"""The short lists that are shown before anything is typed: recent records, bookmarks, the most documented."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cstoref.namedtuples import NamedTuple
from cstoref.store.kind_words import named_in_words
from cstoref.store.queries import Store
from cstoref.user.user_data import UserData

MOST = 6
"""Rows of a list."""


class StartRow(NamedTuple):
    """One row: what it opens, its name, and the kind of a record."""

    key: str
    name: str
    kind: str = ""


class StartList(NamedTuple):
    """A title and its rows."""

    title: str
    rows: Sequence[StartRow]


def start_lists(store: Store, user: UserData, opened: Sequence[str], current: str | None) -> list[StartList]:
    """The short lists. None repeats a row of one before it, or the record that is shown (`current`)."""
    shown = {current or ""}
    recent = [*reversed(opened), *user.recent]
    bookmarks = [bookmark.id for bookmark in user.bookmarks]
    return [
        StartList("Recently opened", _records(store, recent, shown)),
        StartList("Bookmarks", _bookmarked(store, bookmarks, shown)),
        StartList("Most documented", _records(store, _most_documented(store), shown)),
    ]


def _records(store: Store, ids: Iterable[str], shown: set[str]) -> list[StartRow]:
    fresh = [id for id in dict.fromkeys(ids) if id not in shown]
    named = named_in_words(store, fresh[: 4 * MOST])
    rows = [StartRow(id, named[id].name, named[id].kind) for id in fresh if id in named][:MOST]
    shown.update(row.key for row in rows)
    return rows


def _bookmarked(store: Store, ids: Sequence[str], shown: set[str]) -> list[StartRow]:
    rows: list[StartRow] = []
    for id in ids:
        if len(rows) == MOST:
            break
        if id in shown:
            continue
        listed = store.statement(id)
        if listed is not None:
            rows.append(StartRow(id, listed.statement.text))
        elif named := named_in_words(store, [id]):
            rows.append(StartRow(id, named[id].name, named[id].kind))
    shown.update(row.key for row in rows)
    return rows


def _most_documented(store: Store) -> list[str]:
    """What the pack is about, then the records of each kind with the most weight."""
    subject = store.pack["subject"]
    kinds = list(store.kinds)
    heaviest = [id for kind in kinds[:3] for id in store.heaviest(kind, 2)]
    heaviest += [id for kind in kinds[3:5] for id in store.heaviest(kind, 1)]
    return [*([subject] if subject else []), *heaviest]
