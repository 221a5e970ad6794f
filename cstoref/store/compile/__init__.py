"""Writes a checked pack into a fresh SQLite file, in one transaction.

Of what a pack has many of, texts and statements, one is held at a time: they are written as they come, and
what follows from all of them is worked out afterwards from the tables. Thus memory grows with records and
sources only. What is looked up often is computed here once: folded names and their trigrams, how telling a
statement is, which sentence it rests on, which conflicts concern it, and whether its texts state its date.
"""

from __future__ import annotations

import gc
import sqlite3
from pathlib import Path

from cstoref.attributes import ATTRIBUTES
from cstoref.progress import quiet
from cstoref.store.offices import offices
from cstoref.store.queries import APPLICATION_ID, FORMAT

from . import (
    concern,
    confirmed,
    conflicts,
    listed,
    matrix,
    names,
    presence,
    readings,
    records,
    sources,
    texts,
    words,
)
from .parts import PackParts
from .statements import StatementWriter
from .tables import bodies_of_offices, many

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.progress import Step

CACHED = 64 * 2**10
"""KiB of the file that are held in memory while it is written."""


OPERATIONS = 1_000_000
"""Operations of SQLite after which it looks for an interrupt: a few times a second."""


def compile_pack(
    pack: PackParts, database: sqlite3.Connection, step: Step = quiet, *, pages: bool = True
) -> None:
    """Fill an empty database from the pack. Everything or, if an error is raised, nothing to be used. Without
    `pages` what stands at the head of cards and pages is left out: it takes most of the time."""
    # Sorting some millions of rows is one statement: without this, Ctrl-C would wait for its end.
    database.set_progress_handler(lambda: 0, OPERATIONS)
    # Millions of values are made and none refers to itself: to look for those takes a tenth of the time.
    collecting = gc.isenabled()
    gc.disable()
    try:
        _compile(pack, database, step, pages)
    except sqlite3.OperationalError as error:
        if str(error) == "interrupted":
            raise KeyboardInterrupt from None
        raise
    finally:
        database.set_progress_handler(None, 0)
        if collecting:
            gc.enable()


def _compile(pack: PackParts, database: sqlite3.Connection, step: Step, pages: bool) -> None:
    tables, indexes = _schema()
    # An aborted compilation is thrown away whole (`cache.write` renames only a finished file), thus a journal
    # and waiting for the disk protect nothing.
    database.executescript(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 4096;"
        f"PRAGMA cache_size = -{CACHED};"
        f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {FORMAT};"
    )
    if not database.execute("PRAGMA database_list").fetchone()[2]:
        # A file is compiled into memory where nothing can be written: sorting must not need a folder either.
        database.execute("PRAGMA temp_store = MEMORY")
    database.executescript(tables)
    database.execute("BEGIN")
    words.write(database, pack)
    sources.write(database, pack.sources, pack.texts)
    # While another process reads the records.
    texts.write_sentences(database, pack.sources, step)
    statements = StatementWriter(database, pack)
    statements.write(pack.statements)
    for at, index in enumerate(indexes):
        step("indexes", at, len(indexes))
        # Made at once from what is there: keeping an index in order while rows come takes twice as long.
        database.execute(index)
    _write_derived(database, pack, statements, step)
    if pages:  # last of all: they are found by the queries of a reader, over what was written before
        readings.write(database, pack, step)
        listed.write(database, step)
    database.execute("COMMIT")


def _write_derived(
    database: sqlite3.Connection, pack: PackParts, statements: StatementWriter, step: Step
) -> None:
    """What follows from the statements as a whole, from what was written of them."""
    records.write(database, pack.vocabulary.kinds, pack.records, statements.told_of)
    named = bodies_of_offices(database)
    of_offices = tuple(offices(pack.records, pack.vocabulary.posts, named))
    many(database, "office", of_offices)
    bodies = {office: body for office, body, _ in of_offices}
    step("names", 0, 1)
    names.write(database, pack)
    step("pages", 0, 1)
    concern.write(database, pack, statements.told_of)
    confirmed.write(database, pack, bodies)
    presence.write(database, pack, bodies)
    matrix.write(database, pack)
    conflicts.write(database, pack)
    texts.write_coverage(database, pack, step)
    words.write_counts(database, pack, statements)


def _schema() -> tuple[str, list[str]]:
    """The tables and views, and each index that is made once they are filled."""
    text = (Path(__file__).parent.parent / "schema.sql").read_text(encoding="utf-8")
    text = text.replace("{attributes}", ", ".join(attribute.column for attribute in ATTRIBUTES))
    lines = text.splitlines()
    indexes = [line for line in lines if line.startswith(("CREATE INDEX", "CREATE UNIQUE INDEX"))]
    return "\n".join(line for line in lines if line not in indexes), indexes
