"""From the words of a question to what they ask: a time, things, an office, a topic, types, and the rest.

Nothing here reads statements; `answers` does, with the reading that comes of it.
"""

from __future__ import annotations

from cstoref.namedtuples import NamedTuple

from .fuzzy import is_known
from .lexicon import LONGEST, Lexicon, Sense, lexicon, nearest, requests
from .periods import Period, period
from .query import Query, ask
from .question_words import FILLER, HOW_MANY, NOT, PLAIN, SHAPES, WHAT, YES_OR_NO
from .things import Thing, misspelt, things
from .word_forms import OFFICE, TITLES, forms, singular

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store


TITLE_OF = {"heads": "head", "chairs": "chair", "chaired": "chair", "presides": "chair", "presided": "chair"}
"""Verbs to the title of whoever does so: they ask for that office, and not for whoever leads."""
MEETINGS = frozenset(("summit", "summits", "session", "sessions", "meeting", "meetings"))


OF_ASKS = {"founders": ("founded", "became", "signed"), "expiry": ("in_force", "adopted", "provides")}
"""Fields that answer what `[words.ask]` asks for as a whole, where nothing better does."""


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


class _Words:
    """The words of a question, and what each was taken for."""

    def __init__(self, store: Store, text: str) -> None:
        self.store = store
        self.query = ask(text)
        self.words = _with_titles(self.query.words)
        self.left = dict(enumerate(self.words))
        """The words that nothing was taken for yet, by their place."""
        self.order = ""
        self.fields: list[tuple[str, ...]] = []
        self.types: list[str] = []
        self.asked: list[str] = []
        self.put_right: list[tuple[str, str]] = []
        self.meant: list[Thing] = []
        self.plural = False
        self.called = ""

    def take(self, places: object) -> None:
        """These words have been understood."""
        for place in list(places):  # type: ignore[call-overload]
            self.left.pop(place, None)

    def replace(self, place: int, word: str) -> None:
        """Take a word for another."""
        self.put_right.append((self.words[place], word))
        self.words = (*self.words[:place], word, *self.words[place + 1 :])
        self.left[place] = word

    def has(self, phrase: str) -> bool:
        """Whether a phrase stands among the words."""
        return f" {phrase} " in f" {' '.join(self.words)} "


def _with_titles(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words in which a verb after `who` that belongs to one office is its title: `who chaired the council`.
    A meeting is chaired by somebody too, without an office."""
    if MEETINGS.intersection(words):
        return words
    pairs = zip(("", *words), words, strict=False)
    return tuple(TITLE_OF.get(word, word) if before == "who" else word for before, word in pairs)


def interpret(store: Store, text: str) -> Interpretation:
    """Take a question apart."""
    taken = _Words(store, text)
    time, places = period(taken.words)
    known = lexicon(store, taken.words)
    asks, named = _asks_and_things(taken, known)
    if any(places.intersection(thing.places) for thing in named):  # the year belongs to a name: Rubezh 2008
        time, places = Period(problem=time.problem), set()
    taken.take(places)
    for thing in named:
        taken.take(thing.places)
    shape = next((shape for shape, phrases in SHAPES if any(map(taken.has, phrases))), "")
    negated = any(word in taken.left.values() for word in NOT)
    corrected = _corrected(taken, known)
    titles = _titles(taken)
    _senses(taken, lexicon(store, taken.words), _in_a_name(taken))
    meant = {taken.words[place] for thing in taken.meant for place in thing.places}
    titles = tuple(word for word in titles if word not in meant)
    named = sorted((*named, *corrected, *taken.meant), key=lambda thing: thing.places)
    rest, unknown = _rest(taken)
    return Interpretation(
        taken.query,
        taken.words,
        shape,
        negated,
        time,
        taken.order,
        tuple({thing.record: thing for thing in reversed(named)}.values())[::-1],
        titles,
        tuple(dict.fromkeys((*taken.fields, *_for(taken, shape), *_of_asks(asks))))
        or _belonging(taken, named),
        tuple(dict.fromkeys(taken.types)),
        taken.called,
        taken.plural,
        tuple(taken.asked),
        rest,
        unknown,
        tuple(taken.put_right),
        asks,
    )


def _asks_and_things(taken: _Words, known: Lexicon) -> tuple[tuple[str, ...], list[Thing]]:
    """What the question asks for as a whole, and the things that it names."""
    asks, requested = requests(taken.store, taken.words)
    many = _many(taken.words, known)
    named = things(taken.store, taken.words, many, plain=PLAIN)
    if any(_has_more(taken, thing, requested) for thing in named):
        asks = ()  # the words are rather those of a name
    elif requested:
        taken.take(requested)
        named = things(taken.store, taken.words, requested | many, plain=PLAIN)
    return asks, _with_meant(taken, known, named)


def _has_more(taken: _Words, thing: Thing, requested: set[int]) -> bool:
    """Whether a name has some of the words that ask for something as a whole, and others that tell."""
    others = [taken.words[place] for place in thing.places if place not in requested]
    return len(others) < len(thing.places) and any(word not in FILLER for word in others)


def _with_meant(taken: _Words, known: Lexicon, named: list[Thing]) -> list[Thing]:
    """The things named, with what phrases of two words or more mean that are no shorter than the names in
    them: `csto parliament` is one body, not a word beside the organization."""
    for length in range(LONGEST, 1, -1):
        for place in range(len(taken.words) - length + 1):
            run = tuple(range(place, place + length))
            sense = known.sense(taken.words[place : place + length])
            within = [thing for thing in named if set(thing.places).intersection(run)]
            if sense is None or not sense.record or any(len(thing.places) > length for thing in within):
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


def _titles(taken: _Words) -> tuple[str, ...]:
    """The words left that may name an office, if one of them is a title; they stay for other senses."""
    words = [singular(word) if singular(word) in TITLES else word for word in taken.left.values()]
    if not any(word in TITLES for word in words):
        return ()
    rows = taken.store.database.execute(
        f"SELECT DISTINCT term FROM office_term WHERE term IN ({', '.join('?' * len(words))})", words
    )
    terms = {term for (term,) in rows} | TITLES | OFFICE.keys()
    return tuple(word for word in words if word in terms and word not in FILLER)


def _for(taken: _Words, shape: str) -> tuple[tuple[str, ...], ...]:
    """The topic of `what are the exercises for`, and of `how many peacekeepers`."""
    if shape == HOW_MANY and not taken.fields and not taken.types:
        return (("strength", "contributed", "composed_of"),)
    if taken.has("how old") and not taken.fields:
        return (("founded", "became", "signed"),)
    if "without" in taken.words and taken.types and not taken.fields:
        return (("absent", "refused"),)
    return (("purpose", "aim", "tasked"),) if shape == WHAT and taken.words[-1:] == ("for",) else ()


def _of_asks(asks: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The topic of what is asked for as a whole, for where it is answered by statements."""
    return tuple(OF_ASKS[ask] for ask in asks if ask in OF_ASKS)


def _belonging(taken: _Words, named: list[Thing]) -> tuple[tuple[str, ...], ...]:
    """The topic of `is armenia in the csto`: a state, and an organization after `in` or `of`."""
    states = [thing for thing in named if thing.kind == "member"]
    for thing in named:
        before = [word for word in taken.words[: min(thing.places)] if word != "the"][-1:]
        asks = states or "state" in taken.types or taken.has("who is in") or taken.has("who was in")
        if asks and thing.type in ("organization", "bloc") and before in (["in"], ["of"]):
            return (("membership", "suspended", "observer", "left"),)
    return ()


def _in_a_name(taken: _Words) -> set[int]:
    """The places of pairs of words left that stand side by side in some name: they ask for nothing else."""
    inside: set[int] = set()
    for place in taken.left:
        pair = taken.words[place : place + 2]
        if len(pair) < 2 or place + 1 not in taken.left or any(word in FILLER for word in pair):
            continue
        row = taken.store.database.execute(
            "SELECT 1 FROM word_key a JOIN word_key b ON b.name_key = a.name_key "
            "JOIN name_key k ON k.number = a.name_key "
            "WHERE a.word = ?1 AND b.word = ?2 AND instr(' ' || k.words || ' ', ' ' || ?1 || ' ' || ?2 "
            "|| ' ') LIMIT 1",
            pair,
        ).fetchone()
        if row:
            inside |= {place, place + 1}
    return inside


def _senses(taken: _Words, known: Lexicon, inside: set[int]) -> None:
    """Take the words that ask for a time, a topic or a type, the longest phrases first; words `inside` a name
    only as types or parts of a phrase."""
    fields: dict[int, tuple[str, ...]] = {}
    for length in range(LONGEST, 0, -1):
        for place in range(len(taken.words) - length + 1):
            run = range(place, place + length)
            sense = known.sense(taken.words[place : place + length]) if taken.left.keys() >= {*run} else None
            if sense is None or (length == 1 and place in inside and not sense.types):
                continue
            if sense.fields:
                fields[place] = sense.fields
                taken.asked += [taken.words[at] for at in run if taken.words[at] not in FILLER]
            _take(taken, sense, tuple(run))
    taken.fields = [fields[place] for place in sorted(fields)]


def _take(taken: _Words, sense: Sense, run: tuple[int, ...]) -> None:
    """Take a phrase for what it means."""
    if sense.time and not taken.order:
        taken.order = sense.time
    record = taken.store.record(sense.record) if sense.record else None
    if record is not None:
        taken.meant.append(Thing(record.id, record.kind, record.type, record.name, run))
    elif sense.types:
        taken.types += sense.types
        last = taken.words[run[-1]]
        taken.plural = taken.plural or singular(last) != last
        taken.called = taken.called or " ".join(taken.words[place] for place in run)
    taken.take(run)


def _corrected(taken: _Words, known: Lexicon) -> list[Thing]:
    """The things that misspelt words mean; misspelt everyday words are put right."""
    unknown = [
        place
        for place, word in taken.left.items()
        if word not in FILLER and not known.sense([word]) and not is_known(taken.store, word)
    ]
    corrected: list[Thing] = []
    while unknown and len(taken.words) > 1:  # a single word was tried as a whole name
        thing = misspelt(taken.store, taken.words, list(taken.left), unknown, taken.query.letters)
        if thing is None:
            break
        corrected.append(thing)
        taken.take(thing.places)
        unknown = [place for place in unknown if place in taken.left]
    others = [word for at, word in taken.left.items() if at not in unknown and word not in FILLER]
    understood = len(taken.left) < len(taken.words) or (
        bool(others) and all(known.sense([word]) for word in others)
    )
    for place in unknown if understood and len(taken.words) > 1 else ():
        if word := nearest(taken.store, taken.words[place]):
            taken.replace(place, word)
    return corrected


def _rest(taken: _Words) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words left that texts have, and those that nothing knows."""
    taken.take([place for place, word in taken.left.items() if word in FILLER or word in NOT])
    words = dict.fromkeys(taken.left.values())
    rest = tuple(word for word in words if _is_in_texts(taken.store, word))
    return rest, tuple(word for word in words if word not in rest)


def _is_in_texts(store: Store, word: str) -> bool:
    """Whether a statement or a sentence has a form of a word; of a number also with its thousands apart."""
    if word.isdigit() and len(word) > 3:
        row = store.database.execute(
            "SELECT EXISTS (SELECT 1 FROM statement_text WHERE statement_text MATCH ?)",
            (f'"{word[:-3]} {word[-3:]}"',),
        ).fetchone()
        if row[0]:
            return True
    for form, star in forms(word, True):
        row = store.database.execute(
            "SELECT EXISTS (SELECT 1 FROM text_word WHERE word >= ?1 AND word < ?2)",
            (form, form + ("\U0010ffff" if star else "\0")),
        ).fetchone()
        if row[0]:
            return True
    return False
