"""What can go wrong, each with the exit code it means. Imports nothing of ours."""

from __future__ import annotations

FOUND = 0
NOT_FOUND = 1
USAGE = 2
AMBIGUOUS = 3
DAMAGED = 4
INTERRUPTED = 130

EXIT_CODES = {
    FOUND: "found, or done",
    NOT_FOUND: "nothing found",
    USAGE: "the command was not understood",
    AMBIGUOUS: "several records are meant alike",
    DAMAGED: "a pack does not verify, or cannot be read",
    INTERRUPTED: "interrupted",
}
"""What each exit code means."""


def reason(error: BaseException) -> str:
    """Why the system refused something, in its words."""
    if isinstance(error, MemoryError):
        return "there is not enough memory"
    return getattr(error, "strerror", None) or str(error) or type(error).__name__


class CstorefError(Exception):
    """An error a person can act on: one sentence that says what is wrong and what to do."""

    exit_code = NOT_FOUND


class UsageError(CstorefError):
    """The command was not understood."""

    exit_code = USAGE


class PackError(CstorefError):
    """A pack does not verify. `problems` are the lines to show, one a problem."""

    exit_code = DAMAGED

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class StoreError(CstorefError):
    """The compiled pack cannot be read."""

    exit_code = DAMAGED
