"""Asks a person at a terminal, one question a line, on stderr: stdout is for the answer of the command."""

from __future__ import annotations

import sys

from cstoref.sanitize import line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def can_ask() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask(question: str, proposed: str = "", choices: Sequence[str] = ()) -> str:
    """The answer to a question: what is proposed where nothing is typed. Asks again for what is no choice."""
    among = f" ({', '.join(choices)})" if choices else ""
    default = f" [{proposed}]" if proposed else ""
    while True:
        sys.stderr.write(f"{line(question)}{line(among)}{line(default)}: ")
        sys.stderr.flush()
        typed = sys.stdin.readline()
        answer = typed.strip() or proposed
        if not typed or not answer or not choices or answer in choices:
            return answer
        sys.stderr.write(f"{line(answer)} is none of them\n")


def piped(most: int) -> bytes:
    """At most so many bytes of what comes from a pipe."""
    return sys.stdin.buffer.read(most)
