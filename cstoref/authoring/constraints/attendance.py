"""Somebody at an event for nobody: no office of a state or body then, and not said to be there for one."""

from __future__ import annotations

from collections.abc import Iterator

from cstoref import dates
from cstoref.authoring.findings import Finding
from cstoref.model import Statement

from .ledger import Ledger

PRESENCE = ("attended", "represented", "absent", "chaired")
"""Fields by which a person is, or is not, at an event for a state or body."""


def findings(ledger: Ledger) -> Iterator[Finding]:
    """Every statement of the presence or absence of a person who held no office and is there for nobody."""
    for field in PRESENCE:
        for statement in ledger.of_field(field):
            if any(role.role == "for" for role in statement.roles):
                continue
            for person in _people(ledger, statement):
                if not _held_office(ledger, person, statement.when):
                    message = (
                        f"{ledger.name(person)} held no office of a state or body then; state the office, or "
                        "write in `for` whom the person stood for"
                    )
                    yield Finding(statement.id, message, statements=(statement.id,))


def _people(ledger: Ledger, statement: Statement) -> Iterator[str]:
    for role in statement.roles:
        record = ledger.records.get(role.record or "")
        if role.role == "who" and record is not None and record.type == "person":
            yield record.id


def _held_office(ledger: Ledger, person: str, when: str | None) -> bool:
    """Whether an office may have been held at a time; of an event without a date, at any."""
    served = ledger.service.get(person, {})
    return bool(served) if not when else any(runs.meet(dates.parse(when)) for runs in served.values())
