"""What is compiled is read back as it was, and reads well in any SQLite shell."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from cstoref.authoring.load import load
from cstoref.coverage import BARE, SILENT, coverage
from cstoref.model import Pack, Record
from cstoref.provenance import ordered
from cstoref.store.compile import compile_pack
from cstoref.store.queries import Store
from cstoref.store.stated_dates import dated

QUOTES = (
    'SELECT count(*), sum(substr(s.text, c.start + 1, c."end" - c.start) = c.quote) '
    "FROM {table} c JOIN source s ON s.id = c.source WHERE c.quote IS NOT NULL"
)


@pytest.fixture
def pack(rich_folder: Path) -> Pack:
    """The pack as it was loaded."""
    return load(rich_folder)


def in_order(record: Record) -> Record:
    """Identifiers are a mapping: their order means nothing."""
    return record._replace(identifiers=tuple(sorted(record.identifiers)))


def test_every_statement_is_read_back_as_it_was(pack: Pack, rich: Store) -> None:
    read = tuple(rich.all_statements())
    assert tuple(statement._replace(grade=None, confirmed=None) for statement in read) == pack.statements
    grades = {statement.id: statement.grade for statement in read}
    assert grades["meeting/attended/boris"] == "quoted from press · 1 publisher · disputed"
    assert grades["cathay/membership/league"] == "research · 1 publisher"


def test_every_record_is_read_back_as_it_was(pack: Pack, rich: Store) -> None:
    assert list(rich.whole_records()) == [in_order(record) for record in pack.records]


def test_every_source_and_text_is_read_back_as_it_was(pack: Pack, rich: Store) -> None:
    assert tuple(rich.sources()) == pack.sources
    assert [(id, rich.text(id)) for id, _ in pack.texts] == list(pack.texts)


def test_every_conflict_is_read_back_as_it_was(pack: Pack, rich: Store) -> None:
    assert tuple(rich.conflicts()) == pack.conflicts


def test_the_words_of_the_pack_are_read_back_as_they_were(pack: Pack, rich: Store) -> None:
    assert rich.edition == pack.edition
    assert tuple(rich.kinds.values()) == pack.vocabulary.kinds
    assert tuple(rich.fields.values()) == pack.vocabulary.fields


def test_the_counts_are_those_of_the_pack(pack: Pack, rich: Store) -> None:
    assert rich.count("sources") == len(pack.sources)
    assert rich.count("records") == len(pack.records)
    assert rich.count("statements") == len(pack.statements)
    assert rich.count("conflicts") == len(pack.conflicts)
    assert rich.count("quotes") == sum(bool(c.quote) for s in pack.statements for c in s.citations)


def test_the_built_in_pack_is_read_back_as_it_was(builtin: Store, builtin_pack: Pack) -> None:
    sources = {source.id: source for source in builtin_pack.sources}
    foremost = [
        s._replace(citations=tuple(ordered(s.citations, sources))) for s in dated(builtin_pack).statements
    ]
    read = list(builtin.all_statements())
    assert [statement._replace(grade=None, confirmed=None) for statement in read] == foremost
    assert all(statement.grade for statement in read)
    assert list(builtin.whole_records()) == [in_order(record) for record in builtin_pack.records]
    assert tuple(builtin.sources()) == builtin_pack.sources
    assert [(c.id, c.statements, c.citations) for c in builtin.conflicts()] == [
        (c.id, tuple(dict.fromkeys(c.statements)), c.citations) for c in builtin_pack.conflicts
    ]


@pytest.mark.parametrize("table", ["citation", "conflict_citation", "silence"])
def test_offsets_reproduce_the_quotes_in_sql(rich: Store, table: str) -> None:
    quotes, right = rich.database.execute(QUOTES.format(table=table)).fetchone()
    assert quotes == right > 0


def test_offsets_reproduce_the_quotes_of_the_built_in_pack_in_sql(builtin: Store) -> None:
    quotes, right = builtin.database.execute(QUOTES.format(table="citation")).fetchone()
    assert quotes == right > 0


def test_the_views_show_every_statement_record_and_conflict(rich: Store) -> None:
    for view, table in (
        ("statements_read", "statement"),
        ("records_read", "record"),
        ("conflicts_read", "conflict"),
    ):
        rows = rich.database.execute(f"SELECT id FROM {view}").fetchall()
        assert len(rows) == rich.database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] > 0


def test_a_view_reads_well(rich: Store) -> None:
    cursor = rich.database.execute("SELECT * FROM statements_read WHERE id = 'anna/said'")
    names = [column[0] for column in cursor.description]
    assert dict(zip(names, cursor.fetchone(), strict=True)) == {
        "id": "anna/said",
        "record": "Anna Ivanova",
        "field": "said",
        "text": "Anna denied it.",
        "when": "2001-05-03",
        "said_by": "Anna Ivanova",
        "stance": "denied",
        "grounding": "quoted",
        "source": "News, 4 May 2001",
        "quote": "Anna met Boris",
    }


def test_sentences_are_counted_as_coverage_counts_them(pack: Pack, rich: Store) -> None:
    stored = [(s.number, s.start, s.end, s.statements) for s in rich.sentences("news")]
    assert stored == [(s.number, s.start, s.end, len(s.statements)) for s in coverage(pack, "news")]


def test_silent_and_bare_sentences_are_told_apart_as_in_coverage(pack: Pack, rich: Store) -> None:
    for state in (SILENT, BARE):
        stored = [s.number for s in rich.sentences("news") if s.state == state]
        assert stored == [s.number for s in coverage(pack, "news") if s.state == state]


def test_a_conflict_puts_in_doubt_what_it_names(rich: Store) -> None:
    concerned = {s.id: listed.conflicts for s in rich.all_statements() if (listed := rich.statement(s.id))}
    assert {id for id, count in concerned.items() if count} == {
        "meeting/attended/boris",
        "boris/assessment",
    }
    assert set(concerned.values()) == {0, 1}


def test_the_file_is_whole_and_says_that_it_is_ours(rich: Store) -> None:
    assert rich.database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert rich.database.execute("PRAGMA application_id").fetchone()[0].to_bytes(4, "big") == b"CSTO"


def test_an_empty_pack_compiles_too(pack: Pack) -> None:
    database = sqlite3.connect(":memory:", isolation_level=None)
    empty = pack._replace(sources=(), texts=(), records=(), statements=(), conflicts=(), silences=())
    compile_pack(empty, database)
    store = Store(database)
    assert (list(store.all_statements()), store.records(), store.sources()) == ([], [], [])
    store.close()


def test_compiling_the_same_pack_twice_gives_the_same_rows(pack: Pack, rich: Store) -> None:
    database = sqlite3.connect(":memory:", isolation_level=None)
    compile_pack(pack, database)
    assert list(database.iterdump()) == list(rich.database.iterdump())
    database.close()
