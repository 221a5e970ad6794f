"""What exactly is asked: how many of what, why, which was larger, what was planned.

Each has what must come first, or what must be said where nothing here answers.
"""

from __future__ import annotations

import pytest

from cstoref.store.queries import Store
from cstoref.store.search.outcome import CARD, Outcome

from .answers import ask


def said_by(store: Store, outcome: Outcome) -> tuple[str, str]:
    """The message, and the text of the first statement."""
    assert outcome.answer is not None, outcome
    rows = store.statements_numbered(outcome.answer.numbers[:1])
    return outcome.answer.message, rows[0].statement.text if rows else ""


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("crdf number of battalions 2004", "had nine battalions"),
        ("how many battalions were in the crdf in july 2004", "had nine battalions"),
        ("how many tanks did the russian base in armenia have in 2005", "had 74 tanks"),
        ("how many people were detained in operation mercenary", "2,500 people"),
        ("how many troops did tajikistan send to matybulak", "sent three servicemen"),
        ("how many times has lukashenko chaired", "from 23 June 2006"),
        ("total troops of the csto", "18,000 men"),
        ("peacekeping forces strength 2012", "4,000"),
        ("what did the december 2011 summit agree about foreign bases", "needs the consent of all members"),
        ("protocol on foreign bases 2011", "protocol on military infrastructure"),
        ("in what order does the csto chair rotate", "by the Russian alphabet"),
        ("tokayev career before he became president", "foreign minister of Kazakhstan"),
        ("what did zas say about syunik in july 2021", "border incident"),
        ("what did lukashenko say about russia and ukraine on 8 may 2014", "words of support for Russia"),
        ("what treaty created the csto", "The CSTO was founded"),
        ("search exercise 2016 location", "Search-2016"),
        ("rubezh 2014 host", "Chebarkul"),
        ("interaction 2015 strength", "2,000 servicemen"),
        ("which country hosts the 201st base", "garrisons"),
        ("what is csto article on mutual defence", "aggression against one party"),
        ("when is the next rubezh", "Rubezh was to be held in Kazakhstan in September 2026"),
        ("how many peacekeepers does the csto have in 2012", "CSTO peacekeeping forces had about 3,500"),
        ("can a member resell weapons it bought cheaply", "preferential terms"),
        ("which presidents watched the final phase at matybulak", "final phase"),
    ],
)
def test_what_is_asked_comes_first(builtin: Store, typed: str, says: str) -> None:
    assert says in said_by(builtin, ask(builtin, typed))[1]


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("why did armenia miss indestructible brotherhood 2020", "because of the fighting in Karabakh"),
        ("why did nazarbayev not come to yerevan in october 2016", "A cold was the official reason"),
        ("why was khachaturov dismissed in 2018", "had brought charges"),
        ("why did sargsyan stay away from bishkek in may 2013", "Republic Day"),
    ],
)
def test_why_is_answered_by_a_cause(builtin: Store, typed: str, says: str) -> None:
    outcome = ask(builtin, typed)
    message, first = said_by(builtin, outcome)
    assert (message, says in first) == ("", True)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("why pashinyan didnt sign the declaration", "The sources give no reason for this"),
        ("why does the prime minister represent armenia in the council", "The sources give no reason"),
        ("why did nato not want to work with the csto in 2005", "Reasons given of other things about both"),
        ("how many peacekeepers did bordyuzha offer for ukraine in 2014", "The sources give no such number"),
        ("how many aircraft took part in rubezh-2024", "The sources give no number of “aircraft”"),
        ("when did the csto send troops to ukraine", "Only plans and proposals are known of this"),
        ("result of the foreign ministers meeting in kazan june 2026", "Only plans and proposals are known"),
        ("who was deputy chief of the joint staff in 2020", "“deputy”"),
        ("salary of the csto secretary general", "“salary”"),
        ("population of csto countries", "“population”"),
        ("gdp of the csto members", "“gdp”"),
        ("who was nato secretary general when the csto offered talks in 2009", "does not say who was"),
    ],
)
def test_what_is_not_here_is_said_not_to_be(builtin: Store, typed: str, message: str) -> None:
    outcome = ask(builtin, typed)
    assert outcome.status != CARD
    assert outcome.answer is not None
    assert message in outcome.answer.message
    assert not outcome.answer.complete


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        (
            "was interaction-2016 bigger than interaction-2017",
            "Yes. By the numbers known here Interaction-2016",
        ),
        (
            "was interaction-2017 larger than interaction-2016",
            "No. By the numbers known here Interaction-2016",
        ),
        ("which was smaller, rubezh-2025 or west-2009", "By the numbers known here West-2009 was larger"),
        ("did lukashenko sign the crrf agreement", "Belarus signed the Agreement"),
        ("exercises planned for 2026", "Only plans for 2026 are known here"),
        ("do sources agree on the number of troops in kazakhstan", "No: the sources conflict on 1 matter."),
        ("how many times has lukashenko chaired", "Four times, by the terms known here."),
        ("sources on whether uzbekistan left in 1998 or 1999", "The sources conflict on"),
    ],
)
def test_an_answer_says_what_was_asked_in_a_sentence(builtin: Store, typed: str, message: str) -> None:
    assert said_by(builtin, ask(builtin, typed))[0].startswith(message)


@pytest.mark.parametrize(
    ("typed", "record"),
    [
        ("partner or observer states", "afghanistan"),
        ("csto observers or partners", "afghanistan"),
        ("warsaw pact treaty", "warsaw-pact"),
        ("which states are not in the csto any more", "azerbaijan"),
    ],
)
def test_a_word_beside_another_does_not_ask_for_more(builtin: Store, typed: str, record: str) -> None:
    outcome = ask(builtin, typed)
    first = outcome.record or (outcome.answer.items[0].record if outcome.answer else "")
    assert first == record


@pytest.mark.parametrize("typed", ["pavel kuznetsov", "african union", "what did turing say about the csto"])
def test_a_name_that_is_only_partly_here_is_no_answer(builtin: Store, typed: str) -> None:
    outcome = ask(builtin, typed)
    assert outcome.status != CARD
    assert outcome.answer is None or not outcome.answer.complete
