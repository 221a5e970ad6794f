"""Constraints: what cannot hold together in the world, whichever sources say so.

Each rule is one module with a function from a `Ledger` to findings. A finding that a conflict or an entry of
`data/exceptions.toml` explains is left out; an exception that explains nothing is a finding itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from cstoref.authoring.findings import Finding
from cstoref.model import Pack

from . import attendance, deaths, holders, rotation, sequence, vacancy
from .exceptions import unexplained
from .ledger import Ledger

RULES = {
    "two-holders": holders.findings,
    "vacant": vacancy.findings,
    "after-death": deaths.findings,
    "order": sequence.findings,
    "rotation": rotation.findings,
    "attends-for-nobody": attendance.findings,
}
"""Every rule by the name that findings and exceptions call it."""


def constraints(pack: Pack) -> Iterator[Finding]:
    """What of a pack does not meet a constraint and is not explained."""
    ledger = Ledger(pack)
    found = [item._replace(rule=rule) for rule, findings in RULES.items() for item in findings(ledger)]
    yield from unexplained(found, pack)
