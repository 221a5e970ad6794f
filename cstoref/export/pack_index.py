"""What the formats that link things look up beside the statement that they are at.

Made in one walk over a pack before the first line is written. What is not held here is streamed.
"""

from __future__ import annotations

from cstoref.model import Record, Source, Statement

from .source import PackReader

PLAIN_STANCES = ("asserted", "reported")
RELATIONS = (
    "attended", "convened", "died", "founded", "membership", "observer", "office", "office_of", "part_of",
    "seat",
)  # fmt: skip
"""The fields that other formats have properties for. Each of the statements is held."""


def is_plain(statement: Statement) -> bool:
    """Whether a statement can stand as a plain property, which has no place for “not”, “planned” or “wrong”.

    The formats say of every statement, plain or not, all that they know of it in a place of its own.
    """
    return statement.stance in PLAIN_STANCES and not statement.negated and statement.rank != "deprecated"


class PackIndex:
    """The records, sources and conflicts of a pack by id, and its plain statements of RELATIONS."""

    def __init__(self, pack: PackReader) -> None:
        self.pack = pack
        self.records: dict[str, Record] = {record.id: record for record in pack.whole_records()}
        self.sources: dict[str, Source] = {source.id: source for source in pack.sources()}
        self.conflicts: dict[str, list[str]] = {}
        """The ids of the conflicts that name a statement, by its id."""
        self._related: dict[tuple[str, str], list[Statement]] = {}
        self._concerning: dict[str, list[str]] = {}
        self._cited: dict[str, dict[str, None]] = {}
        for conflict in pack.conflicts():
            for id in conflict.statements:
                self.conflicts.setdefault(id, []).append(conflict.id)
        for statement in pack.all_statements():
            self._add(statement)

    def _add(self, statement: Statement) -> None:
        if statement.field in RELATIONS and is_plain(statement):
            self._related.setdefault((statement.subject, statement.field), []).append(statement)
        for record in statement.about:
            self._concerning.setdefault(record, []).append(statement.id)
        cited = self._cited.setdefault(statement.subject, {})
        cited.update(dict.fromkeys(citation.source for citation in statement.citations))

    def related(self, record: str, field: str) -> list[Statement]:
        """The plain statements of one of RELATIONS on a record, the preferred first."""
        found = self._related.get((record, field), [])
        return sorted(found, key=lambda statement: statement.rank != "preferred")

    def linked(self, record: str, field: str) -> str | None:
        """The record that a plain statement gives as the value of a field, the preferred first, or None."""
        for statement in self.related(record, field):
            if statement.value and statement.value.text in self.records:
                return statement.value.text
        return None

    def date_of(self, record: str, field: str) -> str | None:
        """When a plain statement says that something was, as EDTF; None if none has a date."""
        return next((one.when for one in self.related(record, field) if one.when), None)

    def concerning(self, record: str) -> list[str]:
        """The ids of all statements that concern a record."""
        return self._concerning.get(record, [])

    def cited_for(self, record: str) -> list[Source]:
        """The sources of the statements on a record, each once."""
        return [self.sources[id] for id in self._cited.get(record, {})]


def who(statement: Statement, role: str = "who") -> list[str]:
    """The records that take part in a statement in a role."""
    return [part.record for part in statement.roles if part.role == role and part.record]
