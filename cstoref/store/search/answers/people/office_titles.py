"""Which offices a question asks about, by their titles, posts or words for whoever leads."""

from __future__ import annotations

from cstoref import fold
from cstoref.namedtuples import NamedTuple

from ...interpretation import Interpretation
from ...office_terms import Titled, named_offices, offices_by_id
from ...question_words import WHICH, WHO
from ...word_forms import OFFICE as TITLE_WORDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstoref.store.queries import Store

    from ...things import Thing

ABOUT_OFFICES = ("office", "chaired", "commanded_by", "appointed", "founded")
"""Topics that go with a question about an office."""
ABOUT_TERMS = ("in_force", "became", "hosted")
"""Topics that go with a question about somebody's office: how long, when did he become."""
OFFICE = "office"
TURN = "chairmanship"
"""A title that goes from state to state."""


class Asked(NamedTuple):
    """The offices that a question asks about, in words, and those of them that lead, the foremost first."""

    offices: tuple[Titled, ...]
    said: str


def asked_offices(store: Store, reading: Interpretation, body: Thing | None, day: str) -> Asked | None:
    """The offices that are asked for; None where the question is about something else."""
    if not _is_about_offices(reading):
        return None
    named = [thing.record for thing in reading.things if thing.type == OFFICE]
    if named:
        return _with_post_of(store, named, body)
    post = _post(store, reading)
    if post and body:
        offices = [office for office in _posts(store, body.record) if office.post == post]
        label = next((office.label for office in offices), post.replace("-", " "))
        return Asked(tuple(offices), f"{label.lower()} of {body.name}")
    if reading.titles and not _only_leads(reading):
        return _titled(store, reading, body)
    first = reading.topic[0] if reading.topic else ""
    leads = first == "office" or (first == "chaired" and body and body.kind == "member")
    titled = bool(reading.titles) and _only_leads(reading)
    if body and (titled or ("office" in reading.topic and (leads or _only_leads(reading)))):
        return Asked(tuple(_leading(store, body.record, reading, day)), f"who leads {body.name}")
    return None


def without_own_title(reading: Interpretation) -> Interpretation:
    """A question without the title that only tells what the holder was: `which president held the chair`. A
    title of two words, such as `which deputy secretary`, is that of the office."""
    words, titles = reading.words, reading.titles
    chaired = reading.topic[:1] == ("chaired",) and any(
        thing.kind == "institution" for thing in reading.things
    )
    if WHICH not in words or (len(titles) < 2 and not chaired):
        return reading
    own, after = (*words[words.index(WHICH) + 1 :], "", "")[:2]
    if own not in titles or after not in reading.asked or after in titles:
        return reading
    rest = tuple(word for word in reading.rest if word != own)
    others = tuple(word for word in titles if word != own) or ("chair",)
    return reading._replace(titles=others, rest=rest, shape=WHO)


def _is_about_offices(reading: Interpretation) -> bool:
    """Whether nothing is asked that has to do with something else."""
    if reading.shape != WHO and not {*reading.types} <= {"office", "person", "state", "former-state"}:
        return False
    titled = reading.titles or any(thing.type == OFFICE for thing in reading.things)
    about = (*ABOUT_OFFICES, "hosted", "became") if titled else ABOUT_OFFICES
    if any(thing.kind == "leader" for thing in reading.things):
        about = (*about, *ABOUT_TERMS)
    return all(fields[0] in about for fields in reading.fields)


def _with_post_of(store: Store, named: Sequence[str], body: Thing | None) -> Asked:
    """The offices that are named, or the same post of another body: `president of armenia and belarus`."""
    offices = offices_by_id(store, named)
    posts = {office.post for office in offices} - {""}
    if body:
        offices = [office for office in _posts(store, body.record) if office.post in posts] or offices
    return Asked(tuple(offices), ", ".join(office.name for office in offices))


def _titled(store: Store, reading: Interpretation, body: Thing | None) -> Asked | None:
    """The offices with the titles that are typed, of a body or a city."""
    cities = [thing.name for thing in reading.things if _is_of_a_city(reading, thing)]
    titles = tuple(TITLE_WORDS.get(word, word) for word in reading.titles)
    words = (*titles, *(word for name in cities for word in fold.words(name).split()))
    if not body and not cities and (leading := _leading_with_title(store, titles)):
        return Asked(tuple(leading), _title(store, leading, " ".join(reading.titles)))
    offices = named_offices(store, words, body.record if body else None) or _headed(store, words, body)
    if body and body.kind == "member" and TURN in reading.titles:
        offices = []  # a state has a turn at that of the organization, and nobody in it has one
    if not offices and reading.order in words:  # the first commander, where none is called so
        of_body = tuple(word for word in words if word != reading.order)
        offices = named_offices(store, of_body, body.record if body else None)
    if not offices and body and body.kind == "member" and (turn := _leading_with_title(store, titles)):
        return Asked(tuple(turn), f"{_title(store, turn, ' '.join(reading.titles))}, {body.name}")
    if not offices and body is None and not cities:
        return None
    said = " ".join(reading.titles)
    of = body.name if body else ", ".join(cities)
    return Asked(tuple(offices), f"{said} of {of}" if of else _title(store, offices, said))


def _is_of_a_city(reading: Interpretation, thing: Thing) -> bool:
    """Whether a thing is a city that an office is of: `mayor of moscow`, and no `president at the moscow
    summit`."""
    before, after = min(thing.places) - 1, max(thing.places) + 1
    beside = {reading.words[before] if before >= 0 else "of", *reading.words[after : after + 1]}
    return thing.kind == "place" and not beside.isdisjoint({"of", *reading.titles})


def _leading_with_title(store: Store, titles: Sequence[str]) -> list[Titled]:
    """The offices that lead an organ of what the pack is about and whose title begins with the words, where
    the words are no more: `chair` is that of the council of heads of state, not of a commission."""
    rows = store.database.execute(
        "SELECT o.id FROM office o JOIN post p ON p.id = o.post AND p.leads JOIN record r ON r.id = o.id "
        "WHERE (lower(r.name) = ?1 OR lower(r.name) LIKE ?1 || ' of %') AND o.body IN (SELECT subject FROM "
        "statement WHERE field = 'part_of' AND value = ?2 AND NOT negated) "
        "AND p.id NOT IN (SELECT x.post FROM office x JOIN office_term t ON t.office = x.id "
        "WHERE t.term = '@' || ?2 AND x.id != o.id) ORDER BY r.weight DESC",
        (" ".join(titles), store.pack["subject"]),
    )
    return offices_by_id(store, [id for (id,) in rows])


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


def _title(store: Store, offices: Sequence[Titled], said: str) -> str:
    return offices[0].name if len(offices) == 1 else said


def _only_leads(reading: Interpretation) -> bool:
    """Whether the only title is a word for whoever leads."""
    return set(reading.titles) <= {"head", "chief", "leader", "boss"}


def _post(store: Store, reading: Interpretation) -> str:
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


def _leading(store: Store, body: str, reading: Interpretation, day: str) -> list[Titled]:
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
