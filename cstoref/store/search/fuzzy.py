"""Near misses: an index of trigrams proposes names, an edit distance of our own decides.

A name of five letters or less has no near misses, one of six or seven may be one edit off, a longer one two;
the letters are those of the whole name as it was typed. Spellings of one sound are no edits. A word that is
itself known (to the pack, to everybody, or as a territory or people) is never corrected: it must stand in the
name as it is.
"""

from __future__ import annotations

from cstoref import fold
from cstoref.namedtuples import NamedTuple
from cstoref.store.remembered import remembered

from .exact import NEAR, NEAR_WORD, Hit
from .word_forms import STOPWORDS, other_spelling, singular

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from cstoref.store.queries import Store

    Name = tuple[str, str, str, str, str, int]
    """Record, kind, its name, the name proposed as written and folded, weight."""

PROPOSED = 80
"""Names that are compared with what was typed."""
READ = 12_000
"""Rows of the index that are read for them: in a large pack the rarest trigrams alone."""
LONGEST, MOST_WORDS = 80, 8
"""Letters and words beyond which nothing is near."""
MOST_SPELT = 3
"""Words of a name that are looked for in another spelling where each of them is known by itself."""
ENDING = 2
"""Letters at the end of a name in which two edits make another name."""
SHORT = 6
"""Letters up to which a word is also proposed by its shape: two letters swapped leave it few trigrams."""
OF_A_MAN = "the name of a man"
"""Begins the reason of a hit where the name of a woman was typed, who is somebody else."""
OFF = ("spelt another way", "one letter off", "two letters off", "three letters off")


class Fit(NamedTuple):
    """How well a name fits what was typed; the least is the best."""

    within: bool
    """Whether words of the name are left over."""
    edits: int
    left: int
    weight: int
    """Of the record, negative."""


def traits(words: str) -> set[str]:
    """What proposes a name: trigrams of the whole and of each word, and the shapes of short words."""
    found = fold.grams(words.replace(" ", ""))
    for word in words.split():
        found |= fold.grams(word)
        if 3 < len(word) <= SHORT:
            found |= {_letters(word), _shape(word[0], len(word))}
    return found


def allowed(letters: int) -> int:
    """How many edits a name of so many letters may be off."""
    return (letters > 5) + (letters > 7)


def distance(one: str, other: str, most: int) -> int:
    """Edits from one string to the other: letters put in, left out, changed or swapped with a neighbour.

    Optimal string alignment; `most + 1` for anything beyond `most`.
    """
    if one == other:
        return 0
    if not most or abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            # Compared by hand: this is where a near miss spends its time, and `min` takes twice as long.
            cost = last[j - 1] + (a != b)
            if last[j] < cost:
                cost = last[j] + 1
            if row[j - 1] < cost:
                cost = row[j - 1] + 1
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b and before[j - 2] < cost:
                cost = before[j - 2] + 1
            row.append(cost)
        if min(row) > most:
            return most + 1
        before, last = last, row
    return min(last[-1], most + 1)


def near_hits(
    store: Store, words: Sequence[str], loosely: bool = False, letters: int = LONGEST, fixes: bool = True
) -> tuple[Hit, ...]:
    """Records of which a name, or words of it, are an edit or two off, the best first. `loosely`: one edit
    more, for what is only suggested. `letters`: as typed, where these are fewer than those of the words.
    `fixes`: a word that is known stands as it is; not for a name from a text, whose words are all known."""
    count = sum(map(len, words))
    if not words or len(words) > MOST_WORDS or count > LONGEST:
        return ()
    return _near(store, tuple(words), loosely, min(letters, count), fixes)


@remembered
def _near(store: Store, words: tuple[str, ...], loosely: bool, letters: int, fixes: bool) -> tuple[Hit, ...]:
    typed = tuple(fold.sound(" ".join(words)).split())
    fixed = {sound for word, sound in zip(words, typed, strict=False) if fixes and is_known(store, word)}
    alike = len(fixed) == len({*typed})  # all words are known: only another spelling of a name will do
    if alike and not 1 < len(typed) <= MOST_SPELT:
        return ()
    best: dict[str, tuple[Fit, Hit]] = {}
    seen: dict[tuple[str, str, int], int] = {}
    most = 0 if alike else allowed(letters) + loosely
    joined = "".join(typed)
    kept = typed if not most and len(typed) == 1 else tuple(sorted(fixed))
    for record, kind, name, shown, theirs, weight in proposed(store, typed, kept):
        sounds = fold.sound(theirs).split()
        if alike and sounds != [*typed]:
            continue
        if not fixed.issubset(sounds):
            continue
        bound = min(most, allowed(len(theirs.replace(" ", ""))) + loosely)
        if not begin_alike(joined, "".join(sounds)):
            bound = min(bound, int(words[0][0] == theirs[0]))
        apart = _edits(typed, sounds, bound, seen)
        if apart is None or (apart[0] > 1 and not loosely and _ends_otherwise(typed, sounds)):
            continue
        fit = Fit(apart[1] > 0, apart[0], apart[1], -weight)
        if record not in best or fit < best[record][0]:
            off = OFF[min(fit.edits, len(OFF) - 1)]
            feminine = _is_feminine(typed, sounds)
            off = OF_A_MAN if feminine else off
            why = off if shown == name else f"{off}: {shown}"
            tier = NEAR_WORD if fit.within or feminine else NEAR
            best[record] = fit, Hit(tier, record, kind, name, why, shown, place=fit.edits)
    return tuple(hit for _, hit in sorted(best.values(), key=lambda item: item[0]))


@remembered
def occurs(store: Store, word: str) -> bool:
    """Whether a folded word occurs in a name, a statement or a text of the pack."""
    row = store.database.execute(
        "SELECT EXISTS (SELECT 1 FROM word_key WHERE word = ?1) "
        "OR EXISTS (SELECT 1 FROM text_word WHERE word = ?1)",
        (word,),
    ).fetchone()
    return bool(row[0])


@remembered
def is_known(store: Store, word: str) -> bool:
    """Whether a folded word is one that is not misspelt: it occurs in the pack, or is a common word, or names
    a territory or people."""
    from cstoref.store import world

    return (
        word in STOPWORDS
        or occurs(store, word)
        or world.is_territory(word)
        or world.is_people(word)
        or any(world.is_common(other) for other in {word, singular(word), other_spelling(word)})
    )


def begin_alike(key: str, whole: str) -> bool:
    """Whether two names begin with the same letter, or with the same two swapped: few slips are in the first
    letter, and many other names are."""
    return key[:1] == whole[:1] or (key[:1] == whole[1:2] and key[1:2] == whole[:1])


def _is_feminine(typed: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether a word that was typed is one of the name as a woman bears it: `Karimova` beside `Karimov`,
    `Tikhonovskaya` beside `Tikhonovsky`."""
    women = {fold.sound(f"{name}{ending}") for name in theirs for ending in ("a", "ova", "eva")}
    women |= {fold.sound(f"{name[:-1]}aya") for name in theirs if name[-2:-1] == "k"}
    endings = tuple(f"{name[-2:]}a" for name in theirs if name.endswith(("ov", "ev", "in")))
    return any(word in women or word.endswith(endings) for word in typed if word not in theirs)


def _ends_otherwise(typed: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether names that are two edits apart are so in the last letters of one word only, or in one short
    word: `Martinez` is no slip for `Martynov`, nor `Lane` for `Ling`."""
    if len(typed) != len(theirs):
        return False
    apart = [(one, other) for one, other in zip(typed, theirs, strict=True) if one != other]
    if len(apart) != 1:
        return False
    one, other = apart[0]
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
    return not allowed(min(len(one), len(other))) or min(len(one), len(other)) - same <= ENDING


@remembered
def proposed(store: Store, words: Sequence[str], kept: Sequence[str] = ()) -> list[Name]:
    """The names that share most with the words, the most first; only those that have each word of `kept`,
    where it is worth while to look for these first."""
    counted = _counted(store, _sought(words))
    must = {gram for word in kept for gram in fold.grams(word)}
    if not must <= counted.keys():
        return []
    grams = _affordable(counted)
    rarest = [gram for gram in counted if gram in must][:1]
    # One look into the index for each of the names and each trigram, instead of all of its rows.
    rarest = [gram for gram in rarest if counted[gram] * len(grams) <= READ]
    among = " AND name_key IN (SELECT name_key FROM trigram WHERE gram = ?)" if rarest else ""
    return store.database.execute(
        "SELECT k.record, r.kind, r.name, k.shown, k.words, r.weight FROM ("
        f" SELECT name_key, count(*) AS shared FROM trigram WHERE gram IN ({', '.join('?' * len(grams))})"
        f"{among} GROUP BY name_key ORDER BY shared DESC, name_key LIMIT ?) t "
        "JOIN name_key k ON k.number = t.name_key JOIN record r ON r.id = k.record "
        "ORDER BY t.shared DESC, k.number",
        (*grams, *rarest, PROPOSED),
    ).fetchall()


def _sought(words: Sequence[str]) -> set[str]:
    """The traits of names that may be meant."""
    found = traits(" ".join(words))
    for word in words:
        if 3 < len(word) <= SHORT:
            found |= {_shape(word[0], len(word) + more) for more in (-1, 1)}
    return found


def _counted(store: Store, grams: Collection[str]) -> dict[str, int]:
    """How many names each trigram proposes, the rarest first; those that propose none are left out."""
    return dict(
        store.database.execute(
            f"SELECT gram, names FROM gram WHERE gram IN ({', '.join('?' * len(grams))}) ORDER BY names",
            tuple(grams),
        )
    )


def _affordable(counted: Mapping[str, int]) -> list[str]:
    """Those of the trigrams, the rarest first, of which all rows may be read; one at least."""
    found: list[str] = []
    read = 0
    for gram, names in counted.items():
        read += names
        if read > READ and found:
            break
        found.append(gram)
    return found


def _letters(word: str) -> str:
    return f"={''.join(sorted(word))}"


def _shape(first: str, length: int) -> str:
    return f"{first}{length}"


def _edits(
    typed: Sequence[str], theirs: Sequence[str], most: int, seen: dict[tuple[str, str, int], int]
) -> tuple[int, int] | None:
    """Edits from what was typed to a name, and how many words of it are left over; None if it is too far.
    `seen` keeps what words are apart: names share many."""
    edits = distance("".join(typed), "".join(theirs), most)
    if edits <= most:
        return edits, 0
    total = 0
    free = list(theirs)
    for word in typed:
        budget = min(most, allowed(len(word)))
        near = [other for other in free if begin_alike(word, other)]
        for other in near:
            if (word, other, budget) not in seen:
                seen[word, other, budget] = distance(word, other, budget)
        closest = min(near, key=lambda other: seen[word, other, budget], default="")
        if not closest or seen[word, closest, budget] > budget:
            return None
        free.remove(closest)  # a word of a name stands for one word that was typed
        total += seen[word, closest, budget]
    left = sum(word not in STOPWORDS for word in theirs) - sum(word not in STOPWORDS for word in typed)
    return (total, max(0, left)) if total <= most else None
