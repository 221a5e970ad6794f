"""Questions that have no answer by their form, each with a plain sentence: too long, no word that tells, a
date that is not in the calendar, a time before everything that is dated here.
"""

from __future__ import annotations

from cstoref import dates

from ..interpretation import Interpretation
from ..lexicon import FILLER
from ..query import is_year
from ..question_words import NOT
from . import Answer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store


def too_long(most: int) -> Answer:
    """The message for a query of more words than a question has."""
    return _message(f"This has more than {most} words. Ask a shorter question.")


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """A message, where there can be no answer."""
    if reading.period.problem:
        return _message(f"{reading.period.problem}.")
    if any(_is_no_day(word) for word in reading.query.raw.split()):
        return _message(f"“{reading.query.raw}” has a date that is not a day of the calendar.")
    early = next((word for word in reading.words if _is_early_year(word, reading)), "")
    if early or (reading.period.given and reading.period.last < _first_day(store)):
        begin = dates.spoken(_first_day(store)[:4])
        return _message(
            f"Nothing in this reference is dated {early or reading.period.spoken}: it begins in {begin}."
        )
    if reading.cue(FILLER).union(NOT).issuperset(reading.words) and not reading.period.given:
        return _message(
            "There is no word in this that can be looked up: name a state, a person, an event or a year."
        )
    return None


def _message(text: str) -> Answer:
    return Answer("", (), text, complete=False)


def _is_no_day(word: str) -> bool:
    parts = word.strip(",.?!()").split("-")
    if len(parts) not in (2, 3) or not all(part.isdigit() for part in parts) or len(parts[0]) != 4:
        return False
    if any(len(part) > 2 for part in parts[1:]):  # 2009-2012
        return False
    try:
        dates.parse("-".join((parts[0], *(part.zfill(2) for part in parts[1:]))))
    except ValueError:
        return True
    return False


def _is_early_year(word: str, reading: Interpretation) -> bool:
    """Whether a number is rather a year before those that are read as years."""
    if not (len(word) == 4 and word.isdigit()) or is_year(word) or not "1000" <= word < "1900":
        return False
    place = reading.words.index(word)
    return (
        len(reading.words) == 1
        or reading.words[place - 1] in ("in", "since", "before", "until", "by", "of")
        or bool(reading.things and place == len(reading.words) - 1)
    )


def _first_day(store: Store) -> str:
    """The first day on which anything is dated here."""
    row = store.database.execute(
        "SELECT min(start_earliest) FROM statement WHERE start_earliest > ?", (dates.FIRST_DAY,)
    ).fetchone()
    return str(row[0] or dates.FIRST_DAY)
