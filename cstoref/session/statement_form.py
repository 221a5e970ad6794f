"""A statement that is being filled in, whichever front end asks: entries, what is offered, and writing it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cstoref.intake.draft import BY_KEY, ENTRIES, Draft, FormEntry
from cstoref.intake.passage import Passage
from cstoref.intake.proposals import Proposal, Proposals
from cstoref.store.queries import Store

Write = Callable[[Draft], str]
"""Writes a draft; gives the sentence to tell. Raises UserError with what is wrong."""


class StatementForm:
    """The entries for one passage, with what is typed in them."""

    title = "State what this passage says"

    def __init__(self, store: Store, passage: Passage, write: Write) -> None:
        self.about: Sequence[str] = [f"“{passage.quote}”"]
        self.passage = passage
        self._store = store
        self._proposals = Proposals(store, passage)
        self._write = write
        self.values: dict[str, str] = self._proposals.first_values()
        """What is typed, by the key of its entry: at first what the passage says without doubt."""

    @property
    def begin(self) -> str:
        """The entry to begin with: the first that is needed and empty."""
        empty = [entry.key for entry in ENTRIES if entry.needed and not self.values.get(entry.key)]
        return empty[0] if empty else "text"

    @property
    def entries(self) -> tuple[FormEntry, ...]:
        """The entries, in order."""
        return ENTRIES

    def takes(self, key: str) -> bool:
        """Whether there is anything to fill in for an entry: a value only where the field takes one."""
        field = self._store.fields.get(self.values.get("field", ""))
        return key != "value" or field is None or bool(field.value)

    def offered(self, key: str, typed: str) -> list[Proposal]:
        """What is offered for an entry while something is typed."""
        return self._proposals.offered(key, typed, self.values.get("field", ""), self.values.get("of", ""))

    def with_proposal(self, key: str, typed: str, value: str) -> str:
        """What is typed, with a proposal taken: in an entry for several records for the last of them."""
        before, comma, _ = typed.rpartition(",")
        return f"{before}, {value}" if comma and key in BY_KEY and "commas" in BY_KEY[key].help else value

    def write(self) -> str:
        """Write the statement; the sentence to tell. Raises UserError, a Wrong with the key of its entry
        where one is wrong: then nothing is written."""
        values = self._proposals.with_words_for_time(dict(self.values))
        return self._write(Draft(self.passage, values))
