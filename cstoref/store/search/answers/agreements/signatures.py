"""Whether somebody signed, ratified, joined or refused an agreement: `did shushkevich sign the treaty`."""

from __future__ import annotations

from ...interpretation import Interpretation
from ...periods import in_words
from ...things import Thing
from .. import MOST, Answer, AnswerItem
from ..shared.matches import listed, spoken_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

ACTS = ("signed", "ratified", "refused", "joined")
AGAINST = {"signed": "refused", "joined": "left"}
"""The act that says the contrary."""
VERBS = {"signed": "signed", "ratified": "ratified", "refused": "refused to sign", "joined": "joined"}


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """Yes or no, with what the sources say of the act; that they say nothing where they do not."""
    act = reading.fields[0][0] if reading.fields else ""
    actors = [thing for thing in reading.things if thing.kind in ("member", "leader")]
    agreements = [thing for thing in reading.things if thing.kind == "agreement"]
    plain = reading.yes_or_no and not (reading.rest or reading.unknown or reading.titles)
    if act not in ACTS or not plain or not actors or not agreements or len(reading.fields) > 1:
        return None
    did = _acts(store, reading, act, actors, agreements, 0)
    denied = _acts(store, reading, act, actors, agreements, 1)
    denied += _acts(store, reading, AGAINST.get(act, ""), actors, agreements, 0)
    who, what = listed([spoken_name(store, one) for one in actors]), listed([one.name for one in agreements])
    read_as = f"whether {who} {VERBS[act]} the {what}"
    when = f" {in_words(reading.period)}" if reading.period.given else ""
    items = tuple(AnswerItem(one.record, (*did, *denied)[:MOST]) for one in agreements[:1])
    if denied and not did and (later := _by_their_states(store, reading, act, actors, agreements)):
        states, numbers = later
        message = f"{states} {VERBS[act]} the {what} in the end; at first {who} did not."
        return Answer(read_as, (AnswerItem(agreements[0].record, (*numbers, *denied)[:MOST]),), message)
    if not did and not denied:
        message = f"The sources do not say that {who} {VERBS[act]} the {what}{when}."
        others = _acts(store, reading, act, [], agreements, 0)
        shown = tuple(AnswerItem(one.record, tuple(others[:MOST])) for one in agreements[:1] if others)
        return Answer(read_as, shown, message, complete=False, silent=True)
    return Answer(
        read_as, items, f"{'Yes' if did else 'No'}: {who} {VERBS[act] if did else _not(act)} the {what}."
    )


def _by_their_states(
    store: Store, reading: Interpretation, act: str, actors: list[Thing], agreements: list[Thing]
) -> tuple[str, list[int]] | None:
    """The states that people lead who are said not to have done it, and the statements by which these did."""
    led = store.states_of_leaders()
    names = {led[one.record] for one in actors if one.record in led}
    rows = store.database.execute(
        f"SELECT id, kind, type, name FROM record WHERE kind = 'member' AND name IN "
        f"({', '.join('?' * len(names))})",
        tuple(names),
    )
    states = [Thing(id, kind, type, name, ()) for id, kind, type, name in rows]
    did = _acts(store, reading, act, states, agreements, 0) if states else []
    return (listed([state.name for state in states]), did) if did else None


def _not(act: str) -> str:
    return {"signed": "did not sign", "ratified": "did not ratify"}.get(act, f"has not {VERBS[act]}")


def _acts(
    store: Store,
    reading: Interpretation,
    act: str,
    actors: list[Thing],
    agreements: list[Thing],
    negated: int,
) -> list[int]:
    """The statements of an act with one of the agreements, of the actors, or of anybody."""
    period = reading.period
    who, what = [one.record for one in actors], [one.record for one in agreements]
    condition = f"AND o.record IN ({', '.join('?' * len(who))}) " if who else ""
    rows = store.database.execute(
        "SELECT DISTINCT s.number FROM statement s JOIN role o ON o.statement = s.number "
        f"AND o.role IN ('who', 'for') {condition}WHERE s.field = ? AND s.subject IN "
        f"({', '.join('?' * len(what))}) AND s.negated = ? AND s.rank != 'deprecated' "
        "AND s.stance IN ('asserted', 'reported') "
        "AND (? = '' OR (s.start_earliest <= ? AND s.end_latest >= ?)) ORDER BY s.weight DESC",
        (*who, act, *what, negated, period.spoken, period.last, period.first),
    )
    return [number for (number,) in rows]
