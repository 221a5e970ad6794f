"""The pinned statements of a person, and the memo that is written of them."""

from __future__ import annotations

import os

from cstoref import output_file
from cstoref.citing.memo import memo
from cstoref.errors import UserError
from cstoref.store.queries import Store
from cstoref.store.references import resolve
from cstoref.user.user_data import UserData


def pinned_ids(store: Store, user: UserData) -> tuple[str, ...]:
    """The pinned statements under their ids of today, in the order of pinning; also those that this edition
    does not have."""
    return tuple(dict.fromkeys(resolve(store, id).id for id in user.pins))


def pins_text(store: Store, user: UserData) -> str:
    """The pinned statements as Markdown with footnotes. Raises UserError where there are none, or where pins
    or notes cannot be read."""
    ids, notes = pinned_ids(store, user), user.notes
    if user.has_unread:
        raise UserError("your pins or notes cannot be read, so no memo is written")
    if not ids:
        raise UserError("nothing is pinned")
    return memo(store, ids, notes)


def write_memo(store: Store, user: UserData, path: str) -> str:
    """Write the pinned statements as Markdown with footnotes into a new file; returns the whole path.

    Raises UserError where nothing is pinned, where pins or notes cannot be read, where the file exists, or
    where it cannot be written.
    """
    text = pins_text(store, user)
    path = os.path.expanduser(path)
    try:
        output_file.write(path, lambda out: out.write(f"{text}\n"))
    except output_file.FileExists as error:
        raise UserError(f"{error}; choose another name") from None
    return os.path.abspath(path)
