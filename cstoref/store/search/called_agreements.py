"""Which agreement is meant where words of its name stand beside what it is called: `the transit protocol`,
`the agreement on arms supplies`."""

from __future__ import annotations

from .lexicon import LONGEST
from .things import Thing
from .word_forms import STOPWORDS, forms, singular

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from cstoref.store.queries import Store

    from .periods import Period
    from .taken_words import TakenWords

KIND = "agreement"
AGREEMENTS = frozenset(("agreement", "protocol", "treaty"))
"""Types of records whose words may stand beside the words of a name."""
ACTS = frozenset(
    ("signed", "ratified", "refused", "joined", "left", "said", "adopted", "founded", "provides")
)
"""Topics whose words are the verb of the question."""
NO_NAME = ("the", "a", "an", "which", "what", "did", "not", "does", "is", "was")
ON = ("on", "about", "concerning", "regarding", "for")


def called_agreement(taken: TakenWords, time: Period) -> Thing | None:
    """The only agreement that has the words beside the word for its type in a name of it, and is of the time
    that is asked about if one of those is; None where several have them."""
    for place, word in enumerate(taken.words):
        sense = taken.known.sense([word])
        if sense is None or not AGREEMENTS.intersection(sense.types) or place not in taken.left:
            continue
        for run in _runs(taken, place):
            telling = [taken.words[at] for at in run if taken.words[at] not in STOPWORDS]
            found = _with_words(taken.store, telling, sense.types)
            within = [row for row in found if row[2] and time.first <= row[3] and row[2] <= time.last]
            if row := _meant(within if time.given and within else found, word, telling):
                return Thing(row[0], KIND, row[1], row[4], tuple(sorted((*run, place))))
    return None


def _runs(taken: TakenWords, place: int) -> Iterator[tuple[int, ...]]:
    """The places of the words that may name what is called so: before it, the longest runs first, then after
    `on`."""
    start = place
    while start and place - start < LONGEST and _may_name(taken, start - 1):
        start -= 1
    for first in range(start, place):
        yield tuple(range(first, place))
    after = place + 1
    if taken.words[after : after + 1] and taken.words[after] in ON:
        end = after + 1
        while end < len(taken.words) and end - after <= LONGEST and _may_name(taken, end):
            end += 1
        for last in range(end, after + 1, -1):
            yield tuple(range(after, last))


def _may_name(taken: TakenWords, place: int) -> bool:
    """Whether the word at a place may be one of a name: no article and no verb of the question."""
    word = taken.words[place]
    sense = taken.known.sense([word])
    acts = sense is not None and not ACTS.isdisjoint(sense.fields[:1])
    return place in taken.left and word not in NO_NAME and not acts


def _with_words(
    store: Store, words: Sequence[str], types: Container[str]
) -> list[tuple[str, str, str, str, str, str]]:
    """The agreements of some types that have a form of every word in one of their names, a single word as it
    is or in another number: id, type, first and last day, name, and that name as words."""
    if not words:
        return []
    parts = []
    values: list[str] = []
    for word in words:
        likes = []
        single = [(word, False), (singular(word), False), (f"{word}s", False)]
        for form, star in forms(word) if len(words) > 1 else single:
            likes.append("(word >= ? AND word < ?)")
            values += [form, form + ("\U0010ffff" if star else "\0")]
        parts.append(f"SELECT name_key FROM word_key WHERE {' OR '.join(likes)}")
    rows = store.database.execute(
        "SELECT r.id, r.type, coalesce(r.earliest, ''), coalesce(r.latest, ''), r.name, k.words "
        f"FROM ({' INTERSECT '.join(parts)}) b JOIN name_key k ON k.number = b.name_key "
        "JOIN record r ON r.id = k.record WHERE r.kind = ? AND k.sort NOT IN ('id', 'code')",
        (*values, KIND),
    ).fetchall()
    return [row for row in {row[0]: row for row in rows}.values() if row[1] in types]


def _meant(
    rows: Sequence[tuple[str, str, str, str, str, str]], called: str, words: Sequence[str]
) -> tuple[str, str, str, str, str, str] | None:
    """The only one of some agreements; the only one that is of the type as it is called, or whose subject
    begins with the words."""
    if len(rows) > 1:
        rows = [row for row in rows if row[1] == called] or rows
    if len(rows) > 1:
        rows = [row for row in rows if f" on {words[0]}" in f" {row[5].replace(' on the ', ' on ')}"]
    return rows[0] if len(rows) == 1 else None
