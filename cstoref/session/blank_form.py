"""A form that a person fills in, whatever it is for: the front ends draw or ask any of them in one way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from cstoref.intake.draft import FormEntry
from cstoref.intake.proposals import Proposal


class BlankForm(Protocol):
    """Entries, what is offered for each, and writing what was filled in."""

    title: str
    about: Sequence[str]
    """What it is about, a line each: the passage, the name, what is like it."""
    values: dict[str, str]
    """What is typed, by the key of its entry."""

    @property
    def begin(self) -> str:
        """The entry to begin with, by its key."""

    @property
    def entries(self) -> tuple[FormEntry, ...]:
        """The entries, in order."""

    def takes(self, key: str) -> bool:
        """Whether there is anything to fill in for an entry, by what is filled in already."""

    def offered(self, key: str, typed: str) -> list[Proposal]:
        """What is offered for an entry while something is typed."""

    def with_proposal(self, key: str, typed: str, value: str) -> str:
        """What is typed, with a proposal taken."""

    def write(self) -> str:
        """Write it; the sentence to tell. Raises UserError, a Wrong with the key of its entry where one is
        wrong: then nothing is written."""
