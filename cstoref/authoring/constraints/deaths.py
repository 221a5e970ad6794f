"""An office held after a death."""

from __future__ import annotations

from collections.abc import Iterator

from cstoref import dates
from cstoref.authoring.findings import Finding

from .ledger import Ledger, LedgerTerm
from .spans import day_after


def findings(ledger: Ledger) -> Iterator[Finding]:
    """Every statement of an office that outlasts the last possible day of its holder's death."""
    for person, terms in ledger.terms_by_holder.items():
        death = ledger.deaths.get(person)
        if death is None or not death.when:
            continue
        last = dates.parse(death.when).end_latest
        for term in terms:
            if _outlasts(term, last):
                message = f"{ledger.name(term.office)} after the death of {death.when}, {death.id}"
                yield Finding(term.statement, message, statements=(term.statement, death.id))


def _outlasts(term: LedgerTerm, day: str) -> bool:
    """Whether the office was certainly held after a day. Who dies in office leaves it then or on the next."""
    return term.when.start_earliest > day or (term.sure is not None and term.sure.end > day_after(day))
