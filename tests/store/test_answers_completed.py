"""Questions that leave something out or say it beside what is named: the words of an agreement, the other
side of a comparison, whose organ it is, where bases are; and why and by whom something was done."""

from __future__ import annotations

import pytest

from cstoref.store.queries import Store
from cstoref.store.search.interpretation import interpret
from cstoref.store.search.lookup import look_up
from cstoref.store.search.outcome import Outcome


def ask(store: Store, text: str) -> Outcome:
    return look_up(store, text, store.default_day)


def records(outcome: Outcome) -> list[str]:
    if outcome.record:
        return [outcome.record]
    assert outcome.answer is not None, outcome
    return [item.record for item in outcome.answer.items]


def message(outcome: Outcome) -> str:
    assert outcome.answer is not None, outcome
    return outcome.answer.message


def texts(store: Store, outcome: Outcome) -> list[str]:
    assert outcome.answer is not None, outcome
    return [row.statement.text for row in store.statements_numbered(outcome.answer.numbers)]


@pytest.mark.parametrize(
    ("typed", "agreement"),
    [
        ("who signed the forces and means agreement of 2010", "forces-agreement-2010"),
        ("which member didn't sign the forces and means agreement of 2010", "forces-agreement-2010"),
        ("who ratified the peacekeeping agreement", "peacekeeping-agreement-2007"),
        ("who signed the agreement on peacekeeping", "peacekeeping-agreement-2007"),
        ("who signed the transit protocol", "transit-protocol-2024"),
        ("did uzbekistan sign the command system agreement", "command-system-agreement-2007"),
    ],
)
def test_words_beside_the_type_name_an_agreement(builtin: Store, typed: str, agreement: str) -> None:
    assert agreement in [thing.record for thing in interpret(builtin, typed).things]
    found = ask(builtin, typed).answer
    assert found is not None
    assert {item.record for item in found.items} <= {agreement}


def test_a_word_that_only_begins_one_of_a_name_names_no_agreement(builtin: Store) -> None:
    reading = interpret(builtin, "what is the status of the privileges agreement")
    assert not [thing for thing in reading.things if thing.kind == "agreement"]


@pytest.mark.parametrize(
    ("typed", "pair"),
    [
        ("interaction vs indestructible brotherhood exercises",
         ["interaction-exercises", "indestructible-brotherhood"]),
        ("difference between rubezh and interaction", ["interaction-exercises", "rubezh"]),
        ("csto council of defence ministers versus the cis one",
         ["council-of-defence-ministers", "cis-council-of-defence-ministers"]),
    ],
)  # fmt: skip
def test_the_shorter_side_of_a_comparison_is_completed(builtin: Store, typed: str, pair: list[str]) -> None:
    assert records(ask(builtin, typed))[:2] == pair


@pytest.mark.parametrize(
    ("typed", "first", "says"),
    [
        (
            "why did csto troops go into kazakhstan in 2022",
            "kazakhstan-operation-2022",
            "appealed to the CSTO",
        ),
        ("why did the csto intervene in kazakhstan", "kazakhstan-operation-2022", "appealed to the CSTO"),
        ("which general commanded the csto forces in kazakhstan", "csto-peacekeeping-forces", "Serdyukov"),
        (
            "first summit in person after the pandemic",
            "csto-summit-2022-05",
            "first of all leaders in person",
        ),
        ("did the csto join russia's war in ukraine", "ukraine-war-2022", "stayed out"),
    ],
)
def test_what_was_done_is_told(builtin: Store, typed: str, first: str, says: str) -> None:
    outcome = ask(builtin, typed)
    assert records(outcome)[0] == first
    assert says in " ".join(texts(builtin, outcome)[:2])
    assert message(outcome) == ""


def test_why_help_was_asked_for_is_not_that_it_was(builtin: Store) -> None:
    assert not ask(builtin, "why did kazakhstan ask the csto for troops in 2022").certain


def test_the_organization_before_an_organ_is_not_asked_about(builtin: Store) -> None:
    assert records(ask(builtin, "who is chairing the csto permanent council"))[0] == "viktor-vasilyev"
    named = interpret(builtin, "csto joint staff in moscow").things
    assert named[0].record == "csto-joint-staff"


def test_bases_in_states_are_bases(builtin: Store) -> None:
    found = records(ask(builtin, "russian bases in csto countries"))
    assert {"kant-air-base", "102nd-military-base", "201st-military-base"} <= {*found}
    assert "kazakhstan" not in found


def test_main_organs_are_organs(builtin: Store) -> None:
    assert {"collective-security-council", "permanent-council"} <= {
        *records(ask(builtin, "main organs of the csto"))
    }


@pytest.mark.parametrize(
    "typed", ["kyrgyz security council secretary 2026", "security council secretary kyrgyzstan 2026"]
)
def test_an_office_without_its_state_is_that_of_the_state_beside_it(builtin: Store, typed: str) -> None:
    assert records(ask(builtin, typed)) == ["mamasadykov", "orozbekov"]


def test_the_first_of_a_series_is_the_first_by_its_date(builtin: Store) -> None:
    assert records(ask(builtin, "first rubezh exercise")) == ["rubezh-2004"]


def test_all_observers_of_a_body_are_listed(builtin: Store) -> None:
    found = records(ask(builtin, "who are the observers of the parliamentary assembly"))
    assert {*found} == {"afghanistan", "serbia", "union-parliamentary-assembly"}


@pytest.mark.parametrize("typed", ["members of the arab league", "organization of turkic states members"])
def test_the_members_of_an_unknown_body_are_not_told(builtin: Store, typed: str) -> None:
    outcome = ask(builtin, typed)
    assert message(outcome).startswith("No body called")
    assert not records(outcome)


@pytest.mark.parametrize("typed", ["which states are no longer members", "former members"])
def test_former_members_are_no_members(builtin: Store, typed: str) -> None:
    assert {"uzbekistan", "azerbaijan", "georgia"} <= {*records(ask(builtin, typed))}
    assert "belarus" not in records(ask(builtin, typed))


def test_what_two_did_one_before_the_other_is_told_by_day_or_word(builtin: Store) -> None:
    outcome = ask(builtin, "who ratified the foreign bases protocol before russia")
    assert message(outcome) == "Armenia, Belarus and Tajikistan."
    assert (
        message(ask(builtin, "which states ratified the foreign bases protocol after russia"))
        == "Kazakhstan."
    )


def test_a_guest_did_not_come_as_a_member(builtin: Store) -> None:
    assert records(ask(builtin, "last summit uzbekistan attended as a member")) == ["csto-summit-2012-05"]
    assert records(ask(builtin, "last summit uzbekistan attended")) != ["csto-summit-2012-05"]


def test_what_is_stated_comes_before_what_a_list_of_the_press_says(builtin: Store) -> None:
    found = texts(builtin, ask(builtin, "size of the kyrgyz contingent in kazakhstan in 2022"))
    assert found[0].startswith("Kyrgyzstan sent 150 servicemen")


def test_an_organ_of_another_organization_is_not_listed(builtin: Store) -> None:
    found = records(ask(builtin, "organs of the csto"))
    assert "council-of-defence-ministers" in found
    assert "cis-council-of-defence-ministers" not in found


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("when did armenia ratify the charter", "Armenia signed the Charter of the CSTO"),
        ("what did belarus give to rubezh 2004", "Belarus sent observers"),
    ],
)
def test_what_is_known_of_both_is_told_where_the_act_is_not(builtin: Store, typed: str, says: str) -> None:
    outcome = ask(builtin, typed)
    assert message(outcome).startswith("Nothing here says just this. What it says of")
    assert says in texts(builtin, outcome)[0]
    assert not outcome.certain


def test_how_many_died_is_no_strength(builtin: Store) -> None:
    found = texts(builtin, ask(builtin, "how many people died in osh in 2010"))
    assert "official count of the dead" in found[0]
    found = texts(builtin, ask(builtin, "how many soldiers died in the kazakhstan operation"))
    assert found[0].endswith("the CSTO reported no losses.")


@pytest.mark.parametrize("typed", ["was mongolia ever an observer", "were the observers paid"])
def test_a_question_for_yes_or_no_names_no_unknown_body(builtin: Store, typed: str) -> None:
    found = ask(builtin, typed).answer
    assert found is None or not found.message.startswith("No body called")
