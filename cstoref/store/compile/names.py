"""What a person may type for a record, as `store/search` looks it up.

A large pack has millions of trigrams: they are put aside in a table and sorted by SQLite, which needs little
memory for it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from cstoref.store.offices import OFFICE
from cstoref.store.search import name_index

from .parts import PackParts
from .tables import bodies_of_offices, many


def write(database: sqlite3.Connection, pack: PackParts) -> None:
    """Write all that leads from words to records."""
    _write_keys(database, pack)
    cities = database.execute(
        "SELECT n.key, n.record FROM name_key n JOIN record r ON r.id = n.record "
        "WHERE r.kind = 'place' AND r.type = 'city' ORDER BY n.number"
    )
    many(database, "world_name", name_index.world_names(pack.records, dict(cities)))
    _write_sorted(
        database, "word_key", ((word, at) for at, words, _ in _named(database) for word in words.split())
    )
    near = ((at, words) for at, words, sort in _named(database) if sort in name_index.NEAR)
    _write_sorted(database, "trigram", ((gram, at) for at, words in near for gram in name_index.grams(words)))
    database.execute("INSERT INTO gram SELECT gram, count(*) FROM trigram GROUP BY gram")
    many(database, "office_term", _office_terms(database))


def _write_keys(database: sqlite3.Connection, pack: PackParts) -> None:
    """Every form under which a record is found: those of weightier records first, ids and codes last."""
    columns = "key, words, record, shown, sort, lang"
    database.execute(f"CREATE TEMP TABLE form ({columns})")
    subject = next((record for record in pack.records if record.id == pack.edition.subject), None)
    short = name_index.short_name(subject)
    keys = (key for record in pack.records for key in name_index.name_keys(record, short))
    many(database, "temp.form", keys)
    database.execute(
        f"INSERT INTO name_key ({columns}) SELECT f.key, f.words, f.record, f.shown, f.sort, f.lang "
        "FROM temp.form f JOIN record r ON r.id = f.record "
        f"ORDER BY f.sort IN {name_index.HIDDEN}, r.weight DESC, f.rowid"
    )
    database.execute("DROP TABLE temp.form")


def _named(database: sqlite3.Connection) -> Iterator[tuple[int, str, str]]:
    """The number, the words and the sort of each form."""
    return database.execute("SELECT number, words, sort FROM name_key ORDER BY number")


def _write_sorted(database: sqlite3.Connection, table: str, pairs: Iterable[tuple[str, int]]) -> None:
    """Insert each pair once, in the order of the table: in any other, every page of it is written again and
    again."""
    database.execute("CREATE TEMP TABLE pair (term TEXT, name_key INTEGER)")
    many(database, "temp.pair", pairs)
    database.execute(f"INSERT INTO {table} SELECT DISTINCT term, name_key FROM temp.pair ORDER BY 1, 2")
    database.execute("DROP TABLE temp.pair")


def _office_terms(database: sqlite3.Connection) -> list[tuple[str, str, int, int]]:
    """The terms of the names of offices: their words, and the states and bodies whose they are."""
    forms = (
        "FROM name_key n JOIN record r ON r.id = n.record "
        f"WHERE n.sort NOT IN {name_index.HIDDEN} AND {{}} ORDER BY n.number"
    )
    offices = database.execute(
        f"SELECT n.number, n.words, n.record {forms.format('r.type = ?')}", (OFFICE,)
    ).fetchall()
    owners = {body for bodies in bodies_of_offices(database).values() for body in bodies}
    bodies: dict[str, str] = {}
    named = database.execute(f"SELECT n.key, n.record, r.kind {forms.format('1')}") if offices else ()
    for key, record, kind in named:
        if kind == "member" or record in owners:
            bodies.setdefault(key, record)
    return list(name_index.office_terms(offices, bodies))
