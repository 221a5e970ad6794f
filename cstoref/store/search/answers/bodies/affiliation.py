"""Whether one thing is an organ, a part or an exercise of another: `is the csto a body of the cis`."""

from __future__ import annotations

from cstoref import fold

from ...interpretation import Interpretation
from .. import Answer, AnswerItem
from ..shared.matches import by_record, concerning, spoken_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

    from ...things import Thing

PART = "part_of"
DONE = ("event", "institution", "agreement")
WHOLES = ("organization", "bloc", "organ", "force", "staff", "body")
"""Types of what something may belong to."""
DEEPEST = 4
"""Steps from a part to the whole."""


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """Yes or no by the statement that decides; None where none does or something else is asked. Asked for
    yes or no."""
    if len(reading.things) != 2 or reading.rest or reading.titles or reading.period.given:
        return None
    one, whole = reading.things
    part = reading.topic[:1] == (PART,)
    if not (part or (reading.types and not reading.fields)) or one.kind not in DONE:
        return None
    if whole.type not in WHOLES:
        return None
    called = reading.called or "part"
    read_as = f"whether {spoken_name(store, one)} is {called} of {spoken_name(store, whole)}"
    if denied := _denied(store, one, whole, called):
        yes = "Yes." if reading.negated else "No."
        return Answer(read_as, by_record(denied), yes)
    chain = _chain(store, one.record, whole.record)
    if chain and (part or one.type in reading.types):
        yes = "No." if reading.negated else "Yes."
        return Answer(read_as, (AnswerItem(one.record, tuple(chain)),), yes)
    if one.type in reading.types and (told := _by_name(store, one, whole)):
        return Answer(read_as, (AnswerItem(one.record, told),), "No." if reading.negated else "Yes.")
    return None


def _by_name(store: Store, one: Thing, whole: Thing) -> tuple[int, ...]:
    """The statements on the beginning and the task of what has the name of the whole in its own."""
    name = f" {fold.words(one.name)} "
    if not any(f" of {the}{of} " in name for of in _names(store, whole) for the in ("", "the ")):
        return ()
    rows = store.database.execute(
        "SELECT number FROM statement WHERE subject = ? AND field IN ('founded', 'mandate', 'purpose') "
        "AND rank != 'deprecated' ORDER BY field != 'founded', weight DESC LIMIT 2",
        (one.record,),
    )
    return tuple(number for (number,) in rows)


def _denied(store: Store, one: Thing, whole: Thing, called: str) -> list[tuple[str, int]]:
    """The statements that the one is none of the other: negated, or with `not a body of`."""
    rows = store.database.execute(
        "SELECT subject, number FROM statement WHERE subject = ? AND field = ? AND value = ? AND negated "
        "AND rank != 'deprecated' ORDER BY weight DESC",
        (one.record, PART, whole.record),
    ).fetchall()
    texts = store.database.execute(
        "SELECT subject, number, text FROM statement WHERE number IN "
        f"({', '.join(map(str, concerning(store, one)))}) "
        "AND rank != 'deprecated' ORDER BY subject != ?, weight DESC",
        (one.record,),
    ).fetchall()
    kinds = (f"a {called} ", f"an {called} ", f"{called} ", "")
    saying = [
        f" not {kind}of {the}{name} "
        for kind in kinds
        for the in ("", "the ")
        for name in _names(store, whole)
    ]
    for subject, number, text in texts:
        said = f" {fold.words(text)} "
        if any(denial in said for denial in saying):
            rows.append((subject, number))
    return list(dict.fromkeys(rows))


def _names(store: Store, thing: Thing) -> list[str]:
    """The names of a thing, as words."""
    rows = store.database.execute(
        "SELECT words FROM name_key WHERE record = ? AND lang IS NULL AND length(words) > 2", (thing.record,)
    )
    return [words for (words,) in rows]


def _chain(store: Store, one: str, whole: str) -> list[int]:
    """The statements by which the one is part of the other, step by step; empty where it is not."""
    paths: list[tuple[str, list[int]]] = [(one, [])]
    for _ in range(DEEPEST):
        further = []
        for record, numbers in paths:
            for value, number in store.database.execute(
                "SELECT value, number FROM statement WHERE subject = ? AND field = ? AND NOT negated "
                "AND rank != 'deprecated' AND stance IN ('asserted', 'reported') ORDER BY weight DESC",
                (record, PART),
            ).fetchall():
                if value == whole:
                    return [*numbers, number]
                further.append((value, [*numbers, number]))
        paths = further
    return []
