"""Compiles a pack again in a process of its own after something was written into it; the session goes on.

What was written shows at once beside what is compiled (`Fresh`); the rest of it, pages and search, once the
process has ended.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence

from cstoref import own_process
from cstoref.errors import UserError
from cstoref.namedtuples import NamedTuple
from cstoref.store.cache import cached_path, open_store, ready_store
from cstoref.store.queries import Store


class Fresh(NamedTuple):
    """What is written and not compiled yet: a passage on which a statement rests, or the name of a record."""

    source: str = ""
    start: int = 0
    end: int = 0
    name: str = ""


class Renewal:
    """One compilation, begun when it is made; it begins again where the pack has changed meanwhile."""

    def __init__(self, folders: Sequence[str]) -> None:
        self._folders = tuple(folders)
        self._process = self._begun()

    def _begun(self) -> subprocess.Popen[bytes] | None:
        """The process; None where its result could not be kept, without a home."""
        if cached_path(*self._folders) is None:
            return None
        command = own_process.command("cstoref.session.compile_process", *self._folders)
        quiet = subprocess.DEVNULL
        return subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, env=dict(os.environ))

    def ended(self, wait: bool = False) -> Store | None:
        """The store, once it is compiled; None before. Raises UserError where the pack does not verify."""
        if self._process is None:
            return open_store(self._folders)
        code = self._process.wait() if wait else self._process.poll()
        if code is None:
            return None
        store = ready_store(self._folders)
        if store is None and code == 0:  # a file was changed since
            self._process = self._begun()
            return self.ended(wait) if wait else None
        # The process could not keep it, or the pack has a fault, which compiling here says.
        return store or open_store(self._folders)

    def stop(self) -> None:
        """End the process: nobody waits for it any more."""
        if self._process is not None and self._process.poll() is None:
            self._process.kill()
        if self._process is not None:
            self._process.wait()


def folders_of(store: Store) -> tuple[str, ...]:
    """The folders of the packs of a store, the lowest first. Raises UserError for the built-in pack alone."""
    if not store.folder:
        raise UserError(
            "the built-in pack is not written to; leave, make a pack of your own with "
            "cstoref pack new DIR --extends csto, and put it to use with cstoref pack use DIR"
        )
    return tuple(store.folder.split(os.pathsep))
