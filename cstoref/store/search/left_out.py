"""Words of a question that its answer does not meet: known to this reference, and nowhere in what is shown.

They must be named, and where one of them is what the question is about, its verb or its only telling word,
the answer is none.
"""

from __future__ import annotations

from cstoref import fold
from cstoref.store import world

from .answers import Answer
from .interpretation import Interpretation
from .lexicon import FILLER
from .question_words import HOW_MANY, WHO, YES_OR_NO
from .synonyms import same
from .word_forms import OFFICE, SECOND, TITLES, forms

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from cstoref.store.queries import Store

SHOWN = 12
"""Statements of an answer that are read for the words: about as many as a screen shows."""
FOREMOST = 3
"""Statements that an answer begins with."""
OF_A_BODY = ("office", "chaired", "commanded_by", "membership", "seat")
"""Topics of a body by its name, all of which must be known."""
OF_WORDS = 3
"""Words at most of what is asked `of` something."""
BEFORE_NAMES = YES_OR_NO | {"by", "about", "to", "on", "against", "with", "from"}
"""Words after which who acts, or whom something is about, is named."""


class Shown:
    """What an answer says: its statements, their fields, and all its words; read when first needed."""

    def __init__(self, store: Store, answer: Answer) -> None:
        self._store, self.answer = store, answer
        self._text = ""
        self._fields: set[str] = set()
        self._types: set[str] = set()

    def _read(self) -> None:
        if self._text:
            return
        store, answer = self._store, self.answer
        rows = store.statements_numbered(answer.numbers[:SHOWN])
        self._fields = {row.statement.field for row in rows}
        about = {id for row in rows for id in row.statement.about}
        known = store.named({*about, *(item.record for item in answer.items)})
        self._types = {ref.type for ref in known.values()}
        names = [ref.name for ref in known.values()]
        said = [f"{item.note} {item.summary}" for item in answer.items]
        texts = [row.statement.text for row in rows]
        self._text = f" {fold.words(' '.join((answer.message, *names, *said, *texts)))} "

    @property
    def fields(self) -> set[str]:
        """The fields of its statements."""
        self._read()
        return self._fields

    @property
    def types(self) -> set[str]:
        """The types of the records that it is about."""
        self._read()
        return self._types

    def has(self, word: str) -> bool:
        """Whether a form of a word is in it; a number also with its thousands apart."""
        self._read()
        if word.isdigit() and len(word) > 3 and f" {word[:-3]} {word[-3:]} " in self._text:
            return True
        return any(
            f" {form}" in self._text if star else f" {form} " in self._text
            for form, star in forms(word, same(self._store, word))
        )


def unmet(reading: Interpretation, shown: Shown) -> tuple[str, ...]:
    """The words that nothing here has, and those of the rest that stand in nothing that the answer shows."""
    if not reading.unknown and not reading.rest:
        return ()
    met = shown.answer.met | {
        word for word in reading.titles if all(map(shown.has, OFFICE.get(word, word).split()))
    }
    unknown = (word for word in reading.unknown if word not in met)
    passed = reading.cue("light") | met
    return (*unknown, *(word for word in reading.rest if word not in passed and not shown.has(word)))


def beside_titles(reading: Interpretation, answer: Answer) -> set[str]:
    """The words of a question for an office that name none: they ask for something else, or tell one holder
    from the others, as all do that follow `who`, known here or not; where no body is named, also an unknown
    word beside the title: `secretary of the baltic council`."""
    titles = TITLES.union(reading.titles).difference(SECOND)
    others = {word for word in reading.rest if word not in titles}
    if not reading.things:
        pairs = list(zip(reading.words, reading.words[1:], strict=False))
        others |= {
            one
            for one, other in (*pairs, *((b, a) for a, b in pairs))
            if one in reading.unknown and other in titles and not world.is_common(one)
        }
    if WHO in reading.words[1:]:
        after = reading.words[reading.words.index(WHO, 1) :]
        others |= {word for word in (*reading.rest, *reading.unknown) if word in after}
    return others.difference(answer.met, reading.cue("generic"))


def unmet_topic(reading: Interpretation, shown: Shown) -> tuple[str, ...]:
    """The words that ask for fields of which the answer shows none, and that stand nowhere in it; of a
    question for yes or no those of its first topic, which is its verb."""
    office = reading.titles or any(thing.type == "office" for thing in reading.things)
    asks = reading.shape or reading.yes_or_no
    several = office or reading.period.given or reading.types or reading.rest
    if not reading.asked or (several and not asks):  # of a few words one may only say more of the others
        return ()
    wanted = reading.fields[0] if reading.yes_or_no else reading.topic
    asked = reading.asked[:1] if reading.yes_or_no else reading.asked
    return () if shown.fields.intersection(wanted) or any(map(shown.has, asked)) else asked


def unmet_type(reading: Interpretation, shown: Shown) -> tuple[str, ...]:
    """The word for a type in a question for yes or no, if the answer shows nothing of the type and nowhere
    has the word: whoever sent troops to an operation has not sent them to a war."""
    if not reading.yes_or_no or not reading.called or not reading.fields:
        return ()
    words = tuple(reading.called.split())
    return () if shown.types.intersection(reading.types) or any(map(shown.has, words)) else words


def leaves_topic(store: Store, reading: Interpretation, answer: Answer) -> bool:
    """Whether one of the topics that are asked for has no field among those that an answer begins with."""
    first = {row.statement.field for row in store.statements_numbered(answer.numbers[:FOREMOST])}
    return not all(first.intersection(fields) for fields in reading.fields)


def is_core(reading: Interpretation, left: Iterable[str]) -> bool:
    """Whether one of the words left out is what the question asks for: its verb, or all that it asks."""
    left = set(left)
    if not left:
        return False
    asks = reading.fields or reading.types or reading.titles or reading.asks
    if any(word.isdigit() for word in left):  # another article, base or number is none of it
        return True
    others = [word for word in reading.rest if word not in left]
    named = any(thing.kind in ("member", "leader", "event") for thing in reading.things)
    several = bool(reading.things) or len(reading.rest) > 1
    telling = left - reading.cue("generic")
    alone = bool(telling and reading.rest) and several and not others and not named and not reading.shape
    if (not asks and not others) or alone:
        return True
    asked = (*reading.asked, *reading.titles, *reading.called.split())
    return not telling.isdisjoint(asked) or _verb(reading) in telling


def names_another(reading: Interpretation) -> bool:
    """Whether a word that nothing here has stands where a name does, after `did` or `about`: `what did turing
    say`. An unknown word elsewhere, or an everyday one, may be left out."""
    words = [word for word in reading.words if word not in ("the", "a", "an")]
    pairs = zip(("", *words), words, strict=False)
    return any(
        before in BEFORE_NAMES and word in reading.unknown and not world.is_common(word)
        for before, word in pairs
    )


def asks_of(reading: Interpretation) -> tuple[str, ...]:
    """The words up to the first `of` that nothing here has, which are what is asked of the things named:
    `population of the members`, `phone number of the secretariat`."""
    words = [word for word in reading.words if word not in ("the", "a", "an", "what", "is", "was", "are")]
    before = words[: words.index("of")] if "of" in words else []
    told = reading.cue(*reading.known.cues).union(reading.titles)
    asks = [word for word in before if word in reading.unknown and word not in told]
    return tuple(asks) if 0 < len(before) <= OF_WORDS else ()


def leaves_half_a_name(reading: Interpretation, left: Iterable[str]) -> bool:
    """Whether one of the words left out stands beside others that tell, where nothing else is named and it is
    asked who leads or belongs to something, or where it is: one commission is not another."""
    if reading.things or reading.titles or not {*reading.topic[:1]} & {*OF_A_BODY}:
        return False
    telling = {*reading.rest, *reading.unknown, *reading.called.split()} - reading.cue("generic", "light")
    pairs = list(zip(reading.words, reading.words[1:], strict=False))
    beside = {word for pair in pairs if telling.issuperset(pair) for word in pair}
    return not beside.isdisjoint(left)


def asks_only_the_unknown(reading: Interpretation) -> bool:
    """Whether all that is asked of the things named are words that nothing here has."""
    rest = {*reading.rest} - reading.cue("light", "generic")
    asks = reading.topic or reading.titles or rest or reading.order or reading.asks
    told = not reading.cue("personal", "longest", "shortest").isdisjoint(reading.unknown)
    office = told and any(thing.type == "office" for thing in reading.things)
    return bool(reading.things and reading.unknown and not asks and not office)


def _verb(reading: Interpretation) -> str:
    """The word after who acts in `did armenia …` and after `who …`, where a verb stands; also after what is
    counted: `how many soldiers died`."""
    if reading.shape == HOW_MANY and "many" in reading.words:
        told = reading.cue(FILLER).union(reading.asked, YES_OR_NO)
        counted = reading.words[reading.words.index("many") + 1 :]
        return next((word for word in counted if word not in told), "")
    if not reading.yes_or_no and reading.words[:1] != ("who",):
        return ""
    start = (
        1 if not reading.yes_or_no else max((thing.places[-1] + 1 for thing in reading.things[:1]), default=1)
    )
    after = [word for word in reading.words[start:] if word not in reading.cue(FILLER)]
    return after[0] if after else ""
