"""Reads what a person typed: words, scopes, phrases, what to leave out, and a time that narrows."""

from __future__ import annotations

from cstoref import fold
from cstoref.named import NamedTuple

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


class Query(NamedTuple):
    """What was typed, taken apart. `key` and `words` are folded; `first` and `last` are days or empty."""

    raw: str
    text: str
    key: str
    words: tuple[str, ...]
    phrases: tuple[str, ...]
    refused: tuple[str, ...]
    kinds: tuple[str, ...]
    only_text: bool
    first: str
    last: str
    undated: tuple[str, ...]
    """The words without those of the time."""

    @property
    def long_enough(self) -> bool:
        """Whether statements and texts may be searched: from the third letter on."""
        return len(self.key) >= 3

    @property
    def may_be_role(self) -> bool:
        """Whether the words may name an office: it takes two, and a time may follow."""
        return len(self.words) >= 2 or len(self.key) >= 4


def ask(raw: str) -> Query:
    """Take a typed query apart. Any text is a query; none raises."""
    rest, phrases = _phrases(raw[:MOST].replace("“", '"').replace("”", '"'))
    kinds: list[str] = []
    refused: list[str] = []
    kept: list[str] = []
    only_text = False
    for word in rest.split():
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
    text = " ".join((*kept, *phrases))
    words = tuple(fold.words(text).split())
    first, last, undated = _time(words)
    return Query(
        raw, text, "".join(words), words, tuple(phrases), tuple(refused), tuple(kinds), only_text,
        first, last, undated,
    )  # fmt: skip


def _phrases(raw: str) -> tuple[str, list[str]]:
    parts = raw.split('"')
    if len(parts) % 2 == 0:  # an unfinished phrase is still being typed
        parts[-2:] = [" ".join(parts[-2:])]
    return " ".join(parts[::2]), [part.strip() for part in parts[1::2] if part.strip()]


def _time(words: tuple[str, ...]) -> tuple[str, str, tuple[str, ...]]:
    """First and last day of the year, or month and year, among the words, and the words without them."""
    years = [at for at, word in enumerate(words) if _is_year(word)]
    if not years:
        return "", "", words
    at = years[-1]
    year, used = words[at], {at}
    month = MONTHS.get(words[at - 1]) if at else None
    if month:
        used.add(at - 1)
        span = f"{year}-{month:02d}-01", f"{year}-{month:02d}-31"
    else:
        span = f"{year}-01-01", f"{year}-12-31"
    rest = tuple(word for n, word in enumerate(words) if n not in used)
    if rest and rest[-1] == "in":
        rest = rest[:-1]
    return *span, rest


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isascii() and word.isdigit() and "1900" <= word <= "2100"
