"""When somebody left an office: `when did nazarbayev resign`, `retirement of bordyuzha`."""

from __future__ import annotations

from cstoref import dates

from ...interpretation import Interpretation
from ...question_words import WHEN
from .. import Answer, AnswerItem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """The terms of the person with their ends, those that led first; None where none has ended. Asked where
    words of `LEAVES_OFFICE` are."""
    people = [thing for thing in reading.things if thing.kind == "leader"]
    if len(people) != 1 or reading.shape not in ("", WHEN) or reading.yes_or_no:
        return None
    rows = store.database.execute(
        "SELECT s.number, s.edtf, r.name FROM statement s JOIN record r ON r.id = s.value "
        "LEFT JOIN office o ON o.id = s.value LEFT JOIN post p ON p.id = o.post "
        "WHERE s.subject = ? AND s.field = 'office' "
        "AND s.rank != 'deprecated' AND NOT s.negated AND instr(s.edtf, '/') AND s.end_latest <= ? "
        "ORDER BY coalesce(p.leads, 0) DESC, coalesce(p.position, 99), s.weight DESC",
        (people[0].record, day),
    ).fetchall()
    if not rows:
        return None
    _, edtf, office = rows[0]
    items = (AnswerItem(people[0].record, tuple(row[0] for row in rows)),)
    return Answer(f"end of office: {people[0].name}", items, f"{office}: {dates.spoken(edtf)}.")
