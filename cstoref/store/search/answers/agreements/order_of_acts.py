"""Who signed, ratified or joined before or after another: `who ratified the protocol before russia`."""

from __future__ import annotations

from ...interpretation import Interpretation
from ...question_words import AROUND, WHICH, WHO
from .. import Answer
from ..shared.matches import by_record, listed, matching

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

    from ...things import Thing

ACTS = ("ratified", "signed", "joined")
STATE, AGREEMENT = "member", "agreement"


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """Whose acts on an agreement come before or after that of a state, by their days or as the sources say;
    None where no such thing is asked or nothing is known of it. Asked where `before` or `after` is a
    word."""
    side = next((word for word in AROUND if word in reading.words), "")
    act = next((fields[0] for fields in reading.fields if fields[0] in ACTS), "")
    agreement = next((thing for thing in reading.things if thing.kind == AGREEMENT), None)
    state = next((thing for thing in reading.things if thing.kind == STATE), None)
    if not (side and act and agreement and state) or reading.shape not in (WHO, WHICH):
        return None
    place = min(state.places)
    if side not in reading.words[max(0, place - 2) : place]:
        return None
    found = _acts(store, act, agreement, state, side)
    if not found:
        return None
    names = listed(sorted({name for name, _ in found}))
    read_as = f"{store.fields[act].label}: {agreement.name}, {side} {state.name}"
    return Answer(read_as, by_record((agreement.record, number) for _, number in found), f"{names}.")


def _acts(store: Store, act: str, agreement: Thing, state: Thing, side: str) -> list[tuple[str, int]]:
    """The names of the states with the statements, those that say the order themselves before others."""
    rows = store.database.execute(
        "SELECT r.id, r.name, s.number, coalesce(s.start_earliest, ''), coalesce(s.end_latest, '') "
        "FROM statement s JOIN role o ON o.statement = s.number AND o.role = 'who' "
        "JOIN record r ON r.id = o.record AND r.kind = ? WHERE s.subject = ? AND s.field = ? "
        "AND NOT s.negated AND s.rank != 'deprecated' ORDER BY s.start_earliest, r.name",
        (STATE, agreement.record, act),
    ).fetchall()
    own = [row for row in rows if row[0] == state.record and row[3]]
    said = matching(store, f'"{side} {state.name.lower()}"')
    found = [(name, number) for id, name, number, _, _ in rows if number in said and id != state.record]
    for id, name, number, first, last in rows:
        dated = bool(own and first) and id != state.record and (name, number) not in found
        if dated and (last < own[0][3] if side == AROUND[0] else first > own[0][4]):
            found.append((name, number))
    return found
