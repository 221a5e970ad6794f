"""What an answer is made of, for the tests of questions."""

from __future__ import annotations

from cstoref.store.queries import Store
from cstoref.store.search.lookup import look_up
from cstoref.store.search.outcome import Outcome


def ask(store: Store, text: str) -> Outcome:
    """What typed words come to on the day of the edition."""
    return look_up(store, text, store.default_day)


def texts(store: Store, outcome: Outcome) -> list[str]:
    """The statements of an answer, in order."""
    assert outcome.answer is not None, outcome
    return [row.statement.text for row in store.statements_numbered(outcome.answer.numbers)]


def records(outcome: Outcome) -> list[str]:
    """The records of an answer, in order."""
    assert outcome.answer is not None, outcome
    return [item.record for item in outcome.answer.items]


def message(outcome: Outcome) -> str:
    """The first line of an answer."""
    assert outcome.answer is not None, outcome
    return outcome.answer.message
