"""The shapes of questions: which modules may answer one, in their order.

Each is imported when its turn comes, and only if the words of the question may have its shape: most need few.
"""

from __future__ import annotations

from .asked_card import ALL_OF
from .interpretation import Interpretation
from .lexicon import FIRST, NOW
from .question_words import (
    AROUND,
    COMPARE,
    DURATION,
    GOING,
    HOW_MANY,
    MAY,
    MIGHT,
    WHERE,
    WHICH,
    WHO,
    WHY,
    WILL,
    WOULD,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

MEMBERSHIP = frozenset(("membership", "left", "suspended", "joined"))
"""Fields of topics that ask whether a state is or was a member."""
IN_A_FORCE = frozenset(("membership", "composed_of", "part_of"))
"""Fields of topics that ask who is in a force."""
IN_A_BODY = frozenset(("membership", "observer", "suspended"))
"""Fields of topics that ask for the members of a body."""
OFFICES = frozenset((
    "office", "chaired", "commanded_by", "appointed", "founded", "hosted", "became", "in_force",
))  # fmt: skip
"""Fields of topics that go with a question for an office."""
SPEECH = frozenset(("said", "accused", "criticised", "praised", "complained", "promised"))
"""Fields of topics that ask for what somebody said."""


def shapes(reading: Interpretation) -> Iterator[ModuleType]:
    """The modules that answer questions of a shape, in the order in which they are tried."""
    first = {fields[0] for fields in reading.fields}
    if reading.period.given and not (reading.topic or reading.types):
        from .answers.events import times

        yield times
    if reading.cue("change"):
        from .answers.differences import between

        yield between
    yield from _shapes_of_a_whole(reading)
    yield from _shapes_of_foundation(reading)
    yield from _shapes_of_acts(reading)
    if reading.shape == COMPARE or len(reading.things) > 1:
        from .answers.differences import contrast

        yield contrast
    yield from _shapes_of_holders(reading)
    if reading.cue("leaves-office"):
        from .answers.people import resignations

        yield resignations
    if reading.cue("fills-office"):
        from .answers.people import appointments

        yield appointments
    if first <= OFFICES:
        from .answers.people import offices

        yield offices
    if first <= IN_A_FORCE and any(thing.type in ("force", "unit") for thing in reading.things):
        from .answers.bodies import contributors

        yield contributors
    if first & IN_A_BODY:
        from .answers.bodies import members

        yield members
    yield from _shapes_of_records(reading)
    if reading.period.given and reading.things and not (reading.types or reading.rest):
        from .answers.events import chronicle

        yield chronicle
    from .answers.ranked import general

    yield general


def beyond_the_sources(reading: Interpretation) -> Iterator[ModuleType]:
    """Those for what no statement tells: the future, what is allowed, somebody's life."""
    words = {*reading.words}
    if words & {WILL, WOULD, GOING} or (reading.period.given and reading.yes_or_no):
        from .answers.events import future

        yield future
    if words & {*MAY, *MIGHT} or reading.cue("rules", "allowed"):
        from .answers.agreements import rules

        yield rules
    if len(reading.things) == 1 and reading.cue("death", "alive", "birth", "age", "looks"):
        from .answers.people import life

        yield life


def _shapes_of_records(reading: Interpretation) -> Iterator[ModuleType]:
    """Those for records of a type: where such are, which was the first of its kind, which there are."""
    series = reading.shape in ALL_OF and any(thing.kind == "event" for thing in reading.things)
    if {"state", "former-state"}.intersection(reading.types):
        from .answers.catalogue import hosts

        yield hosts
    if reading.order == FIRST:
        from .answers.catalogue import precedents

        yield precedents
    if reading.order or series or (reading.types and (reading.plural or not reading.topic)):
        from .answers.catalogue import records

        yield records


def _shapes_of_holders(reading: Interpretation) -> Iterator[ModuleType]:
    """Those for who came before or after another, and which holder it was."""
    if {*AROUND}.intersection(reading.words):
        from .answers.agreements import order_of_acts
        from .answers.people import careers

        yield careers
        yield order_of_acts
    if reading.cue("successor", "predecessor"):
        from .answers.people import successors

        yield successors
    if _tells_one_holder(reading):
        from .answers.people import extremes

        yield extremes


def _tells_one_holder(reading: Interpretation) -> bool:
    """Whether the words tell one holder from the others by what is said of him."""
    if reading.period.given or any(thing.kind == "leader" for thing in reading.things):
        return False
    if reading.cue("longest", "shortest", "personal"):
        return True
    asks = {WHO, WHICH}.intersection(reading.words)
    return bool(asks and reading.cue("death", "killed", "resigned"))


def _shapes_of_a_whole(reading: Interpretation) -> Iterator[ModuleType]:
    """Those that words of `[words.ask]`, or who speaks or is a member, ask for."""
    if "conflicts" in reading.asks:
        from .answers.differences import disagreements

        yield disagreements
    yield from _shapes_of_measures(reading)
    if reading.topic[:1] in (("commanded_by",), ("office",)) or reading.titles:
        from .answers.people import commanders

        yield commanders
    first = {fields[0] for fields in reading.fields}
    if first & SPEECH or (not first and len(reading.things) == 2):
        from .answers.people import speech

        yield speech
    if first and first <= MEMBERSHIP:
        from .answers.bodies import departures, member_status

        yield member_status
        yield departures


def _shapes_of_measures(reading: Interpretation) -> Iterator[ModuleType]:
    """Those for money owed, and for how long, how often or how many."""
    if "arrears" in reading.asks:
        from .answers.measures import arrears

        yield arrears
    if len(reading.things) > 1:
        from .answers.measures import larger

        yield larger
    if reading.shape == HOW_MANY:
        from .answers.people import repeated

        yield repeated
    if "often" in reading.words:
        from .answers.measures import frequencies

        yield frequencies
    if "long" in reading.words or DURATION in reading.asks:
        from .answers.measures import lengths

        yield lengths
    if reading.shape == HOW_MANY:
        from .answers.measures import counts

        yield counts


def _shapes_of_foundation(reading: Interpretation) -> Iterator[ModuleType]:
    """Those for how something was founded, and until when it holds."""
    if "conversion" in reading.asks:
        from .answers.bodies import conversion

        yield conversion
    if "founders" in reading.asks:
        from .answers.bodies import founders

        yield founders
    if "expiry" in reading.asks:
        from .answers.agreements import expiry

        yield expiry


def _shapes_of_acts(reading: Interpretation) -> Iterator[ModuleType]:
    """Those for whether, where and why somebody did something."""
    if reading.shape == WHERE:
        from .answers.people import whereabouts

        yield whereabouts
    if reading.yes_or_no or reading.order not in ("", NOW):
        from .answers.agreements import signatures
        from .answers.bodies import affiliation
        from .answers.events import attendance

        if reading.yes_or_no:
            yield affiliation
        yield attendance
        yield signatures
    if {"absent", "attended"}.intersection(reading.topic):
        from .answers.events import absences, full_meetings

        yield absences
        yield full_meetings
    if reading.shape == WHY:
        from .answers.events import reasons

        yield reasons
