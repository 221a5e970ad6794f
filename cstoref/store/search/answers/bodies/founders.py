"""Who set up a body: the states that signed the agreement by which it was founded.

The agreement is that of the day on which the body is stated to have been founded; of what the pack is about,
what came before it is shown as well.
"""

from __future__ import annotations

from cstoref import dates

from ...interpretation import Interpretation
from .. import Answer, AnswerItem
from ..shared.matches import listed
from .member_status import BODIES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

ASKED = "founders"


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """The founding agreement with its signatories; None where no agreement is known to have founded the
    body."""
    if ASKED not in reading.asks or any(t.kind not in ("institution", "agreement") for t in reading.things):
        return None
    if not reading.things and (reading.rest or not {*reading.types} <= BODIES):
        return None
    body = next((thing.record for thing in reading.things if thing.kind == "institution"), "")
    body = body or ("" if reading.things else store.pack["subject"])
    agreement, founded = founding(store, body)
    before = store.pack.get("predecessor", "") if body == store.pack["subject"] else ""
    named = [thing.record for thing in reading.things if thing.kind == "agreement"]
    acts = [id for id in dict.fromkeys((agreement, *named, before)) if id and _signatories(store, id)]
    if not acts:
        return None
    items = [_item(store, id, founded if id == agreement else ()) for id in acts]
    name = store.named(acts)[acts[0]].name
    said = f"{listed(_signatories(store, acts[0]))} signed the {name} on {items[0].note}."
    return Answer(f"founders: {store.named([body])[body].name if body else name}", tuple(items), said)


def founding(store: Store, body: str) -> tuple[str, tuple[int, ...]]:
    """The weightiest agreement of the day on which a body was founded, and the number of the statement that
    says so; empty where none is known."""
    row = store.database.execute(
        "SELECT r.id, s.number FROM statement s JOIN record r ON r.kind = 'agreement' "
        "AND r.earliest = s.start_earliest AND r.latest = s.end_latest "
        "WHERE s.subject = ? AND s.field = 'founded' AND NOT s.negated AND s.rank != 'deprecated' "
        "AND s.stance = 'asserted' AND s.start_earliest = s.end_latest "
        "AND EXISTS (SELECT 1 FROM statement x WHERE x.subject = r.id AND x.field = 'signed') "
        "ORDER BY s.weight DESC, r.weight DESC LIMIT 1",
        (body,),
    ).fetchone()
    return (str(row[0]), (int(row[1]),)) if row else ("", ())


def _signatories(store: Store, agreement: str) -> list[str]:
    """The names of the states that signed an agreement on its first day."""
    rows = store.database.execute(
        "SELECT DISTINCT m.name FROM statement s JOIN role o ON o.statement = s.number AND o.role = 'who' "
        "JOIN record m ON m.id = o.record AND m.kind = 'member' JOIN record r ON r.id = s.subject "
        "WHERE s.subject = ? AND s.field = 'signed' AND NOT s.negated AND s.rank != 'deprecated' "
        "AND (s.start_earliest IS NULL OR r.latest IS NULL OR s.start_earliest <= r.latest) ORDER BY m.name",
        (agreement,),
    )
    return [name for (name,) in rows]


def _item(store: Store, agreement: str, founded: tuple[int, ...]) -> AnswerItem:
    rows = store.database.execute(
        "SELECT s.number, r.edtf FROM statement s JOIN record r ON r.id = s.subject "
        "WHERE s.subject = ? AND s.field = 'signed' AND s.rank != 'deprecated' ORDER BY s.number",
        (agreement,),
    ).fetchall()
    numbers = (*founded, *(number for number, _ in rows))
    signed = f"signed by: {', '.join(_signatories(store, agreement))}"
    return AnswerItem(agreement, numbers, dates.spoken(rows[0][1]), signed)
