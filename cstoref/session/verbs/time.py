"""Verbs for the day that everything answers for."""

from __future__ import annotations

from cstoref import dates
from cstoref.errors import UserError
from cstoref.session.outcomes import Outcome
from cstoref.session.session import Session

from .base import verb

GROUP = "Time"


@verb(GROUP, "a", ("as of",), "[DAY]")
def as_of(session: Session, typed: str) -> Outcome:
    """Set or clear the as-of date."""
    try:
        day = dates.day(typed) if typed else None
    except ValueError as error:
        raise UserError(str(error)) from None
    session.go(as_of=day, part=None)
    return None


@verb(GROUP, "less_than_sign", ("earlier",))
def earlier_day(session: Session, typed: str) -> Outcome:
    """Go to the previous date on which something changed."""
    session.step_day(-1)
    return None


@verb(GROUP, "greater_than_sign", ("later",))
def later_day(session: Session, typed: str) -> Outcome:
    """Go to the next date on which something changed."""
    session.step_day(1)
    return None
