"""Whole names: from what was typed to the records that are called so. The first step of finding, and the
only one that most look-ups need.
"""

from __future__ import annotations

from cstoref.namedtuples import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

EXACT, OTHER, ROLE, PREFIX, START, WORD, NEAR, NEAR_WORD, DOCUMENT, STATEMENT, SOURCE = range(11)
"""Why a hit is there, best first. PREFIX: the words typed begin a name and no more words follow; START: more
follow; WORD: they begin words within a name. NEAR: a whole name is an edit or two off; NEAR_WORD: words
within one are. DOCUMENT: a source, by its id or short name."""

LANGUAGES = {
    "ru": "Russian", "be": "Belarusian", "hy": "Armenian", "kk": "Kazakh", "ky": "Kyrgyz", "tg": "Tajik",
    "uz": "Uzbek", "az": "Azerbaijani", "fa": "Persian", "ka": "Georgian", "uk": "Ukrainian", "sr": "Serbian",
}  # fmt: skip


class Hit(NamedTuple):
    """One thing found. `record` is what it is about, None for a source or a hit in its text alone."""

    tier: int
    record: str | None
    kind: str | None
    name: str
    """What to show: the record's name, the statement's text, the source's title, or the sentence."""
    why: str
    matched: str
    """The part that matched: a name as written, or the words."""
    statement: str | None = None
    source: str | None = None
    start: int | None = None
    end: int | None = None
    place: int = 0
    """Its place within the tier; several hits of one tier and place are equally good."""
    spans: tuple[tuple[int, int], ...] = ()
    """The parts of `name` that match, as start and end, in order."""


def exact_hits(store: Store, key: str) -> list[Hit]:
    """The records that have the folded `key` as a code, an id or a whole name, names before other names."""
    found = store.database.execute(
        "SELECT k.record, r.kind, r.name, k.shown, k.sort, k.lang "
        "FROM name_key k JOIN record r ON r.id = k.record "
        "WHERE k.key = ? ORDER BY k.sort IN ('other', 'spelling'), r.weight DESC",
        (key,),
    )
    return [
        Hit(
            OTHER if sort in ("other", "spelling") else EXACT,
            record,
            kind,
            name,
            form_in_words(name, shown, sort, lang),
            shown,
        )
        for record, kind, name, shown, sort, lang in found
    ]


class NameForm(NamedTuple):
    """One form under which a record is found."""

    words: str
    """Folded."""
    record: str
    form: str
    """Which form it is, in words; empty for the name itself."""
    whole: bool
    """Whether it is found whole only."""


def name_forms(store: Store) -> list[NameForm]:
    """Every form under which a record of the pack is found, those of weightier records first."""
    rows = store.database.execute(
        "SELECT k.words, k.record, r.name, k.shown, k.sort, k.lang FROM name_key k "
        "JOIN record r ON r.id = k.record ORDER BY k.number"
    )
    return [
        NameForm(
            words,
            record,
            "" if shown == name else form_in_words(name, shown, sort, lang),
            sort in ("id", "code"),
        )
        for words, record, name, shown, sort, lang in rows
    ]


def world_hits(store: Store, key: str) -> list[Hit]:
    """The states and cities that some language of the world calls by the folded `key`."""
    rows = store.database.execute(
        "SELECT w.record, r.kind, r.name, w.shown, w.language "
        "FROM world_name w JOIN record r ON r.id = w.record WHERE w.key = ? ORDER BY r.weight DESC",
        (key,),
    )
    return [
        Hit(OTHER, record, kind, name, f"{language} name {shown}", shown)
        for record, kind, name, shown, language in rows
    ]


def form_in_words(name: str, shown: str, sort: str, lang: str | None) -> str:
    """Which form of a record's name something is: `Russian spelling …`, `also called …`, `code …`."""
    if sort == "code":
        return f"code {shown}"
    if sort == "id":
        return "id"
    if sort == "name" or (shown == name and sort == "other"):
        return "name"
    if lang in LANGUAGES:
        return f"{LANGUAGES[lang]} spelling {shown}"
    if sort == "spelling":
        return f"other spelling of {shown}"
    return f"also called {shown}"
