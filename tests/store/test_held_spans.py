"""The spans say for every day what a page and a list of that day say."""

from __future__ import annotations

import pytest

from cstoref import dates
from cstoref.store.held_spans import HeldSpan, HeldSpans
from cstoref.store.lists import listing
from cstoref.store.pages import page
from cstoref.store.queries import Store

DAYS = (
    *("1991-12-25", "1994-04-20", "1999-04-02", "2002-10-07", "2003-09-18", "2005-06-23", "2006-08-16"),
    *("2009-06-14", "2010-04-15", "2012-12-31", "2016-12-31", "2022-09-01", "2026-11-30", "2031-01-01"),
)


def held_at(spans: tuple[HeldSpan, ...], day: str) -> str:
    return [span.held for span in spans if span.since <= day][-1]


@pytest.mark.parametrize("record", ["belarus", "uzbekistan", "kyrgyzstan", "lukashenko", "csto", "bordyuzha"])
def test_the_spans_of_statements_are_those_of_pages_of_a_day(builtin: Store, record: str) -> None:
    spans = HeldSpans(builtin)
    rows = builtin.statements_about(record)
    of = {row.statement.id: spans.of_statement(row.statement) for row in rows}
    assert len(of) > 10
    for day in DAYS:
        shown = page(builtin, record, day)
        assert shown is not None
        on_page = {entry.statement.id: entry.held for entry in shown.entries}
        by_spans = {id: held_at(own, day) for id, own in of.items()}
        assert {id: held for id, held in by_spans.items() if held != dates.NO} == on_page


@pytest.mark.parametrize("kind", ["member", "leader", "event", "institution", "agreement", "place"])
def test_the_spans_of_records_are_those_of_lists_of_a_day(builtin: Store, kind: str) -> None:
    of = HeldSpans(builtin).of_records(kind)
    for day in DAYS:
        listed = {row.record.id: row.held for row in listing(builtin, kind, as_of=day, led=False)}
        by_spans = {id: held_at(own, day) for id, own in of.items()}
        assert {id: held for id, held in by_spans.items() if held != dates.NO} == listed


def test_every_day_of_a_term_counts_as_it_is_said(mini: Store) -> None:
    statement = mini.statements_about("boris")[0].statement
    year = statement._replace(when="2001", confirmed=None)
    assert HeldSpans(mini).of_statement(year) == (
        HeldSpan(dates.FIRST_DAY, dates.NO),
        HeldSpan("2001-01-01", dates.POSSIBLY),
        HeldSpan("2001-12-31", dates.CERTAINLY),
    )
    assert held_at(HeldSpans(mini).of_statement(year._replace(when=None)), "1950-01-01") == "undated"
