"""Who left the organization: `who left the csto`, `which countries quit`.

A state that froze its part and stayed a member is listed last and said to be one: it has not left.
"""

from __future__ import annotations

from cstoref import dates
from cstoref.store.membership import FORMER, MEMBER, statuses

from ...interpretation import Interpretation
from ...question_words import HOW_MANY, LIST, WHAT, WHICH, WHO
from .. import Answer, AnswerItem
from ..shared.matches import listed, numbers_of
from .member_status import BODIES, LEFT, SUSPENDED, status_fact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstoref.store.queries import Store


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """The states that left, with when; then those that only froze their part."""
    if not _is_asked(store, reading):
        return None
    moment = min(reading.period.last, store.default_day) if reading.period.given else day
    known = statuses(store, moment)
    former = [id for id, status in known.items() if status == FORMER]
    left = _last_first(store, [id for id in former if _left_within(store, reading, id)])
    frozen = [id for id in _frozen(store, moment) if known.get(id) == MEMBER]
    items = [_item(store, id, moment) for id in (*left, *frozen)]
    when = f", {reading.period.spoken}" if reading.period.given else f", as of {dates.spoken(moment)}"
    read_as = f"states that left {_subject(store)}{when}"
    if not left:
        message = f"No state is known to have left {_subject(store)}{when}."
        return Answer(read_as, tuple(items), message, complete=False, silent=True)
    count = f"{len(left)} states: " if reading.shape == HOW_MANY else ""
    return Answer(read_as, tuple(items), count + _said(store, left, frozen))


def _is_asked(store: Store, reading: Interpretation) -> bool:
    """Whether the question asks which states left the organization, and nothing else."""
    first = [fields[0] for fields in reading.fields]
    subjects = {store.pack["subject"], store.pack.get("predecessor")}
    only = {thing.record for thing in reading.things} <= subjects and {*reading.types} <= BODIES
    if LEFT not in first or not {*first} <= {LEFT, "membership"} or not only or not store.pack["subject"]:
        return False
    negated = reading.negated and not reading.cue("no-longer")
    more = reading.rest or reading.unknown or reading.titles or negated
    return not more and reading.shape in ("", WHO, WHICH, WHAT, LIST, HOW_MANY) and not reading.yes_or_no


def _left_within(store: Store, reading: Interpretation, state: str) -> bool:
    period = reading.period
    return not period.given or any(period.first <= end <= period.last for end in _ends(store, state))


def _ends(store: Store, state: str) -> list[str]:
    """The first days on which the memberships of a state may have ended."""
    spans = store.states_like("membership", store.pack["subject"])
    whens = [dates.parse(edtf) for subject, edtf, _ in spans if subject == state]
    return [when.end_latest for when in whens if when.interval and when.end_latest < dates.LAST_DAY]


def _last_first(store: Store, states: Sequence[str]) -> list[str]:
    names = {id: ref.name for id, ref in store.named(states).items()}
    by_name = sorted(states, key=lambda state: names[state])
    return sorted(by_name, key=lambda state: max(_ends(store, state), default=""), reverse=True)


def _frozen(store: Store, moment: str) -> list[str]:
    rows = store.states_like(SUSPENDED, store.pack["subject"])
    return [subject for subject, edtf, _ in rows if dates.parse(edtf).start_earliest <= moment]


def _item(store: Store, state: str, moment: str) -> AnswerItem:
    """The state with its membership in words, and the statement that says how it ended."""
    fact = status_fact(store, state, moment)
    rows = store.database.execute(
        "SELECT s.number FROM statement s JOIN about a ON a.statement = s.number AND a.record = ? "
        "WHERE s.field IN (?, ?) AND (s.value = ? OR s.subject = ?) AND NOT s.negated "
        "AND s.rank != 'deprecated' AND s.start_earliest <= ? ORDER BY s.start_earliest DESC LIMIT 2",
        (state, LEFT, SUSPENDED, store.pack["subject"], store.pack.get("predecessor") or "", moment),
    )
    numbers = [number for (number,) in rows] + (numbers_of(store, fact.statements) if fact else [])
    return AnswerItem(state, tuple(dict.fromkeys(numbers))[:2], summary=fact.text if fact else "")


def _said(store: Store, left: Sequence[str], frozen: Sequence[str]) -> str:
    """`Uzbekistan, Azerbaijan and Georgia left. Armenia froze its part and is still a member.`"""
    names = {id: ref.name for id, ref in store.named((*left, *frozen)).items()}
    said = f"{listed([names[id] for id in left])} left."
    if frozen:
        verb = "is still a member" if len(frozen) == 1 else "are still members"
        its = "its" if len(frozen) == 1 else "their"
        said += f" {listed([names[id] for id in frozen])} froze {its} part and {verb}."
    return said


def _subject(store: Store) -> str:
    return f"the {store.short_title()}"
