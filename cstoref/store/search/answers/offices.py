"""Who holds or held an office: `who leads kyrgyzstan`, `foreign minister of russia in 2005`,
`presidents of georgia`."""

from __future__ import annotations

from cstoref import dates, fold
from cstoref.namedtuples import NamedTuple

from ..interpretation import LIST, WHO, Reading
from ..lexicon import FIRST, LAST, NEXT, PREVIOUS
from ..roles import OfficeTerm, Titled, named_offices, offices_by_id, terms_of_offices
from ..word_forms import is_plural_title
from . import MOST_LISTED, Answer, Item

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cstoref.store.queries import Store

    from ..things import Thing

BODIES = ("organization", "organ", "staff", "force", "unit", "base", "bloc", "body", "coalition",
"government", "state",
          "former-state")  # fmt: skip
"""Types of records that somebody may lead."""
ABOUT_OFFICES = ("office", "chaired", "commanded_by", "appointed", "founded")
"""Topics that go with a question about an office."""
ABOUT_TERMS = ("in_force", "became", "hosted")
"""Topics that go with a question about somebody's office: how long, when did he become."""
MOST_OFFICES = 12
OFFICE = "office"


class _Asked(NamedTuple):
    """The offices that a question asks about, in words, and those of them that lead, the foremost first."""

    offices: tuple[Titled, ...]
    said: str


def answer(store: Store, reading: Reading, day: str) -> Answer | None:
    """Who holds the office that is asked for, at the time that is asked for."""
    if neighbour := _neighbour(store, reading):
        return neighbour
    bodies = [thing for thing in reading.things if thing.type in BODIES]
    people = {thing.record for thing in reading.things if thing.kind == "leader"}
    answers = []
    asked_bodies: Sequence[Thing | None] = bodies[:MOST_OFFICES] or (None,)
    for body in asked_bodies:
        asked = _asked(store, reading, body, day)
        if asked is None:
            return None
        answers.append(_of_offices(store, reading, asked, people, day))
    if not any(part.items or part.message for part in answers):
        return None
    return _joined(answers)


def _asked(store: Store, reading: Reading, body: Thing | None, day: str) -> _Asked | None:
    """The offices that are asked for; None where the question is about something else."""
    if reading.shape != WHO and not {*reading.types} <= {"office", "person", "state", "former-state"}:
        return None
    about = (*ABOUT_OFFICES, "hosted") if reading.titles else ABOUT_OFFICES
    if any(thing.kind == "leader" for thing in reading.things):
        about = (*about, *ABOUT_TERMS)
    if any(fields[0] not in about for fields in reading.fields):
        return None
    post = _post(store, reading)
    named = [thing.record for thing in reading.things if thing.type == OFFICE]
    if named:
        offices = offices_by_id(store, named)
        posts = {office.post for office in offices} - {""}
        if body:
            offices = [office for office in _posts(store, body.record) if office.post in posts] or offices
        return _Asked(tuple(offices), ", ".join(office.name for office in offices))
    if post and body:
        offices = [office for office in _posts(store, body.record) if office.post == post]
        label = next((office.label for office in offices), post.replace("-", " "))
        return _Asked(tuple(offices), f"{label} of {body.name}".lower().replace(body.name.lower(), body.name))
    if reading.titles and not _only_leads(reading):
        cities = [thing.name for thing in reading.things if thing.kind == "place"]
        words = (*reading.titles, *(word for name in cities for word in fold.words(name).split()))
        offices = named_offices(store, words, body.record if body else None) or _headed(store, words, body)
        if not offices and body is None and not cities:
            return None
        said = " ".join(reading.titles)
        of = body.name if body else ", ".join(cities)
        return _Asked(tuple(offices), f"{said} of {of}" if of else _title(store, offices, said))
    if "office" in reading.topic and body and (reading.fields[0][0] == "office" or _only_leads(reading)):
        return _Asked(tuple(_leading(store, body.record, reading, day)), f"who leads {body.name}")
    return None


def _headed(store: Store, words: Sequence[str], body: Thing | None) -> list[Titled]:
    """The offices that a word for whoever leads may mean: the head of a council is its secretary."""
    leads = {key: phrases for key, phrases in store.words("leader") if key in words}
    for lead, phrases in leads.items():
        rest = tuple(word for word in words if word != lead)
        for phrase in phrases:
            offices = named_offices(store, (*phrase.split(), *rest), body.record if body else None)
            if offices:
                return offices
    return []


def _neighbour(store: Store, reading: Reading) -> Answer | None:
    """Who came before or after a person in an office: `who succeeded …`, `secretary general before …`."""
    person = next((thing for thing in reading.things if thing.kind == "leader"), None)
    side = next((side for side, words in _SIDES.items() if any(word in reading.words for word in words)), 0)
    if person is None or not side:
        return None
    offices = tuple(thing for thing in reading.things if thing.type == OFFICE)
    asked = _asked(store, reading._replace(things=offices), None, "") if reading.titles or offices else None
    rows = store.database.execute(
        "SELECT s.value FROM statement s LEFT JOIN office o ON o.id = s.value LEFT JOIN post p ON p.id = "
        "o.post "
        "WHERE s.field = 'office' AND s.subject = ? AND instr(s.edtf, '/') ORDER BY p.leads DESC, "
        "s.weight DESC",
        (person.record,),
    )
    ids = [office.id for office in asked.offices] if asked else list(dict.fromkeys(id for (id,) in rows))
    when = f"{'after' if side > 0 else 'before'} {person.name}"
    for office in offices_by_id(store, ids):
        terms = [term for term in _each_once(terms_of_offices(store, [office.id]), False) if term.interval]
        places = [place for place, term in enumerate(terms) if term.holder == person.record]
        next_to = (places[-1] + 1 if side > 0 else places[0] - 1) if places else -1
        if 0 <= next_to < len(terms):
            return _answer(_Asked((office,), office.name), when, _to_a_full_term(terms, next_to, side))
    if not ids:
        return None
    said = ", ".join(office.name for office in offices_by_id(store, ids[:1]))
    return Answer(f"{said}, {when}", (), f"{said}: nobody {when} is known here.", complete=False)


def _to_a_full_term(terms: Sequence[OfficeTerm], place: int, side: int) -> list[OfficeTerm]:
    """The term at a place, and where it was only acting, those beyond up to one that was not."""
    found: list[OfficeTerm] = []
    while 0 <= place < len(terms) and len(found) < MOST_ACTING:
        found.append(terms[place])
        if not terms[place].acting:
            break
        place += side
    return found


MOST_ACTING = 4
_SIDES = {
    1: (
        "succeeded",
        "succeed",
        "successor",
        "replaced",
        "replace",
        "after",
        "followed",
        "succeeds",
        "replaces",
    ),
    -1: ("predecessor", "preceded", "before", "precede"),
}


def _title(store: Store, offices: Sequence[Titled], said: str) -> str:
    return offices[0].name if len(offices) == 1 else said


def _only_leads(reading: Reading) -> bool:
    """Whether the only title is a word for whoever leads."""
    return set(reading.titles) <= {"head", "chief", "leader", "boss"}


def _post(store: Store, reading: Reading) -> str:
    """The post that the words name by its own name, such as `head of state`."""
    spaced = f" {' '.join(reading.words)} "
    ids = store.database.execute("SELECT id FROM post ORDER BY length(id) DESC")
    return next((id for (id,) in ids if f" {id.replace('-', ' ')} " in spaced), "")


def _posts(store: Store, body: str) -> list[Titled]:
    rows = store.database.execute(
        "SELECT o.id, r.name, o.body, o.post, p.label FROM office o JOIN record r ON r.id = o.id "
        "JOIN post p ON p.id = o.post WHERE o.body = ? ORDER BY p.position, r.weight DESC",
        (body,),
    )
    return [Titled(*row) for row in rows]


def _leading(store: Store, body: str, reading: Reading, day: str) -> list[Titled]:
    """The offices that lead a body, the one that leads at the time asked for first; else all of its offices
    that the words for a leader may mean."""
    leads = {id for (id,) in store.database.execute("SELECT id FROM post WHERE leads")}
    offices = [office for office in _posts(store, body) if office.post in leads]
    moment = reading.period.last if reading.period.given else day
    rows = store.database.execute(
        "SELECT post FROM leading WHERE body = ? AND since <= ? AND coalesce(until, '9999') > ?",
        (body, moment, moment),
    )
    first = {post for (post,) in rows}
    if offices:
        return sorted(offices, key=lambda office: office.post not in first)
    for title in next((phrases for key, phrases in store.words("leader") if key == "leader"), ()):
        if named := named_offices(store, tuple(title.split()), body):
            return list(named)
    return []


def _of_offices(store: Store, reading: Reading, asked: _Asked, people: set[str], day: str) -> Answer:
    """Who held these offices."""
    terms = terms_of_offices(store, [office.id for office in asked.offices])
    if people:
        terms = [term for term in terms if term.holder in people]
    many = (reading.shape == LIST or _plural(reading)) and not reading.period.given
    if reading.order == FIRST and terms:
        return _answer(asked, "first", [min(terms, key=lambda term: term.start)])
    if many or (people and not reading.period.given):
        return _answer(asked, "all holders", _each_once(terms), listed=not people)
    if reading.period.given:
        return _at(store, reading, asked, terms)
    if reading.order == NEXT:
        return _answer(asked, "now", _current(terms, day, asked.offices), "Who comes next is not known here.")
    current = _current(terms, day, asked.offices)
    now = "now" if day == store.default_day else f"as of {dates.spoken(day)}"
    if reading.order == PREVIOUS:
        return _answer(asked, "before the present one", _before(terms, current))
    if not current and terms:
        last = _each_once(terms)[:1]
        ended = [term for term in last if term.ended(day)]
        message = (
            "" if reading.order == LAST else "Nobody is known to hold this office now; the last one known:"
        )
        return _answer(asked, "last known", last, message if ended or message else "")
    return _answer(asked, now, current)


def _plural(reading: Reading) -> bool:
    return any(is_plural_title(word) for word in reading.words)


def _answer(
    asked: _Asked, when: str, terms: Iterable[OfficeTerm], message: str = "", listed: bool = False
) -> Answer:
    items = tuple(
        Item(term.holder, (term.number,), f"{term.title}, {dates.spoken(term.edtf)}") for term in terms
    )
    if not items and not message:
        who = asked.said.replace("who leads", "the leader of")
        nobody = f"This reference does not say who was {who} ({when})."
        return Answer(f"{asked.said}, {when}", (), nobody, complete=False)
    return Answer(f"{asked.said}, {when}", items[:MOST_LISTED], message, listed and len(items) > 1)


def _at(store: Store, reading: Reading, asked: _Asked, terms: list[OfficeTerm]) -> Answer:
    """Who held an office at a time; before it existed, that it did not."""
    period = reading.period
    held = [term for term in terms if term.touches(period.first, period.last)]
    sure = [term for term in held if term.interval] or held
    order = {office.id: place for place, office in enumerate(asked.offices)}
    foremost = min((order[term.office] for term in sure), default=0)
    led = [term for term in sure if order[term.office] == foremost] if "who leads" in asked.said else sure
    if led:
        return _answer(asked, period.spoken, _each_once(led, latest_first=False))
    if not terms:
        return _answer(asked, period.spoken, ())
    earliest = min(terms, key=lambda term: term.start)
    if period.last < earliest.start:
        first = f"The first holder known here is {earliest.name}, {dates.spoken(earliest.edtf)}"
        message = f"{first}: the office may not have existed in {period.spoken}."
    else:
        message = f"Who held it in {period.spoken} is not known here. Those known:"
    return _answer(asked, period.spoken, _each_once(terms), message)._replace(complete=False)


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


def _each_once(terms: Iterable[OfficeTerm], latest_first: bool = True) -> list[OfficeTerm]:
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
        tuple(item for part in answers for item in part.items[:2]),
        " ".join(dict.fromkeys(part.message for part in answers if part.message)),
        complete=any(part.complete for part in answers),
    )
