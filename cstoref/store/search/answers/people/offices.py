"""Who holds or held an office: `who leads kyrgyzstan`, `foreign minister of russia in 2005`, `presidents of
georgia`.
"""

from __future__ import annotations

from cstoref import dates

from ...interpretation import Interpretation
from ...lexicon import FIRST, LAST, NEXT, PREVIOUS
from ...office_terms import OfficeTerm, Titled, terms_of_offices
from ...question_words import HOW_MANY, LIST
from ...word_forms import is_plural_title
from .. import MOST_LISTED, Answer, AnswerItem
from .no_terms import no_term
from .office_titles import OFFICE, Asked, asked_offices, without_own_title

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cstoref.store.queries import Store

    from ...things import Thing

BODIES = ("organization", "organ", "staff", "force", "unit", "base", "bloc", "body", "coalition",
"government", "state",
          "former-state")  # fmt: skip
"""Types of records that somebody may lead."""
MOST_OFFICES = 12
NOT_SURE = "Who held it then is not certain. By the dates known here it may have been:"
STATE = "member"
"""The kind of a state."""


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """Who holds the office that is asked for, at the time that is asked for."""
    typed, reading = reading, without_own_title(reading)
    bodies = [thing for thing in reading.things if thing.type in BODIES]
    people = {thing.record for thing in reading.things if thing.kind == "leader"}
    answers = []
    named = any(thing.type == OFFICE for thing in reading.things)
    if reading.rest and not (reading.shape or reading.things):  # `chairmanship rotation rule` is about a rule
        return None
    alone = not bodies or (named and not _of_another_state(store, reading, bodies))
    asked_bodies = [*([None] if alone else []), *bodies[:MOST_OFFICES]]
    for body in asked_bodies:
        asked = asked_offices(store, reading, body, day)
        if asked is None:
            return None
        state = body if body and body.kind == STATE else _only_state(bodies)
        of_state = set() if people else _from(store, state, [office.id for office in asked.offices])
        part = _of_offices(store, reading, asked, people or of_state, day)
        if of_state and part.items:  # `secretary general from belarus`: no other holder is asked for
            return part
        if not of_state:
            answers.append(part)
    if not any(part.items or part.message for part in answers):
        return None
    joined = _joined(answers)
    return joined._replace(met=joined.met.union(typed.titles)) if typed is not reading else joined


def _of_another_state(store: Store, reading: Interpretation, bodies: Sequence[Thing]) -> bool:
    """Whether the words of an office do not say of which state it is, and another state is named beside it:
    the `security council secretary` of one may be that of the other."""
    if not any(body.kind == STATE for body in bodies):
        return False
    for thing in reading.things:
        if thing.type == OFFICE:
            typed = {reading.words[place] for place in thing.places}
            rows = store.database.execute(
                "SELECT w.word FROM office o JOIN record r ON r.id = o.body AND r.kind = 'member' "
                "JOIN name_key k ON k.record = r.id JOIN word_key w ON w.name_key = k.number WHERE o.id = ?",
                (thing.record,),
            ).fetchall()
            if rows and typed.isdisjoint(word for (word,) in rows):
                return True
    return False


def asked_of_bodies(store: Store, reading: Interpretation, day: str) -> Asked | None:
    """The offices that are asked about, of the first body named if there is one."""
    bodies = [thing for thing in reading.things if thing.type in BODIES]
    named = any(thing.type == OFFICE for thing in reading.things)
    return asked_offices(store, reading, None if named or not bodies else bodies[0], day)


def _only_state(bodies: Sequence[Thing]) -> Thing | None:
    """The state that is named beside one other body, whose office somebody from there held."""
    states = [body for body in bodies if body.kind == STATE]
    return states[0] if len(states) == 1 and len(bodies) == 2 else None


def _from(store: Store, body: Thing | None, offices: Sequence[str]) -> set[str]:
    """Who comes from a state, where the offices are none of its own: `secretary general from belarus`."""
    if body is None or body.kind != STATE or not offices:
        return set()
    row = store.database.execute(
        f"SELECT EXISTS (SELECT 1 FROM office WHERE body = ? AND id IN ({', '.join('?' * len(offices))}))",
        (body.record, *offices),
    ).fetchone()
    return set() if row[0] else {id for id, name in store.states_of_leaders().items() if name == body.name}


def _of_offices(store: Store, reading: Interpretation, asked: Asked, people: set[str], day: str) -> Answer:
    """Who held these offices."""
    terms = terms_of_offices(store, [office.id for office in asked.offices])
    if people:
        terms = [term for term in terms if term.holder in people]
        person = next((thing for thing in reading.things if thing.record in people), None)
        if person and not terms and asked.offices:
            return no_term(store, person, asked)
    several = sum(thing.type in BODIES for thing in reading.things) > 1
    many = (reading.shape == LIST or (_plural(reading) and not several)) and not reading.period.given
    if reading.order == FIRST:
        return of_terms(asked, FIRST, sorted(terms, key=lambda term: term.start)[:1])
    if many and reading.order == PREVIOUS:
        in_office = {term.number for term in _current(terms, day, asked.offices)}
        over = [term for term in each_once(terms) if term.number not in in_office]
        return of_terms(asked, "former holders", over, listed=not people)
    if many or (people and not reading.period.given):
        holders = len({term.holder for term in terms})
        acting = ", acting ones among them" if any(term.acting for term in terms) else ""
        count = f"{holders} holders are known here{acting}." if reading.shape == HOW_MANY and terms else ""
        return of_terms(asked, "all holders", each_once(terms), count, listed=not people)
    if reading.period.given:
        return _at(store, reading, asked, terms)
    if reading.order == NEXT:
        return of_terms(
            asked, "now", _current(terms, day, asked.offices), "Who comes next is not known here."
        )
    current = _current(terms, day, asked.offices)
    now = "now" if day == store.default_day else f"as of {dates.spoken(day)}"
    if reading.order == PREVIOUS:
        return of_terms(asked, "before the present one", _before(terms, current))
    if not current and terms:
        last = each_once(terms)[:1]
        ended = [term for term in last if term.ended(day)]
        message = (
            "" if reading.order == LAST else "Nobody is known to hold this office now; the last one known:"
        )
        return of_terms(asked, "last known", last, message if ended or message else "")
    return of_terms(asked, now, current)


def _plural(reading: Interpretation) -> bool:
    return any(is_plural_title(word) for word in reading.words)


def of_terms(
    asked: Asked, when: str, terms: Iterable[OfficeTerm], message: str = "", listed: bool = False
) -> Answer:
    items = tuple(
        AnswerItem(term.holder, (term.number,), f"{term.title}, {dates.spoken(term.edtf)}") for term in terms
    )
    if not items and not message:
        who = asked.said.replace("who leads", "the leader of")
        nobody = f"This reference does not say who was {who} ({when})."
        if when in ("now", FIRST):
            nobody = f"This reference does not say who {'is' if when == 'now' else 'was'} {who}."
        return Answer(f"{asked.said}, {when}", (), nobody, complete=False)
    return Answer(f"{asked.said}, {when}", items[:MOST_LISTED], message, listed and len(items) > 1)


def _at(store: Store, reading: Interpretation, asked: Asked, terms: list[OfficeTerm]) -> Answer:
    """Who held an office at a time; before it existed, that it did not."""
    period = reading.period
    held = [term for term in terms if term.touches(period.first, period.last)]
    sure = [term for term in held if term.interval] or held
    order = {office.id: place for place, office in enumerate(asked.offices)}
    foremost = min((order[term.office] for term in sure), default=0)
    led = [term for term in sure if order[term.office] == foremost] if "who leads" in asked.said else sure
    if led and period.first > store.default_day:
        message = (
            f"{period.spoken} is after this edition. As last known on {dates.spoken(store.default_day)}:"
        )
        known = _current(led, store.default_day, asked.offices)
        return of_terms(asked, "last known", known, message)._replace(complete=False, silent=True)
    if led:
        message = "" if any(_is_sure(term, period.first, period.last) for term in led) else NOT_SURE
        return of_terms(asked, period.spoken, each_once(led, latest_first=False), message)
    if not terms:
        return of_terms(asked, period.spoken, ())
    earliest = min(terms, key=lambda term: term.start)
    if period.last < earliest.start:
        first = f"The first holder known here is {earliest.name}, {dates.spoken(earliest.edtf)}"
        message = f"{first}: the office may not have existed in {period.spoken}."
    else:
        message = f"Who held it in {period.spoken} is not known here. Those known:"
    return of_terms(asked, period.spoken, each_once(terms), message)._replace(complete=False)


def _is_sure(term: OfficeTerm, first: str, last: str) -> bool:
    """Whether an office was certainly held on one of these days, and not only between the earliest beginning
    and the latest end that the sources allow; where no end is known, only when it began."""
    when = dates.parse(term.edtf)
    if not term.interval or term.open:
        return True
    if term.end_unknown:
        return when.start_earliest <= last and when.start_latest >= first
    return when.start_latest <= last and when.end_earliest >= first


def _current(terms: Sequence[OfficeTerm], day: str, offices: Sequence[Titled]) -> list[OfficeTerm]:
    """Who holds each office on a day: the latest to have begun of those whose term is not over. A term whose
    end is not known counts only while nobody is known to have come after."""
    current: list[OfficeTerm] = []
    for office in offices:
        begun = [
            term for term in terms if term.office == office.id and term.start <= day and not term.ended(day)
        ]
        certain = [
            term for term in begun if term.open or (term.interval and term.end > day and not term.end_unknown)
        ]
        newest = max(certain, key=lambda term: term.start, default=None)
        if newest is None and begun:
            last = max(begun, key=lambda term: term.start)
            later = any(term.office == office.id and term.start > last.start for term in terms)
            newest = last if last.end_unknown and not later else None
        if newest is not None:
            current.append(newest)
    leading = [term for term in current if term.office == offices[0].id] if offices else []
    return leading + [term for term in current if term not in leading]


def _before(terms: Sequence[OfficeTerm], current: Sequence[OfficeTerm]) -> list[OfficeTerm]:
    start = min((term.start for term in current), default="9999")
    holders = {term.holder for term in current}
    earlier = [term for term in terms if term.start < start and term.holder not in holders]
    return [max(earlier, key=lambda term: term.start)] if earlier else []


def each_once(terms: Iterable[OfficeTerm], latest_first: bool = True) -> list[OfficeTerm]:
    """The best dated term of each holder of each office, overlapping ones as one."""
    best: list[OfficeTerm] = []
    for term in sorted(terms, key=lambda term: (not term.interval, term.start)):
        same = (other for other in best if (other.holder, other.office) == (term.holder, term.office))
        if not any(other.touches(term.start, term.end) for other in same):
            best.append(term)
    return sorted(best, key=lambda term: term.start, reverse=latest_first)


def _joined(answers: Sequence[Answer]) -> Answer:
    """Several answers as one, such as one office in two states."""
    if len(answers) == 1:
        return answers[0]
    return Answer(
        "; ".join(dict.fromkeys(part.read_as for part in answers)),
        tuple(dict.fromkeys(item for part in answers for item in part.items[:2])),
        " ".join(dict.fromkeys(part.message for part in answers if part.message)),
        complete=any(part.complete for part in answers),
    )
