"""Statements by what stands in them: their words, the things that they concern, their ids."""

from __future__ import annotations

from cstoref import fold

from ...synonyms import same
from ...things import LONGEST, Thing
from ...word_forms import forms
from .. import AnswerItem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cstoref.store.queries import Store


LONG_NAME = 5
"""Letters from which on another name is looked for in texts."""


def matching(store: Store, expression: str) -> set[int]:
    """The numbers of the statements whose text meets an expression of the full text search."""
    rows = store.database.execute(
        "SELECT rowid FROM statement_text WHERE statement_text MATCH ?", (f"{{text}} : ({expression})",)
    )
    return {number for (number,) in rows}


def with_word(store: Store, word: str) -> set[int]:
    """The statements with a form of a word, or with a word that means the same."""
    return matching(store, " OR ".join(f'"{form}"{star}' for form, star in forms(word, same(store, word))))


def concerning(store: Store, thing: Thing) -> set[int]:
    """The statements in which a thing has a part other than that of the speaker, or that name it."""
    ids = (thing.record, *thing.others)
    rows = store.database.execute(
        f"SELECT statement FROM about WHERE record IN ({', '.join('?' * len(ids))}) AND part != 'speaker'",
        ids,
    )
    name = " ".join(fold.words(thing.name).split()[:LONGEST])
    names = [name, *_long_names(store, thing.record)]
    return {number for (number,) in rows} | matching(store, " OR ".join(f'"{one}"' for one in names))


def _long_names(store: Store, record: str) -> list[str]:
    """The other names of a record that mean nothing else in a text, being a word long enough."""
    rows = store.database.execute(
        "SELECT words FROM name_key WHERE record = ? AND sort = 'other' AND lang IS NULL "
        "AND length(words) >= ? AND instr(words, ' ') = 0",
        (record, LONG_NAME),
    )
    return [words for (words,) in rows]


def numbers_of(store: Store, ids: Sequence[str]) -> list[int]:
    """The numbers of statements, in the order of their ids."""
    rows = store.database.execute(
        f"SELECT id, number FROM statement WHERE id IN ({', '.join('?' * len(ids))})", tuple(ids)
    )
    of_id = dict(rows.fetchall())
    return [of_id[id] for id in ids if id in of_id]


def by_record(rows: Iterable[tuple[str, int]]) -> tuple[AnswerItem, ...]:
    """Records with their statements, from pairs of both, in the order in which they come."""
    of_record: dict[str, list[int]] = {}
    for record, number in rows:
        of_record.setdefault(record, []).append(number)
    return tuple(AnswerItem(record, tuple(numbers)) for record, numbers in of_record.items())


def spoken_name(store: Store, thing: Thing) -> str:
    """A thing as it stands in a sentence: what the pack is about by its short name, `the CSTO`."""
    return f"the {store.short_title()}" if thing.record == store.pack["subject"] else thing.name


def listed(names: Sequence[str]) -> str:
    """Names in a row: `Armenia, Belarus and Russia`."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""
