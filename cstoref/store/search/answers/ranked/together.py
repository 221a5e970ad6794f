"""Whether what is known concerns the things of a question together: what somebody sent elsewhere was not sent
there."""

from __future__ import annotations

from ...interpretation import Interpretation
from ...question_words import WHAT, WHEN
from .. import MOST
from ..shared.matches import concerning, matching, with_word
from .evidence import Candidate, NamesNeeded
from .scores import is_in_time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

    from ...things import Thing

DECIDING = ("responded", "refused", "absent", "rejected")
"""Fields that say what somebody did not do, or did instead, where it is asked whether they did."""
TOGETHER = 5
"""Statements of which one must concern each of the things of a question for yes or no."""


def never_together(
    store: Store, reading: Interpretation, best: list[Candidate], evidence: NamesNeeded
) -> str:
    """The thing that a question for yes or no, or for what one did to another, names and that the best
    statement does not concern, where no good one concerns all of them: what somebody sent elsewhere was not
    sent there."""
    others = [thing for thing in reading.things if thing.record != store.pack["subject"]]
    did = reading.shape in (WHAT, WHEN) and "did" in reading.words
    asks = reading.yes_or_no or not reading.shape or did
    if not asks or len(others) < 2 or not reading.fields:
        return ""
    if reading.cue("sent"):  # what took place somewhere was not for that sent there
        having = [concerning(store, thing) for thing in others]
    else:
        having = [{*evidence.things[thing.record].scores} | _spelt(store, reading, thing) for thing in others]
    spoken = [rows for rows, _ in evidence.words[len(reading.rest) :]]
    of_topic = [
        one
        for one in best[:TOGETHER]
        if one.field in (*reading.topic, *DECIDING) or any(one.number in rows for rows in spoken)
    ]
    if any(all(one.number in scores for scores in having) for one in of_topic):
        return ""
    if best[0] in _own_words(store, reading, best):
        return ""
    apart = [thing.name for thing, scores in zip(others, having, strict=True) if best[0].number not in scores]
    return apart[0] if apart else others[-1].name


def own_words_first(store: Store, reading: Interpretation, best: list[Candidate]) -> list[Candidate]:
    """The same statements, those first in which the person who is asked about speaks."""
    own = _own_words(store, reading, best)
    return [*own, *(one for one in best if one not in own)] if own else best


def _own_words(store: Store, reading: Interpretation, best: list[Candidate]) -> list[Candidate]:
    """What the only person named said in the time that is asked about, of what the question calls by a word:
    it need not name the place of the fighting again."""
    people = [thing.record for thing in reading.things if thing.kind == "leader"]
    words = [*reading.called.split()[-1:], *reading.rest]
    if len(people) != 1 or reading.topic[:1] != ("said",) or not reading.period.given or not words:
        return []
    spoken = set.intersection(*(with_word(store, word) for word in words))
    return [
        one
        for one in best
        if one.subject == people[0]
        and one.field in reading.topic
        and one.number in spoken
        and is_in_time(reading, one)
    ]


def left_aside(store: Store, reading: Interpretation, top: Candidate, evidence: NamesNeeded) -> str:
    """The only thing that a question for yes or no names beside what the pack is about, if the best statement
    has nothing to do with it."""
    others = [thing for thing in reading.things if thing.record != store.pack["subject"]]
    if not reading.yes_or_no or not reading.fields or len(others) != 1 or len(reading.things) != 2:
        return ""
    near = {*evidence.things[others[0].record].scores} | _spelt(store, reading, others[0])
    return "" if top.number in near else others[0].name


def of_both(store: Store, reading: Interpretation) -> list[tuple[str, int]]:
    """What is said of both of two things of which one is asked what it did to the other, or when."""
    if reading.shape not in (WHAT, WHEN) or len(reading.things) < 2:
        return []
    numbers = set.intersection(*(concerning(store, thing) for thing in reading.things))
    period = reading.period
    rows = store.database.execute(
        f"SELECT subject, number FROM statement WHERE number IN ({', '.join(map(str, numbers))}) "
        "AND rank != 'deprecated' AND (? OR (start_earliest <= ? AND end_latest >= ?)) "
        "ORDER BY weight DESC LIMIT ?",
        (not period.given, period.last, period.first, MOST),
    )
    return list(rows.fetchall())


def _spelt(store: Store, reading: Interpretation, thing: Thing) -> set[int]:
    """The statements with the words that named a thing, whatever they mean there: `supreme soviet`. Where the
    word for a type comes right after them, one may be another: `joint air defence agreement`."""
    typed = [reading.words[place] for place in thing.places]
    after = reading.words[max(thing.places) + 1 :][: len(reading.called.split())]
    if len(typed) > 2 and " ".join(after) == reading.called:
        having = [matching(store, f'"{word}"') for word in typed]
        return set().union(*(set.intersection(*having[:at], *having[at + 1 :]) for at in range(len(having))))
    return matching(store, f'"{" ".join(typed)}"') if typed else set()
