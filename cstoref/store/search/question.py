"""What a question comes to: an answer, a card after all, or the kind of no that it is."""

from __future__ import annotations

from cstoref.store import world

from .answered_instead import NEARLY, by_a_rule, not_of_this, with_its_words
from .answers import Answer, odd
from .asked_card import as_of_a_day, described, is_a, only_a_role, only_a_thing, only_an_event
from .exact import DOCUMENT, WORD, Hit
from .foreign import is_foreign
from .interpretation import Interpretation, interpret
from .left_out import (
    Shown,
    asks_of,
    asks_only_the_unknown,
    beside_titles,
    is_core,
    leaves_half_a_name,
    leaves_topic,
    names_another,
    unmet,
    unmet_topic,
    unmet_type,
)
from .name_parts import about
from .outcome import ANSWER, CARD, HITS, MOST_MEANT, Outcome
from .question_words import WHILE, WHO
from .results import NOT_FOUND, OUTSIDE, SILENT, Options
from .shapes import beyond_the_sources, shapes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

    from .clauses import Dated

TITLE = 4
"""Words from which on a query may be the title of a source."""
FAIR = 0.55
"""Share of a question that an answer must meet."""


def question(store: Store, text: str, day: str) -> Outcome:
    """The answer to a question, or the kind of no that it comes to."""
    if clause := _with_clause(store, text):
        outcome = question(store, clause.question, day)
        read_as = f"{outcome.read_as} ({clause.clause})" if clause.clause else outcome.read_as
        answer = outcome.answer and outcome.answer._replace(read_as=read_as)
        return outcome._replace(query=text, read_as=read_as, answer=answer)
    if " and " in text.lower() and (both := _compound(store, text, day)):
        return both
    reading = interpret(store, text)
    outcome = _understood(store, reading, text, day)
    if outcome.status in (SILENT, NOT_FOUND) and (card := described(store, reading)):
        return card
    return _by_wording(store, reading, outcome) or outcome


def _compound(store: Store, text: str, day: str) -> Outcome | None:
    """What two questions in one come to."""
    from .compounds import compound

    return compound(store, text, day, question)


def _with_clause(store: Store, text: str) -> Dated | None:
    """The question with a day for a clause that tells the time, if it has one."""
    spaced = text.lower()
    if not any(word in spaced for word in WHILE):
        return None
    from .clauses import dated

    return dated(store, text)


def _by_wording(store: Store, reading: Interpretation, outcome: Outcome) -> Outcome | None:
    """What says just what was asked, where the question came to nothing, or its answer leaves out a word or
    a topic."""
    answer = outcome.answer
    loose = bool({*outcome.unknown}.difference(reading.titles))
    loose = loose or bool(answer and answer.ranked and leaves_topic(store, reading, answer))
    if (
        not (outcome.status in (SILENT, NOT_FOUND) or (outcome.status == ANSWER and loose))
        or not reading.things
        or (answer and answer.listed)
        or (reading.titles and reading.shape == WHO)  # with the same words somebody else is not the holder
    ):
        return None
    from .answers.ranked.same_words import wording

    better = wording(store, reading)
    if not better.improves(answer):
        return None
    read_as = f"what is said with the words “{' '.join(better.words)}”"
    found = Answer(read_as, better.items(store))
    return Outcome(outcome.query, ANSWER, "", read_as, False, outcome.why, answer=found)


def _understood(store: Store, reading: Interpretation, text: str, day: str) -> Outcome:
    """What a question comes to by the shape that it has."""
    if message := odd.answer(store, reading, day):
        return Outcome(text, NOT_FOUND, certain=False, answer=message)
    corrected = [
        f"no record “{thing.typed}”; read as {thing.name}" for thing in reading.things if thing.typed
    ]
    corrected += [f"“{typed}” is read as “{word}”" for typed, word in reading.put_right]
    why = "; ".join(corrected)
    if outcome := _without_shapes(store, reading, day, why):
        return outcome
    if reading.types and reading.topic and reading.rest and not reading.things:
        from .named_by_type import with_the_only_one

        reading = with_the_only_one(store, reading)
    shape, answer = _answer(store, reading, day) if _is_about_this(store, reading) else ("", None)
    if answer is None:
        return _documents(store, reading) or _no(store, text, reading)
    shown = Shown(store, answer)
    left = unmet(reading, shown)
    others = beside_titles(reading, answer)
    if shape.endswith(".offices") and answer.complete and others and others <= {*left}:
        # Who leads the opposition is not who leads the state; how a chair rotates, not who holds it.
        answer = with_its_words(store, reading, day) or not_of_this(reading, answer, left)
        left = () if answer.complete else left
    if answer.complete and (asked := asks_of(reading)):
        answer, left = not_of_this(reading, answer, asked), ()
    if answer.ranked and not answer.complete:
        answer = by_a_rule(store, reading) or answer
    if answer.ranked and answer.complete and (reading.things or reading.rest or reading.unknown):
        left = (*left, *unmet_topic(reading, shown), *unmet_type(reading, shown))
        if is_core(reading, left) or leaves_half_a_name(reading, left) or names_another(reading):
            answer = by_a_rule(store, reading) or not_of_this(reading, answer, left)
            left = () if answer.complete else left
        elif answer.share < NEARLY and not reading.things and (ruled := by_a_rule(store, reading)):
            answer = ruled
        elif answer.share < FAIR:
            answer = answer._replace(
                message="The sources do not say this. What comes nearest:", complete=False, silent=True
            )
    carded = only_a_role(reading, answer) or only_an_event(store, reading, answer)
    status = CARD if carded else ANSWER if answer.items or answer.message else NOT_FOUND
    status = SILENT if answer.silent else status
    certain = not corrected and not reading.only_words and not left
    certain = certain and not answer.silent and (answer.complete or not answer.ranked)
    return Outcome(text, status, carded, answer.read_as, certain, why, answer=answer, unknown=left)


def _without_shapes(store: Store, reading: Interpretation, day: str, why: str) -> Outcome | None:
    """What a question comes to that is none for statements, or only for what no source here tells: `why` says
    what was put right in it."""
    text = reading.query.raw
    if answer := _beyond_the_sources(store, reading, day):
        status = SILENT if answer.silent else ANSWER
        certain = not (answer.silent or why)
        return Outcome(text, status, "", answer.read_as, certain, why, answer=answer)
    if is_foreign(store, reading):
        return _no(store, text, reading)
    if snapshot := as_of_a_day(store, reading, why):
        return snapshot
    whole = only_a_thing(reading) or is_a(reading)
    if whole:
        said = why or reading.things[0].name
        return Outcome(text, CARD, whole, said, not why, why, unknown=reading.unknown)
    if documents := _titled(store, reading):
        return documents
    if asks_only_the_unknown(reading):
        return _silent(store, text, reading, day)
    return None


def _beyond_the_sources(store: Store, reading: Interpretation, day: str) -> Answer | None:
    """The answer to a question about the future, about what is allowed, or about somebody's life: what is
    otherwise known of the things named is none."""
    for shape in beyond_the_sources(reading):
        answer: Answer | None = shape.answer(store, reading, day)
        if answer is not None:
            return answer
    return None


def _titled(store: Store, reading: Interpretation) -> Outcome | None:
    """The sources whose title begins with the whole query, or whose short name it is."""
    long = len(reading.words) >= TITLE
    others = [thing for thing in reading.things if thing.type != "media"]
    if not long and (others or reading.topic or reading.types or reading.titles):
        return None
    found = _documents(store, reading)
    return found if found and (not long or found.hits[0].why.startswith("title")) else None


def _documents(store: Store, reading: Interpretation) -> Outcome | None:
    from .fulltext import document_hits

    hits = [hit for hit in document_hits(store, reading.query, MOST_MEANT) if hit.tier == DOCUMENT]
    why = "only sources have these words in their names"
    return Outcome(reading.query.raw, HITS, certain=False, why=why, hits=tuple(hits)) if hits else None


def _answer(store: Store, reading: Interpretation, day: str) -> tuple[str, Answer | None]:
    """The first answer that a shape of question has, with the name of the shape's module."""
    for shape in shapes(reading):
        answer: Answer | None = shape.answer(store, reading, day)
        if answer is not None:
            return shape.__name__, answer
    return "", None


def _silent(store: Store, text: str, reading: Interpretation, day: str) -> Outcome:
    """What is known of a thing, where nothing is known of what is asked of it."""
    if ruled := by_a_rule(store, reading):
        return Outcome(text, ANSWER, "", ruled.read_as, True, answer=ruled)
    thing, words = reading.things[0], " ".join(reading.unknown)
    from .answers.ranked import general

    dated = general.answer(store, reading._replace(types=()), day) if reading.period.given else None
    known = dated or about(store, Hit(WORD, thing.record, thing.kind, thing.name, "", ""))
    said = f"Nothing in this reference is about “{words}”. What it says of {thing.name}:"
    items = tuple(sorted(known.items, key=lambda item: item.record != thing.record))
    answer = known._replace(items=items, message=said, complete=False)
    return Outcome(text, SILENT, certain=False, answer=answer, unknown=reading.unknown)


def _is_about_this(store: Store, reading: Interpretation) -> bool:
    """Whether the question has to do with the pack: it names a thing, or an office, or most of its words are
    known here."""
    foreign = [
        word
        for word in (*reading.unknown, *reading.rest)
        if world.is_territory(word) or world.is_people(word)
    ]
    if reading.things:
        return True
    if foreign and (reading.titles or "office" in reading.topic or not {*foreign} <= {*reading.rest}):
        return False
    telling = len(reading.rest) + len(reading.fields) + bool(reading.types) + bool(reading.titles)
    if reading.only_words and reading.unknown and reading.shape:
        return False
    everyday = bool(reading.fields) and all(map(world.is_common, reading.unknown))
    return not reading.unknown or everyday or telling > len(reading.unknown)


def _no(store: Store, text: str, reading: Interpretation) -> Outcome:
    """Outside this reference, or not found, with the closest names."""
    if any(
        world.is_territory(word) or world.is_people(word) for word in (reading.query.key, *reading.unknown)
    ):
        return Outcome(text, OUTSIDE, certain=False, unknown=reading.unknown)
    from .no_results import absent

    found = absent(store, reading.query, Options(statements=False))
    hits = () if found.status == OUTSIDE else found.suggestions
    status = OUTSIDE if found.status in (OUTSIDE, SILENT) and not reading.things else NOT_FOUND
    return Outcome(text, status, hits=tuple(hits), certain=False, unknown=reading.unknown)
