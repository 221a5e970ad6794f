"""What can go wrong, each with the exit code it means. Imports nothing of ours."""

from __future__ import annotations

FOUND = 0
NOT_FOUND = 1
USAGE = 2
AMBIGUOUS = 3
DAMAGED = 4
INTERNAL = 70
HUNG_UP = 129
INTERRUPTED = 130
TERMINATED = 143

EXIT_CODES = {
    FOUND: "found, or done",
    NOT_FOUND: "nothing found, done or saved",
    USAGE: "usage error",
    AMBIGUOUS: "the name is ambiguous",
    DAMAGED: "a pack does not verify, or cannot be read",
    INTERNAL: "internal error",
    HUNG_UP: "ended by SIGHUP",
    INTERRUPTED: "interrupted",
    TERMINATED: "ended by SIGTERM",
}
"""What each exit code means."""


def reason(error: BaseException) -> str:
    """Why the system refused something, in its words."""
    if isinstance(error, MemoryError):
        return "there is not enough memory"
    return getattr(error, "strerror", None) or str(error) or type(error).__name__


class UserError(Exception):
    """An error a person can act on: one sentence that says what is wrong and what to do.

    Every error that is shown to a user is one. The message has no capital letter at its beginning and no
    full stop, so that the command line can put its name before it; `sentence` adds both.
    """

    exit_code = NOT_FOUND

    @property
    def sentence(self) -> str:
        """The message as a sentence of its own."""
        text = str(self)
        return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '!', '?')) else '.'}"


class UsageError(UserError):
    """A command, option or value that cannot be obeyed."""

    exit_code = USAGE


class AmbiguousError(UserError):
    """A name that several records have. `candidates` are id, kind and name of each."""

    exit_code = AMBIGUOUS

    def __init__(self, name: str, candidates: list[tuple[str, str, str]]) -> None:
        super().__init__(f"“{name}” is ambiguous; use one of the ids")
        self.name = name
        self.candidates = candidates


class InternalError(UserError):
    """A fault of the program itself. `details` is the traceback, or empty."""

    exit_code = INTERNAL

    def __init__(self, message: str, details: str = "") -> None:
        super().__init__(message)
        self.details = details


class PackError(UserError):
    """A pack does not verify. `problems` are the lines to show, one a problem."""

    exit_code = DAMAGED

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class StoreError(UserError):
    """The compiled pack cannot be read."""

    exit_code = DAMAGED
