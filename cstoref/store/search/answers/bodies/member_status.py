"""Whether a state is, was or ever was a member: `did armenia leave`, `is belarus a member`, `was uzbekistan a
member in 2009`.

The answer begins with yes or no and the membership of the state in words, the same words that its card has;
then come the statements about leaving or joining.
"""

from __future__ import annotations

from cstoref import dates
from cstoref.namedtuples import NamedTuple
from cstoref.store import world
from cstoref.store.membership import FORMER, MEMBER, founding_day, statuses

from ...interpretation import Interpretation
from ...periods import in_words
from ...question_words import WHEN
from ...things import Thing
from .. import Answer, AnswerItem
from ..shared.matches import by_record, numbers_of, with_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.model import Fact
    from cstoref.store.queries import Store

FORM = "membership"
MEMBERSHIP, LEFT, SUSPENDED, JOINED = "membership", "left", "suspended", "joined"
TOPICS = (MEMBERSHIP, LEFT, SUSPENDED, JOINED)
BODIES = {"state", "former-state", "organization", "bloc"}
WORDS = {
    LEFT: "leav* left withdr* quit exit* froz* freez* suspen* return*",
    SUSPENDED: "froz* freez* suspen* return*",
    JOINED: "join* acced* accession* return*",
}
"""How words of statements about a topic begin."""
MOST_ABOUT = 8
MOST_ENDS = 2
"""Days that a single year is looked at on: its first and last."""


class Standing(NamedTuple):
    """What a state is to the organization at a time, as far as a yes or a no needs it."""

    member: bool
    former: bool
    proper: bool
    """Whether it ever was a member of the organization itself, and not only of what came before it."""
    frozen: bool
    partly: bool = False
    """Whether it was a member in some of the years that are asked about, and not in others."""


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """Yes or no with the membership of the state, then the statements about leaving or joining."""
    topic, state = _topic(reading), _state(store, reading)
    if topic and state is None:
        return _elsewhere(store, reading)
    if not topic or state is None or reading.rest or reading.unknown:
        return None
    moment = min(reading.period.last, store.default_day) if reading.period.given else day
    fact = status_fact(store, state.record, moment)
    if fact is None:
        return None
    standing = _standing(store, reading, state.record, moment)
    telling, states = _telling(store, reading, state.record, topic), numbers_of(store, fact.statements)
    still = topic == LEFT and standing.member  # who has not left is first of all a member
    states = states[: 1 + standing.frozen] if still else states
    about = [] if topic == MEMBERSHIP else _statements_about(store, reading, state, topic)
    own = [number for record, number in about if record == state.record]
    numbers = list(dict.fromkeys((*states, *telling, *own) if still else (*telling, *states, *own)))
    verdict = _verdict(reading, topic, standing) if reading.yes_or_no else ""
    if reading.shape == WHEN and topic == LEFT and not standing.former:
        verdict = "It has not left."
    words = " ".join(filter(None, (verdict, f"{state.name}: {fact.text}")))
    when = in_words(reading.period) if reading.period.given else f"as of {dates.spoken(day)}"
    items = (
        AnswerItem(state.record, tuple(numbers)),
        *by_record(row for row in about if row[1] not in numbers),
    )
    return Answer(f"whether {state.name} {_asked(topic, reading.period.given)} {when}", items, f"{words}.")


def has_not_left(store: Store, reading: Interpretation, day: str) -> bool:
    """Whether the question takes for granted that a state left or froze its part, which it did not."""
    topic, state = _topic(reading), _state(store, reading)
    if topic not in (LEFT, SUSPENDED) or state is None:
        return False
    standing = _standing(store, reading, state.record, day)
    return not standing.former and not standing.frozen


def _topic(reading: Interpretation) -> str:
    """Which side of membership is asked about; empty where something else is."""
    first = [fields[0] for fields in reading.fields]
    if not first or not {*first} <= {*TOPICS} or not {*reading.types} <= BODIES:
        return ""
    plain = reading.yes_or_no or reading.shape in ("", WHEN)
    if not plain or reading.titles or reading.order in ("first", "next"):
        return ""
    return next((topic for topic in (SUSPENDED, LEFT, JOINED) if topic in first), MEMBERSHIP)


def _state(store: Store, reading: Interpretation) -> Thing | None:
    """The only state that is named, beside the organization or what came before it."""
    states = [thing for thing in reading.things if thing.kind == "member"]
    subjects = {store.pack["subject"], store.pack.get("predecessor")}
    others = [thing for thing in reading.things if thing.kind != "member" and thing.record not in subjects]
    return states[0] if len(states) == 1 and not others else None


def _elsewhere(store: Store, reading: Interpretation) -> Answer | None:
    """The answer for a state that has no record here: it was no member. Then what the sources do say of
    it."""
    words = (*reading.rest, *reading.unknown)
    subjects = {store.pack["subject"], store.pack.get("predecessor")}
    alone = len(words) == 1 and {thing.record for thing in reading.things} <= subjects
    if not alone or not reading.yes_or_no or not world.is_territory(words[0]):
        return None
    rows = store.database.execute(
        "SELECT subject, number FROM statement WHERE rank != 'deprecated' AND number IN "
        f"({', '.join(map(str, with_word(store, words[0])))}) ORDER BY weight DESC LIMIT ?",
        (MOST_ABOUT,),
    )
    name = words[0].capitalize()
    message = f"No. {name} is not among the states that are or were members of the {store.short_title()}."
    return Answer(f"whether {name} is or was a member", by_record(rows.fetchall()), message)


def status_fact(store: Store, id: str, day: str) -> Fact | None:
    """The membership of a state on a day in the words of its card; None where the pack has no such fact."""
    record = store.record(id)
    rule = next((r for r in store.fact_rules(record.type) if r.form == FORM), None) if record else None
    if record is None or rule is None:
        return None
    # Not above: the forms of all facts are more than most questions load altogether.
    from cstoref.store.facts.evidence import evidence
    from cstoref.store.facts.forms import FORMS

    return FORMS[FORM](evidence(store, record, rule.fields, day), rule)


def _standing(store: Store, reading: Interpretation, state: str, moment: str) -> Standing:
    """What the state is at the time; of a stretch of time, whether it was a member on its first or last
    day."""
    days = {moment}
    if reading.period.given and reading.period.first > dates.FIRST_DAY:
        days |= {reading.period.first, *_years_within(reading.period.first, moment)}
    found = {statuses(store, day).get(state) for day in days}
    spans = [when for subject, edtf, _ in store.states_like(MEMBERSHIP, store.pack["subject"])
             if subject == state and (when := dates.parse(edtf)).interval]  # fmt: skip
    of_treaty = store.pack.get("predecessor") in {thing.record for thing in reading.things}
    proper = of_treaty or any(when.end_latest > founding_day(store) for when in spans)
    partly = len(days) > MOST_ENDS and MEMBER in found and len(found) > 1
    return Standing(MEMBER in found, FORMER in found, proper, _is_frozen(store, state, moment), partly)


def _years_within(first: str, last: str) -> list[str]:
    """The first day of each year that begins between two days."""
    return [f"{year:04}-01-01" for year in range(int(first[:4]) + 1, int(last[:4]) + 1)]


def _is_frozen(store: Store, state: str, moment: str) -> bool:
    row = store.database.execute(
        "SELECT EXISTS (SELECT 1 FROM statement WHERE subject = ? AND field = ? AND value = ? "
        "AND NOT negated AND rank != 'deprecated' AND start_earliest <= ?)",
        (state, SUSPENDED, store.pack["subject"], moment),
    ).fetchone()
    return bool(row[0])


def _verdict(reading: Interpretation, topic: str, standing: Standing) -> str:
    """`Yes.`, `No.`, or what is between."""
    ever = "ever" in reading.words or "been" in reading.words or reading.words[0] in ("was", "were", "wasnt")
    left_too = any(fields[0] == LEFT for fields in reading.fields)
    if topic == SUSPENDED and left_too and standing.frozen and not standing.former:
        return "It has frozen its participation and has not left."
    if topic == SUSPENDED:
        yes = standing.frozen
    elif topic == LEFT:
        yes = standing.former and not standing.member
        if not yes and standing.frozen:
            return "No: it has not withdrawn, but it has frozen its participation."
        if yes and not standing.proper and reading.things[1:]:
            return "It left the treaty, before the organization was founded."
    elif topic == MEMBERSHIP and "always" in reading.words:
        yes = standing.member and not standing.former
    else:
        yes = standing.member
        if topic == MEMBERSHIP and standing.partly:
            return "For part of that time only."
        if topic == JOINED or (ever and not reading.period.given):
            yes = standing.member or (standing.former and standing.proper)
            if standing.former and not standing.proper and not standing.member:
                return "Only of the treaty before the organization."
    return "Yes." if yes else "No."


def _asked(topic: str, past: bool) -> str:
    said = {LEFT: "has left", SUSPENDED: "has frozen its participation", JOINED: "joined"}
    return said.get(topic, "was a member" if past else "is a member")


def _telling(store: Store, reading: Interpretation, state: str, topic: str) -> list[int]:
    """The statements that say outright that the state left, froze its part or joined; those about what the
    question names first: the organization, or its treaty."""
    named = next((thing.record for thing in reading.things if thing.record in _subjects(store)), "")
    fields = {LEFT: (LEFT, SUSPENDED), SUSPENDED: (SUSPENDED,), JOINED: (JOINED,)}.get(topic, ())
    rows = store.database.execute(
        "SELECT s.number FROM statement s JOIN about a ON a.statement = s.number AND a.record = ? "
        f"WHERE s.field IN ({', '.join('?' * len(fields))}) AND NOT s.negated AND s.rank != 'deprecated' "
        "AND (s.subject IN (?, ?) OR s.value IN (?, ?)) "
        "ORDER BY ? NOT IN (s.subject, coalesce(s.value, '')), s.start_earliest DESC",
        (state, *fields, *_subjects(store), *_subjects(store), named),
    )
    return [number for (number,) in rows]


def _subjects(store: Store) -> tuple[str, str]:
    """The organization and what came before it."""
    return store.pack["subject"], store.pack.get("predecessor") or store.pack["subject"]


def _statements_about(
    store: Store, reading: Interpretation, state: Thing, topic: str
) -> list[tuple[str, int]]:
    """The record and number of the statements in which the state and the organization concern one another and
    which speak of leaving, freezing or joining; the newest first."""
    forms = " OR ".join(f'"{word.rstrip("*")}"{"*" * word.endswith("*")}' for word in WORDS[topic].split())
    period = reading.period
    rows = store.database.execute(
        "SELECT s.subject, s.number FROM statement_text t JOIN statement s ON s.number = t.rowid "
        "WHERE statement_text MATCH ? AND s.rank != 'deprecated' "
        "AND EXISTS (SELECT 1 FROM about WHERE record = ? AND statement = s.number) "
        "AND EXISTS (SELECT 1 FROM about WHERE record IN (?, ?) AND statement = s.number) "
        "AND (? = '' OR (s.start_earliest <= ? AND s.end_latest >= ?)) "
        "AND s.field NOT IN ('membership', 'observer', 'assessment', 'comparison') "
        "ORDER BY s.start_earliest DESC LIMIT ?",
        (f"{{text}} : ({forms})", state.record, *_subjects(store), period.spoken, period.last, period.first,
         MOST_ABOUT),
    )  # fmt: skip
    return rows.fetchall()
