"""The pinned statements of a person, and the memo that is written of them."""

from __future__ import annotations

import os

from cstoref import output_file
from cstoref.citing import STYLES
from cstoref.citing.memo import memo
from cstoref.citing.reader import of_id
from cstoref.errors import UserError
from cstoref.store.queries import Store
from cstoref.store.references import resolve
from cstoref.user.user_data import UserData

BIBTEX = ".bib"
"""What the name of a file with a bibliography ends in."""


def pinned_ids(store: Store, user: UserData) -> tuple[str, ...]:
    """The pinned statements under their ids of today, in the order of pinning; also those that this edition
    does not have."""
    return tuple(dict.fromkeys(resolve(store, id).id for id in user.pins))


def pins_text(store: Store, user: UserData, as_bibliography: bool = False) -> str:
    """The pinned statements as Markdown with footnotes, or their sources as BibTeX. Raises UserError where
    there are none, or where pins or notes cannot be read."""
    ids, notes = pinned_ids(store, user), user.notes
    if user.has_unread:
        raise UserError("your pins or notes cannot be read, so no memo is written")
    if not ids:
        raise UserError("nothing is pinned")
    if as_bibliography:
        there = (id for id in ids if store.statement(id))
        return STYLES["bibtex"].written([item for id in there for item in of_id(store, id)])
    return memo(store, ids, notes)


def write_memo(store: Store, user: UserData, path: str) -> str:
    """Write the pinned statements as Markdown with footnotes into a new file, or their sources as BibTeX
    where its name ends in `.bib`; returns the whole path.

    Raises UserError where nothing is pinned, where pins or notes cannot be read, where the file exists, or
    where it cannot be written.
    """
    text = pins_text(store, user, as_bibliography=path.endswith(BIBTEX))
    path = os.path.expanduser(path)
    try:
        output_file.write(path, lambda out: out.write(f"{text}\n"))
    except output_file.FileExists as error:
        raise UserError(f"{error}; choose another name") from None
    return os.path.abspath(path)
