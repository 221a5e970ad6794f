"""From the words of a question to what they ask: a time, things, an office, a topic, types, and the rest.

Nothing here reads statements; `answers` does, with the reading that comes of it.
"""

from __future__ import annotations

from cstoref.namedtuples import NamedTuple

from . import topics
from .foremost import of_the_states, parts_of_names
from .lexicon import LONGEST, Lexicon, lexicon, requests
from .periods import Period, period
from .query import Query
from .question_words import NOT, SHAPES, YES_OR_NO
from .taken_words import TakenWords, correct, take_number, take_senses, words_left
from .things import Thing, in_series, things, without_descriptions
from .word_forms import OFFICE, TITLES, singular

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store


OFFICE_TYPE = "office"
WHOLES = ("organization", "bloc", "coalition")
"""Types of bodies that are no part of another."""


class Interpretation(NamedTuple):
    """A question taken apart. `rest` are folded words to rank statements by, `unknown` those left out."""

    query: Query
    words: tuple[str, ...]
    shape: str
    negated: bool
    period: Period
    order: str
    """now, last, next, first or previous; empty where none was typed."""
    things: tuple[Thing, ...]
    titles: tuple[str, ...]
    """The words that may name an office: `foreign minister`."""
    fields: tuple[tuple[str, ...], ...]
    """For each topic the fields that it asks for."""
    types: tuple[str, ...]
    called: str
    """The word that was typed for the types."""
    plural: bool
    """Whether it is a plural."""
    asked: tuple[str, ...]
    """The words that were taken for topics: a text that has them as well answers better."""
    rest: tuple[str, ...]
    unknown: tuple[str, ...]
    put_right: tuple[tuple[str, str], ...] = ()
    """Misspelt everyday words, each with what it was taken for."""
    asks: tuple[str, ...] = ()
    """What the question asks for as a whole, by the keys of `[words.ask]`."""
    known: Lexicon = Lexicon({}, {})
    """The everyday words among its words."""
    number: int = 0
    """How many are asked for beside the order: `last three`; 0 where no number is."""

    def cue(self, *keys: str) -> frozenset[str]:
        """The phrases of the question that are of some cues (`[words.cue]`)."""
        return self.known.cue(*keys)

    @property
    def yes_or_no(self) -> bool:
        """Whether the question wants a yes or a no."""
        return self.words[:1] != () and self.words[0] in YES_OR_NO

    @property
    def only_words(self) -> bool:
        """Whether nothing was understood but words to look for."""
        return bool(self.rest) and not (self.things or self.fields or self.types or self.titles)

    @property
    def topic(self) -> tuple[str, ...]:
        """The fields of all topics, each once."""
        return tuple(dict.fromkeys(field for fields in self.fields for field in fields))


def interpret(store: Store, text: str) -> Interpretation:
    """Take a question apart; once more where a word in it was put right that may be part of a name, and is no
    title, which rather asks for an office."""
    taken = TakenWords(store, text)
    reading = _interpret(store, taken)
    if not reading.put_right or any(word in TITLES for _, word in reading.put_right):
        return reading
    again = _interpret(store, TakenWords(store, " ".join(taken.words)))
    return again._replace(query=reading.query, put_right=reading.put_right)


def _interpret(store: Store, taken: TakenWords) -> Interpretation:
    time, places = period(taken.words)
    taken.known = known = lexicon(store, taken.words)
    asks, named = _asks_and_things(taken, known)
    if any(places.intersection(thing.places) for thing in named):  # the year belongs to a name: Rubezh 2008
        time, places = Period(problem=time.problem), set()
    taken.take(places)
    for thing in named:
        taken.take(thing.places)
        if thing.kind in ("institution", "agreement", "event") and thing.record != store.pack["subject"]:
            taken.named.update(thing.places)
    untold = {
        place for place, word in taken.left.items() if not known.sense([word]) and not taken.is_filler(word)
    }
    for thing in of_the_states(store, parts_of_names(store, taken.words, taken.left, untold), named):
        named.append(thing)
        taken.take(thing.places)
    if agreement := _called_agreement(taken, named, time):
        named.append(agreement)
        taken.take(agreement.places)
    named = without_descriptions(store, taken.words, named)
    named, time = in_series(store, named, time)
    shape = next((shape for shape, phrases in SHAPES if any(map(taken.has, phrases))), "")
    negated = any(word in taken.left.values() for word in NOT)
    corrected = correct(taken)
    if taken.put_right:
        taken.known = lexicon(store, taken.words)
    titles = _titles(taken)
    offices = {min(thing.places) for thing in named if thing.type == OFFICE_TYPE}
    offices |= {at for at, word in taken.left.items() if word in titles}
    take_senses(taken, offices)
    number = take_number(taken)
    meant = {taken.words[place] for thing in taken.meant for place in thing.places}
    titles = tuple(word for word in titles if word not in meant)
    topics.without_hosts(taken, named, titles)
    topics.of_event(taken, named)
    named = sorted((*named, *corrected, *taken.meant), key=lambda thing: thing.places)
    rest, unknown = words_left(taken)
    return Interpretation(
        taken.query,
        taken.words,
        shape,
        negated,
        time,
        taken.order,
        tuple({thing.record: thing for thing in reversed(named)}.values())[::-1],
        titles,
        tuple(
            dict.fromkeys(
                (*topics.of_words(taken, named), *topics.of_shape(taken, named, shape), *topics.of_asks(asks))
            )
        )
        or topics.of_membership(taken, named),
        tuple(dict.fromkeys((*taken.types, *(meetings := topics.types_of_meetings(taken))))),
        taken.called or ("meeting" if meetings else ""),
        taken.plural,
        tuple(taken.asked),
        rest,
        unknown,
        tuple(taken.put_right),
        asks,
        taken.known,
        number,
    )


def _called_agreement(taken: TakenWords, named: list[Thing], time: Period) -> Thing | None:
    """The agreement that words beside one for its type mean, where none is named whole."""
    if any(thing.kind == "agreement" for thing in named):
        return None
    if not any("protocol" in sense.types or "treaty" in sense.types for sense in taken.known.senses.values()):
        return None
    from .called_agreements import called_agreement

    return called_agreement(taken, time)


def _asks_and_things(taken: TakenWords, known: Lexicon) -> tuple[tuple[str, ...], list[Thing]]:
    """What the question asks for as a whole, and the things that it names."""
    asks, requested = requests(taken.store, taken.words)
    plain, anybody = known.cue("plain"), known.cue("anybody")
    many = _many(taken.words, known)
    named = things(taken.store, taken.words, many, plain, anybody)
    if any(_has_more(taken, thing, requested) for thing in named):
        asks = ()  # the words are rather those of a name
    elif requested:
        taken.take(requested)
        named = things(taken.store, taken.words, requested | many, plain, anybody)
    return asks, _with_meant(taken, known, named)


def _has_more(taken: TakenWords, thing: Thing, requested: set[int]) -> bool:
    """Whether a name has some of the words that ask for something as a whole, and others that tell."""
    others = [taken.words[place] for place in thing.places if place not in requested]
    return len(others) < len(thing.places) and not all(map(taken.is_filler, others))


def _with_meant(taken: TakenWords, known: Lexicon, named: list[Thing]) -> list[Thing]:
    """The things named, with what phrases of two words or more mean that are no shorter than the names in
    them: `csto parliament` is one body, not a word beside the organization."""
    for length in range(LONGEST, 1, -1):
        for place in range(len(taken.words) - length + 1):
            run = tuple(range(place, place + length))
            sense = known.sense(taken.words[place : place + length])
            within = [thing for thing in named if set(thing.places).intersection(run)]
            if sense is None or not sense.record or any(len(thing.places) > length for thing in within):
                continue
            taken.bodies = {
                at
                for one in named
                if one.kind == "institution" and one.type not in WHOLES
                for at in one.places
            }
            if taken.is_of_a_body(run):
                continue
            record = taken.store.record(sense.record)
            if record is not None:
                named = [thing for thing in named if thing not in within]
                named.append(Thing(record.id, record.kind, record.type, record.name, run))
    return sorted(named, key=lambda thing: thing.places)


def _many(words: tuple[str, ...], known: Lexicon) -> set[int]:
    """The places of phrases for several records of a type: `military bases` is no part of a name."""
    places: set[int] = set()
    for length in range(2, LONGEST + 1):
        for place in range(len(words) - length + 1):
            sense = known.sense(words[place : place + length])
            if sense and sense.types and singular(words[place + length - 1]) != words[place + length - 1]:
                places.update(range(place, place + length))
    return places


def _titles(taken: TakenWords) -> tuple[str, ...]:
    """The words left that may name an office, if one of them is a title; they stay for other senses."""
    words = [singular(word) if singular(word) in TITLES else word for word in taken.left.values()]
    if not any(word in TITLES for word in words):
        return ()
    rows = taken.store.database.execute(
        f"SELECT DISTINCT term FROM office_term WHERE term IN ({', '.join('?' * len(words))})", words
    )
    terms = {term for (term,) in rows} | TITLES | OFFICE.keys()
    return tuple(word for word in words if word in terms and not taken.is_filler(word))
