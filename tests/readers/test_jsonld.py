"""JSON-LD opened by the processor of its authors (pyld) and by rdflib, which answers questions in SPARQL."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld
from rdflib import RDF, Graph

from cstoref.export.pack_index import is_plain
from cstoref.store.queries import Store

PREFIXES = """
PREFIX schema: <https://schema.org/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX term: <urn:cstoref:term:>
PREFIX field: <urn:cstoref:field:>
PREFIX record: <urn:cstoref:csto:record:>
"""
# rdflib's own reader of JSON-LD uses a class that rdflib advises against.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
CLAIM = "http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement"


@pytest.fixture(scope="module")
def expanded(folder: Path) -> list[dict[str, Any]]:
    """The document with every word written out. Whatever would be loaded from elsewhere raises."""

    def refused(address: str, options: object) -> Any:
        raise AssertionError(f"{address} was requested")

    document = json.loads((folder / "pack.jsonld").read_text(encoding="utf-8"))
    return list(jsonld.expand(document, {"documentLoader": refused}))


@pytest.fixture(scope="module")
def graph(folder: Path) -> Graph:
    """The document as triples."""
    return Graph().parse(folder / "pack.jsonld", format="json-ld")


def asked(graph: Graph, query: str) -> list[tuple[Any, ...]]:
    """The rows of an answer; whole numbers as such, all else as text."""
    rows: Any = graph.query(PREFIXES + query)
    return [tuple(int(one) if isinstance(one.toPython(), int) else str(one) for one in row) for row in rows]


@pytest.mark.reads("jsonld", "pyld")
def test_no_key_of_the_file_is_lost(expanded: list[dict[str, Any]], folder: Path) -> None:
    """A word that the context does not have would vanish without a sound."""
    document = json.loads((folder / "pack.jsonld").read_text(encoding="utf-8"))

    def keys(value: Any) -> set[str]:
        if isinstance(value, list):
            return set().union(*map(keys, value))
        if isinstance(value, dict):
            return set(value).union(*map(keys, value.values()))
        return set()

    words = {key for key in keys(document["@graph"]) if not key.startswith("@")}
    assert words <= set(document["@context"])
    assert len(expanded) == len(document["@graph"])


@pytest.mark.reads("jsonld", "pyld")
def test_every_statement_is_a_claim(expanded: list[dict[str, Any]], builtin: Store) -> None:
    claims = [node for node in expanded if CLAIM in node.get("@type", [])]
    assert len(claims) == builtin.count("statements")
    assert all(node["https://schema.org/text"] for node in claims)


@pytest.mark.reads("jsonld", "pyld")
def test_both_processors_make_as_many_triples(expanded: list[dict[str, Any]], graph: Graph) -> None:
    quads: Any = jsonld.to_rdf(expanded, {"format": "application/n-quads"})
    assert len(set(quads.splitlines())) == len(graph)


@pytest.mark.reads("jsonld", "rdflib")
def test_the_triples_have_no_name_of_nothing(graph: Graph) -> None:
    """Every record, statement, document and conflict that is named is there."""
    there = {str(subject) for subject in graph.subjects(RDF.type)}
    named = {str(value) for value in graph.objects() if str(value).startswith("urn:cstoref:csto:")}
    assert named - there == set()


@pytest.mark.reads("jsonld", "rdflib")
def test_a_selector_finds_its_passage(graph: Graph, builtin: Store) -> None:
    rows = asked(
        graph,
        """SELECT ?document ?exact ?prefix ?suffix ?start ?end WHERE {
        ?annotation oa:hasTarget [ oa:hasSource ?document ;
            oa:hasSelector [ oa:exact ?exact ; oa:prefix ?prefix ; oa:suffix ?suffix ] ;
            oa:hasSelector [ oa:start ?start ; oa:end ?end ] ] }""",
    )
    quotes = [cite for one in builtin.all_statements() for cite in one.citations if cite.quote]
    quotes += [cite for one in builtin.conflicts() for cite in one.citations if cite.quote]
    assert len(rows) == len(quotes)
    for document, exact, prefix, suffix, start, end in rows:
        text = builtin.text(document.rpartition(":")[2])
        assert text[start:end] == exact
        assert text[start - len(prefix) : end + len(suffix)] == prefix + exact + suffix
        assert "\n" not in prefix + suffix


@pytest.mark.reads("jsonld", "rdflib")
def test_sparql_counts_what_the_store_counts(graph: Graph, builtin: Store) -> None:
    offices = asked(graph, "SELECT ?s WHERE { ?s rdf:predicate field:office ; term:grounding ?g }")
    stored = [one for one in builtin.all_statements() if one.field == "office"]
    assert len(offices) == len(stored)
    plain = asked(graph, "SELECT ?role WHERE { ?person schema:hasOccupation ?role . ?role a schema:Role }")
    assert len(plain) == sum(map(is_plain, stored))
    disputed = asked(graph, "SELECT DISTINCT ?c WHERE { ?c a term:Conflict ; term:claims ?claim }")
    assert len(disputed) == sum(bool(one.statements) for one in builtin.conflicts())


@pytest.mark.reads("jsonld", "rdflib")
def test_a_plain_date_stands_beside_its_edtf(graph: Graph) -> None:
    rows = asked(
        graph,
        """SELECT ?start ?end ?when WHERE { record:matybulak-2009 schema:startDate ?start ;
        schema:endDate ?end ; term:when ?when }""",
    )
    assert rows == [("2009-10-02", "2009-10-16", "2009-10-02/2009-10-16")]
