"""What a program finds for a person to look at."""

from __future__ import annotations

from typing import NamedTuple


class Finding(NamedTuple):
    """One thing to look at: the id of a statement or record, and what about it."""

    about: str
    message: str
    rule: str = ""
    """The constraint that is not met, as `data/exceptions.toml` names it; empty for other findings."""
    statements: tuple[str, ...] = ()
    """The statements that do not meet it together."""
