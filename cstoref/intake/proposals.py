"""What is offered while a statement is filled in: values that the passage suggests, and those with the words
that are typed. A person takes one or types another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cstoref import dates
from cstoref.model import STANCES
from cstoref.store.queries import Store
from cstoref.store.record_statements import fields_on
from cstoref.store.search.results import Options, find

from .draft import ROLES, fields_with
from .passage import Passage
from .suggestions import Suggestions, suggestions

MOST = 6
RECORDS = ("of", "said_by", *ROLES)
"""Entries that name records."""


class Proposal(NamedTuple):
    """One value that is offered, and what it means in words."""

    value: str
    meaning: str = ""


class Proposals:
    """What is offered for a passage."""

    def __init__(self, store: Store, passage: Passage) -> None:
        self._store = store
        source = store.source(passage.source)
        self._issued = source.issued if source else None
        self.suggested: Suggestions = suggestions(store, passage.quote, self._issued)

    def first_values(self) -> dict[str, str]:
        """What a form begins with: the only record that the passage names, and the only date in its words."""
        records = {id for mention in self.suggested.mentions for id in mention.records}
        stated = {time.edtf for time in self.suggested.times if time.edtf and not time.basis}
        first = {}
        if len(records) == 1:
            first["of"] = next(iter(records))
        if len(stated) == 1:
            first["when"] = next(iter(stated))
        return first

    def offered(self, key: str, typed: str = "", field: str = "", of: str = "") -> list[Proposal]:
        """What is offered for an entry while something is typed, at most MOST. `field` and `of` are what is
        typed in these entries: fields that are stated on records like that one come first."""
        typed = typed.strip()
        if key in RECORDS:
            # Of several names only the last is being typed.
            return self._records(typed.rpartition(",")[2].strip() if key in ROLES else typed)
        if key == "value":
            return self._values(typed, field)
        if key == "field":
            return self._fields(typed, of)[:MOST]
        return [one for one in self._suggested(key) if typed.casefold() in one.value.casefold()][:MOST]

    def _suggested(self, key: str) -> Iterator[Proposal]:
        """What the words of the passage suggest for an entry."""
        if key == "when":
            yield from self._times()
        elif key == "stance":
            yield from self._stances()
        elif key == "hedge":
            yield from (Proposal(words) for words in self.suggested.hedges)

    def _records(self, typed: str) -> list[Proposal]:
        if typed:
            hits = find(self._store, typed, Options(statements=False, limit=MOST)).hits
            return self._named(hit.record for hit in hits if hit.record)
        named = dict.fromkeys(id for mention in self.suggested.mentions for id in mention.records)
        return self._named(list(named)[:MOST])

    def _named(self, ids: Iterable[str]) -> list[Proposal]:
        listed = list(dict.fromkeys(ids))
        names = self._store.named(listed)
        return [Proposal(id, f"{names[id].name} · {names[id].type}") for id in listed if id in names]

    def _values(self, typed: str, field: str) -> list[Proposal]:
        takes = self._store.fields[field].value if field in self._store.fields else ""
        if takes == "record":
            return self._records(typed)
        numbers = [Proposal(f"{one.words} {one.unit}".strip()) for one in self.suggested.numbers]
        return [one for one in numbers if typed in one.value] if "number" in takes else []

    def _fields(self, typed: str, of: str) -> list[Proposal]:
        """The fields with what is typed, else those that the words suggest; first those that are stated on
        records of the same kind."""
        suggested = [(id, self._store.fields[id].label) for id in self.suggested.fields]
        offered = [Proposal(*one) for one in (fields_with(self._store, typed) if typed else suggested)]
        record = self._store.named([of.strip()]).get(of.strip())
        usual = fields_on(self._store, record.kind) if record else frozenset()
        return sorted(offered, key=lambda one: one.value not in usual)

    def _times(self) -> Iterator[Proposal]:
        for time in self.suggested.times:
            if time.edtf:
                yield Proposal(time.edtf, f"“{time.words}”{f'; {time.basis}' if time.basis else ''}")
        if self._issued:
            yield Proposal(self._issued, f"the source: {dates.spoken(self._issued)}")

    def _stances(self) -> Iterator[Proposal]:
        for stance in self.suggested.stances:
            yield Proposal(stance, "suggested by the words")
        yield from (Proposal(stance) for stance in STANCES if stance not in self.suggested.stances)

    def with_words_for_time(self, values: dict[str, str]) -> dict[str, str]:
        """The values, with the source's words for a date that does not stand in them, and its rule, where
        that date was taken."""
        for time in self.suggested.times:
            if time.basis and time.edtf == values.get("when") and "when_text" not in values:
                return {**values, "when_text": time.words, "when_basis": time.basis}
        if self._issued and values.get("when") == self._issued and not self._states(self._issued):
            return {**values, "when_basis": "Date of the source."}
        return values

    def _states(self, edtf: str) -> bool:
        return any(time.edtf == edtf for time in self.suggested.times)
