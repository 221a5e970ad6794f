"""A page tells each thing once: attested days join their term, acts are told once, nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref.store.cache import open_store
from cstoref.store.page_folds import folded, without_trivial
from cstoref.store.page_order import newest_in_groups
from cstoref.store.pages import Entry, page
from cstoref.store.queries import Store
from tests.conftest import Result

BORIS = '[[leader]]\nid = "boris"\nname = "Boris"\ntype = "person"\n'
ANNA = BORIS + '[[leader]]\nid = "anna"\nname = "Anna"\ntype = "person"\n'
OFFICE = '[[institution]]\nid = "chair"\nname = "Chair"\ntype = "office"\n'
TALK = '[[event]]\nid = "talk"\nname = "The talk"\ntype = "meeting"\nwhen = "2001-05-03"\n'
ELSEWHERE = '[[source]]\nid = "else"\ntitle = "E"\ntype = "press"\npublisher = "E"\nabbr = "E"\n'
QUOTED = 'cite = { source = "news", quote = "Anna met Boris" }'
GIVEN = 'cite = { source = "else" }'


def held(key: str, when: str, *lines: str) -> str:
    """Anna's office, over a time from a document elsewhere, on a day from the text of the pack."""
    cite = GIVEN if "/" in when else QUOTED
    return "\n".join(
        ["[[leader.statement]]", 'field = "office"', f'key = "{key}"', 'value = "chair"', f'when = "{when}"',
         f'text = "Anna was in the chair ({key})."', *lines, cite, ""]
    )  # fmt: skip


def told(key: str, *lines: str, cite: str = QUOTED) -> str:
    """That Anna, for Xanadu, attended the talk, told once more."""
    return "\n".join(
        ["[[event.statement]]", f'key = "{key}"', *(lines or ('field = "attended"', 'who = "anna"')),
         'for = "xanadu"', f'text = "Anna came ({key})."', cite, ""]
    )  # fmt: skip


@pytest.fixture
def shown(make_pack: Callable[..., Path]) -> Callable[..., list[Entry]]:
    """The entries of a record's folded page: `shown("anna", leaders="…")`."""

    def call(record: str, keep: str | None = None, leaders: str = ANNA, **files: str) -> list[Entry]:
        written = {"leaders": leaders, "institutions": OFFICE, "events": TALK, **files}
        store = open_store(str(make_pack(sources=ELSEWHERE, **written)))
        whole = page(store, record)
        assert whole is not None
        return list(folded(whole, store, keep).entries)

    return call


Shown = Callable[..., list[Entry]]


@pytest.mark.parametrize("record", ["anna", "chair"])
def test_attested_days_join_the_term_they_lie_in(shown: Shown, record: str) -> None:
    days = held("may", "2001-05-03") + held("june", "2003-06") + held("term", "2000/2005")
    (entry,) = shown(record, leaders=ANNA + days)
    assert entry.statement.id == "anna/office/term"
    assert entry.statement.text == "Anna was in the chair (term); attested 2001, 2003."
    assert [c.source for c in entry.statement.citations] == ["else", "news"]
    assert len(entry.also) == 2


@pytest.mark.parametrize("when", ["1999-05-03", "2005", "2006-01-01"])
def test_a_day_outside_the_term_stands_by_itself(shown: Shown, when: str) -> None:
    entries = shown("anna", leaders=ANNA + held("day", when) + held("term", "2000-01-01/2005-01-01"))
    assert len(entries) == 2 and not any(entry.also for entry in entries)


def test_a_statement_that_was_asked_for_stands_by_itself(shown: Shown) -> None:
    leaders = ANNA + held("may", "2001-05-03") + held("term", "2000/2005")
    (one, other) = shown("anna", "anna/office/may", leaders=leaders)
    assert {one.statement.id, other.statement.id} == {"anna/office/may", "anna/office/term"}


def test_an_act_told_again_is_one_line_with_all_passages(shown: Shown) -> None:
    (entry,) = shown("anna", events=TALK + told("one") + told("two", cite=GIVEN))
    assert {citation.source for citation in entry.statement.citations} == {"news", "else"}
    assert entry.statement.text in ("Anna came (one).", "Anna came (two).")


def test_the_act_of_a_state_and_of_who_acted_for_it_is_one(shown: Shown) -> None:
    state = told("state", 'field = "attended"', 'who = "boris"')
    entries = shown("xanadu", events=TALK + told("person") + state)
    assert len(entries) == 1 and len(entries[0].also) == 1


@pytest.mark.parametrize(
    "lines",
    [
        ('field = "absent"', 'who = "anna"'),
        ('field = "attended"', 'who = "anna"', "negated = true"),
        ('field = "attended"', 'who = "anna"', 'when = "2009"', 'when_basis = "By a rule."'),
        ('field = "attended"', 'who = "anna"', 'stance = "denied"'),
        ('field = "decided"', 'who = "anna"', 'value = "a thing"'),
    ],
)
def test_what_is_not_the_same_act_is_not_folded(shown: Shown, lines: tuple[str, ...]) -> None:
    entries = shown("anna", events=TALK + told("one") + told("other", *lines))
    assert len(entries) == 2 and not any(entry.also for entry in entries)


def test_two_sides_of_a_dispute_stay_apart(shown: Shown) -> None:
    dispute = (
        '[[conflict]]\nid = "who-came"\nnature = "disagreement"\ntopic = "T"\nexplanation = "E."\n'
        'records = []\nstatements = ["talk/attended/anna-one", "talk/attended/anna-two"]\n'
    )
    assert len(shown("anna", events=TALK + told("one") + told("two"), conflicts=dispute)) == 2


def test_one_sentence_of_several_speakers_is_one_line(shown: Shown) -> None:
    def said(name: str) -> str:
        lines = ['field = "said"', 'topic = "xanadu"', 'value = "rain"', 'when = "2001"', 'when_basis = "B."']
        text = f'text = "{name} said that it rained in Xanadu in May."'
        return "\n".join(["[[leader.statement]]", *lines, text, QUOTED, ""])

    (entry,) = shown(
        "xanadu",
        leaders=ANNA
        + said("Anna")
        + BORIS.replace("boris", "clara").replace("Boris", "Clara")
        + said("Clara"),
    )
    assert entry.statement.text == "Anna said that it rained in Xanadu in May; likewise Clara."
    assert len(entry.also) == 1


TRIVIAL = told("known", "trivial = true", 'field = "took_place"', 'value = "a talk"')


def test_what_is_trivial_is_on_no_page_unless_it_is_all_there_is(shown: Shown) -> None:
    assert [e.statement.id for e in shown("talk", events=TALK + TRIVIAL + told("one"))] == [
        "talk/attended/anna-one"
    ]
    assert [e.statement.trivial for e in shown("talk", events=TALK + TRIVIAL)] == [True]


def test_what_is_trivial_is_shown_where_it_was_asked_for(shown: Shown) -> None:
    entries = shown("talk", "talk/took_place/known", events=TALK + TRIVIAL + told("one"))
    assert "talk/took_place/known" in [entry.statement.id for entry in entries]


def test_all_shows_what_is_trivial_last(make_pack: Callable[..., Path], run: Callable[..., Result]) -> None:
    pack = str(make_pack(leaders=ANNA, events=TALK + TRIVIAL + told("one")))
    assert "Anna came (known)." not in run("talk", "--pack", pack).out
    everything = run("talk", "--pack", pack, "--all").out
    assert everything.index("Anna came (one)") < everything.index("Anna came (known)")
    assert "Anna came (known)" not in run("talk", "--pack", pack, "--json").out
    assert "Anna came (known)" in run("talk", "--pack", pack, "--json", "--all").out
    assert "Anna came" in run("search", "known", "--pack", pack).out


def test_nothing_is_lost_on_the_pages_of_the_built_in_pack(builtin: Store) -> None:
    """Every statement of a page is a line, joined to one, or trivial; so is every passage."""
    for record in builtin.records():
        whole = page(builtin, record.id)
        assert whole is not None
        shown = folded(whole, builtin).entries
        lines = {e.statement.id for e in shown} | {one.id for e in shown for one in e.also}
        telling = without_trivial(whole).entries
        assert lines == {e.statement.id for e in telling}, record.id
        cited = {citation for e in shown for citation in e.statement.citations}
        assert cited == {citation for e in telling for citation in e.statement.citations}, record.id
        assert len(newest_in_groups(whole).entries) == len(whole.entries)
