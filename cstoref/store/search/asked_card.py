"""Questions to which a card is the answer: those for one thing and nothing else, for the holder of an office,
and for one event by its type and time."""

from __future__ import annotations

from cstoref import dates

from .interpretation import Interpretation
from .outcome import CARD, Outcome

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

    from .answers import Answer

ALL_OF = ("list", "which", "how many")
"""Shapes of questions for all parts of a series of events."""
FACTS = "facts"
"""What `[words.ask]` calls a question for what held on a day."""


def only_a_thing(reading: Interpretation) -> str:
    """The record of a question that asks for nothing else: `what is the csto`."""
    asks = (
        reading.topic
        or reading.types
        or reading.titles
        or reading.period.given
        or reading.rest
        or reading.negated
        or {*reading.asks} - {FACTS}
    )
    ordered = reading.order not in ("", "now")
    office = reading.things and reading.things[0].type == "office" and reading.order
    if (
        len(reading.things) != 1
        or asks
        or ordered
        or office
        or reading.unknown
        or reading.shape in ("when", "where", "why")
        or (reading.things[0].kind == "event" and reading.shape in ALL_OF)
    ):
        return ""
    return "" if reading.things[0].others else reading.things[0].record


def is_a(reading: Interpretation) -> str:
    """The record of `is the csto a military alliance`, whose line under the name says what it is."""
    if not reading.yes_or_no or reading.words[0] not in ("is", "was", "are") or len(reading.things) != 1:
        return ""
    thing, types = reading.things[0], bool(reading.types)
    start = 2 if reading.words[1:2] == ("the",) else 1
    article = reading.words[max(thing.places) + 1 : max(thing.places) + 2]
    named = min(thing.places) == start and article in (("a",), ("an",))
    return thing.record if named and types and not reading.topic and not reading.period.given else ""


def as_of_a_day(store: Store, reading: Interpretation, why: str) -> Outcome | None:
    """The card of a thing as of the day for which the question wants to know what held."""
    plain = FACTS in reading.asks and reading.period.given and not (reading.topic or reading.titles)
    if not plain or len(reading.things) != 1 or reading.rest or reading.unknown:
        return None
    thing = reading.things[0]
    moment = min(reading.period.last, store.default_day)
    said = why or f"{thing.name}, as of {dates.spoken(moment)}"
    return Outcome(reading.query.raw, CARD, thing.record, said, not why, why, as_of=moment)


def described(store: Store, reading: Interpretation) -> Outcome | None:
    """The card of the only record whose line under the name begins with the words: `capital of belarus`."""
    words = list(reading.words)
    while words and words[0] in ("what", "which", "is", "was", "the", "a", "an"):
        words = words[1:]
    said = " ".join(words)
    if "of" not in words[1:-1]:
        return None
    rows = store.database.execute(
        "SELECT id, name FROM record WHERE replace(lower(blurb), '-', ' ') LIKE ? LIMIT 2", (f"{said}%",)
    ).fetchall()
    if len(rows) != 1:
        return None
    return Outcome(reading.query.raw, CARD, rows[0][0], rows[0][1], why=f"it is called “{said}” here")


def only_a_role(reading: Interpretation, answer: Answer) -> str:
    """The only holder of an office that the words name, with a time and nothing else: `current president of
    …`."""
    offices = any(thing.type == "office" for thing in reading.things)
    plain = not (reading.shape or reading.rest or reading.unknown or reading.asks)
    plain = bool(plain and (reading.titles or offices))
    if not plain or len(answer.items) != 1 or not answer.complete or answer.message:
        return ""
    return answer.items[0].record if not any(fields[0] != "office" for fields in reading.fields) else ""


def only_an_event(store: Store, reading: Interpretation, answer: Answer) -> str:
    """The only event of a type or series, where the words name that with a time or an order and nothing else:
    `summit june 2009`, `last rubezh`."""
    more = reading.shape or reading.topic or reading.titles or reading.rest or reading.unknown
    limited = reading.order or (reading.period.given and reading.types)
    if more or not limited or reading.yes_or_no or reading.negated or reading.plural:
        return ""
    if len(answer.items) != 1 or not answer.complete or answer.message or answer.ranked:
        return ""
    record = answer.items[0].record
    return record if store.named([record])[record].kind == "event" else ""
