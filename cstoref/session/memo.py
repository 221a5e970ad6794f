"""The pinned statements of a person, and the memo that is written of them."""

from __future__ import annotations

import os

from cstoref.citing.memo import memo
from cstoref.errors import UserError
from cstoref.store.queries import Store
from cstoref.store.spots import settled
from cstoref.user.keeping import Keeping


def pinned_ids(store: Store, user: Keeping) -> tuple[str, ...]:
    """The pinned statements under their ids of today, in the order of pinning; also those that this edition
    does not have."""
    return tuple(dict.fromkeys(settled(store, id).id for id in user.pins))


def write_memo(store: Store, user: Keeping, path: str) -> str:
    """Write the pinned statements as Markdown with footnotes into a new file; returns the whole path.

    Raises UserError where nothing is pinned, where the file exists, or where it cannot be written.
    """
    ids = pinned_ids(store, user)
    if not ids:
        raise UserError("nothing is pinned")
    try:
        with open(os.path.expanduser(path), "x", encoding="utf-8", newline="\n") as out:
            out.write(memo(store, ids, user.notes) + "\n")
    except FileExistsError:
        raise UserError(f"{path} exists already; choose another name") from None
    except OSError as error:
        raise UserError(f"{path} cannot be written: {error.strerror}") from None
    return os.path.abspath(os.path.expanduser(path))
