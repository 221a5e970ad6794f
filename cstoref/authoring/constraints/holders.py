"""Two holders of one office on one day, where the office has room for one."""

from __future__ import annotations

from collections.abc import Iterator

from cstoref.authoring.findings import Finding

from .ledger import Ledger, LedgerTerm, near_pairs
from .spans import SpanOfDays


def findings(ledger: Ledger) -> Iterator[Finding]:
    """Every two statements by which two people certainly held one office on the same day."""
    for office, terms in ledger.terms_by_office.items():
        if ledger.records[office].type != "office" or ledger.is_shared(office):
            continue
        for term, other in near_pairs(terms):
            day = None if term.holder == other.holder else _common_day(term, other)
            if day:
                message = (
                    f"{ledger.name(term.holder)} and {ledger.name(other.holder)} both hold the office "
                    f"{ledger.name(office)} on {day}, by {term.statement} and {other.statement}"
                )
                yield Finding(term.statement, message, statements=(term.statement, other.statement))


def _common_day(term: LedgerTerm, other: LedgerTerm) -> str | None:
    """A day on which both certainly held, or a month or year in which they did. An end is exclusive."""
    if term.sure and other.sure:
        first = max(term.sure.first, other.sure.first)
        # Strict: a handover on one day is no overlap, since the first term ends without that day.
        return first if first < min(term.sure.end, other.sure.end) else None
    for attested, sure in ((term, other.sure), (other, term.sure)):
        if sure and _lies_within(attested, sure):
            return attested.when.edtf
    return None


def _lies_within(attested: LedgerTerm, sure: SpanOfDays) -> bool:
    """Whether a single date, known to a month or year, lies wholly within the other's days."""
    when = attested.when
    if when.interval or when.doubtful:
        return False
    return sure.first <= when.start_earliest and when.start_latest < sure.end
