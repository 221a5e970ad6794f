"""Two things side by side, what parts of names mean, and who is in a force."""

from __future__ import annotations

import pytest

from cstoref.render.answer import answer_lines
from cstoref.render.answer_notes import AnswerContext
from cstoref.render.text import Style
from cstoref.store.queries import Store
from cstoref.store.search.interpretation import interpret
from cstoref.store.search.outcome import ANSWER, CARD
from cstoref.store.search.results import SILENT

from .answers import ask


@pytest.mark.parametrize(
    ("typed", "records", "labels"),
    [
        ("compare putin and lukashenko", ["putin", "lukashenko"], {"Summits", "Last said"}),
        ("armenia versus belarus", ["armenia", "belarus"], {"Leader", "Summits"}),
        ("difference between 102nd base and 201st base", ["102nd-military-base", "201st-military-base"],
         {"Founded", "Seat", "Strength"}),
        ("csto vs nato", ["csto", "nato"], {"Members", "Founded"}),
        ("charter compared with the treaty", ["csto-charter", "collective-security-treaty"], {"Signed by"}),
    ],
)  # fmt: skip
def test_two_things_are_compared_by_their_facts(
    builtin: Store, typed: str, records: list[str], labels: set[str]
) -> None:
    outcome = ask(builtin, typed)
    assert outcome.answer is not None
    assert [item.record for item in outcome.answer.items[:2]] == records
    pair = outcome.answer.items[:2]
    assert labels <= {fact.label for item in pair for fact in item.facts}
    for item in pair:
        shown = {row.statement.id for row in builtin.statements_numbered(item.statements)}
        assert {fact.statements[0] for fact in item.facts} <= shown


def test_facts_of_both_stand_beside_each_other_with_their_footnotes(builtin: Store) -> None:
    answer = ask(builtin, "102nd base versus 201st base").answer
    assert answer is not None
    numbers = answer.numbers
    rows = dict(zip(numbers, builtin.statements_numbered(numbers), strict=True))
    shorts = builtin.shorts(c.source for row in rows.values() for c in row.statement.citations)
    names = {id: ref.name for id, ref in builtin.named(item.record for item in answer.items).items()}
    lines = list(answer_lines(answer, AnswerContext(rows, names, shorts), (), "", Style(80)))
    assert len(lines) <= 23
    assert any("102nd military base" in line and "201st military base" in line for line in lines)
    seat = next(line for line in lines if line.startswith("Seat"))
    assert "Gyumri" in seat
    assert "Dushanbe" in seat


def test_a_thing_that_nothing_is_called_is_not_compared(builtin: Store) -> None:
    outcome = ask(builtin, "difference between crrf and krrf")
    assert outcome.status == SILENT
    assert outcome.answer is not None
    assert "“krrf”" in outcome.answer.message
    assert outcome.answer.items[0].record == "crrf"


@pytest.mark.parametrize(
    ("typed", "record", "other"),
    [
        ("rapid reaction force", "crrf", "crrf-agreement"),
        ("parliamentary assembly", "csto-parliamentary-assembly", "parliamentary-assembly-2025-12"),
        ("cobalt", "cobalt-exercises", "cobalt-2022"),
        ("thunder", "thunder-exercises", "thunder-2019"),
    ],
)
def test_parts_of_a_name_are_what_others_are_called_after(
    builtin: Store, typed: str, record: str, other: str
) -> None:
    """The card of one, with the others below it."""
    outcome = ask(builtin, typed)
    assert (outcome.status, outcome.record, outcome.certain) == (CARD, record, False)
    assert other in {hit.record for hit in outcome.hits}


@pytest.mark.parametrize("typed", ["minsk summit", "air defence", "security council", "robert"])
def test_names_of_which_none_leads_stay_a_list(builtin: Store, typed: str) -> None:
    assert ask(builtin, typed).status != CARD


@pytest.mark.parametrize(
    ("typed", "things"),
    [
        ("who chairs the parliamentary assembly", ["csto-parliamentary-assembly"]),
        ("how strong is the rapid reaction force", ["crrf"]),
        ("who has observer status", []),
        ("military bases in armenia", ["armenia"]),
        ("who attended the defence ministers council", []),
    ],
)
def test_parts_of_names_are_read_in_a_question(builtin: Store, typed: str, things: list[str]) -> None:
    assert [thing.record for thing in interpret(builtin, typed).things] == things


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("which countries are in the rapid reaction force", "signed by: Kazakhstan, Armenia"),
        ("what states belong to the crrf", "not signed by: Uzbekistan"),
        ("members of the crdf", "gave troops: Russia, Kazakhstan, Kyrgyzstan, Tajikistan"),
        ("which states are part of the peacekeeping forces", "Belarus, Armenia"),
    ],
)
def test_states_of_a_force_gave_it_troops_or_signed_for_it(builtin: Store, typed: str, says: str) -> None:
    outcome = ask(builtin, typed)
    assert outcome.status == ANSWER
    assert outcome.answer is not None
    assert says in outcome.answer.items[0].summary


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("how long is the base leased", "armenian-base-protocol-2010"),
        ("how long did the summit last", "csto-summit-2025-11"),
        ("when did the csto last intervene", "kazakhstan-operation-2022"),
        ("who chairs the parliamentary assembly", "volodin"),
    ],
)
def test_the_type_or_the_body_that_is_named_comes_first(builtin: Store, typed: str, first: str) -> None:
    outcome = ask(builtin, typed)
    assert outcome.answer is not None
    assert outcome.answer.items[0].record == first


@pytest.mark.parametrize("typed", ["who won the war", "how many votes does armenia have"])
def test_what_no_source_says_is_no_answer(builtin: Store, typed: str) -> None:
    outcome = ask(builtin, typed)
    assert outcome.answer is not None
    assert not outcome.answer.complete
