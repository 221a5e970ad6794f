"""What the pages of a site hold: the values and words of the other front ends, linked in both directions."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from cstoref import dates
from cstoref.render import date_column
from cstoref.site.pages import Site
from cstoref.store.conflict_detail import conflict_detail
from cstoref.store.page_folds import folded
from cstoref.store.pages import page
from cstoref.store.queries import Store

from .link_check import broken_links, read

PASSAGE = r'href="\.\./source/news\.html#(p\d+-\d+)"'


def words(html: str) -> str:
    """The text of some HTML, as an eye reads it."""
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


def test_there_is_a_page_for_everything(small: Store, small_site: Path) -> None:
    for folder, ids in (
        ("record", [record.id for record in small.records()]),
        ("source", [source.id for source in small.sources()]),
        ("conflict", [conflict.id for conflict in small.conflicts()]),
        ("kind", list(small.kinds)),
    ):
        assert sorted(path.stem for path in (small_site / folder).iterdir()) == sorted(ids)
    views = {"index", "about", "sources", "timeline", "attendance", "signatures", "contributions"}
    assert {path.stem for path in small_site.glob("*.html")} == views | {"membership", "conflicts"}


def test_every_link_leads_somewhere(small_site: Path, small_file: Path) -> None:
    assert broken_links(small_site) == []
    assert broken_links(small_file) == []


def test_a_broken_link_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text('<a href="b.html">b</a><a href="#x">x</a><p id="y"></p><p id="y"></p>')
    assert broken_links(tmp_path) == ["a.html: the id y twice", "a.html: b.html", "a.html: #x"]


def test_a_page_loads_only_the_files_beside_it(small_site: Path, small_file: Path) -> None:
    own = {'link href="site.css"', 'script src="site.js"'}
    for path in small_site.rglob("*.html"):
        loads = {re.sub(r"=(\.\./)?(.*)", r'="\2"', load) for load in read(path).loads}
        assert loads == own, path
    assert read(small_file).loads == []


def test_a_record_shows_its_facts_statements_and_footnotes(small: Store, small_site: Path) -> None:
    for record in small.records():
        html = (small_site / "record" / f"{record.id}.html").read_text(encoding="utf-8")
        whole = page(small, record.id)
        assert whole is not None
        shown, text = folded(whole, small), words(html)
        assert f"{whole.record.name} " in text
        assert all(fact.text in text for fact in shown.facts)
        for entry in shown.entries:
            row = re.search(rf'<li id="{re.escape(entry.statement.id)}".*?</li>', html, re.DOTALL)
            assert row
            assert date_column.sentence_beside(entry.statement) in words(row[0])
            marks = re.findall(r'href="#(fn-\d+)"', row[0])
            assert len(marks) == len(entry.statement.citations)
        # Nothing is lost: what the page leaves out is there on request.
        assert all(f'id="{entry.statement.id}"' in html for entry in whole.entries)


def test_statement_and_passage_lead_to_each_other(small: Store, small_site: Path) -> None:
    html = (small_site / "record" / "pact.html").read_text(encoding="utf-8")
    source = (small_site / "source" / "news.html").read_text(encoding="utf-8")
    row = re.search(r'<li id="pact/signed/anna".*?</li>', html, re.DOTALL)
    assert row
    note = re.search(r'href="#(fn-\d+)"', row[0])
    assert note
    footnote = re.search(rf'<li id="{note[1]}">.*?</li>', html, re.DOTALL)
    assert footnote
    assert 'href="#pact/signed/anna"' in footnote[0]
    passage = re.search(PASSAGE, footnote[0])
    assert passage
    use = re.search(rf'<li id="{passage[1]}">.*?</ul>', source, re.DOTALL)
    assert use
    assert 'href="../record/pact.html#pact/signed/anna"' in use[0]
    assert f'data-passages="{passage[1]}' in source or f" {passage[1]}" in source


def test_a_passage_stands_among_the_sentences_around_it(small_site: Path, small: Store) -> None:
    text = small.text("news")
    shown = words((small_site / "source" / "news.html").read_text(encoding="utf-8"))
    sentence = "Boris would not sign it, and went home."
    assert f"Anna signed the pact. {sentence}" in shown
    # The text as a whole is not there.
    assert " ".join(text.split()) not in shown


def test_whole_texts_are_shown_only_on_request(small: Store) -> None:
    files = dict(Site(small, whole_texts=True).files())
    shown = words(re.sub(r'<a [^>]*class="uses-count".*?</a>', "", files["source/news.html"]))
    assert " ".join(small.text("news").split()) in shown
    assert "not for publication" in shown


def test_a_conflict_shows_both_sides(small: Store, small_site: Path) -> None:
    for conflict in small.conflicts():
        html = (small_site / "conflict" / f"{conflict.id}.html").read_text(encoding="utf-8")
        detail = conflict_detail(small, conflict.id)
        assert detail is not None
        assert html.count('class="side"') == len(detail.sides) >= 2
        for side in detail.sides:
            assert " ".join(side.passage.split()) in words(html)
        assert conflict.explanation in words(html)


def test_every_page_says_how_it_may_be_used(small: Store, small_site: Path) -> None:
    for path in small_site.rglob("*.html"):
        foot = words(path.read_text(encoding="utf-8").rpartition("<footer>")[2])
        assert f"Licence: {small.edition.licence}." in foot
        assert "belong to their publishers (News Ltd" in foot


def test_the_same_pack_makes_the_same_bytes_on_every_day(
    small: Store, small_site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dates, "today", lambda: "2039-05-01")
    for name, text in Site(small).files():
        assert (small_site / name).read_text(encoding="utf-8") == text, name


def test_one_file_has_what_the_folder_has(small_site: Path, small_file: Path) -> None:
    whole = small_file.read_text(encoding="utf-8")
    for path in small_site.rglob("*.html"):
        main = re.search(r"<main[^>]*>(.*)</main>", path.read_text(encoding="utf-8"), re.DOTALL)
        assert main
        assert words(main[1]) in words(whole), path
