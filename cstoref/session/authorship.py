"""Writes into the topmost pack of a session, shows at once what was written, and undoes it.

Everything that checks and writes is loaded when the first statement is written: reading needs none of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from cstoref.errors import UserError
from cstoref.store.cache import working_store
from cstoref.store.queries import Store

from .renewal import Fresh, Renewal, folders_of

if TYPE_CHECKING:
    from types import ModuleType

    from cstoref.intake.draft import Draft

    from .record_form import RecordForm
    from .statement_form import StatementForm

REPLACED = "this installation was replaced or removed while it was open; leave and open it again to write"


class Authorship:
    """What a session has written, and the compilation that is under way for it."""

    def __init__(self) -> None:
        self.fresh: tuple[Fresh, ...] = ()
        """What is written and not compiled yet."""
        self._renewal: Renewal | None = None
        self.version = 0
        """Another number whenever something was written, or is compiled."""

    def form(self, store: Store, source: str, start: int, end: int) -> StatementForm:
        """A form for the passage between two offsets. Raises UserError where nothing can be written."""
        from cstoref.intake.passage import passage_at

        from .statement_form import StatementForm

        folders = folders_of(store)
        if any(one.name for one in self.fresh):
            # The statement may be about a record that is not compiled yet.
            store = working_store(folders)
        passage = passage_at(store, source, start, end)
        return StatementForm(store, passage, lambda draft: self._write(store, draft))

    def record_form(self, store: Store, name: str) -> RecordForm:
        """A form for a record of a name. Raises UserError where nothing can be written."""
        from .record_form import RecordForm

        folders = [Path(folder) for folder in folders_of(store)]
        writer = _writer()
        types = {chosen: kind.label for chosen, (kind, _) in writer.types_of(folders).items()}
        write = lambda values: self._make(store, values)  # noqa: E731
        return RecordForm(store, name, writer.RECORD_ENTRIES, types, write)

    def undo(self, store: Store) -> str:
        """Take back what was written last into the topmost pack; a sentence. Raises UserError."""
        writer = _writer()
        root = Path(folders_of(store)[-1])
        what = writer.undo(root, writer.author_of(root))
        self.fresh = self.fresh[:-1]
        self._renew(store)
        return f"Undone: {what}."

    def renewed(self, wait: bool = False) -> Store | None:
        """The store with what was written, once it is compiled; None where there is nothing new. Raises
        UserError where the pack does not verify any more."""
        if self._renewal is None:
            return None
        try:
            store = self._renewal.ended(wait)
        except UserError:
            self._renewal = None
            raise
        if store is not None:
            self._renewal, self.fresh = None, ()
            self.version += 1
        return store

    @property
    def is_compiling(self) -> bool:
        """Whether something is written that is not compiled yet."""
        return self._renewal is not None

    def stop(self) -> None:
        """Wait for nothing any more."""
        if self._renewal is not None:
            self._renewal.stop()

    def _write(self, store: Store, draft: Draft) -> str:
        writer = _writer()
        folders = [Path(folder) for folder in folders_of(store)]
        stated = writer.state(store, folders, draft, writer.author_of(folders[-1]))
        self.fresh = (*self.fresh, Fresh(draft.passage.source, draft.passage.start, draft.passage.end))
        self._renew(store)
        look = "".join(f" To look at: {finding.message}." for finding in stated.findings)
        return f"Written: {', '.join(stated.ids)}, in {stated.file}:{stated.line}.{look}"

    def _make(self, store: Store, values: Mapping[str, str]) -> str:
        writer = _writer()
        folders = [Path(folder) for folder in folders_of(store)]
        made = writer.make(store, folders, values, writer.author_of(folders[-1]))
        self.fresh = (*self.fresh, Fresh(name=values["name"].strip()))
        self._renew(store)
        look = "".join(f" To look at: {finding.message}." for finding in made.findings)
        return f"Written: {made.id}, in {made.file}:{made.line}.{look}"

    def _renew(self, store: Store) -> None:
        self.stop()
        self.version += 1
        self._renewal = Renewal(folders_of(store))


def _writer() -> ModuleType:
    """What checks and writes. Raises UserError where it is not there any more."""
    try:
        from cstoref.intake import writer
    except ImportError:
        raise UserError(REPLACED) from None
    return writer
