"""The names in a text: those of records of a pack, and runs of capitals that no record has.

Nothing is decided: a name that several records have leads to all of them, and who is meant a person says.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from cstoref import fold
from cstoref.authoring.support import SHORTEST
from cstoref.model import Record
from cstoref.sentences import sentences
from cstoref.store.queries import Store
from cstoref.store.search.word_forms import STOPWORDS
from cstoref.store.stated_dates import MONTHS

PERSON = "person"
POSSESSIVES = ("'s", "’s", "ʼs")
_TOKEN = re.compile(r"[^\W_]+(?:[’'ʼ][^\W_]+)*")
CONNECTORS = ("of", "the", "for", "de", "van", "von", "al", "bin", "на", "по")
_JOINED = re.compile(rf"[\s-]{{1,2}}|\.\s?|\s(?:of the|{'|'.join(CONNECTORS)})\s")
"""What may stand between the words of one name that no record has."""
_NUMERAL = re.compile(r"[IVXLCDM]+|\d+")
NO_NAMES = frozenset(
    word
    for line in (
        "yesterday today tomorrow jan feb mar apr jun jul aug sep sept oct nov dec monday",
        "tuesday wednesday thursday friday",
        "saturday sunday mr mrs ms dr gen col lt yes no not but if because although though however",
        "meanwhile moreover according president minister prime foreign defense defence general",
        "secretary chairman speaker he she they we it his her their its our these those here until",
        *STOPWORDS,
        *(month.lower() for month in MONTHS),
    )
    for word in line.split()
)
"""Words that a capital makes no name of: at the beginning of a sentence, in titles, of months and days."""


class Mention(NamedTuple):
    """A name in a text: where it stands, and whose it may be; of no record, if it is not known."""

    start: int
    end: int
    text: str
    records: tuple[str, ...] = ()


class _Token(NamedTuple):
    start: int
    end: int
    text: str
    folded: str


class Names:
    """The names of all records of a pack, to be looked for in texts."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._ids: dict[tuple[str, ...], dict[str, None]] = {}
        """The words of each name to the records that have it."""
        lengths: dict[str, set[int]] = {}
        for record in records:
            for form in _forms(record):
                self._ids.setdefault(form, {})[record.id] = None
                lengths.setdefault(form[0], set()).add(len(form))
        # The first word of a name to how many words such names have, the most first.
        self._lengths = {first: sorted(of, reverse=True) for first, of in lengths.items()}

    def known(self, text: str) -> list[Mention]:
        """Every name of a record in a text, in order, the longest where several begin at one place."""
        return self._known(text, _tokens(text))

    def _known(self, text: str, tokens: list[_Token]) -> list[Mention]:
        found: list[Mention] = []
        at = 0
        while at < len(tokens):
            length, ids = self._at(tokens, at)
            if length:
                start, end = tokens[at].start, tokens[at + length - 1].end
                found.append(Mention(start, end, text[start:end], ids))
            at += length or 1
        return found

    def mentions(self, text: str) -> list[Mention]:
        """Every name in a text, known or not, in order."""
        tokens = _tokens(text)
        known = self._known(text, tokens)
        return sorted([*known, *_unknown(text, tokens, known)])

    def _at(self, tokens: list[_Token], at: int) -> tuple[int, tuple[str, ...]]:
        """Of how many words the longest name is that begins at a word, and whose it is."""
        # A name begins with a capital, or is of a script without capitals.
        if tokens[at].text[0].islower():
            return 0, ()
        for length in self._lengths.get(tokens[at].folded, ()):
            words = tokens[at : at + length]
            ids = self._ids.get(tuple([token.folded for token in words])) if len(words) == length else None
            if ids:
                return length, tuple(ids)
        return 0, ()


@lru_cache(maxsize=2)
def names_of(store: Store) -> Names:
    """The names of the records of a pack."""
    return Names(store.whole_records())


def counted(mentions: Iterable[Mention]) -> Mapping[str, int]:
    """How often each name that is not known occurs, the commonest first."""
    return dict(Counter(mention.text for mention in mentions if not mention.records).most_common())


def _forms(record: Record) -> Iterator[tuple[str, ...]]:
    """The names of a record as the words that a text may have: of a person also the last one."""
    for name in (record.name, *(other.text for other in record.names)):
        words = tuple(fold.words(name.partition(" (")[0]).split())
        if words:
            yield words
    last = fold.words(record.name).rpartition(" ")[2]
    if record.type == PERSON and len(last) >= SHORTEST:
        yield (last,)


def _tokens(text: str) -> list[_Token]:
    # A word that folds to several (`Al’-Farabi`) or to none is left as it is: names are compared by word.
    return [_Token(*match.span(), match.group(), _folded(match.group())) for match in _TOKEN.finditer(text)]


@lru_cache(maxsize=2**14)
def _folded(word: str) -> str:
    return fold.words(word)


def _unknown(text: str, tokens: list[_Token], known: list[Mention]) -> Iterator[Mention]:
    """Runs of words with capitals that are no known name. A single word at the beginning of a sentence counts
    only where it has a capital elsewhere too."""
    taken = [mention.start for mention in known]
    ends = [mention.end for mention in known]
    firsts = {_first_letter(text, start, end) for start, end in sentences(text)}
    tokens = [t for t in tokens if t.text not in CONNECTORS and not _meets(taken, ends, t.start, t.start + 1)]
    inside = {token.text for token in tokens if token.start not in firsts and _is_name(token.text)}
    small = {token.text for token in tokens if token.text[0].islower()}
    # An adverb begins many a sentence: “Reportedly Corhaven refused.”
    small |= {t.text.lower() for t in tokens if t.start in firsts and t.text.endswith("ly")} - {
        word.lower() for word in inside
    }
    run: list[_Token] = []
    for token in [*tokens, None]:
        is_name = token is not None and _is_name(token.text) and token.text.lower() not in small
        if token is not None and is_name and run and _continues(text, run[-1].end, token.start, taken, ends):
            run.append(token)
            continue
        if run and (len(run) > 1 or run[0].start not in firsts or run[0].text in inside):
            end = run[-1].end - (2 if run[-1].text[-2:] in POSSESSIVES else 0)
            yield Mention(run[0].start, end, text[run[0].start : end])
        run = [token] if token is not None and is_name else []


def _continues(text: str, end: int, start: int, taken: list[int], ends: list[int]) -> bool:
    """Whether a name may go on from one word to another, with no known name between."""
    return bool(_JOINED.fullmatch(text, end, start)) and not _meets(taken, ends, end, start)


def _meets(starts: list[int], ends: list[int], start: int, end: int) -> bool:
    """Whether a stretch of a text meets one of some spans, which are in order and lie apart."""
    at = bisect_left(starts, end) - 1
    return at >= 0 and ends[at] > start


@lru_cache(maxsize=2**14)
def _is_name(word: str) -> bool:
    return (
        word[0].isupper() and len(word) > 1 and not _NUMERAL.fullmatch(word) and word.lower() not in NO_NAMES
    )


def _first_letter(text: str, start: int, end: int) -> int:
    """Where the first word of a sentence begins, behind quotes and brackets."""
    match = _TOKEN.search(text, start, end)
    return match.start() if match else start
