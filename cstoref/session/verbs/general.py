"""Verbs for the session as a whole."""

from __future__ import annotations

from cstoref.session.outcomes import Outcome
from cstoref.session.session import Session

from .base import PLAIN, verb

GROUP = "General"


@verb(GROUP, "question_mark,f1", ("?", "help"), "[WORD]", drawn=True)
def help(session: Session, typed: str) -> Outcome:
    """Show all commands, or search them."""


@verb(GROUP, "ctrl+p,colon", drawn=True, without={PLAIN: "? lists every word, and / finds every record"})
def palette(session: Session, typed: str) -> Outcome:
    """Search all commands and records."""


@verb(GROUP, "H", ("home",))
def home(session: Session, typed: str) -> Outcome:
    """Go to the first screen."""
    session.home()
    return None


@verb(GROUP, "f9", drawn=True, without={PLAIN: "it has no colours"})
def theme(session: Session, typed: str) -> Outcome:
    """Switch between the dark, the light and the high-contrast theme."""


@verb(GROUP, "f8", drawn=True, without={PLAIN: "the mouse is always the terminal's"})
def mouse(session: Session, typed: str) -> Outcome:
    """Leave the mouse to the terminal, to select text with it; again: take it back."""


@verb(GROUP, "ctrl+z", drawn=True, without={PLAIN: "the terminal does it"})
def suspend(session: Session, typed: str) -> Outcome:
    """Suspend the program; the shell's fg brings it back."""


@verb(GROUP, "q,ctrl+q", ("q", "quit"), former=("exit",))
def quit(session: Session, typed: str) -> Outcome:
    """Quit the program."""
    session.ended = True
    return None
