"""A record that is being made of a name in a text, whichever front end asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from cstoref.intake.alike import records_like
from cstoref.intake.draft import FormEntry
from cstoref.intake.proposals import Proposal
from cstoref.store.queries import Store
from cstoref.store.search.results import Options, find

Write = Callable[[Mapping[str, str]], str]
"""Writes what was filled in; gives the sentence to tell. Raises UserError with what is wrong."""
MOST = 6
NOT_FOR_ANOTHER_NAME = ("type", "blurb", "id")
"""Entries that are left out where the name is one more of a record that is there."""


class RecordForm:
    """The entries for one name, after the records whose names sound like it."""

    title = "Make a record of a name"

    def __init__(
        self, store: Store, name: str, entries: tuple[FormEntry, ...], types: Mapping[str, str], write: Write
    ) -> None:
        """`types` are all that may be chosen, each with the name of its kind."""
        self._store = store
        self._entries = entries
        self._types = types
        self._write = write
        self._alike = [
            Proposal(one.record, f"{one.name} · {one.type} · {one.why}") for one in records_like(store, name)
        ]
        self.values: dict[str, str] = {"name": name}
        sounds = "These sound like it; is it one of them?" if self._alike else "No name here sounds like it."
        self.about: Sequence[str] = [f"“{name}”", sounds]

    @property
    def begin(self) -> str:
        """The entry to begin with: which record it may be, or what it is."""
        return "same" if self._alike else "type"

    @property
    def entries(self) -> tuple[FormEntry, ...]:
        """The entries, in order."""
        return self._entries

    def takes(self, key: str) -> bool:
        """Whether there is anything to fill in for an entry: for another name of a record, names alone."""
        return not (self.values.get("same", "").strip() and key in NOT_FOR_ANOTHER_NAME)

    def offered(self, key: str, typed: str) -> list[Proposal]:
        """What is offered for an entry while something is typed."""
        typed = typed.strip()
        if key == "type":
            words = typed.casefold()
            return [Proposal(*item) for item in self._types.items() if words in item[0].casefold()][:MOST]
        if key != "same":
            return []
        if not typed:
            return self._alike
        ids = (hit.record for hit in find(self._store, typed, Options(statements=False, limit=MOST)).hits)
        listed = list(dict.fromkeys(id for id in ids if id))
        named = self._store.named(listed)
        return [Proposal(id, f"{named[id].name} · {named[id].type}") for id in listed if id in named]

    def with_proposal(self, key: str, typed: str, value: str) -> str:
        """The proposal itself: no entry takes several."""
        return value

    def write(self) -> str:
        """Write the record; the sentence to tell. Raises UserError as a `BlankForm` does."""
        return self._write({key: value for key, value in self.values.items() if self.takes(key)})
