"""Questions about membership: who is or was a member, who left, who froze its part, who founded."""

from __future__ import annotations

import pytest

from cstoref.store.queries import Store
from cstoref.store.search.outcome import ANSWER
from cstoref.store.search.results import SILENT

from .answers import ask, message, texts


@pytest.mark.parametrize(
    ("typed", "verdict", "says"),
    [
        (
            "did armenia leave",
            "No: it has not withdrawn, but it has frozen its participation.",
            "participation frozen since 22 Feb 2024",
        ),
        (
            "is armenia out of the csto",
            "No: it has not withdrawn, but it has frozen its participation.",
            "member of the CSTO since 18 Sep 2003",
        ),
        ("did georgia leave", "Yes.", "1994–1999"),
        ("has azerbaijan quit the alliance", "It left the treaty, before", "never a member of the CSTO"),
        ("did uzbekistan leave the treaty", "Yes.", "1994–1999"),
        (
            "has armenia left the csto or frozen its membership",
            "It has frozen its participation and has not left.",
            "2024",
        ),
        ("did uzbekistan withdraw", "Yes.", "2006–2012"),
        ("has kazakhstan ever left", "No.", "member of the CSTO since 18 Sep 2003"),
        ("is belarus a member", "Yes.", "since 18 Sep 2003"),
        ("is armenia still a member", "Yes.", "participation frozen"),
        ("is azerbaijan in the csto", "No.", "former party to the Collective Security Treaty"),
        ("was uzbekistan a member in 2009", "Yes.", "2006–2012"),
        ("was uzbekistan a member in 2003", "No.", "1994–1999"),
        ("was georgia ever in the csto", "Only of the treaty before the organization.", "1994–1999"),
        ("has turkmenistan ever been a member of the csto", "No.", "never a member"),
        ("has kyrgyzstan always been a member", "Yes.", "since 18 Sep 2003"),
        ("did belarus freeze its membership", "No.", "since 18 Sep 2003"),
        ("has moldova ever been a member", "No.", "Moldova is not among the states"),
        ("did uzbekistan rejoin", "Yes.", "2006–2012"),
    ],
)
def test_membership_is_answered_with_yes_or_no(builtin: Store, typed: str, verdict: str, says: str) -> None:
    outcome = ask(builtin, typed)
    assert (outcome.status, outcome.certain) == (ANSWER, True)
    assert message(outcome).startswith(verdict)
    assert says in message(outcome)


def test_of_a_state_that_has_not_left_comes_membership_then_the_freeze_then_what_is_said(
    builtin: Store,
) -> None:
    shown = texts(builtin, ask(builtin, "did armenia leave the csto"))
    assert "has been a member of the CSTO since" in shown[0]
    assert "had in practice frozen its part" in shown[1]
    assert not any("was a party to the Collective Security Treaty" in text for text in shown)
    assert any("leaving the CSTO was likelier" in text for text in shown[2:])


def test_when_a_state_left_begins_with_the_leaving(builtin: Store) -> None:
    assert "did not extend" in texts(builtin, ask(builtin, "when did azerbaijan leave"))[0]
    assert "suspended its membership" in texts(builtin, ask(builtin, "when did uzbekistan leave the csto"))[0]
    assert message(ask(builtin, "when did armenia leave")).startswith("It has not left.")


@pytest.mark.parametrize(
    "typed", ["who left the csto", "which countries have quit the alliance", "states that left the bloc"]
)
def test_who_left_lists_states_and_those_that_only_froze_last(builtin: Store, typed: str) -> None:
    outcome = ask(builtin, typed)
    assert outcome.answer is not None
    assert [item.record for item in outcome.answer.items] == [
        "uzbekistan",
        "azerbaijan",
        "georgia",
        "armenia",
    ]
    assert message(outcome) == (
        "Uzbekistan, Azerbaijan and Georgia left. Armenia froze its part and is still a member."
    )
    assert not any(" became " in text for text in texts(builtin, outcome))


def test_who_left_in_a_year_has_nothing_of_later_years(builtin: Store) -> None:
    outcome = ask(builtin, "which states left in 1999")
    assert not any("2012" in text for text in texts(builtin, outcome))
    assert ask(builtin, "who left the csto in 2005").status == SILENT


@pytest.mark.parametrize("typed", ["who founded the csto", "founding members", "founders of the alliance"])
def test_founders_are_who_signed_the_founding_agreement(builtin: Store, typed: str) -> None:
    said = message(ask(builtin, typed))
    assert said.startswith(
        "Armenia, Belarus, Kazakhstan, Kyrgyzstan, Russia and Tajikistan signed the Charter"
    )


@pytest.mark.parametrize("typed", ["which states host russian bases", "which countries have russian troops"])
def test_what_is_on_a_territory_leads_with_the_states(builtin: Store, typed: str) -> None:
    outcome = ask(builtin, typed)
    assert message(outcome) == "Armenia, Kyrgyzstan and Tajikistan."
    assert outcome.answer is not None
    assert [item.record for item in outcome.answer.items] == ["armenia", "kyrgyzstan", "tajikistan"]


@pytest.mark.parametrize(
    ("typed", "verdict"),
    [
        ("was uzbekistan a member between 1999 and 2006", "For part of that time only."),
        ("was uzbekistan a member from 2009 to 2011", "Yes."),
        ("was georgia a member between 2003 and 2010", "No."),
        ("was belarus a member from 2004 to 2020", "Yes."),
    ],
)
def test_a_stretch_of_years_may_be_met_in_part(builtin: Store, typed: str, verdict: str) -> None:
    assert message(ask(builtin, typed)).startswith(verdict)


def test_the_members_say_who_has_frozen_its_part(builtin: Store) -> None:
    notes = {item.record: item.note for item in ask(builtin, "members of the csto").answer.items}  # type: ignore[union-attr]
    assert notes["armenia"].endswith("frozen since 2024")
    assert not any("frozen" in note for state, note in notes.items() if state != "armenia")
