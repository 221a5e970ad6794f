"""Statements that have nearly all the words of a question, whatever these were taken for.

Not a shape of its own: it is asked where no shape has an answer, or one that leaves words out. A question of
a kind that nobody thought of is then still answered by what says just that.
"""

from __future__ import annotations

from math import log

from cstoref.namedtuples import NamedTuple

from ...interpretation import Interpretation
from ...lexicon import FILLER
from ...question_words import HOW_MANY, NOT, SHAPES, YES_OR_NO
from ..shared.matches import by_record
from .evidence import in_time, rows_having

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

    from .. import Answer, AnswerItem

ENOUGH = 0.97
"""Share of the telling words, weighed by how rare they are, that a statement must have."""
BETTER = 0.25
"""By how much more of them it must have than what was found otherwise."""
FEWEST = 3
"""Words below which what has all of them says little: a name and a verb come together by chance."""
MOST = 3
"""Statements that are given."""
SHAPING = frozenset(word for _, phrases in SHAPES for phrase in phrases for word in phrase.split())


class Wording(NamedTuple):
    """How much of the words of a question each statement has, from 0 to 1."""

    words: tuple[str, ...]
    shares: dict[int, float]
    best: tuple[int, ...]
    """The statements that have enough of them, those that have most first; of the time that is asked
    about."""

    def improves(self, shown: Answer | None) -> bool:
        """Whether these statements meet the question better than those that an answer shows."""
        if not self.best or len(self.words) < FEWEST:
            return False
        met = max((self.shares.get(number, 0.0) for number in shown.numbers), default=0.0) if shown else 0.0
        return self.shares[self.best[0]] >= met + BETTER

    def items(self, store: Store) -> tuple[AnswerItem, ...]:
        """The statements by record."""
        rows = store.database.execute(
            f"SELECT number, subject FROM statement WHERE number IN ({', '.join(map(str, self.best))})"
        )
        subjects = dict(rows.fetchall())
        return by_record((subjects[number], number) for number in self.best)


def wording(store: Store, reading: Interpretation) -> Wording:
    """The statements that have the words of a question."""
    words = _telling(store, reading)
    if reading.shape == HOW_MANY and _counted(reading) not in words:
        return Wording(words, {}, ())  # a number of something else is none
    total = float(store.count("statements") + 1)
    weights: dict[int, float] = {}
    whole = 0.0
    for word in words:
        rows = rows_having(store, word, reading)
        rarity = log(total / (len(rows) + 1))
        whole += rarity
        for number, share in rows.items():
            weights[number] = weights.get(number, 0.0) + share * rarity
    shares = {number: weight / whole for number, weight in weights.items()} if whole else {}
    enough = [number for number, share in shares.items() if share >= ENOUGH]
    if reading.period.given:
        enough = list(in_time(store, enough, reading.period))
    best = sorted(enough, key=lambda number: (-shares[number], number))
    return Wording(words, shares, tuple(best[:MOST]))


def _counted(reading: Interpretation) -> str:
    """The word after `many` or `much`: what is counted."""
    places = [at for at, word in enumerate(reading.words) if word in ("many", "much")]
    return next(iter(reading.words[places[0] + 1 :]), "") if places else ""


def _telling(store: Store, reading: Interpretation) -> tuple[str, ...]:
    """The words that tell: not those that shape a question, nor of a time that the statements are of, nor
    the name of what the pack is about, which most statements go without."""
    subject = store.pack["subject"]
    plain = {at for thing in reading.things if thing.record == subject for at in thing.places}
    of_names = {reading.words[at] for thing in reading.things for at in thing.places}
    dated = {*reading.query.words} - {*reading.query.undated} - of_names
    none = reading.cue(FILLER).union(NOT, YES_OR_NO, SHAPING, dated)
    return tuple(dict.fromkeys(w for at, w in enumerate(reading.words) if at not in plain and w not in none))
