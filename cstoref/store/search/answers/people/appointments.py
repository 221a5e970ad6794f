"""Who fills an office and for how long, by the rules: `who appoints the secretary general`, `term of the
secretary general`. Who holds it is another question."""

from __future__ import annotations

from ...interpretation import Interpretation
from .. import Answer
from ..shared.matches import by_record, listed, matching
from .office_titles import OFFICE, asked_offices

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

FIELDS = ("mandate", "office_of", "provides")
TELLING = "appoint* OR elect* OR nominat* OR years OR year OR term"
"""What a rule has that says who fills an office, or for how long."""
MOST = 6


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """The rules about the offices that are named; None where somebody or a time is named too. Asked where
    words of `FILLS_OFFICE` are."""
    people = any(thing.kind == "leader" for thing in reading.things)
    if people or reading.period.given or reading.order:
        return None
    offices = _offices(store, reading, day)
    telling = matching(store, TELLING)
    rows = store.database.execute(
        f"SELECT subject, number FROM statement WHERE subject IN ({', '.join('?' * len(offices))}) "
        f"AND field IN ({', '.join('?' * len(FIELDS))}) AND rank != 'deprecated' ORDER BY weight DESC",
        (*offices, *FIELDS),
    ).fetchall()
    rows = sorted(rows, key=lambda row: row[1] not in telling)[:MOST]
    if not rows:
        return None
    names = [ref.name for ref in store.named(offices).values()]
    return Answer(f"who fills the office, and for how long: {listed(names)}", by_record(rows))


def _offices(store: Store, reading: Interpretation, day: str) -> list[str]:
    """The offices that are named, by name or by title and body."""
    named = [thing.record for thing in reading.things if thing.type == OFFICE]
    if named or not reading.titles:
        return named
    body = next((thing for thing in reading.things if thing.kind == "institution"), None)
    asked = asked_offices(store, reading._replace(shape="", types=()), body, day)
    return [office.id for office in asked.offices] if asked else []
