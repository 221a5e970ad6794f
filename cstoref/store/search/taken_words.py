"""The words of a question, and what each was taken for: a time, a topic, a type, a misspelt name, or nothing
that is known."""

from __future__ import annotations

from .fuzzy import is_known
from .lexicon import FILLER, LONGEST, Lexicon, Sense, nearest
from .query import ask
from .question_words import NOT
from .synonyms import same
from .things import Thing, misspelt
from .word_forms import forms, singular

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

TITLE_OF = {"heads": "head", "chairs": "chair", "chaired": "chair", "presides": "chair", "presided": "chair"}
"""Verbs to the title of whoever does so: they ask for that office, and not for whoever leads."""
LEADS = frozenset(("run", "runs", "ran", "lead", "leads", "led", "head", "heads", "headed"))
"""Verbs of whoever leads a ministry, who is its minister."""
ABOUT = ("on", "about", "concerning", "regarding")
WITHIN = ("in", "within", "inside", "across")
STATE = "state"
NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
"""How many are asked for beside an order, from two on."""
MEETINGS = frozenset(("summit", "summits", "session", "sessions", "meeting", "meetings"))


class TakenWords:
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
        self.named: set[int] = set()
        """The places of the words of names of bodies, agreements and events."""
        self.bodies: set[int] = set()
        """The places of the words of names of bodies that are part of another."""
        self.plural = False
        self.known = Lexicon({}, {})
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

    def is_of_a_body(self, run: tuple[int, ...]) -> bool:
        """Whether `of` and the name of a body follow a run of words: `the staff of the force`."""
        after = run[-1] + 1
        start = after + (2 if self.words[after + 1 : after + 2] == ("the",) else 1)
        return self.words[after : after + 1] == ("of",) and not self.bodies.isdisjoint((after + 1, start))

    def is_filler(self, word: str) -> bool:
        """Whether one of the words asks for nothing by itself."""
        return word in self.known.cues[FILLER]

    def has(self, phrase: str) -> bool:
        """Whether a phrase stands among the words."""
        return f" {phrase} " in f" {' '.join(self.words)} "


def _with_titles(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words in which a verb after `who` that belongs to one office is its title: `who chaired the council`.
    A meeting is chaired by somebody too, without an office; and whoever leads a ministry is its minister."""
    if words[:1] == ("who",) and LEADS.intersection(words):
        words = tuple("minister" if word == "ministry" else word for word in words)
    if MEETINGS.intersection(words):
        return words
    pairs = zip(("", *words), words, strict=False)
    return tuple(TITLE_OF.get(word, word) if before == "who" else word for before, word in pairs)


def take_senses(taken: TakenWords, offices: set[int]) -> None:
    """Take the words that ask for a time, a topic or a type, the longest phrases first; words inside a
    name only as types or parts of a phrase. `offices`: where the name or the title of an office begins."""
    inside = _in_a_name(taken)
    fields: dict[int, tuple[str, ...]] = {}
    for length in range(LONGEST, 0, -1):
        for place in range(len(taken.words) - length + 1):
            run = range(place, place + length)
            sense = (
                taken.known.sense(taken.words[place : place + length])
                if taken.left.keys() >= {*run}
                else None
            )
            if sense is None or (length == 1 and place in inside and not sense.types):
                continue
            if sense.types and (
                _tells_the_next(taken, sense, run) or (taken.types and _is_a_matter(taken, place))
            ):
                continue
            if taken.types and not sense.fields and _is_ground(taken, place, sense):
                taken.take(run)
                continue
            if sense.time and sense.fields and place + length in offices:
                sense = sense._replace(fields=())  # the present secretary
            if sense.fields:
                fields[place] = sense.fields
                taken.asked += [taken.words[at] for at in run if not taken.is_filler(taken.words[at])]
            _take(taken, sense, tuple(run))
    taken.fields = [fields[place] for place in sorted(fields)]


def _is_a_matter(taken: TakenWords, place: int) -> bool:
    """Whether a word for a type only says what another record is about: `protocol on foreign bases`."""
    return not {*taken.words[max(0, place - 3) : place]}.isdisjoint(ABOUT)


def _is_ground(taken: TakenWords, place: int, sense: Sense) -> bool:
    """Whether a word for states only says where something is: `bases in csto states`."""
    return STATE in sense.types and not {*taken.words[max(0, place - 2) : place]}.isdisjoint(WITHIN)


def _tells_the_next(taken: TakenWords, sense: Sense, run: range) -> bool:
    """Whether a word for a type only says which one of another type is meant: `base agreement`."""
    following = taken.known.sense(taken.words[run.stop : run.stop + 1])
    one = len(run) == 1 and singular(taken.words[run.start]) == taken.words[run.start]
    return bool(one and following and following.types and not {*sense.types} & {*following.types})


def _take(taken: TakenWords, sense: Sense, run: tuple[int, ...]) -> None:
    """Take a phrase for what it means."""
    if sense.time and not taken.order:
        taken.order = sense.time
    if sense.record and len(run) == 1 and run[0] - 1 in taken.named:
        taken.take(run)  # `warsaw pact treaty`: no other treaty is meant
        return
    names = bool(sense.record) and not _only_describes(taken, run)
    record = taken.store.record(sense.record) if names else None
    if record is not None:
        taken.meant.append(Thing(record.id, record.kind, record.type, record.name, run))
    elif sense.types:
        taken.types += sense.types
        last = taken.words[run[-1]]
        taken.plural = taken.plural or singular(last) != last
        taken.called = taken.called or " ".join(taken.words[place] for place in run)
    taken.take(run)


def _only_describes(taken: TakenWords, run: tuple[int, ...]) -> bool:
    """Whether a word that may mean a certain record is only a type: `which treaty`."""
    if taken.is_of_a_body(run):
        return True
    return len(run) == 1 and run[0] > 0 and taken.words[run[0] - 1] in ("what", "which")


def _in_a_name(taken: TakenWords) -> set[int]:
    """The places of pairs of words left that stand side by side in some name: they ask for nothing else."""
    inside: set[int] = set()
    for place in taken.left:
        pair = taken.words[place : place + 2]
        if len(pair) < 2 or place + 1 not in taken.left or any(map(taken.is_filler, pair)):
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


def correct(taken: TakenWords) -> list[Thing]:
    """The things that misspelt words mean; misspelt everyday words are put right."""
    known = taken.known
    unknown = [
        place
        for place, word in taken.left.items()
        if not taken.is_filler(word) and not known.sense([word]) and not is_known(taken.store, word)
    ]
    corrected: list[Thing] = []
    while unknown and len(taken.words) > 1:  # a single word was tried as a whole name
        thing = misspelt(taken.store, taken.words, list(taken.left), unknown, taken.query.letters)
        if thing is None:
            break
        corrected.append(thing)
        taken.take(thing.places)
        unknown = [place for place in unknown if place in taken.left]
    others = [word for at, word in taken.left.items() if at not in unknown and not taken.is_filler(word)]
    understood = len(taken.left) < len(taken.words) or (
        bool(others) and all(known.sense([word]) for word in others)
    )
    for place in unknown if understood and len(taken.words) > 1 else ():
        if word := nearest(taken.store, taken.words[place]):
            taken.replace(place, word)
    return corrected


def take_number(taken: TakenWords) -> int:
    """How many are asked for, by a number right beside the word for an order: `last three summits`, `two
    latest exercises`; 0 where none is."""
    for place, word in taken.left.items() if taken.order else ():
        number = NUMBERS.index(word) + 2 if word in NUMBERS else int(word) if _is_number(word) else 0
        beside = (taken.words[place - 1 : place], taken.words[place + 1 : place + 2])
        if number and any(sense.time for one in beside if one and (sense := taken.known.sense(one))):
            taken.take([place])
            return number
    return 0


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdigit() and len(word) < 3


def words_left(taken: TakenWords) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words left that texts have, and those that nothing knows."""
    taken.take([place for place, word in taken.left.items() if taken.is_filler(word) or word in NOT])
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
    for form, star in forms(word, same(store, word)):
        row = store.database.execute(
            "SELECT EXISTS (SELECT 1 FROM text_word WHERE word >= ?1 AND word < ?2)",
            (form, form + ("\U0010ffff" if star else "\0")),
        ).fetchone()
        if row[0]:
            return True
    return False
