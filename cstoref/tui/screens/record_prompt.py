"""A question over the explorer: which record."""

from __future__ import annotations

from typing import ClassVar

from cstoref.errors import UserError
from cstoref.session.session import Session
from cstoref.session.verbs.subjects import record_named, record_of

from .prompt import Prompt


class RecordPrompt(Prompt):
    """Asks for a record other than the one under the cursor; gives its id."""

    SELECTED: ClassVar = True

    def __init__(self, session: Session, title: str, proposed: str, hint: str) -> None:
        super().__init__(title, proposed, hint)
        self._session = session

    def answer(self, typed: str) -> str:
        """The id of the record that is meant."""
        words = typed.strip()
        if not words:
            raise UserError("type a name")
        id = record_named(self._session, words)
        if id == record_of(self._session, "").id:
            raise UserError("this is the same record; choose another")
        return id
