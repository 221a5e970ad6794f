"""Two questions in one: `who is the secretary general and where is the headquarters`, `seat and founding date
of the csto`, `when did armenia and belarus join`.

Each is answered by itself. What one of them comes to is no answer to the other, which is then said to be left
out.
"""

from __future__ import annotations

from .answers import Answer, AnswerItem
from .answers.shared.matches import numbers_of
from .interpretation import Interpretation, interpret
from .lexicon import LONGEST, lexicon
from .outcome import ANSWER, CARD, Outcome
from .question_words import COMPARE, WHEN, WHERE, WHICH, WHO, YES_OR_NO
from .word_forms import TITLES, is_plural_title, singular

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cstoref.store.queries import Store

    Ask = Callable[[Store, str, str], Outcome]

AND = "and"
ASKING = frozenset((WHO, WHEN, WHERE, "what", "which", "why", "how", *YES_OR_NO))
SINGLE = frozenset((WHO, WHEN, WHERE, "why"))
PRONOUNS = frozenset(("it", "its", "they", "their", "he", "his", "she", "her"))
JOINT = frozenset(
    ("signed", "contributed", "cooperation", "dispute", "comparison", "attended", "hosted", "conduct")
)
"""Topics of what two may have done together."""
TIMES = frozenset(("in", "on", "during", "since", "until", "before", "after"))
"""Words before a time."""
VERB = 2
"""Words of a question that is only who, and what he did."""
MOST_OF_ONE = 4
"""Items of an answer that is one of two."""


def compound(store: Store, text: str, day: str, ask: Ask) -> Outcome | None:
    """The answers to both questions, one after the other; None where the words are no two, or neither is
    answered."""
    words = text.strip(" ?!.").split()
    folded = [word.lower() for word in words]
    if (
        folded.count(AND) != 1
        or COMPARE in folded
        or {"between", "both", "vs", "versus"}.intersection(folded)
    ):
        return None
    pair = _parts(store, words, folded.index(AND))
    if pair is None:
        return None
    outcomes = [ask(store, part, day) for part in pair]
    answers = [_answer(store, outcome) for outcome in outcomes]
    return _joined(text, pair, outcomes, answers) if any(answers) else None


def _answer(store: Store, outcome: Outcome) -> Answer | None:
    """What a question comes to; of a card the line under its name. None where it is not answered."""
    answer = outcome.answer
    if outcome.status == CARD and answer is None:
        head = next((fact for fact in store.stored_facts(outcome.record) if fact.head), None)
        numbers = tuple(numbers_of(store, head.statements)) if head else ()
        name = store.named([outcome.record])[outcome.record].name
        return Answer(name, (AnswerItem(outcome.record, numbers[:1], summary=head.text),)) if head else None
    fits = outcome.status in (ANSWER, CARD) and answer is not None and answer.complete and not answer.silent
    return answer if fits else None


def _joined(
    text: str, pair: tuple[str, str], outcomes: Sequence[Outcome], each: Sequence[Answer | None]
) -> Outcome:
    """Both answers as one; of one that is none, that it is left out."""
    answers = [answer for answer in each if answer]
    items = list(dict.fromkeys(item for answer in answers for item in _few(answer, len(answers))))
    left = [part for part, answer in zip(pair, each, strict=True) if not answer]
    said = [answer.message for answer in answers if answer.message]
    said += [f"Not answered here: “{part}”." for part in left]
    listed = all(answer.listed for answer in answers)
    read_as = "; ".join(dict.fromkeys(answer.read_as for answer in answers))
    more = sum(answer.more + len(answer.items) - len(_few(answer, len(answers))) for answer in answers)
    joined = Answer(read_as, tuple(items), " ".join(dict.fromkeys(said)), listed, more, complete=not left)
    certain = not left and all(outcome.certain for outcome in outcomes)
    unknown = tuple(dict.fromkeys(word for outcome in outcomes for word in outcome.unknown))
    return Outcome(text, ANSWER, "", read_as, certain, answer=joined, unknown=unknown)


def _few(answer: Answer, answers: int) -> tuple[AnswerItem, ...]:
    """The items of an answer that stands with others on one screen."""
    if answer.listed or answers < 2:
        return answer.items
    most = 1 if answer.ranked else MOST_OF_ONE
    return tuple(item._replace(statements=item.statements[:2]) for item in answer.items[:most])


def _parts(store: Store, words: Sequence[str], at: int) -> tuple[str, str] | None:
    """The two questions before and after `and`."""
    left, right = words[:at], words[at + 1 :]
    if not left or not right:
        return None
    if right[0].lower() in ASKING and len(right) > 1:
        if left[-1].lower() in SINGLE and len(left) == 1:  # when and where was …
            return " ".join((left[0], *right[1:])), " ".join(right)
        return _two_questions(store, left, right)
    return _two_topics(store, words, at) or _two_names(store, words, at)


def _two_questions(store: Store, left: Sequence[str], right: Sequence[str]) -> tuple[str, str] | None:
    """Two whole questions; a thing that only one of them names is meant in the other too, and so is what is
    asked, where the second only gives another time."""
    one, other = interpret(store, " ".join(left)), interpret(store, " ".join(right))
    named = [thing.name for thing in one.things if thing.kind != "leader" and thing.type != "office"]
    if not (other.fields or other.titles or other.types or other.rest or other.things) and other.period.given:
        at = next((at for at, word in enumerate(left) if word.lower() in TIMES), len(left))
        right = [*left[:at], *right[1:]]
    elif PRONOUNS.intersection(word.lower() for word in right) and named:
        right = [named[-1] if word.lower() in PRONOUNS else word for word in right]
    elif named and not (other.things or other.rest or other.types):
        right = [*right, *named[-1:]]
    if len(left) == VERB and not one.things:  # who commanded and who sent troops to …
        left = [*left, *right[VERB:]]
    elif not (one.things or one.types or one.titles):
        left = [*left, *(thing.name for thing in other.things)]
    return " ".join(left), " ".join(right)


def _two_topics(store: Store, words: Sequence[str], at: int) -> tuple[str, str] | None:
    """Two things that are asked of the same: `seat and founding date of the csto`, `president and prime
    minister of armenia`."""
    folded = [word.lower() for word in words]
    known = lexicon(store, folded)

    def asks(run: Sequence[str]) -> bool:
        sense = known.sense(run)
        titled = any(singular(word) in TITLES or is_plural_title(word) for word in run)
        return titled or bool(
            sense and (sense.fields or (sense.types and len(run) == 1 and not sense.record))
        )

    if titles := _titles(words, folded, at):
        return titles
    before = next((n for n in range(LONGEST, 0, -1) if n <= at and asks(folded[at - n : at])), 0)
    after = next((n for n in range(LONGEST, 0, -1) if asks(folded[at + 1 : at + 1 + n])), 0)
    if not before or not after:
        return None
    end = at + 1 + after
    of = folded.index("of", at) if "of" in folded[at:] else 0
    if any(singular(word) in TITLES for word in folded[at + 1 : of or end]):
        end = of or len(words)
    tail = words[end:]
    first = words[:at] if "of" in folded[:at] else [*words[:at], *tail]
    return " ".join(first), " ".join((*words[: at - before], *words[at + 1 :]))


def _titles(words: Sequence[str], folded: Sequence[str], at: int) -> tuple[str, str] | None:
    """Two offices with one title: `foreign and defence ministers of belarus`."""
    title = "".join(folded[at + 2 : at + 3])
    plain = singular(folded[at - 1]) not in TITLES and singular(folded[at + 1]) not in TITLES
    if not title or not plain or singular(title) not in TITLES:
        return None
    tail = [singular(title), *words[at + 3 :]]
    return " ".join((*words[:at], *tail)), " ".join((*words[: at - 1], words[at + 1], *tail))


def _two_names(store: Store, words: Sequence[str], at: int) -> tuple[str, str] | None:
    """One question about two people or states, each of which did it alone."""
    reading = interpret(store, " ".join(words))
    places = _around(reading, at)
    alone = reading.shape in (WHEN, WHERE) or reading.titles or "office" in reading.topic
    one_of_them = WHICH in reading.words
    if places is None or not alone or one_of_them or JOINT.intersection(reading.topic[:1]) or reading.types:
        return None
    one, other = places
    first = [*words[: one[0]], *words[one[0] : one[1]], *words[other[1] :]]
    return " ".join(first), " ".join((*words[: one[0]], *words[other[0] :]))


def _around(reading: Interpretation, at: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Where the names before and after `and` stand, if both are of one kind."""
    before = next((thing for thing in reading.things if max(thing.places) == at - 1), None)
    after = next((thing for thing in reading.things if min(thing.places) == at + 1), None)
    if before is None or after is None or before.kind != after.kind or len(reading.things) != 2:
        return None
    return (min(before.places), at), (at + 1, max(after.places) + 1)
