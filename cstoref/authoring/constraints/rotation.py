"""A chair that the stated rotation does not give.

Where a statement says that an office goes round in an order that the vocabulary declares, each handover is
held against the order of the member states on that day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cstoref import dates
from cstoref.authoring.findings import Finding
from cstoref.model import Record, Statement

from .ledger import Ledger, LedgerTerm, value_of


def findings(ledger: Ledger) -> Iterator[Finding]:
    """Every handover of a rotating office to another state than the next one of the order."""
    checked: set[tuple[str, str]] = set()
    for statement in ledger.of_field("provides"):
        language = ledger.orders.get(value_of(statement), "")
        for role in statement.roles:
            office = ledger.records.get(role.record or "")
            if language and office and office.type == "office" and (office.id, language) not in checked:
                checked.add((office.id, language))
                yield from _handovers(ledger, statement, office.id, language)


def _handovers(ledger: Ledger, rule: Statement, office: str, language: str) -> Iterator[Finding]:
    for term, successor in pairwise(_succession(ledger.terms_by_office.get(office, ()))):
        if successor.when.start_earliest > term.when.end_latest:  # who came between is not known
            continue
        before, after = _state(ledger, term), _state(ledger, successor)
        due = before and _next(_order(ledger, successor.when.start_latest, language), before)
        if before and after and due and due.id != after.id:
            message = f"passed from {before.name} to {after.name}; by {rule.id} the next was {due.name}"
            statements = (successor.statement, term.statement, rule.id)
            yield Finding(successor.statement, message, statements=statements)


def _succession(terms: Sequence[LedgerTerm]) -> list[LedgerTerm]:
    """The terms in the order in which they must have begun: of several of one holder in a row the first."""
    dated = [term for term in terms if term.when.interval and not term.when.doubtful]
    succession: list[LedgerTerm] = []
    for term in sorted(dated, key=lambda term: (term.when.start_latest, term.when.end_latest)):
        if not succession or succession[-1].holder != term.holder:
            succession.append(term)
    return succession


def _state(ledger: Ledger, term: LedgerTerm) -> Record | None:
    """The one member in which the holder may have had an office on the last possible day of the beginning."""
    day = dates.parse(term.when.start_latest)
    served = ledger.service.get(term.holder, {})
    states = [record for record in ledger.members if record.id in served and served[record.id].meet(day)]
    return states[0] if len(states) == 1 else None


def _order(ledger: Ledger, day: str, language: str) -> list[Record]:
    """The members of a day by their first name in a language."""
    named: list[tuple[str, Record]] = []
    for record in ledger.members:
        name = next((name.text for name in record.names if name.lang == language), None)
        if name and any(span.first <= day < span.end for span in ledger.memberships[record.id]):
            named.append((name, record))
    return [record for _, record in sorted(named, key=lambda pair: pair[0])]


def _next(order: Sequence[Record], state: Record) -> Record | None:
    ids = [record.id for record in order]
    return order[(ids.index(state.id) + 1) % len(ids)] if state.id in ids else None
