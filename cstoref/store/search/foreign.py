"""Names of something else, of which only the common part is known here: `Treaty of Versailles`,
`Secretary General of OPEC`, `102nd airborne division`.
"""

from __future__ import annotations

from cstoref.store import world

from .interpretation import Interpretation
from .lexicon import FILLER
from .things import Thing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store

BODIES = ("organization", "bloc", "coalition")
UNITS = frozenset(("force", "unit", "base"))
LONGEST = 4
"""Words at most of what stands after `of` in a name."""


def is_foreign(store: Store, reading: Interpretation) -> bool:
    """Whether the words are a name of something that is not in the pack."""
    return any(_is_of_another(store, reading, thing) for thing in reading.things) or _is_no_unit(
        store, reading
    )


def _is_of_another(store: Store, reading: Interpretation, thing: Thing) -> bool:
    """Whether a thing is meant only by a common word for it, and `of` with something else stands after it."""
    after = reading.words[thing.places[-1] + 1 :]
    if after[:1] != ("of",) or not _is_common(store, reading, thing):
        return False
    owner = [word for word in after[1:] if word not in reading.cue(FILLER)][:1]
    if not owner:
        return False
    if owner[0] in reading.unknown:
        return True
    other = next((one for one in reading.things if owner[0] in _typed(reading, one)), None)
    if other is None or other.record in (store.pack["subject"], store.pack.get("predecessor")):
        return False
    if other.type in BODIES:
        return not _belongs_to(store, thing, other)
    return other.kind == "place" and not _go_together(store, thing, other)


def _is_common(store: Store, reading: Interpretation, thing: Thing) -> bool:
    """Whether what was typed for a thing is a word for many: of `[words.subject]`, or the title of an office
    without its body."""
    typed = " ".join(_typed(reading, thing))
    row = store.database.execute(
        "SELECT EXISTS (SELECT 1 FROM phrase WHERE list = 'subject' AND phrase IN (?1, 'the ' || ?1))",
        (typed,),
    ).fetchone()
    return bool(row[0]) or thing.type == "office"


def _typed(reading: Interpretation, thing: Thing) -> list[str]:
    return [reading.words[place] for place in thing.places]


def _belongs_to(store: Store, thing: Thing, other: Thing) -> bool:
    """Whether a thing is an office or part of a body."""
    row = store.database.execute(
        "SELECT EXISTS (SELECT 1 FROM statement WHERE subject = ? AND value = ? "
        "AND field IN ('office_of', 'part_of'))",
        (thing.record, other.record),
    ).fetchone()
    return bool(row[0])


def _go_together(store: Store, thing: Thing, other: Thing) -> bool:
    """Whether a statement concerns both."""
    row = store.database.execute(
        "SELECT EXISTS (SELECT 1 FROM about a JOIN about b ON b.statement = a.statement "
        "WHERE a.record = ? AND b.record = ?)",
        (thing.record, other.record),
    ).fetchone()
    return bool(row[0])


def _is_no_unit(store: Store, reading: Interpretation) -> bool:
    """Whether an ordinal number and a word for units stand there, and no name or text has them together with
    all between."""
    number = next((word for word in (*reading.rest, *reading.unknown) if _is_ordinal(word)), "")
    if not number or not UNITS.intersection(reading.types):
        return False
    name = reading.words[reading.words.index(number) : reading.words.index(number) + LONGEST]
    telling = [word for word in name if word not in reading.cue(FILLER) and not world.is_territory(word)]
    words = " AND ".join(f'"{word}"' for word in telling)
    row = store.database.execute(
        "SELECT EXISTS (SELECT 1 FROM statement_text WHERE statement_text MATCH ?)",
        (f"{{text}} : ({words})",),
    ).fetchone()
    return not row[0]


def _is_ordinal(word: str) -> bool:
    return word[:-2].isdecimal() and word[-2:] in ("st", "nd", "rd", "th")
