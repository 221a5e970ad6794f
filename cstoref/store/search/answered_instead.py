"""What is answered instead, where an answer leaves out what a question asks for.

A statement with its words, a rule, or a plain no before what is known.
"""

from __future__ import annotations

from .answers import Answer
from .interpretation import Interpretation
from .left_out import names_another
from .question_words import WHO

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

NEARLY = 0.75
"""Share of a question that an answer meets which leaves nothing open."""


def with_its_words(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """The statements that meet nearly all of a question, whatever office it names."""
    from .answers.ranked import general

    if reading.shape in ("", WHO):
        return None
    answer = general.answer(store, reading, day)
    return answer if answer and answer.complete and answer.share >= NEARLY else None


def not_of_this(reading: Interpretation, answer: Answer, left: tuple[str, ...]) -> Answer:
    """An answer that meets only the names of a question, as what is known instead."""
    words = ", ".join(f"“{word}”" for word in left)
    names = " and ".join(thing.name for thing in reading.things)
    of = f" of {names}" if names else ""
    message = f"Nothing in this reference says {words}{of}. What it does say:"
    if names_another(reading):
        others = ", ".join(f"“{word}”" for word in reading.unknown)
        message = f"Nothing in this reference is about {others}. What it does say{of}:"
    return answer._replace(message=message, complete=False, silent=True)


def by_a_rule(store: Store, reading: Interpretation) -> Answer | None:
    """The rules with most of the words of a question that nothing else answers: `decision making
    consensus`."""
    from .answers.agreements import rules

    bodies = all(
        thing.kind in ("institution", "agreement") and thing.type != "office" for thing in reading.things
    )
    numbered = any(word.isdigit() for word in reading.words)  # another article is no answer
    plain = not (reading.shape or reading.order or numbered)
    return rules.about(store, reading) if bodies and plain else None
