"""What only a person can judge, but a program can point at: where to look before trusting a pack.

A finding is a statement whose number or date does not stand in its passage, two statements that do not agree
and no conflict names, or a name that two records share and no conflict names.
"""

from __future__ import annotations

from typing import NamedTuple

from cstoref.model import Pack


class Finding(NamedTuple):
    """One thing to look at."""

    statement: str
    message: str


def review(pack: Pack) -> list[Finding]:
    """Everything to look at, in the order of the files."""
    return []
