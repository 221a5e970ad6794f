"""That no term of somebody in an office is known, with what links both: who was only named for it, and who
then came to hold it."""

from __future__ import annotations

from ...office_terms import terms_of_offices
from .. import Answer, AnswerItem
from ..shared.matches import by_record, concerning
from .office_titles import Asked

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

    from ...things import Thing

MOST = 3


def no_term(store: Store, person: Thing, asked: Asked) -> Answer:
    """That a person is not known to have held one of the offices; then what is said of both."""
    office = asked.offices[0]
    read_as = f"whether {person.name} was {asked.said}"
    message = f"No term of {person.name} as {asked.said} is known here."
    rows = store.database.execute(
        "SELECT s.subject, s.number, s.start_earliest FROM statement s WHERE s.rank != 'deprecated' "
        f"AND s.number IN ({', '.join(map(str, concerning(store, person)))}) AND EXISTS "
        "(SELECT 1 FROM about a WHERE a.statement = s.number AND a.record IN (?, ?)) "
        "ORDER BY s.weight DESC LIMIT ?",
        (office.id, office.body, MOST),
    ).fetchall()
    if not rows:
        return Answer(read_as, (), message, complete=False, silent=True)
    since = min((first for _, _, first in rows if first), default="")
    later = (term for term in terms_of_offices(store, [office.id]) if term.interval and term.start >= since)
    then = next(later, None) if since else None
    items = by_record((subject, number) for subject, number, _ in rows)
    if then:
        items += (AnswerItem(then.holder, (then.number,)),)
    return Answer(read_as, items, f"{message} What the sources say of both:", complete=False)
