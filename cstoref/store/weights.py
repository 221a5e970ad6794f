"""How important a statement or a record is: one number, computed when a pack is compiled.

What decides: what the statement is about (an office or an absence matters more than a purpose), how surely it
is said, whether its passage is in the pack, and whether it is still thought right.
"""

from __future__ import annotations

from cstoref import dates
from cstoref.model import INFERRED, QUOTED, Field, Kind, Statement

# The figures are a judgement, checked by the tests of what a card shows first. A denial says more than a
# report.
_OF_STANCE = {"asserted": 8, "denied": 6, "promised": 6, "planned": 4, "reported": 3, "proposed": 3}


def statement_weight(statement: Statement, field: Field) -> int:
    """From about 0 (deprecated, trivial) to about 110; ordering is all it is for."""
    weight = field.group_weight + field.weight
    weight += _OF_STANCE.get(statement.stance, 0)
    weight += 4 if statement.grounding == QUOTED else 0
    # A number answers a question by itself; a sentence without one often only introduces it.
    weight += 6 if statement.value is not None and statement.value.number is not None else 0
    # What still holds comes before what is over.
    weight += 12 if statement.when is not None and statement.when.endswith("/..") else 0
    weight -= 4 if statement.hedge else 0
    # A state with a single date was seen once; the term that it belongs to says more.
    weight -= (
        16 if field.nature == dates.STATE and statement.when is not None and "/" not in statement.when else 0
    )
    weight -= 12 if statement.grounding == INFERRED else 0
    # More than all the rest can add, so that these come after everything else and keep their order among
    # them.
    return weight - 100 if statement.rank == "deprecated" or statement.trivial else weight


def office_weight(statement: Statement, weight: int, day: str, told_of: int) -> int:
    """The weight of an `office` statement on the page of the state or body: who holds it on the day comes
    before all else, the most documented offices first (`told_of`: statements about the office)."""
    when = dates.parse(statement.when) if statement.when else None
    holds = when is not None and when.interval and when.start_earliest <= day < when.end_latest
    # Capped at 30, so that a famous office cannot outweigh the 60 between holding and having held one.
    return weight + min(told_of, 30) + (40 if holds else -20)


def turn_weight(weight: int, turn: int) -> int:
    """The weight on a record's page of the statement that is the `turn`-th (from 0) of its group there."""
    # 8 points a turn: after a few statements of one group the best of another comes first.
    return weight - 8 * turn


def record_weight(kind: Kind, statements: int) -> int:
    """What puts one record before another that matches as well: statements, then its kind."""
    return statements * 10 + kind.weight
