"""Reads what a person typed: words, scopes, phrases, what to leave out, and a time that narrows."""

from __future__ import annotations

from cstoref import fold
from cstoref.namedtuples import NamedTuple

SCOPES = {
    "m": "member", "l": "leader", "i": "institution", "e": "event", "a": "agreement", "p": "place",
}  # fmt: skip
MONTHS = {
    name: at
    for at, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sep sept", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
MOST = 400
"""Letters of a query that are read; the rest is ignored."""
MOST_WORDS = 16
"""Words of a query that are sought: each costs a look into the index."""
QUOTES = dict.fromkeys(map(ord, "“”„«»"), '"')


class Query(NamedTuple):
    """What was typed, taken apart. `key` and `words` are folded; `first` and `last` are days or empty."""

    raw: str
    text: str
    key: str
    words: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...]
    """Words that must stand side by side; they are among `words` too."""
    refused: tuple[str, ...]
    kinds: tuple[str, ...]
    only_text: bool
    when: str
    """The time typed, as EDTF, or empty."""
    first: str
    last: str
    undated: tuple[str, ...]
    """The words without those of the time."""
    pairs: tuple[str, ...] = ()
    """Of what was typed in scripts without blanks: texts are searched by these."""
    unspaced: tuple[str, ...] = ()
    """The folded words that the pairs stand for in texts."""
    letters: int = 0
    """Letters and digits as they were typed."""

    @property
    def long_enough(self) -> bool:
        """Whether statements and texts may be searched: from the third letter on, and any number."""
        return len(self.key) >= 3 or self.key.isdigit() or bool(self.pairs)


def ask(raw: str) -> Query:
    """Take a typed query apart. Any text is a query; none raises."""
    rest, phrases = _phrases(raw[:MOST].translate(QUOTES))
    kinds: list[str] = []
    refused: list[str] = []
    kept: list[str] = []
    only_text = False
    for word in rest.split():
        if word.replace(",", "").isdigit():
            word = word.replace(",", "")
        scope, colon, after = word.partition(":")
        if colon and scope.lower() in SCOPES:
            kinds.append(SCOPES[scope.lower()])
            word = after
        elif colon and scope.lower() == "s":
            only_text = True
            word = after
        if word.startswith("!") and len(word) > 1:
            refused += fold.words(word[1:]).split()
        elif word:
            kept.append(word)
    percents = [word[:-1] for word in kept if word.endswith("%") and word[:-1].isdigit()]
    text = fold.spaced(" ".join((*kept, *phrases)).replace("%", " percent "))
    phrases += [f"{number} percent" for number in percents]
    unspaced = [word for word in text.split() if any(map(fold.is_unspaced, word))]
    every = fold.words(text).split()
    words = tuple(every[:MOST_WORDS])
    folded = (tuple(fold.words(phrase).split()[:MOST_WORDS]) for phrase in phrases)
    when, undated = _time(words)
    return Query(
        raw,
        text,
        "".join(every),
        words,
        tuple(phrase for phrase in folded if phrase),
        tuple(refused[:MOST_WORDS]),
        tuple(kinds),
        only_text,
        when,
        when + "-01-01"[len(when) - 4 :] if when else "",
        when + "-12-31"[len(when) - 4 :] if when else "",
        undated,
        tuple(pair for word in unspaced for pair in fold.pairs(word) if len(pair) == 2 or len(word) == 1),
        tuple(part for word in unspaced for part in fold.words(word).split()),
        sum(map(str.isalnum, text)),
    )


def _phrases(raw: str) -> tuple[str, list[str]]:
    parts = raw.split('"')
    if len(parts) % 2 == 0:  # an unfinished phrase is still being typed
        parts[-2:] = [" ".join(parts[-2:])]
    return " ".join(parts[::2]), [part.strip() for part in parts[1::2] if part.strip()]


def _time(words: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The time among the words, as EDTF, and the words without it.

    A time is a year, a month and a year, a day and those in any usual order, or `2009-06-14`.
    """
    years = [at for at, word in enumerate(words) if is_year(word)]
    if not years:
        return "", words
    at = years[-1]
    month, day, used = _month_and_day(words, at)
    when = words[at] + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")
    rest = tuple(word for n, word in enumerate(words) if n not in used)
    if rest and rest[-1] in ("in", "on"):
        rest = rest[:-1]
    return when, rest


def _month_and_day(words: tuple[str, ...], at: int) -> tuple[int, int, set[int]]:
    """Month and day (0 where there is none) of the year at `at`, and the places of all three."""
    after = [_number(word, most) for word, most in zip(words[at + 1 : at + 3], (12, 31), strict=False)]
    if after and after[0]:  # 2009-06, 2009-06-14
        day = after[1] if len(after) > 1 else 0
        return after[0], day, {at, at + 1, *((at + 2,) if day else ())}
    near = [n for n in (at - 1, at - 2, at + 1) if 0 <= n < len(words) and words[n] in MONTHS]
    if not near or (near[0] == at - 2 and not _number(words[at - 1], 31)):
        return 0, 0, {at}
    month = near[0]
    for n in (at - 1, month - 1):
        if n >= 0 and n != month and _number(words[n], 31):
            return MONTHS[words[month]], _number(words[n], 31), {at, month, n}
    return MONTHS[words[month]], 0, {at, month}


def _number(word: str, most: int) -> int:
    """The number that a word of one or two digits is, 0 if it is none or more than `most`."""
    digits = word.isascii() and word.isdigit() and len(word) <= 2
    return int(word) if digits and int(word) <= most else 0


def is_year(word: str) -> bool:
    """Whether a word is a year that this calendar of events may know."""
    return len(word) == 4 and word.isascii() and word.isdigit() and "1900" <= word <= "2100"
