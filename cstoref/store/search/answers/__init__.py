"""Answers: from the reading of a question to the records and statements that answer it, the best first.

Each module answers questions of one shape, with `answer(store, reading, day)`, and gives None where a
question has another. The last, `general`, ranks statements for any question.
"""

from __future__ import annotations

from cstoref.model import Fact
from cstoref.namedtuples import NamedTuple

MOST = 12
"""Items of an answer, unless it is a list."""
MOST_LISTED = 60
"""Items of a list."""


class AnswerItem(NamedTuple):
    """A record of an answer with the statements that answer, by their numbers, the best first."""

    record: str
    statements: tuple[int, ...]
    note: str = ""
    """What tells it from others in a list: when, and where."""
    summary: str = ""
    """Everyone that several statements name, in one sentence; else empty."""
    facts: tuple[Fact, ...] = ()
    """The facts of the record, where it is compared with another; their statements are among the others."""


class Answer(NamedTuple):
    """What a question comes to."""

    read_as: str
    """How the question was understood, in words."""
    items: tuple[AnswerItem, ...]
    message: str = ""
    """A sentence that answers, or that says why there is no better answer; may be empty."""
    listed: bool = False
    """Whether the items are a list of records, a line each."""
    more: int = 0
    """Items that are left out."""
    complete: bool = True
    """Whether what was asked is answered; where not, the items are what else is known."""
    silent: bool = False
    """Whether the sources have nothing of what was asked, which the message says."""
    ranked: bool = False
    """Whether its statements were ranked by how much of the question they meet, as no shape chose them."""
    share: float = 1.0
    """How much of the question its first statements meet, where they were ranked, as a share of one."""
    met: frozenset[str] = frozenset()
    """Words of the question that the answer as a whole meets, though none of its statements has them."""

    @property
    def numbers(self) -> list[int]:
        """The numbers of all its statements, each once."""
        return list(dict.fromkeys(number for item in self.items for number in item.statements))
