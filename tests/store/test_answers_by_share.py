"""Questions that are answered by the statement that has most of their words; and those that no statement here
meets, whose answer says so."""

from __future__ import annotations

import pytest

from cstoref.store.queries import Store
from cstoref.store.search.outcome import CARD, Outcome

from .answers import ask


def first_said(store: Store, outcome: Outcome) -> str:
    assert outcome.answer is not None, outcome
    (row,) = store.statements_numbered(outcome.answer.numbers[:1])
    return row.statement.text


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("kazakhstan capital renamed 2022", "the name Astana again"),
        ("4,000 troops kazakhstan could offer", "Kazakhstan can give 4,000 troops"),
        ("golden ball on the emblem", "a shield with a golden ball"),
        ("belarus supreme soviet vote 188", "188 to 34"),
        ("altynbayev quote on a standing force", "a cumbersome force stationed permanently"),
        ("did the secretariat receive a notice of the freeze from armenia", "had received no notice"),
        ("kremlin on armenia leaving the csto july 2025", "a sovereign decision of Armenia"),
        ("what does the csto flag look like", "is blue"),
        ("tajikistan must join russian peacekeeping", "Turajonzoda wanted Tajikistan to join"),
        ("when did yeltsin's presidency begin according to the sources", "from the summer of 1991"),
    ],
)
def test_the_statement_with_most_of_the_words_comes_first(builtin: Store, typed: str, says: str) -> None:
    outcome = ask(builtin, typed)
    assert says in first_said(builtin, outcome)
    assert outcome.answer is not None
    assert outcome.answer.complete


@pytest.mark.parametrize(
    "typed",
    [
        "are there nuclear weapons in belarus",
        "belarus nuclear submarines",
        "putin self-isolation in dushanbe with his dog",
        "armenia peacekeepers afghanistan football",
        "who invented the csto flag",
        "did belarus ask the csto for help after the 2020 protests",
        "which airline flew the troops to kazakhstan",
        "did the csto buy drones from iran",
        "who won the matybulak football match",
        "when was the csto court established",
        "what did macron say about the csto",
        "which csto member has the largest navy",
        "what did the pope say to lukashenko about the csto",
        "how did the stock market react to the kazakhstan operation",
    ],
)
def test_what_no_statement_meets_is_said_to_be_none(builtin: Store, typed: str) -> None:
    outcome = ask(builtin, typed)
    assert outcome.status != CARD
    assert outcome.answer is None or not outcome.answer.complete


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("first csto peacekeeping exercise", "Indestructible Brotherhood-2012 was the first"),
        ("first meeting of the biological security council", "met for the first time"),
        ("first use of the treaty", "is called the first use"),
        ("first rubezh outside central asia", "Rubezh-2008 was the first"),
        ("what became of the second russian base in kyrgyzstan", "shelved"),
        ("what became of the csto academy in yerevan", "never opened"),
        ("what happened to the second base at osh", "shelved after April 2010"),
        ("what does the permanent council do", "coordinates how the members carry out"),
        ("what does the joint staff do", "building and leading the Collective Forces"),
        ("what does the anti-drug council do", "coordinates the anti-drug bodies"),
        ("who chaired the csto session of 10 january 2022", "Nikol Pashinyan"),
        ("who presided over the session on afghanistan", "Emomali Rahmon chaired"),
        ("who chaired the minsk summit of 2023", "Lukashenko"),
        ("who led interaction-2012", "Kamo Kochunts"),
        ("joint grouping of russia and armenia consists of", "102nd military base and units"),
    ],
)
def test_a_kind_of_question_begins_with_its_statement(builtin: Store, typed: str, says: str) -> None:
    assert says in first_said(builtin, ask(builtin, typed))


@pytest.mark.parametrize(
    ("typed", "holder", "read_as"),
    [
        ("who was president of belarus when the charter was signed", "lukashenko", "7 Oct 2002"),
        ("secretary general of the csto during the kazakhstan operation", "zas", "6 Jan 2022"),
        ("armenian defence minister during the 2020 karabakh war", "tonoyan", "27 Sep 2020"),
        ("who led kyrgyzstan when the tulip revolution happened", "akayev", "1 Mar 2005"),
        ("president of russia when georgia left the treaty", "yeltsin", "Apr 1999"),
        ("president of uzbekistan when the treaty was signed", "karimov", "15 May 1992"),
        ("secretary general of the csto during the 2009 june summit", "bordyuzha", "14 Jun 2009"),
        ("who was president of kazakhstan at the time of the borovoye meeting", "nazarbayev", "19 Dec 2008"),
        ("who ran the tajik defence ministry in 2000", "khairulloyev", "2000"),
        ("who headed the foreign ministry of belarus in 2010", "martynov", "2010"),
        ("who leads the russian defence ministry", "andrei-belousov", "now"),
    ],
)
def test_who_held_an_office_when_something_else_was(
    builtin: Store, typed: str, holder: str, read_as: str
) -> None:
    outcome = ask(builtin, typed)
    first = outcome.record or (outcome.answer.items[0].record if outcome.answer else "")
    assert first == holder
    assert read_as in outcome.read_as


@pytest.mark.parametrize(
    ("typed", "records"),
    [
        ("csto summits hosted by armenia", 4),
        ("summits hosted by tajikistan", 4),
    ],
)
def test_what_a_state_hosted_is_a_list_of_what_was_there(builtin: Store, typed: str, records: int) -> None:
    outcome = ask(builtin, typed)
    assert outcome.answer is not None
    assert outcome.answer.listed
    assert len(outcome.answer.items) == records
