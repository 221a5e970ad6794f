"""Which packs of a user's own are in use where none is named: their folders, the lowest first.

They stand in a file of plain lines, which every look-up reads (`paths.active_packs`); only this module writes
it.
"""

from __future__ import annotations

import os
from collections.abc import Callable

from cstoref import paths
from cstoref.errors import UsageError, UserError, reason

from . import files
from .file_lock import locked

Folders = tuple[str, ...]


def use(folder: str) -> Folders:
    """Put a pack on top of the active ones; all of them. Raises UserError where that cannot be saved."""
    real = os.path.realpath(folder)
    if "\n" in real:
        raise UsageError(f"{paths.shown(folder)}: rename the folder, so that its path has no line break")
    return _change(lambda active: (*(other for other in active if other != real), real))


def drop(folder: str) -> Folders:
    """Take a pack from the active ones; those that are left. Raises UserError where that cannot be saved."""
    return _change(lambda active: tuple(other for other in active if other != folder))


def _change(changed: Callable[[Folders], Folders]) -> Folders:
    path = paths.active_file()
    if path is None:
        raise UserError(f"{files.NO_HOME}, so nothing can be remembered; name packs with --pack")
    try:
        files.make_folder(os.path.dirname(path))
        path = paths.real(path)
        with locked(os.path.dirname(path)):
            now = changed(paths.active_packs())
            files.replace(path, b"".join(os.fsencode(folder) + b"\n" for folder in now), damaged=False)
    except files.FAILURES as error:
        raise UserError(f"{paths.shown(path)} was not written: {reason(error)}") from None
    return now
