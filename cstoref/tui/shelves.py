"""What stands where nothing is typed yet: what was opened lately, what is marked, what is most told of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cstoref.store.queries import Store
from cstoref.user.user_data import UserData

from .line import Key
from .pages.index import Shelf

MOST = 6


def shelves(store: Store, kept: UserData, opened: Sequence[str], current: str | None) -> list[Shelf]:
    """The short lists, of which none has what one before it has, nor the record that is shown."""
    shown: set[Key] = {current}
    lately = [*reversed(opened), *kept.recent]
    marked = [bookmark.id for bookmark in kept.bookmarks]
    return [
        Shelf("Opened lately", _records(store, lately, shown)),
        Shelf("Bookmarked", _marked(store, marked, shown)),
        Shelf("Most told of", _records(store, _telling(store), shown)),
    ]


def _records(store: Store, ids: Iterable[str], shown: set[Key]) -> list[tuple[Key, str, str]]:
    fresh = [id for id in dict.fromkeys(ids) if id not in shown]
    named = store.named(fresh[: 4 * MOST])
    rows = [(id, named[id].name, named[id].kind) for id in fresh if id in named][:MOST]
    shown.update(row[0] for row in rows)
    return [(key, name, kind) for key, name, kind in rows]


def _marked(store: Store, ids: Sequence[str], shown: set[Key]) -> list[tuple[Key, str, str]]:
    rows: list[tuple[Key, str, str]] = []
    for id in ids:
        if len(rows) == MOST:
            break
        if id in shown:
            continue
        listed = store.statement(id)
        if listed is not None:
            rows.append((id, listed.statement.text, ""))
        elif named := store.named([id]):
            rows.append((id, named[id].name, named[id].kind))
    shown.update(row[0] for row in rows)
    return rows


def _telling(store: Store) -> list[str]:
    """What the pack is about, then the weightiest of each kind."""
    subject = store.pack["subject"]
    kinds = list(store.kinds)
    heaviest = [id for kind in kinds[:3] for id in store.heaviest(kind, 2)]
    heaviest += [id for kind in kinds[3:5] for id in store.heaviest(kind, 1)]
    return [*([subject] if subject else []), *heaviest]
