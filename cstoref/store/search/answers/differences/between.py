"""What changed between two days: `what changed in belarus between 2010 and 2015`."""

from __future__ import annotations

from cstoref import dates
from cstoref.store.changes_between import AskedSpan, changes_between

from ...interpretation import Interpretation
from ...question_words import LIST, WHAT, WHICH
from .. import MOST_LISTED, Answer, AnswerItem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstoref.store.changes_between import Turn
    from cstoref.store.queries import Store


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """Each change of the time, the newest first: of the one thing that is named, or of all."""
    changed = reading.cue("change")
    rest = {*reading.rest, *reading.unknown} - changed
    if not reading.period.given or not changed or rest or reading.types or reading.titles:
        return None
    if reading.shape not in ("", WHAT, WHICH, LIST) or len(reading.things) > 1:
        return None
    thing = next((thing for thing in reading.things if thing.record != store.pack["subject"]), None)
    until = min(reading.period.last, day) if reading.period.first <= day else reading.period.last
    wanted = AskedSpan(thing.record if thing else None, reading.period.first, until)
    turns = changes_between(store, wanted)
    if not turns:
        return None
    numbers = list(dict.fromkeys(turn.number for turn in turns))
    listed = numbers[:MOST_LISTED]
    notes = _notes(turns)
    items = [
        AnswerItem(row.statement.subject, (number,), notes[number])
        for number, row in zip(listed, store.statements_numbered(listed), strict=True)
    ]
    named = f" for {thing.name}" if thing else ""
    read_as = f"what changed{named}, {reading.period.spoken}, newest first"
    return Answer(read_as, tuple(items), more=len(numbers) - len(listed), met=changed)


def _notes(turns: Sequence[Turn]) -> dict[int, str]:
    """When the state of each statement began and ended, as far as that is a change of the time."""
    notes: dict[int, list[str]] = {}
    for turn in turns:
        said = [] if turn.happened else [f"{turn.what} {dates.spoken(turn.when)}"]
        notes.setdefault(turn.number, [])[:0] = said
    return {number: ", ".join(said) for number, said in notes.items()}
