"""What only a person can judge, but a program can point at: where to look before trusting a pack.

A finding is a statement whose number, date or person does not stand in its passage or near it and that does
not say how it was found; a statement whose passages do not name who acted; two statements that do not agree
and no conflict names; a name that two records share and no conflict names.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice
from typing import TypeVar

from cstoref import dates, fold
from cstoref.model import INFERRED, Pack, Record, Statement, Value

from . import address, limits
from .conflict_sides import side_findings
from .constraints import constraints
from .findings import Finding
from .support import unsupported

NUMBERS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
    "twenty",
)
NEAR = 2
"""Paragraphs before and after a passage that count as its neighbourhood."""


TO_FILL_IN = "[to fill in]"
"""What stands in a source or conflict for what its author still has to write."""
LONGEST = 5_000
"""Letters of a paragraph that are looked at."""
COMPARED = 50
"""Others with which one of a group is compared."""
T = TypeVar("T")


def review(pack: Pack, only: Collection[str] | None = None) -> list[Finding]:
    """Everything to look at, or as much as anybody will; with `only` the rules that look at one statement or
    record at a time look at these."""
    reviewer = _Reviewer(pack, only)
    found = chain(
        reviewer.passages(),
        reviewer.support(),
        reviewer.offices(),
        reviewer.disagreements(),
        reviewer.shared_names(),
        reviewer.addresses(),
        reviewer.unfilled(),
        side_findings(pack),
        constraints(pack),
    )
    return list(islice(found, limits.PROBLEMS.most))


class _Reviewer:
    def __init__(self, pack: Pack, only: Collection[str] | None) -> None:
        self._pack = pack
        self._only = only
        self._stated = [statement for statement in pack.statements if only is None or statement.id in only]
        self._records = {record.id: record for record in pack.records}
        self._fields = {field.id: field for field in pack.vocabulary.fields}
        self._paragraphs = {id: [p for p in text.split("\n") if p.strip()] for id, text in pack.texts}
        self._conflicts: dict[str, set[str]] = defaultdict(set)
        for conflict in pack.conflicts:
            for id in (*conflict.statements, *conflict.records):
                self._conflicts[id].add(conflict.id)

    def passages(self) -> Iterator[Finding]:
        """Numbers, years and people that do not stand near the passage of a quoted statement."""
        for statement in self._stated:
            if statement.grounding != "quoted" or statement.rule or statement.note:
                continue
            near = self._near(statement)
            for message in (
                *_missing_number(statement.value, near),
                *self._missing_year(statement, near),
                *self._missing_people(statement, near),
            ):
                yield Finding(statement.id, message)

    def unfilled(self) -> Iterator[Finding]:
        """Sources and conflicts of which something is still to be written."""
        for source in self._pack.sources:
            left = [key for key in ("title", "publisher") if getattr(source, key) == TO_FILL_IN]
            if left:
                yield Finding(source.id, f"{' and '.join(left)} still to fill in, instead of {TO_FILL_IN}")
        for conflict in self._pack.conflicts:
            if TO_FILL_IN in conflict.explanation:
                yield Finding(conflict.id, f"explanation still to fill in, instead of {TO_FILL_IN}")

    def support(self) -> Iterator[Finding]:
        """Quoted statements whose passages do not name the actor, the credit or the words for the time."""
        acting = {kind.id for kind in self._pack.vocabulary.kinds if kind.speaks}
        for statement in self._stated:
            for message in unsupported(statement, self._records, acting):
                yield Finding(statement.id, message)

    def offices(self) -> Iterator[Finding]:
        """Inferred statements that an office exists: nobody needs to be told, and nothing says since when."""
        for statement in self._stated:
            if statement.field == "office_of" and statement.grounding == INFERRED:
                if not statement.trivial:
                    yield Finding(statement.id, "says only that an office exists; mark it `trivial = true`")
                if statement.when:
                    yield Finding(statement.id, "nothing says since when the office exists; leave out `when`")

    def _near(self, statement: Statement) -> str:
        parts: list[str] = []
        for citation in statement.citations:
            if citation.paragraph is not None:
                paragraphs = self._paragraphs[citation.source]
                at = citation.paragraph - 1
                parts += [part[:LONGEST] for part in paragraphs[max(0, at - NEAR) : at + NEAR + 1]]
        return "\n".join(parts)

    def _missing_year(self, statement: Statement, near: str) -> Iterator[str]:
        """A date of the statement's own that nobody says how it was found."""
        if not statement.when or statement.when_basis:
            return
        inherited = [self._records[id].when for id in statement.about if id in self._records]
        year = statement.when.lstrip("/.[")[:4]
        if statement.when not in inherited and year not in near:
            yield f"the year {year} does not stand near the passage; say in `when_basis` how it was found"

    def _missing_people(self, statement: Statement, near: str) -> Iterator[str]:
        wanted = [role.record for role in statement.roles if role.role in ("who", "instead_of")]
        for id in dict.fromkeys((*wanted, statement.said_by)):
            record = self._records.get(id or "")
            if record is not None and record.type == "person" and not _named_in(record, _folded(near)):
                yield f"{record.name} is not named near the passage; say in `note` who is meant"

    def disagreements(self) -> Iterator[Finding]:
        """Statements of the same thing with different values over the same time."""
        groups: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
        for statement in self._pack.statements:
            takes = self._fields[statement.field].value
            single = takes == "number" or statement.field in ("seat",)
            if single and statement.value and statement.rank != "deprecated":
                who = tuple(role.record for role in statement.roles if role.role in ("who", "to", "for"))
                unit = statement.value.unit
                groups[statement.subject, statement.field, who, unit, statement.negated].append(statement)
        for group in groups.values():
            for one, other in _pairs(group):
                differ = one.value != other.value and _same_time(one, other)
                if differ and not self._conflicts[one.id] & self._conflicts[other.id]:
                    yield Finding(one.id, f"does not agree with {other.id}; name both in a conflict")

    def shared_names(self) -> Iterator[Finding]:
        """Names under which two records are found alike."""
        if self._only is not None and not any(record.id in self._only for record in self._pack.records):
            return
        holders: dict[str, dict[str, str]] = defaultdict(dict)
        for record in self._pack.records:
            for name in (record.name, *(name.text for name in record.names)):
                holders[fold.key(name)].setdefault(record.id, name)
        for records in holders.values():
            for one, other in _pairs(list(records)):
                if not self._conflicts[one] & self._conflicts[other]:
                    yield Finding(
                        one, f"shares the name “{records[one]}” with {other}; name both in a conflict"
                    )

    def addresses(self) -> Iterator[Finding]:
        """Addresses that lead to a site and not to the page that was cited."""
        for source in self._pack.sources:
            if source.url and address.is_root(source.url):
                yield Finding(
                    source.id, "the address is that of the site; give the page's own, or leave it out"
                )


def _pairs(group: Sequence[T]) -> Iterator[tuple[T, T]]:
    """Every two of a group, in a large one only those that are not far apart."""
    return ((one, other) for at, one in enumerate(group) for other in group[at + 1 : at + 1 + COMPARED])


@lru_cache(maxsize=1_000)
def _folded(near: str) -> frozenset[str]:
    return frozenset(fold.words(near).split())


def _missing_number(value: Value | None, near: str) -> Iterator[str]:
    if value is None or value.number is None:
        return
    number = value.number
    forms = {f"{number:,}", str(number), f"{number:g}"}
    if isinstance(number, int) and 0 <= number < len(NUMBERS):
        forms.add(NUMBERS[number])
    if not any(re.search(rf"(?<![\d.]){re.escape(form)}(?!\d)", near, re.IGNORECASE) for form in forms):
        yield f"the number {number} does not stand near the passage; say in `note` how it was found"


def _named_in(record: Record, near: frozenset[str]) -> bool:
    """Whether a word of any of the record's names, longer than three letters, stands there."""
    for name in (record.name, *(name.text for name in record.names)):
        words = [word for word in fold.words(name).split() if len(word) > 3]
        if any(word in near or f"{word}s" in near for word in words):
            return True
    return False


def _same_time(statement: Statement, other: Statement) -> bool:
    if not statement.when or not other.when:
        return statement.when == other.when
    first, second = dates.parse(statement.when), dates.parse(other.when)
    return first.start_earliest <= second.end_latest and second.start_earliest <= first.end_latest
