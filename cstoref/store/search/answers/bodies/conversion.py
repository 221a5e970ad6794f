"""When what came before the organization became one: by the agreement that founded it."""

from __future__ import annotations

from cstoref import dates

from ...interpretation import Interpretation
from .. import Answer, AnswerItem
from .founders import founding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

ASK = "conversion"


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """The founding agreement of the organization with its days; None where it is not asked about, or where
    the question names anything else."""
    subject = store.pack["subject"]
    known = {subject, store.pack.get("predecessor")}
    if ASK not in reading.asks or not {thing.record for thing in reading.things} <= known:
        return None
    agreement, founded = founding(store, subject)
    if not agreement:
        return None
    named = store.named([agreement])[agreement].name
    signed = store.database.execute("SELECT edtf FROM record WHERE id = ?", (agreement,)).fetchone()[0]
    in_force = store.database.execute(
        "SELECT number, edtf FROM statement WHERE subject = ? AND field = 'in_force' AND NOT negated "
        "AND rank != 'deprecated' AND stance = 'asserted' ORDER BY weight DESC LIMIT 1",
        (agreement,),
    ).fetchone()
    message = f"By the {named}, {dates.spoken(signed)}"
    message += f"; in force {dates.spoken(in_force[1])}." if in_force and in_force[1] else "."
    numbers = (*founded, *((in_force[0],) if in_force else ()))
    return Answer("when it became an organization", (AnswerItem(subject, numbers),), message)
