"""How many times somebody held an office: `how many times was lukashenko chairman of the csto`."""

from __future__ import annotations

from ...interpretation import Interpretation
from ...office_terms import offices_by_id, terms_of_offices
from .. import Answer, AnswerItem
from .office_titles import OFFICE, asked_offices
from .offices import each_once

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

NUMBERS = ("", "Once", "Twice", "Three times", "Four times", "Five times", "Six times")


def is_asked(reading: Interpretation) -> bool:
    """Whether the words ask how many times something was so."""
    return bool(reading.cue("repeatedly"))


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """The terms of a person in an office, counted; None where no such thing is asked."""
    people = [thing for thing in reading.things if thing.kind == "leader"]
    if len(people) != 1 or not is_asked(reading):
        return None
    offices = [thing.record for thing in reading.things if thing.type == OFFICE]
    if not offices:
        body = next((t for t in reading.things if t.kind in ("institution", "member")), None)
        whole = body is None or body.record == store.pack["subject"]
        if whole and reading.topic[:1] == ("chaired",) and not reading.titles:
            body, reading = None, reading._replace(titles=("chair",))
        asked = asked_offices(store, reading._replace(shape="", types=()), body, day)
        if asked is None:
            return None
        offices = [office.id for office in asked.offices]
    terms = [term for term in terms_of_offices(store, offices) if term.holder == people[0].record]
    held = [term for term in each_once(terms, latest_first=False) if term.interval]
    called = ", ".join(office.name for office in offices_by_id(store, offices[:1]))
    read_as = f"how many times {people[0].name} was {called}"
    if not held:
        message = f"No term of {people[0].name} as {called} is known here."
        return Answer(read_as, (), message, complete=False, silent=True)
    times = NUMBERS[len(held)] if len(held) < len(NUMBERS) else f"{len(held)} times"
    item = AnswerItem(people[0].record, tuple(term.number for term in held))
    return Answer(read_as, (item,), f"{times}, by the terms known here.")
