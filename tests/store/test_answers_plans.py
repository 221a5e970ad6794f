"""Questions about agreements, rules, plans and the future."""

from __future__ import annotations

import pytest

from cstoref.store.queries import Store
from cstoref.store.search.lookup import look_up
from cstoref.store.search.outcome import ANSWER
from cstoref.store.search.results import SILENT

from .answers import ask, message, texts


@pytest.mark.parametrize(
    ("typed", "until"),
    [
        ("when does the lease for the russian base in armenia run out", "Until 2044"),
        ("when does the lease of gyumri expire", "Until 2044"),
        ("end of the lease at gyumri", "Until 2044"),
        ("how long will russia stay in tajikistan", "Until 2042"),
        ("until when may russia keep its base in tajikistan", "Until 2042"),
    ],
)
def test_until_when_an_agreement_runs(builtin: Store, typed: str, until: str) -> None:
    assert message(ask(builtin, typed)).startswith(until)


def test_a_plan_is_shown_as_one_and_its_day_as_past(builtin: Store) -> None:
    for typed in ("next csto summit", "next session", "upcoming meeting of the csto"):
        outcome = ask(builtin, typed)
        assert outcome.answer is not None and not outcome.answer.complete
        assert outcome.answer.items[0].record == "csto-session-2026-11"
        assert "was planned for 11 Nov 2026. Nothing here says whether it took place." in message(outcome)
    earlier = look_up(builtin, "next summit", "2026-03-01")
    assert message(earlier) == "The next summit is planned for 11 Nov 2026."
    assert earlier.answer is not None and earlier.answer.complete


def test_what_was_only_planned_is_never_the_last(builtin: Store) -> None:
    last = ask(builtin, "last session").answer
    assert last is not None and last.items[0].record != "csto-session-2026-11"


@pytest.mark.parametrize(
    ("typed", "status", "begin"),
    [
        ("did belarus sign the charter", ANSWER, "Yes: Belarus signed the Charter of the CSTO."),
        ("did uzbekistan sign the crrf agreement", ANSWER, "No: Uzbekistan did not sign the Agreement"),
        ("has russia ratified the charter", ANSWER, "Yes: Russia ratified"),
        (
            "did shushkevich sign the treaty",
            SILENT,
            "The sources do not say that Stanislav Shushkevich signed",
        ),
        ("has armenia ratified the charter", SILENT, "The sources do not say that Armenia ratified"),
    ],
)
def test_whether_somebody_signed(builtin: Store, typed: str, status: str, begin: str) -> None:
    outcome = ask(builtin, typed)
    assert outcome.status == status
    assert message(outcome).startswith(begin)


@pytest.mark.parametrize(
    ("typed", "begin"),
    [
        ("will armenia rejoin the csto in 2027", "2027 is after this edition, of 30 Nov 2026"),
        ("will belarus leave in 2028", "2028 is after this edition"),
        ("who will lead the csto in 2029", "2029 is after this edition"),
        ("who was president of russia in 2027", "2027 is after this edition"),
        ("is tajikistan a member in 2031", "2031 is after this edition"),
        ("will uzbekistan return", "The sources do not tell the future"),
        ("when will kyrgyzstan withdraw", "The sources do not tell the future"),
        ("would kyrgyzstan leave", "The sources do not tell the future"),
        ("is russia going to leave the csto", "The sources do not tell the future"),
    ],
)
def test_the_future_is_not_told(builtin: Store, typed: str, begin: str) -> None:
    outcome = ask(builtin, typed)
    assert (outcome.status, outcome.certain) == (SILENT, False)
    assert message(outcome).startswith(begin)


def test_plans_and_forecasts_are_said_to_be_such(builtin: Store) -> None:
    outcome = ask(builtin, "when will armenia leave")
    assert message(outcome).endswith("Only plans, promises and forecasts:")
    assert any("withdraw if necessary" in text for text in texts(builtin, outcome))
    rows = builtin.statements_numbered(outcome.answer.numbers if outcome.answer else [])
    assert all(row.statement.stance in ("planned", "proposed", "predicted", "promised")
               or row.statement.field in ("expectation", "promised", "applied") for row in rows)  # fmt: skip


@pytest.mark.parametrize("typed", ["who will host the next summit", "did armenia leave in 2025", "may 2009"])
def test_plans_past_years_and_a_month_are_no_question_about_the_future_or_a_rule(
    builtin: Store, typed: str
) -> None:
    assert ask(builtin, typed).status == ANSWER
    assert "tell the future" not in message(ask(builtin, typed))


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("can a member host foreign bases without permission", "needs the consent of all members"),
        ("may a state have bases of foreign countries", "needs the consent of all members"),
        ("who can become an observer", "The status of observer at the CSTO, under the rules of 2018"),
        ("who can join", "deal with procedure, with joining"),
        ("how can a state leave", "with joining and leaving the CSTO"),
        ("must members help when attacked", "military-technical aid when a member is threatened"),
    ],
)
def test_what_is_allowed_is_answered_by_rules(builtin: Store, typed: str, says: str) -> None:
    outcome = ask(builtin, typed)
    assert outcome.status == ANSWER
    shown = texts(builtin, outcome)
    assert any(says in text for text in shown)
    assert not any(" became " in text or "has been a member" in text for text in shown)


@pytest.mark.parametrize("typed", ["can a member be expelled", "must members pay taxes", "who may marry"])
def test_without_a_rule_the_sources_are_silent(builtin: Store, typed: str) -> None:
    outcome = ask(builtin, typed)
    assert (outcome.status, outcome.certain) == (SILENT, False)
    assert message(outcome).startswith("The sources give no rule")


def test_who_signed_for_a_state_is_not_listed_beside_it(builtin: Store) -> None:
    answer = ask(builtin, "who signed the 2009 rapid-reaction agreement").answer
    assert answer is not None
    assert answer.items[0].summary == (
        "Signed by: Kazakhstan, Armenia, Kyrgyzstan, Tajikistan, Russia (Moscow, 14 Jun 2009); Belarus "
        "(≈20 Oct 2009, after refusing in Jun 2009). Not signed by: Uzbekistan (≈Jun 2009)"
    )


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("next interaction exercise", "The next of the Interaction exercises was planned for Oct 2026."),
        ("next exercise", "The next exercise was planned for"),
    ],
)
def test_the_next_of_a_series_is_one_of_several(builtin: Store, typed: str, says: str) -> None:
    assert message(ask(builtin, typed)).startswith(says)
