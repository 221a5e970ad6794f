"""Questions with a plain answer: yes or no, who left, who said what, where the sources differ, until when.

The first line says it; where the sources have nothing, it says that.
"""

from __future__ import annotations

import pytest

from cstoref.store.queries import Store
from cstoref.store.search.lookup import look_up
from cstoref.store.search.outcome import ANSWER, CARD, Outcome
from cstoref.store.search.results import NOT_FOUND, OUTSIDE, SILENT


def ask(store: Store, text: str) -> Outcome:
    return look_up(store, text, store.default_day)


def texts(store: Store, outcome: Outcome) -> list[str]:
    """The statements of an answer, in order."""
    assert outcome.answer is not None, outcome
    return [row.statement.text for row in store.statements_numbered(outcome.answer.numbers)]


def message(outcome: Outcome) -> str:
    assert outcome.answer is not None, outcome
    return outcome.answer.message


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


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("what did lukashenko say about armenia", "Alexander Lukashenko said about Armenia"),
        ("what did putin say about moldova", "Vladimir Putin said about “moldova”"),
        ("what did nazarbayev say in 1995", "Nursultan Nazarbayev said in 1995"),
        ("what did rahmon say about ukraine", "Emomali Rahmon said about Ukraine"),
        ("what did armenia say about iran", "Armenia said about “iran”"),
        ("what did the csto say about mongolia", "the CSTO said about “mongolia”"),
        ("did lukashenko criticise armenia", "do not say that Alexander Lukashenko criticised Armenia"),
        ("did putin praise pashinyan", "do not say that Vladimir Putin praised Nikol Pashinyan"),
    ],
)
def test_what_nobody_said_is_said_to_be_missing(builtin: Store, typed: str, says: str) -> None:
    outcome = ask(builtin, typed)
    assert outcome.status == SILENT
    assert outcome.answer is not None and not outcome.answer.complete
    assert says in message(outcome)
    assert all(item.note for item in outcome.answer.items)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("what did lukashenko say about putin", "accused Putin"),
        ("what did bordyuzha say in 2010", "proposed to give the Kyrgyz forces"),
        ("what did pashinyan say about azerbaijan", "had planned a war"),
        ("what did zas say about ukraine", "sending troops to Ukraine"),
        ("what did russia say about armenia in 2025", "Maria Zakharova"),
        ("what has lukashenko promised", "firmly promised Medvedev"),
        ("statements by lavrov on andijan", "Andijan"),
    ],
)
def test_what_somebody_said_is_theirs(builtin: Store, typed: str, first: str) -> None:
    outcome = ask(builtin, typed)
    assert (outcome.status, outcome.certain) == (ANSWER, True)
    assert first in texts(builtin, outcome)[0]


@pytest.mark.parametrize(
    ("typed", "begin"),
    [
        ("did armenia attend the bishkek summit", "No: Armenia stayed away from the CSTO summit in Bishkek"),
        ("did armenia come to the november 2025 summit", "No: Armenia stayed away"),
        ("did putin go to the yerevan summit in 2022", "Yes: Vladimir Putin was at"),
        ("was rahmon at the dushanbe summit", "Yes: Emomali Rahmon was at the CSTO summit in Dushanbe"),
        ("did belarus skip the 2009 summit", "Yes: Belarus stayed away from the CSTO summit in Moscow"),
        ("did kyrgyzstan boycott", "Yes: Kyrgyzstan stayed away from"),
        ("did armenia take part in interaction-2024", "No: Armenia stayed away from Interaction-2024"),
        (
            "did lukashenko attend the last summit",
            "Yes: Alexander Lukashenko was at the CSTO summit in Bishkek",
        ),
        ("did japarov attend the january 2022 session", "No: Sadyr Japarov"),
    ],
)
def test_attendance_is_of_the_newest_meeting_that_fits(builtin: Store, typed: str, begin: str) -> None:
    assert message(ask(builtin, typed)).startswith(begin)


def test_meetings_come_newest_first(builtin: Store) -> None:
    answer = ask(builtin, "did armenia attend the bishkek summit").answer
    assert answer is not None
    assert [item.record for item in answer.items][:2] == ["csto-summit-2025-11", "csto-summit-2019-11"]


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("where was nazarbayev in may 2014", "Astana, 8 May 2014."),
        ("where was lukashenko in november 2022", "Yerevan, 23 Nov 2022."),
        ("where was tokayev in november 2024", "Astana, 28 Nov 2024."),
    ],
)
def test_where_somebody_was_is_where_they_attended(builtin: Store, typed: str, places: str) -> None:
    assert message(ask(builtin, typed)) == places


def test_where_nothing_says_where_somebody_was_the_answer_says_so(builtin: Store) -> None:
    outcome = ask(builtin, "where was pashinyan in december 2019")
    assert outcome.status == SILENT
    assert message(outcome) == "The sources do not say where Nikol Pashinyan was in Dec 2019."


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("where do the sources differ on the seat of the csto", "Seat of the CSTO in 2005"),
        (
            "do the reports differ on the number of troops in kazakhstan",
            "How many the CSTO sent to Kazakhstan",
        ),
        ("conflicting reports on kyrgyzstan in 2010", "Day of the Kyrgyz request for troops"),
        ("where do the sources differ over kant", ""),
        ("do sources disagree about the 2009 summit", "What Uzbekistan did with the agreement of June 2009"),
    ],
)
def test_where_sources_differ_leads_to_conflicts(builtin: Store, typed: str, first: str) -> None:
    outcome = ask(builtin, typed)
    assert outcome.answer is not None
    assert message(outcome).startswith("The sources conflict on ")
    assert outcome.answer.items[0].summary.startswith(first)


def test_as_many_conflicts_are_shown_as_the_record_counts(builtin: Store) -> None:
    natures = ("disagreement", "tension-in-one-source", "undated-or-uncorroborated")
    counted = [c for c in builtin.conflicts("uzbekistan") if c.nature in natures]
    answer = ask(builtin, "where do the sources differ on uzbekistan").answer
    assert answer is not None and len(answer.items) == len(counted)


def test_no_conflict_is_said(builtin: Store) -> None:
    outcome = ask(builtin, "do the sources disagree about moldova")
    assert outcome.status == SILENT
    assert "No conflict between the sources is recorded here" in message(outcome)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (
            "why did turkmenistan leave",
            "The sources give no reason for this: Turkmenistan, “leave”. Turkmenistan: never",
        ),
        ("why did tajikistan quit", "The sources give no reason for this: Tajikistan, “quit”"),
        ("why was bordyuzha replaced", "The sources give no reason for this: Nikolai Bordyuzha"),
    ],
)
def test_no_reason_is_said_to_be_none(builtin: Store, typed: str, says: str) -> None:
    outcome = ask(builtin, typed)
    assert outcome.status == SILENT
    assert message(outcome).startswith(says)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("why did uzbekistan leave in 2012", "ran against its interests"),
        ("why did georgia leave", "Georgia had long resented Russian support for Abkhazia"),
        ("why did armenia freeze its participation", "Pashinyan gave as the reason"),
        ("why did pashinyan skip minsk", "For his absence from Minsk"),
        ("why did karimov refuse to sign", "over one of its clauses"),
    ],
)
def test_a_reason_comes_first(builtin: Store, typed: str, first: str) -> None:
    assert first in texts(builtin, ask(builtin, typed))[0]


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


@pytest.mark.parametrize("typed", ["who founded the csto", "founding members", "founders of the alliance"])
def test_founders_are_who_signed_the_founding_agreement(builtin: Store, typed: str) -> None:
    said = message(ask(builtin, typed))
    assert said.startswith(
        "Armenia, Belarus, Kazakhstan, Kyrgyzstan, Russia and Tajikistan signed the Charter"
    )


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
    ("typed", "record", "day"),
    [
        ("what held on 14 june 2009 for uzbekistan", "uzbekistan", "2009-06-14"),
        ("what was the situation of armenia on 1 may 2024", "armenia", "2024-05-01"),
        ("what was the status of georgia in 1998", "georgia", "1998-12-31"),
    ],
)
def test_what_held_on_a_day_is_the_card_of_that_day(
    builtin: Store, typed: str, record: str, day: str
) -> None:
    outcome = ask(builtin, typed)
    assert (outcome.status, outcome.record, outcome.as_of) == (CARD, record, day)


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("prime minister of armenia during 2015", "Prime Minister of Armenia, 2015"),
        ("fm of russia 2005", "Foreign Minister of Russia, 2005"),
        ("kazakh president 1995", "President of Kazakhstan, 1995"),
    ],
)
def test_a_role_at_a_time_says_for_which_time_it_was_read(builtin: Store, typed: str, read_as: str) -> None:
    outcome = ask(builtin, typed)
    assert (outcome.status, outcome.certain, outcome.read_as) == (CARD, True, read_as)


@pytest.mark.parametrize(
    ("typed", "record"),
    [
        ("who is speaker of the csto parliament", "volodin"),
        ("who chairs the csto assembly", "volodin"),
        ("who was the head of the csto secretariat in 2019", "semerikov"),
        ("who heads the secretariat", "masadykov"),
    ],
)
def test_a_body_is_led_by_whoever_leads_it_under_another_title(
    builtin: Store, typed: str, record: str
) -> None:
    outcome = ask(builtin, typed)
    assert outcome.answer is not None
    assert outcome.answer.items[0].record == record


@pytest.mark.parametrize(
    ("typed", "record", "first"),
    [
        ("kazakhstan january 2022", "kazakhstan-operation-2022", "were deployed in Almaty"),
        ("kyrgyzstan april 2021", "kyrgyz-tajik-fighting-2021-04", "Kyrgyz and Tajik forces fought"),
        ("what happened in kyrgyzstan in june 2010", "kyrgyzstan-violence-2010-06", ""),
        ("what happened to armenia in 2020", "karabakh-war-2020", "The war over Nagorno-Karabakh lasted"),
        ("kazakhstan 2009", "matybulak-2009", ""),
        ("moscow june 2009", "csto-summit-2009-06", "The CSTO held a summit in Moscow"),
    ],
)
def test_a_thing_at_a_time_leads_with_the_event(builtin: Store, typed: str, record: str, first: str) -> None:
    outcome = ask(builtin, typed)
    assert outcome.answer is not None
    assert outcome.answer.items[0].record == record
    assert first in texts(builtin, outcome)[0]


def test_the_decisions_of_a_time_are_found_without_a_place(builtin: Store) -> None:
    for typed in ("what did csto decide in november 2025", "decisions of the 2025 summit"):
        answer = ask(builtin, typed).answer
        assert answer is not None and answer.items[0].record == "csto-summit-2025-11"
        assert len(answer.items[0].statements) > 3


def test_all_sides_of_a_number_stand_together_and_figures_come_first(builtin: Store) -> None:
    russian = texts(builtin, ask(builtin, "how many russian soldiers were sent to kazakhstan in 2022"))
    assert ("about 3,000" in russian[0], "2,030" in russian[1]) == (True, True)
    armenian = texts(builtin, ask(builtin, "how many troops did armenia send to kazakhstan"))
    assert "Armenia sent 100" in armenian[0] and any("put at 70" in text for text in armenian[:3])
    went = ask(builtin, "how many soldiers went to kazakhstan in 2022").answer
    assert went is not None and went.items[0].record == "kazakhstan-operation-2022"


def test_the_newest_strength_comes_first(builtin: Store) -> None:
    assert "December 2022" in texts(builtin, ask(builtin, "how big is the crrf"))[0]
    assert "3,600" in texts(builtin, ask(builtin, "how many peacekeepers does the csto have"))[0]
    assert "2014" in texts(builtin, ask(builtin, "how many soldiers are in the 201st base"))[0]


def test_who_came_tells_states_from_absent_ones_and_from_people(builtin: Store) -> None:
    answer = ask(builtin, "who came to the november 2025 summit").answer
    assert answer is not None
    assert answer.items[0].summary == (
        "attended: Belarus, Kazakhstan, Kyrgyzstan, Russia, Tajikistan; stayed away: Armenia; "
        "in person: Alexander Lukashenko, Emomali Rahmon, Kassym-Jomart Tokayev, Sadyr Japarov, "
        "Vladimir Putin"
    )


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("did kazakhstan veto the budget", "veto"),
        ("did armenia sabotage the summit", "sabotage"),
        ("did belarus bomb kazakhstan", "bomb"),
        ("who invaded armenia", "invaded"),
    ],
)
def test_an_unmatched_verb_is_never_certain(builtin: Store, typed: str, left: str) -> None:
    outcome = ask(builtin, typed)
    assert (outcome.status, outcome.certain) == (SILENT, False)
    assert left in outcome.unknown
    assert left in message(outcome)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("when did the leaders meet in bishkek", "csto-summit-2025-11"),
        ("where did the leaders meet in 2023", "csto-summit-2023-11"),
        ("when was the summit in dushanbe", "csto-summit-2021-09"),
    ],
)
def test_when_and_where_they_met_lists_meetings_newest_first(builtin: Store, typed: str, first: str) -> None:
    answer = ask(builtin, typed).answer
    assert answer is not None and answer.items[0].record == first


@pytest.mark.parametrize("typed", ["which states host russian bases", "which countries have russian troops"])
def test_what_is_on_a_territory_leads_with_the_states(builtin: Store, typed: str) -> None:
    outcome = ask(builtin, typed)
    assert message(outcome) == "Armenia, Kyrgyzstan and Tajikistan."
    assert outcome.answer is not None
    assert [item.record for item in outcome.answer.items] == ["armenia", "kyrgyzstan", "tajikistan"]


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


def test_words_of_a_name_ask_for_nothing(builtin: Store) -> None:
    assert ask(builtin, "status of armenia").record == "armenia"
    named = ask(builtin, "status of formations protocol").answer
    assert named is not None and "status of formations" in named.read_as


@pytest.mark.parametrize(
    ("typed", "begin"),
    [
        (
            "did putin and pashinyan meet in 2022",
            "Yes: Vladimir Putin and Nikol Pashinyan were at the CSTO summit",
        ),
        ("when did armenia last attend a summit", "CSTO summit in Yerevan, November 2022, 23 Nov 2022."),
        ("when did armenia last skip a summit", "CSTO summit in Bishkek, November 2025, 27 Nov 2025."),
    ],
)
def test_who_met_and_who_came_last(builtin: Store, typed: str, begin: str) -> None:
    assert message(ask(builtin, typed)).startswith(begin)


@pytest.mark.parametrize("typed", ["lukashenko on armenia", "rahmon on ukraine"])
def test_a_headline_of_who_on_what_asks_for_what_was_said(builtin: Store, typed: str) -> None:
    assert ask(builtin, typed).status == SILENT


def test_the_chair_is_that_of_the_council_of_heads_of_state(builtin: Store) -> None:
    answer = ask(builtin, "who was chair in 2018").answer
    assert answer is not None and answer.items[0].record == "nazarbayev"


def test_the_sources_are_nobody_in_particular(builtin: Store) -> None:
    answer = ask(builtin, "what do the sources say about khachaturov").answer
    assert answer is not None
    assert "source-in-russian-delegation" not in [item.record for item in answer.items]


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


@pytest.mark.parametrize(
    "typed",
    [
        "how many tanks does the csto have",
        "how many submarines does the csto have",
        "how many nuclear weapons does the alliance have",
        "how many missiles does russia have",
        "how many generals does the csto have",
        "how many soldiers does armenia have",
    ],
)
def test_a_number_of_something_else_is_no_answer(builtin: Store, typed: str) -> None:
    outcome = ask(builtin, typed)
    assert (outcome.status, outcome.certain) == (SILENT, False)
    assert not texts(builtin, outcome)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("how many tanks were at matybulak", "120 tanks"),
        ("how many aircraft took part in interaction 2015", "about 40 aircraft"),
        ("how many vehicles were in interaction 2017", "close to 500 vehicles"),
        ("how many troops went to kazakhstan", "The CSTO force in Kazakhstan counted 2,030"),
        ("how many troops does the csto have", "Collective Rapid Reaction Force had 18,000 men"),
    ],
)
def test_the_number_is_of_what_is_counted_and_the_total_first(builtin: Store, typed: str, says: str) -> None:
    outcome = ask(builtin, typed)
    assert (outcome.status, outcome.certain) == (ANSWER, True)
    assert says in texts(builtin, outcome)[0]


@pytest.mark.parametrize(
    "typed",
    [
        "how old is lukashenko",
        "how tall is tokayev",
        "where was rahmon born",
        "when was bordyuzha born",
        "when did nikolai bordyuzha die",
        "is putin dead",
    ],
)
def test_of_a_life_nothing_is_made_up(builtin: Store, typed: str) -> None:
    outcome = ask(builtin, typed)
    assert (outcome.status, outcome.certain) == (SILENT, False)
    assert message(outcome).startswith("The sources say nothing")
    assert outcome.answer is not None
    rows = builtin.statements_numbered(outcome.answer.numbers)
    assert {row.statement.field for row in rows} == {"office"}


@pytest.mark.parametrize("typed", ["when did karimov die", "is islam karimov dead", "where did karimov die"])
def test_a_death_that_is_told_is_the_answer(builtin: Store, typed: str) -> None:
    assert texts(builtin, ask(builtin, typed)) == ["Islam Karimov died in Tashkent on 2 September 2016."]


@pytest.mark.parametrize(
    "typed",
    [
        "who commanded the peacekeepers in kazakhstan in 2022",
        "who commanded the csto operation in kazakhstan",
        "who led the csto force in kazakhstan",
    ],
)
def test_who_commanded_a_force_somewhere_is_not_who_leads_the_state(builtin: Store, typed: str) -> None:
    outcome = ask(builtin, typed)
    assert (outcome.status, outcome.certain) == (ANSWER, True)
    assert all("Andrei Serdyukov" in text for text in texts(builtin, outcome))


@pytest.mark.parametrize(
    "typed", ["who commanded russian troops in tajikistan", "who commanded the kazakh contingent"]
)
def test_who_commanded_other_troops_is_not_made_up(builtin: Store, typed: str) -> None:
    outcome = ask(builtin, typed)
    assert (outcome.status, outcome.certain) == (SILENT, False)
    assert not texts(builtin, outcome)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("how much does armenia owe in unpaid dues", "two years of arrears"),
        ("armenia debt", "two years of arrears"),
        ("which members owe money", "two years of arrears"),
        ("kyrgyzstan arrears", "had not paid contributions for 1996 to 2003"),
    ],
)
def test_money_owed_is_no_number_of_troops(builtin: Store, typed: str, says: str) -> None:
    shown = texts(builtin, ask(builtin, typed))
    assert says in shown[0]
    assert not any("servicemen" in text for text in shown)


def test_who_speaks_of_a_debt_owes_none(builtin: Store) -> None:
    assert ask(builtin, "does russia owe money").status == SILENT


@pytest.mark.parametrize(
    "typed",
    [
        "who won the 2026 world cup",
        "treaty of versailles",
        "treaty of rome",
        "charter of the united nations",
        "secretary general of opec",
        "secretary general of the un",
        "parliamentary assembly of the council of europe",
        "102nd airborne division",
        "50th airborne brigade",
    ],
)
def test_a_name_of_which_only_the_common_part_is_known_is_not_ours(builtin: Store, typed: str) -> None:
    outcome = ask(builtin, typed)
    assert outcome.status in (OUTSIDE, NOT_FOUND)
    assert not outcome.certain and outcome.answer is None


@pytest.mark.parametrize(
    ("typed", "record"),
    [
        ("98th airborne division", "98th-airborne-division"),
        ("treaty of tashkent", "collective-security-treaty"),
        ("secretary general of nato", "nato-secretary-general"),
        ("parliamentary assembly of the csto", "csto-parliamentary-assembly"),
    ],
)
def test_a_whole_name_stays_one(builtin: Store, typed: str, record: str) -> None:
    assert ask(builtin, typed).record == record


def test_a_mere_word_hit_is_never_certain(builtin: Store) -> None:
    assert not ask(builtin, "camp david accords").certain


@pytest.mark.parametrize(
    ("typed", "begin"),
    [
        (
            "when did the treaty become an organization",
            "By the Charter of the CSTO, 7 Oct 2002; in force since",
        ),
        ("when did the csto turn into an organisation", "By the Charter of the CSTO, 7 Oct 2002"),
        (
            "how long did the kazakhstan mission last",
            "CSTO operation in Kazakhstan, January 2022: 6–19 Jan 2022",
        ),
        ("how long was channel 2011", "Channel-2011: 5–12 Dec 2011, 8 days."),
        ("how long was bordyuzha in office", "Secretary-General of the CSTO: 28 Apr 2003"),
        ("how long was rahmon chair", "Chair of the Collective Security Council: 23 Dec 2014 – 15 Sep 2015"),
        ("how long has belarus been a member", "Belarus: member of the CSTO since 18 Sep 2003"),
        ("how long was pashinyan prime minister", "Prime Minister of Armenia: since 8 May 2018."),
    ],
)
def test_lengths_and_the_beginning_come_first(builtin: Store, typed: str, begin: str) -> None:
    outcome = ask(builtin, typed)
    assert (outcome.status, outcome.certain) == (ANSWER, True)
    assert message(outcome).startswith(begin)


def test_who_signed_for_a_state_is_not_listed_beside_it(builtin: Store) -> None:
    answer = ask(builtin, "who signed the 2009 rapid-reaction agreement").answer
    assert answer is not None
    assert answer.items[0].summary == (
        "signed by: Armenia, Belarus, Kazakhstan, Kyrgyzstan, Russia, Tajikistan"
    )


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


@pytest.mark.parametrize(
    ("typed", "times"),
    [
        ("how many times was lukashenko chair of the csto", "Four times"),
        ("how often did nazarbayev chair the csto", "Three times"),
        ("how many terms did zas serve as secretary general", "Once"),
    ],
)
def test_terms_in_an_office_are_counted(builtin: Store, typed: str, times: str) -> None:
    assert message(ask(builtin, typed)).startswith(times)


def test_the_members_say_who_has_frozen_its_part(builtin: Store) -> None:
    notes = {item.record: item.note for item in ask(builtin, "members of the csto").answer.items}  # type: ignore[union-attr]
    assert notes["armenia"].endswith("frozen since 2024")
    assert not any("frozen" in note for state, note in notes.items() if state != "armenia")


def test_what_says_just_that_answers_where_no_shape_does(builtin: Store) -> None:
    outcome = ask(builtin, "who appoints the secretary-general and for how many years")
    assert outcome.status == ANSWER
    assert "for three years" in texts(builtin, outcome)[0]


@pytest.mark.parametrize(
    "typed", ["when will russia withdraw", "why was bordyuzha dismissed", "did kyrgyzstan veto the charter"]
)
def test_a_few_common_words_are_no_answer(builtin: Store, typed: str) -> None:
    assert ask(builtin, typed).status == SILENT


@pytest.mark.parametrize(
    "typed", ["who was chief of the csto joint staff in 2008", "who chaired the council in december 2003"]
)
def test_who_may_have_held_an_office_is_said_to_be_no_more_than_that(builtin: Store, typed: str) -> None:
    assert message(ask(builtin, typed)).startswith("Who held it then is not certain.")


def test_who_surely_held_an_office_is_simply_named(builtin: Store) -> None:
    assert message(ask(builtin, "who was defence minister of kyrgyzstan in 2012")) == ""


@pytest.mark.parametrize(
    "typed",
    [
        "what did zelensky say about the csto",
        "when did turkey apply for csto membership",
        "csto reaction to the crocus city hall attack",
    ],
)
def test_a_name_that_nothing_here_has_is_not_left_out_in_silence(builtin: Store, typed: str) -> None:
    assert ask(builtin, typed).status in (SILENT, OUTSIDE, NOT_FOUND)


def test_who_took_part_in_an_event_are_not_the_members(builtin: Store) -> None:
    found = texts(builtin, ask(builtin, "countries in combat brotherhood 2023"))
    assert "took part" in found[0]


def test_a_disputed_part_is_said_to_be_one(builtin: Store) -> None:
    said = message(ask(builtin, "did tajikistan take part in rubezh 2021"))
    assert said.endswith("The sources conflict on it.")
    assert "conflict" not in message(ask(builtin, "did pashinyan go to minsk in 2023"))


@pytest.mark.parametrize(
    ("typed", "state"),
    [
        ("how many soldiers did uzbekistan send to kazakhstan in january 2022", "Uzbekistan"),
        ("how many troops did georgia send to kazakhstan in 2022", "Georgia"),
    ],
)
def test_the_number_of_another_state_is_none(builtin: Store, typed: str, state: str) -> None:
    outcome = ask(builtin, typed)
    assert outcome.status == SILENT
    assert message(outcome).startswith(f"The sources give no such number for {state}.")


def test_the_number_of_the_state_itself_is_one(builtin: Store) -> None:
    outcome = ask(builtin, "how many soldiers did armenia send to kazakhstan")
    assert outcome.status == ANSWER
    assert "100 servicemen" in texts(builtin, outcome)[0]
