"""Which citation comes first, how a copy is named, and how a statement is graded."""

from __future__ import annotations

from itertools import pairwise

import pytest

from cstoref.model import Citation, Source, Statement
from cstoref.provenance import SOURCE_TYPES, grade, ordered, origin, published_by
from cstoref.store.facets import of_statement
from cstoref.store.queries import Store


def source(id: str, type: str = "press", publisher: str = "", copy_of: str | None = None) -> Source:
    return Source(
        id=id, title=id, publisher=publisher or id, container=None, volume=None, issue=None, issued=None,
        issued_basis=None, url=None, language="en", type=type, short=id, note=None, path=None, sha256=None,
        length=None, copy_of=copy_of,
    )  # fmt: skip


def statement(*citations: Citation) -> Statement:
    return Statement(
        id="a/b", subject="a", field="b", text="T.", value=None, roles=(), about=("a",), when=None,
        when_text=None, when_basis=None, said_by=None, said_by_text=None, said_on=None, via=(),
        stance="asserted", hedge=None, negated=False, rank="normal", rank_reason=None, note=None,
        citations=citations, rests_on=(), rule=None,
    )  # fmt: skip


def by_id(*sources: Source) -> dict[str, Source]:
    return {one.id: one for one in sources}


def test_citations_are_ordered_by_the_class_of_their_source() -> None:
    sources = by_id(*(source(type, type) for type in SOURCE_TYPES))
    shuffled = [Citation(type) for type in sorted(SOURCE_TYPES)]
    assert [cite.source for cite in ordered(shuffled, sources)] == list(SOURCE_TYPES)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (Citation("blog", 0, 1, "x"), Citation("organ")),
        (Citation("paper"), Citation("mirror")),
        (Citation("wiki"), Citation("wiki-mirror")),
        (Citation("blog"), Citation("organ", confirms="2020-01-01")),
    ],
    ids=["a passage of the pack", "an original", "a wiki before its mirror", "support before confirmation"],
)
def test_what_comes_first_in_either_order(first: Citation, second: Citation) -> None:
    sources = by_id(
        source("blog", "other"),
        source("organ", "official"),
        source("paper"),
        source("mirror", "copy", copy_of="paper"),
        source("wiki", "wiki"),
        source("wiki-mirror", "wiki", copy_of="wiki"),
    )
    assert ordered([first, second], sources) == ordered([second, first], sources) == [first, second]


def test_equals_keep_their_order() -> None:
    sources = by_id(source("b"), source("a"), source("c"))
    cites = [Citation(id) for id in ("b", "c", "a")]
    assert ordered(cites, sources) == cites


def test_a_copy_is_named_with_its_original() -> None:
    assert published_by("example.com", "RT") == "RT, copied by example.com"
    assert published_by("RT", None) == "RT"


def test_a_copy_counts_as_its_original() -> None:
    assert origin(source("m", "copy", "example.com", "RIA Novosti")) == origin(
        source("r", "agency", "RIA novosti")
    )
    assert origin(source("m", "copy", "example.com", "TASS")) != origin(source("n", "press", "example.com"))


@pytest.mark.parametrize(
    ("cites", "disputed", "words"),
    [
        (["organ"], False, "official · 1 publisher"),
        (["mirror", "agency", "organ"], False, "official · 2 independent publishers"),
        (["mirror", "agency"], True, "agency · 1 publisher · disputed"),
        (["table"], False, "data table · 1 publisher"),
        (["table", "table-b"], False, "data table · 1 publisher"),
        (["law"], False, "law database · 1 publisher"),
        ([], False, "inferred"),
    ],
)
def test_a_grade_is_in_words(cites: list[str], disputed: bool, words: str) -> None:
    sources = by_id(
        source("organ", "official"),
        source("agency", "agency", "TASS"),
        source("mirror", "copy", "example.com", "TASS"),
        source("table", "dataset", "A", "Wikidata"),
        source("table-b", "dataset", "B", "Wikidata"),
        source("law", "law-database"),
    )
    assert grade(statement(*map(Citation, cites)), sources, disputed) == words


def test_a_passage_in_the_pack_is_graded_as_quoted() -> None:
    sources = by_id(source("news"), source("organ", "official"))
    quoted = statement(Citation("organ"), Citation("news", 0, 1, "x"))
    assert grade(quoted, sources, False) == "quoted from press · 2 independent publishers"


def test_what_only_confirms_a_state_does_not_raise_its_grade() -> None:
    sources = by_id(source("blog", "other"), source("organ", "official"))
    open_state = statement(
        Citation("blog"), Citation("organ", confirms="2024-05-01"), Citation("organ", confirms="2025")
    )
    assert grade(open_state, sources, False) == "other · 1 publisher"


def test_the_first_citation_of_every_built_in_statement_is_its_strongest(builtin: Store) -> None:
    sources = by_id(*builtin.sources())
    ranks = {type: at for at, type in enumerate(SOURCE_TYPES)}
    for one in builtin.all_statements():
        support = [cite for cite in one.citations if cite.confirms is None]
        for before, after in pairwise(support):
            if bool(before.quote) == bool(after.quote):
                assert ranks[sources[before.source].type] <= ranks[sources[after.source].type], one.id
            else:
                assert before.quote, one.id


def test_a_statement_is_filtered_by_its_best_source_and_its_publishers() -> None:
    graded = statement(Citation("organ"))._replace(grade="official · 2 independent publishers · disputed")
    assert {"best source: official", "publishers: several"} <= set(of_statement(graded, 0))
    assert "best source: inferred" in set(of_statement(statement()._replace(grade="inferred"), 0))
