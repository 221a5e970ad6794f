"""How well a statement meets a question: its things, topic, time, shape and words, as one number."""

from __future__ import annotations

from cstoref import dates

from ...interpretation import Interpretation
from ...lexicon import FIRST, LAST, NOW
from ...question_words import HOW_MANY, WHEN, WHERE, WHO, WHY
from .evidence import SUBJECT, Candidate, NamesNeeded

TOPIC, SECOND, TYPE, EVENT, MISSING = 8.0, 5.0, 4.0, 8.0, -5.0
"""For the field that is asked for, for another that will do, for the type of the subject; for an event of
which all statements concern the thing; for a field that was not asked for."""
WITHOUT_WORDS = -6.0
"""For what has no word of a question of which nothing else was understood but names."""
WITHIN, AROUND, OUTSIDE = 6.0, 3.5, -10.0
"""For a time within what is asked for, around it, and outside of it."""
DOUBTFUL, OUTDATED, DEPRECATED = -1.5, -8.0, -30.0
"""For what is no more than a plan or an opinion, and for what is shown to be wrong: less where it says just
what is asked, for it may be all that is said of it."""
MEETINGS = frozenset(("summit", "session", "meeting"))
FIGURES = frozenset(
    ("strength", "contributed", "took_part", "composed_of", "budget_share", "paid", "attended")
)
"""Fields of which a topic asks for a number."""
REFUSALS = ("refused", "absent", "rejected", "opposed")
REFUSED = (("refused",), ("rejected",))
FITS = {
    WHO: ("office", "signed", "attended", "commanded_by", "chaired", "represented", "proposed", "refused"),
    WHERE: ("hosted", "seat", "located", "stationed", "took_place"),
    WHY: ("reason", "motive", "explained"),
}
"""Fields that answer a question of a shape."""
PARTICIPANTS = ("signed", "ratified", "attended", "absent", "refused", "joined", "left", "represented",
"took_part",
                "contributed", "adopted", "reserved", "invited", "hosted")  # fmt: skip
"""Fields that have a statement for each participant: an answer has all of them."""
ONGOING = ("office", "membership", "observer", "suspended")
"""States that answer for every later day while they last."""
EXERCISE = "exercise"
UNSURE = ("planned", "proposed", "predicted", "opinion")
SINCE = 1990
"""The year from which later statements count a little more than earlier ones."""


def score(reading: Interpretation, candidate: Candidate, evidence: NamesNeeded, day: str) -> float:
    """The score of a statement; the most is the best."""
    things = evidence.things
    total = candidate.weight / 25.0 + evidence.text_score(candidate.number)
    total += sum(named.score(candidate) for named in things.values())
    total += SUBJECT if candidate.subject in things else 0
    if reading.period.given and candidate.is_event and _is_of_type(reading, candidate):
        total += EVENT * max((named.share(candidate) for named in things.values()), default=0.0)
    if reading.types:
        total += TYPE if candidate.type in reading.types else -TYPE * (not _is_like(reading, candidate))
    total += DOUBTFUL if candidate.stance in UNSURE else 0
    if candidate.deprecated:
        total += OUTDATED if candidate.field in reading.topic[:1] else DEPRECATED
    plain = reading.rest and not (reading.fields or reading.types or reading.titles or reading.period.given)
    if plain and not evidence.text_score(candidate.number):
        total += WITHOUT_WORDS
    return (
        total + _topical(reading, candidate) + _fitting(reading, candidate) + _timely(reading, candidate, day)
    )


def _is_like(reading: Interpretation, candidate: Candidate) -> bool:
    """Whether the subject is a meeting, as what is asked for: a session of the council may be its summit."""
    return candidate.type in MEETINGS and not MEETINGS.isdisjoint(reading.types)


def _is_of_type(reading: Interpretation, candidate: Candidate) -> bool:
    """Whether the subject is of a type that is asked for, or none is."""
    return not reading.types or candidate.type in reading.types


def _topical(reading: Interpretation, candidate: Candidate) -> float:
    """How well the field of a statement meets the topics."""
    met = [fields for fields in reading.fields if candidate.field in fields]
    if "left" in reading.topic and candidate.field in ONGOING[1:3] and candidate.last == dates.LAST_DAY:
        met = []  # who is still there has not left
    if reading.fields and not met:
        return MISSING
    return sum(TOPIC if candidate.field == fields[0] else SECOND for fields in met)


def _fitting(reading: Interpretation, candidate: Candidate) -> float:
    """How well a statement fits the shape of the question."""
    fits = 0.0
    if candidate.field in FITS.get(reading.shape, ()):
        fits += 1 if reading.fields else SECOND
    if reading.shape == HOW_MANY and candidate.is_number and _is_counted(reading, candidate):
        fits += SECOND
    if candidate.type == EXERCISE and reading.cue("sent") and EXERCISE not in reading.types:
        fits -= TOPIC  # soldiers who are sent somewhere are not on an exercise there
    if reading.shape == WHEN and candidate.edtf:
        fits += 1
    if candidate.negated and not reading.negated and reading.shape in (WHEN, WHERE):
        fits -= TOPIC  # what did not happen has neither a day nor a place
    if reading.topic[:1] in REFUSED and candidate.field not in REFUSALS and not candidate.negated:
        fits -= TOPIC  # who refused to do something has not done it
    if reading.negated and (candidate.negated or candidate.field in REFUSALS):
        fits += TOPIC
    return fits


def _is_counted(reading: Interpretation, candidate: Candidate) -> bool:
    """Whether a number may be that of what is asked for: how much aid is no number of men."""
    sizes = not reading.fields or not FIGURES.isdisjoint(reading.topic)
    return sizes or candidate.field in reading.topic


def _timely(reading: Interpretation, candidate: Candidate, day: str) -> float:
    """How well the time of a statement fits: within what is asked before all around it; now, the latest."""
    if reading.period.given:
        return _in_period(reading, candidate)
    if reading.order in (LAST, NOW) and candidate.first and candidate.first <= day:
        return (2.0 if candidate.last > day else 0.0) + (_years(candidate.first) - SINCE) / 8.0
    if reading.order == FIRST and candidate.first > dates.FIRST_DAY:
        return (2030 - _years(candidate.first)) / 8.0
    if candidate.field in PARTICIPANTS and candidate.field in reading.topic and candidate.first > str(SINCE):
        return (int(candidate.first[:4]) - SINCE) / 30.0
    if candidate.field not in ONGOING:
        return 0.0
    if "/" not in candidate.edtf:  # a day on which it was so tells less than since when
        return -1.0
    return 1.0 if candidate.last > day else 0.0


def _years(day: str) -> float:
    """A day as a year and its part, so that of two days of one year the later counts more."""
    return int(day[:4]) + (int(day[5:7]) - 1) / 12 + int(day[8:10]) / 366


def _in_period(reading: Interpretation, candidate: Candidate) -> float:
    period = reading.period
    if not candidate.edtf:
        return -SECOND
    if period.first <= candidate.first <= period.last:
        return WITHIN if candidate.last <= period.last else WITHIN - 1
    if not is_in_time(reading, candidate):
        return OUTSIDE
    return AROUND if candidate.field in reading.topic else -AROUND


def is_in_time(reading: Interpretation, candidate: Candidate) -> bool:
    """Whether a statement is of the time asked for: within it, or a term or membership that lasted through
    it, or something that began in it."""
    period = reading.period
    if not candidate.edtf or candidate.first > period.last or candidate.last < period.first:
        return False
    if candidate.first >= period.first:
        return True
    if candidate.edtf.endswith("/"):
        return False
    return candidate.field in ONGOING or candidate.last < dates.LAST_DAY
