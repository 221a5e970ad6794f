"""How often something is or was done: the statements that say so of what is named."""

from __future__ import annotations

from ...interpretation import Interpretation
from .. import Answer
from ..shared.matches import by_record, concerning, listed, matching, spoken_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

OFTEN = "often"
WORDS = '"a year" OR "every year" OR "each year" OR annually OR yearly OR twice OR regularly OR "once in"'
"""What a text that says how often has."""
MOST = 6


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """The statements, the weightiest first; that there is none where there is none."""
    if OFTEN not in reading.words or not reading.things:
        return None
    numbers = matching(store, WORDS)
    for thing in reading.things:
        numbers &= concerning(store, thing)
    rows = store.database.execute(
        f"SELECT subject, number FROM statement WHERE number IN ({', '.join(map(str, numbers))}) "
        "AND rank != 'deprecated' AND NOT negated "
        "ORDER BY field NOT IN ('provides', 'purpose'), weight DESC LIMIT ?",
        (MOST,),
    ).fetchall()
    names = listed([spoken_name(store, thing) for thing in reading.things])
    if rows:
        return Answer(f"how often: {names}", by_record(rows))
    message = f"The sources do not say how often: {names}."
    return Answer(f"how often: {names}", (), message, complete=False, silent=True)
