"""Bibliographies and memos of what is pinned: one entry for each source, and keys that match."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest

from cstoref.citing import bibtex
from cstoref.citing.citable import of_source
from cstoref.model import Author
from cstoref.store.queries import Store
from tests.conftest import Result

Run = Callable[..., Result]
PINS = (
    "putin/office/chair-2005",
    "crrf-agreement/refused/belarus-june-2009",
    "crrf-agreement/refused/uzbekistan-june-2009",
    "crrf/commanded_by/edm-2009",
)


@pytest.fixture
def pinned(run: Run) -> Run:
    run("unpin", "--all")
    assert run("pin", *PINS).code == 0
    return run


def test_a_bibliography_has_each_source_once_with_its_id_as_key(pinned: Run) -> None:
    bibtex = pinned("cite", "--pinned", "--style", "bibtex").out
    keys = re.findall(r"^@\w+\{(.+),$", bibtex, re.MULTILINE)
    assert keys == ["edm-2005-06-24", "wps-2009-10-19", "edm-2009-06-18"]
    assert "volume = {2}" in bibtex and "number = {123}" in bibtex
    items = json.loads(pinned("cite", "--pinned", "--style", "csl-json").out)
    assert [item["id"] for item in items] == keys
    ris = pinned("cite", "--pinned", "--style", "ris").out
    assert re.findall(r"^ID  - (.+)$", ris, re.MULTILINE) == keys
    assert ris.count("cstoref open crrf-agreement/refused/uzbekistan-june-2009@") == 1


@pytest.mark.parametrize("id", ["crrf-agreement/refused/belarus-june-2009", "crrf/commanded_by/edm-2009"])
def test_a_statement_on_several_passages_of_a_source_is_one_entry(run: Run, id: str) -> None:
    bibtex = run("cite", id, "--style", "bibtex").out
    assert bibtex.count("\n  title = ") == 1
    assert bibtex.count("¶") >= 2
    assert run("cite", id).out.count("¶") == bibtex.count("¶")


def test_press_is_an_article_and_has_the_day_on_which_it_was_read(run: Run) -> None:
    bibtex = run("cite", "--sources", "--style", "bibtex").out
    entries = dict(re.findall(r"^@\w+\{(.+),\n((?:.|\n)*?)^\}$", bibtex, re.MULTILINE))
    for key in ("reuters-2009-10-16", "reuters-2014-05-08"):
        assert f"@article{{{key},\n" in bibtex
        assert "journal = {Reuters" in entries[key]
    assert "urldate = {20" in bibtex


def test_the_keys_of_a_memo_are_those_of_the_bibliography(pinned: Run) -> None:
    memo = pinned("memo", "--bib").out
    bibtex = pinned("cite", "--pinned", "--style", "bibtex").out
    keys = set(re.findall(r"@([\w:.-]+)", memo))
    assert keys == set(re.findall(r"^@\w+\{(.+),$", bibtex, re.MULTILINE))
    assert "[@edm-2005-06-24, ¶13]" in memo
    assert "[^" not in memo


def test_a_memo_has_headings_by_record_and_says_what_is_disputed(pinned: Run) -> None:
    lines = pinned("memo").out.splitlines()
    heads = [line for line in lines if line.startswith("## ")]
    assert heads == [
        "## Vladimir Putin",
        "## Agreement on the Collective Rapid Reaction Force",
        "## Collective Rapid Reaction Force",
    ]
    assert "- Disputed; sources conflict: Day on which the chair passed from Nazarbayev to Putin." in lines


def test_a_memo_says_what_a_statement_is_inferred_from(run: Run, inferred: str) -> None:
    run("unpin", "--all")
    run("pin", inferred)
    memo = run("memo").out
    assert "\n- Inferred from: " in memo
    bib = run("memo", "--bib").out
    key = inferred.replace("/", ":")
    assert f"[@{key}]" in bib
    assert f"{{{key}," in run("cite", "--pinned", "--style", "bibtex").out


@pytest.fixture
def inferred(builtin: Store) -> str:
    row = builtin.database.execute(
        "SELECT s.id FROM statement s JOIN rests_on r ON r.statement = s.number "
        "WHERE s.grounding = 'inferred' AND NOT EXISTS (SELECT 1 FROM citation c "
        "WHERE c.statement = s.number) ORDER BY s.number"
    ).fetchone()
    return str(row[0])


def test_nothing_pinned_is_no_bibliography(run: Run) -> None:
    run("unpin", "--all")
    result = run("cite", "--pinned")
    assert (result.code, result.out) == (1, "")
    assert "nothing is pinned" in result.err
    assert run("cite", "--pinned", "edm-2005-06-24").code == 2


@pytest.mark.parametrize(
    ("author", "written"),
    [
        (Author("Smith and Sons"), "{Smith and Sons}"),
        (Author("United Nations Security Council", True), "{United Nations Security Council}"),
        (Author("Vladimir Socor"), "Vladimir Socor"),
    ],
)
def test_authors_are_people_or_bodies(builtin: Store, author: Author, written: str) -> None:
    source = builtin.source("edm-2005-06-24")
    assert source is not None
    cited = of_source(source._replace(authors=(author,), title="A lone { in a title"), builtin.edition)
    entry = bibtex.write(cited)
    assert f"  author = {{{written}}},\n" in entry
    assert entry.count("{") == entry.count("}")
