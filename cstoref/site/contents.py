"""What all pages of a site share, read once from the store."""

from __future__ import annotations

from functools import cached_property, lru_cache

from cstoref import dates
from cstoref.model import SERIOUS, Citation, Conflict, Record, Source, Statement
from cstoref.store.held_spans import HeldSpan, HeldSpans
from cstoref.store.pages import UNDATED
from cstoref.store.queries import Store
from cstoref.store.record_reader import RecordRef

HELD_LETTERS = {
    dates.CERTAINLY: "c",
    dates.LAST_KNOWN: "l",
    dates.POSSIBLY: "p",
    dates.END_UNKNOWN: "e",
    UNDATED: "u",
    dates.NO: "n",
}
"""How a way to count on a day is written for the script, after the day from which on it applies."""


class Contents:
    """A pack as the pages of its site need it."""

    def __init__(self, store: Store, whole_texts: bool = False) -> None:
        self.store = store
        self.whole_texts = whole_texts
        """Whether pages of sources have the whole text, or only passages with the sentences around them."""
        self.edition = store.edition
        self._held = HeldSpans(store)
        # A statement stands on the page of each record that it concerns.
        self.held = lru_cache(maxsize=None)(self._held_of)

    @cached_property
    def title(self) -> str:
        """What the pack is about, as short as it can be said."""
        return self.store.short_title()

    @cached_property
    def records(self) -> dict[str, Record]:
        """Every record by id, with its names."""
        return {record.id: record for record in self.store.whole_records()}

    @cached_property
    def names(self) -> dict[str, str]:
        """The name of every record, by id."""
        return {id: record.name for id, record in self.records.items()}

    @cached_property
    def refs(self) -> dict[str, RecordRef]:
        """What stands for every record in a line, by id."""
        return self.store.named(self.records)

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Every source by id, in the order of the file."""
        return {source.id: source for source in self.store.sources()}

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """Every statement by id, in the order of the files."""
        return {statement.id: statement for statement in self.store.all_statements()}

    @cached_property
    def cited(self) -> dict[str, list[tuple[Citation, Statement]]]:
        """By source everything that is cited from it, with the statement that cites it."""
        cited: dict[str, list[tuple[Citation, Statement]]] = {}
        for statement in self.statements.values():
            for citation in statement.citations:
                cited.setdefault(citation.source, []).append((citation, statement))
        return cited

    @cached_property
    def conflicts(self) -> dict[str, Conflict]:
        """Every conflict by id."""
        return {conflict.id: conflict for conflict in self.store.conflicts()}

    @cached_property
    def citing(self) -> dict[Citation, str]:
        """By citation the first statement that has it."""
        citing: dict[Citation, str] = {}
        for of_source in self.cited.values():
            for citation, statement in of_source:
                citing.setdefault(citation, statement.id)
        return citing

    @cached_property
    def disputed(self) -> dict[str, list[tuple[Citation, Conflict]]]:
        """By source everything that a conflict cites from it, with the conflict."""
        disputed: dict[str, list[tuple[Citation, Conflict]]] = {}
        for conflict in self.conflicts.values():
            for citation in conflict.citations:
                disputed.setdefault(citation.source, []).append((citation, conflict))
        return disputed

    @cached_property
    def disputes(self) -> dict[str, str]:
        """By statement the first conflict in which it is in doubt."""
        naming = self.store.conflicts_naming(list(self.statements))
        first: dict[str, str] = {}
        for statement, conflicts in naming.items():
            serious = [id for id in conflicts if self.conflicts[id].nature in SERIOUS]
            if serious:
                first[statement] = serious[0]
        return first

    def held_of_records(self, kind: str) -> dict[str, str]:
        """How each record of a kind counts over all days, as the script reads it."""
        return {id: written(spans) for id, spans in self._held.of_records(kind).items()}

    def _held_of(self, statement: str) -> str:
        """How a statement counts over all days, as the script reads it."""
        return written(self._held.of_statement(self.statements[statement]))


def written(spans: tuple[HeldSpan, ...]) -> str:
    """Spans in short: `n 1994-07-20c 2026-05-17l`; the first counts from the first day of the calendar on."""
    first, *later = spans
    parts = [HELD_LETTERS[first.held], *(f"{span.since}{HELD_LETTERS[span.held]}" for span in later)]
    return " ".join(parts)
