"""Whole names: from what was typed to the records that are called so. The first step of finding, and the
only one that most look-ups need.
"""

from __future__ import annotations

from cstoref.named import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .queries import Store

EXACT, OTHER, ROLE, PREFIX, START, WORD, NEAR, STATEMENT, SOURCE = range(9)
"""Why a hit is there, best first. PREFIX: the words typed begin a name and no more words follow; START: more
follow; WORD: they begin words within a name."""

LANGUAGES = {
    "ru": "Russian", "be": "Belarusian", "hy": "Armenian", "kk": "Kazakh", "ky": "Kyrgyz", "tg": "Tajik",
    "uz": "Uzbek", "az": "Azerbaijani", "ka": "Georgian", "uk": "Ukrainian", "sr": "Serbian",
}  # fmt: skip


class Hit(NamedTuple):
    """One thing found. `record` is what it is about, None for a hit in source text alone."""

    tier: int
    record: str | None
    kind: str | None
    name: str
    """What to show: the record's name, the statement's text, or the sentence."""
    why: str
    matched: str
    """The part that matched: a name as written, or the words."""
    statement: str | None = None
    source: str | None = None
    start: int | None = None
    end: int | None = None


def exact_hits(store: Store, key: str) -> list[Hit]:
    """The records that have the folded `key` as a code, an id or a whole name, names before other names."""
    found = store.database.execute(
        "SELECT k.record, r.kind, r.name, k.shown, k.sort, k.lang "
        "FROM name_key k JOIN record r ON r.id = k.record "
        "WHERE k.key = ? ORDER BY k.sort = 'other', r.weight DESC",
        (key,),
    )
    return [
        Hit(
            OTHER if sort == "other" else EXACT,
            record,
            kind,
            name,
            _why(name, shown, sort, lang),
            shown,
        )
        for record, kind, name, shown, sort, lang in found
    ]


def _why(name: str, shown: str, sort: str, lang: str | None) -> str:
    if sort == "code":
        return f"code {shown}"
    if sort == "id":
        return "id"
    if sort == "name" or shown == name:
        return "name"
    if lang in LANGUAGES:
        return f"{LANGUAGES[lang]} name {shown}"
    return f"also called {shown}"
