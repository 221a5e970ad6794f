"""How many of something other than people or records: `how many tanks`. Only a number of that very thing
answers."""

from __future__ import annotations

import re

from cstoref import fold

from ...interpretation import Interpretation
from ...lexicon import FILLER
from ...periods import Period
from ...synonyms import same
from ...word_forms import forms, is_plural_title
from .. import Answer
from ..catalogue.candidates import candidates, records_having
from ..shared.location import took_place_in
from ..shared.matches import by_record, concerning, listed, matching, spoken_name
from ..shared.numerals import WORDS, without_days

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstoref.store.queries import Store

HOW_MANY = ("how many", "number of")
HELD = ("strength", "composed_of", "stationed")
"""Fields for what a body has, and not only sent or showed."""
ACTS = ("decided", "provides", "said", "promised", "accused", "complained", "proposed")
"""Topics that are acts or parts of a text, of which only a stated number says how many there were."""
ANY = r"\w*"
RANK = "rank"
APART = r"(?:the|of|in|on|and|or|by|at|to|a|an|had|was|were)\b"
"""Words that do not stand between a number and what it counts."""
SAID_TO_BE = r"(?:was|were|at|to|numbered)(?: (?:about|over|least|some))?"
"""Words between what is counted and a number that comes after it."""
MOST = 8


def answer(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """The statements with a number of the thing that is counted; None where people or records are counted."""
    counted = _counted(reading)
    ranks = _ranks(reading)
    others = [word for word in counted if word not in _types(reading)]
    if not counted or any(_is_a_body(store, word) for word in others):
        return None
    also = {word: _also(store, reading, word, counted) for word in counted}
    numbers = set.intersection(*(matching(store, _expression(word, also[word])) for word in counted))
    numbers &= _of_things(store, reading) if reading.things else numbers
    rows = _numbered(store, reading, numbers, counted[-1], also[counted[-1]])
    holders = any(is_plural_title(word) and word not in ranks for word in counted)
    if not rows and (holders or counted[-1] in reading.called.split()):
        return None  # holders of an office, or records of a type, are counted
    called = " ".join(counted)
    read_as = f"number of {called}"
    if rows:
        return Answer(read_as, by_record(rows))
    of = listed([spoken_name(store, thing) for thing in reading.things if thing.type != RANK])
    message = f"The sources give no number of “{called}”{f' for {of}' if of else ''}."
    return Answer(read_as, (), message, complete=False, silent=True)


def _also(store: Store, reading: Interpretation, word: str, counted: tuple[str, ...]) -> Sequence[str]:
    """The words that mean the same as one for the dead: `killed`, `died`. None where another word
    tells of which event: the dead of another are none of it."""
    others = {*reading.rest, *reading.unknown}.difference(counted, reading.cue("light"))
    return () if others or reading.cue("killed", "death").isdisjoint(counted) else same(store, word)


def _of_things(store: Store, reading: Interpretation) -> set[int]:
    """The statements that concern all the things; where they only describe a body, such as `the russian base
    in armenia`, those of that body."""
    subject = store.pack["subject"]  # which most statements go without
    things = [thing for thing in reading.things if thing.record != subject]
    things = things if any(thing.type != RANK for thing in things) else [*reading.things]
    numbers = set.intersection(*(concerning(store, thing) | took_place_in(store, thing) for thing in things))
    if not reading.types or reading.plural:
        return numbers
    described = reading._replace(rest=(), period=Period())
    bodies = [one.id for one in candidates(store, described) if one.kind == "institution"]
    rows = store.database.execute(
        f"SELECT number FROM statement WHERE subject IN ({', '.join('?' * len(bodies))})", bodies
    )
    return numbers | {number for (number,) in rows}


def _counted(reading: Interpretation) -> tuple[str, ...]:
    """The words after `how many` that were taken for nothing that this reference counts."""
    spoken = f" {' '.join(reading.words)} "
    phrase = next((words for words in HOW_MANY if f" {words} " in spoken), "")
    if not phrase:
        return ()
    after = spoken.split(f" {phrase} ", 1)[1].split()
    ranks = _ranks(reading)
    counted: list[str] = []
    for word in after:
        known = (*reading.rest, *reading.unknown, *ranks, *_acts(reading), *_types(reading))
        if word in reading.cue(FILLER) or word not in known:
            break
        counted.append(word)
    return tuple(counted)


def _ranks(reading: Interpretation) -> list[str]:
    """The words for ranks: how many generals there are is no question for an office."""
    return [reading.words[place] for thing in reading.things if thing.type == RANK for place in thing.places]


def _acts(reading: Interpretation) -> tuple[str, ...]:
    """The word of a topic that is counted, such as votes, where the topic is none of people or records."""
    first = reading.fields[0][0] if reading.fields else ""
    return reading.asked[:1] if first in ACTS else ()


def _types(reading: Interpretation) -> list[str]:
    """The words for a type of which a named body may have a number: `how many battalions had the force`."""
    return reading.called.split() if any(thing.kind == "institution" for thing in reading.things) else []


def _is_a_body(store: Store, word: str) -> bool:
    """Whether bodies are called so, whose strength is a number of them: `peacekeepers`."""
    ids = records_having(store, word)
    row = store.database.execute(
        "SELECT EXISTS (SELECT 1 FROM statement WHERE field = 'strength' AND unit IN "
        "('servicemen', 'peacekeepers', 'soldiers', 'troops') "
        f"AND subject IN ({', '.join('?' * len(ids))}))",
        tuple(ids),
    ).fetchone()
    return bool(row[0])


def _expression(word: str, also: Sequence[str]) -> str:
    return " OR ".join(f'"{form}"{star}' for form, star in forms(word, also))


def _numbered(
    store: Store, reading: Interpretation, numbers: set[int], word: str, also: Sequence[str]
) -> list[tuple[str, int]]:
    """Those of the statements that give a number of what is counted, newest first."""
    period = reading.period
    rows = store.database.execute(
        "SELECT subject, number, field, text, coalesce(unit, '') FROM statement "
        f"WHERE number IN ({', '.join(map(str, numbers))}) AND rank != 'deprecated' "
        "AND coalesce(start_earliest, '') <= ? AND coalesce(end_latest, '9999') >= ? "
        "ORDER BY start_earliest DESC",
        (period.last if period.given else "9999", period.first if period.given else ""),
    )
    only_subject = [thing.record for thing in reading.things] == [store.pack["subject"]]
    held = bool(reading.cue("own")) and (only_subject or _is_state(reading))
    return [
        (subject, number)
        for subject, number, field, text, unit in rows
        if (field in HELD or not held) and _counts(word, also, text, unit)
    ][:MOST]


def _is_state(reading: Interpretation) -> bool:
    return any(thing.kind == "member" for thing in reading.things)


def _counts(word: str, also: Sequence[str], text: str, unit: str) -> bool:
    """Whether the number is one of the word: its unit, a number at most two words before it, or what it is
    said to be: `the dead of the town at 12`."""
    kinds = [f"{re.escape(form)}{ANY if star else ''}" for form, star in forms(word, also)] if word else []
    either = "|".join(kinds)
    if also and re.search(rf"\b(?:{either})(?: \w+){{0,3}} {SAID_TO_BE} \d", fold.words(without_days(text))):
        return True
    if re.search(rf"\b(?:{either})\b", fold.words(unit)):
        return True
    return bool(
        re.search(rf"(?:\d|\b(?:{WORDS}))(?: (?!{APART})\w+){{0,2}} (?:{either})\b", fold.words(text))
    )
