"""Questions in everyday words: how they are read, and what answers them."""

from __future__ import annotations

import pytest

from cstoref.store.queries import Store
from cstoref.store.search.interpretation import interpret
from cstoref.store.search.lookup import look_up
from cstoref.store.search.outcome import ANSWER, CARD, Outcome
from cstoref.store.search.periods import period
from cstoref.store.search.results import AMBIGUOUS, NOT_FOUND, SILENT

from .answers import ask


def shown(store: Store, outcome: Outcome) -> str:
    """Everything that an answer says."""
    assert outcome.answer is not None, outcome
    rows = store.statements_numbered(outcome.answer.numbers)
    notes = [f"{item.record} {item.note} {item.summary}" for item in outcome.answer.items]
    return "\n".join((outcome.answer.message, *notes, *(row.statement.text for row in rows)))


@pytest.mark.parametrize(
    ("typed", "first", "last", "spoken"),
    [
        ("in 2009", "2009-01-01", "2009-12-31", "2009"),
        ("june 2009", "2009-06-01", "2009-06-30", "Jun 2009"),
        ("14 june 2009", "2009-06-14", "2009-06-14", "14 Jun 2009"),
        ("june 14 2009", "2009-06-14", "2009-06-14", "14 Jun 2009"),
        ("on the 14th june 2009", "2009-06-14", "2009-06-14", "14 Jun 2009"),
        ("2009 06 14", "2009-06-14", "2009-06-14", "14 Jun 2009"),
        ("from 2005 to 2009", "2005-01-01", "2009-12-31", "2005–2009"),
        ("between 2005 and 2009", "2005-01-01", "2009-12-31", "2005–2009"),
        ("since 2010", "2010-01-01", "9999-12-31", "since 2010"),
        ("before 2010", "0001-01-01", "2010-01-01", "before 2010"),
        ("1990s", "1990-01-01", "1999-12-31", "1990–1999"),
        ("no time at all", "", "", ""),
    ],
)
def test_a_time_is_read(typed: str, first: str, last: str, spoken: str) -> None:
    found, _ = period(typed.split())
    assert (found.first, found.last, found.spoken) == (first, last, spoken)


def test_a_day_that_is_not_in_the_calendar_is_a_problem() -> None:
    assert period(["30", "february", "2009"])[0].problem
    assert period(["29", "february", "2008"])[0].problem == ""


@pytest.mark.parametrize(
    ("typed", "things", "topic", "types", "order"),
    [
        ("who leads belarus now", ["belarus"], "office", (), "now"),
        ("who signed the charter", ["csto-charter"], "signed", (), ""),
        ("latest exercises", [], "", ("exercise",), "last"),
        ("when did armenia freeze its membership in the csto", ["armenia", "csto"], "suspended", (), ""),
        ("who stayed away from the minsk summit", ["minsk"], "absent", ("summit",), ""),
        ("rapid reaction force strength", ["crrf"], "strength", (), ""),
    ],
)
def test_a_question_is_taken_apart(
    builtin: Store, typed: str, things: list[str], topic: str, types: tuple[str, ...], order: str
) -> None:
    reading = interpret(builtin, typed)
    assert [thing.record for thing in reading.things] == things
    assert (reading.topic[:1] == (topic,)) if topic else (reading.topic == ())
    assert (reading.types, reading.order) == (types, order)


def test_a_misspelt_thing_and_a_misspelt_everyday_word_are_put_right(builtin: Store) -> None:
    reading = interpret(builtin, "presidnet of kazakstn")
    assert [(thing.record, thing.typed) for thing in reading.things] == [("kazakhstan", "kazakstn")]
    assert reading.titles == ("president",)


@pytest.mark.parametrize(
    ("typed", "record"),
    [
        ("belarus", "belarus"),
        ("what is the csto", "csto"),
        ("tell me about kazbat", "kazbat"),
        ("current president of belarus", "lukashenko"),
        ("president of russia 2010", "medvedev"),
        ("prime minister of armenia 2020", "pashinyan"),
        ("head of state of belarus in 1993", "shushkevich"),
        ("leader of armenia in 2020", "pashinyan"),
        ("leader of armenia in 2015", "serzh-sargsyan"),
        ("CSTO Charter", "csto-charter"),
    ],
)
def test_a_card_is_for_a_whole_name_or_role(builtin: Store, typed: str, record: str) -> None:
    outcome = ask(builtin, typed)
    assert (outcome.status, outcome.record) == (CARD, record)


@pytest.mark.parametrize(
    ("typed", "record", "read_as"),
    [
        ("summit june 2009", "csto-summit-2009-06", "summit, Jun 2009"),
        ("csto summit moscow june 2009", "csto-summit-2009-06", "Moscow, Jun 2009"),
        ("session january 2022", "csto-summit-2022-01", "session, Jan 2022"),
        ("last summit", "csto-summit-2025-11", "last summit, up to 30 Nov 2026"),
        ("latest rubezh exercise", "rubezh-2025", "last exercise, Rubezh exercises, up to"),
        ("last exercise", "indestructible-brotherhood-2025", "last exercise, up to 30 Nov 2026"),
        ("latest rubezh", "rubezh-2025", "last Rubezh exercises, up to"),
        ("last war", "ukraine-war-2022", "last war, up to"),
        ("first summit", "treaty-summit-2000-10", "first summit in this reference"),
    ],
)
def test_the_only_event_of_a_type_and_time_is_a_card(
    builtin: Store, typed: str, record: str, read_as: str
) -> None:
    outcome = ask(builtin, typed)
    assert (outcome.status, outcome.record) == (CARD, record)
    assert read_as in outcome.read_as


@pytest.mark.parametrize(
    "typed",
    ["summit 2022", "summits in 2009", "next summit", "when was the last summit", "last russian base"],
)
def test_several_events_a_plan_and_what_is_no_event_are_no_card(builtin: Store, typed: str) -> None:
    assert ask(builtin, typed).status == ANSWER


@pytest.mark.parametrize(
    ("typed", "first", "says"),
    [
        ("who leads kyrgyzstan now", "japarov", "since 28 January 2021"),
        ("who led armenia in 2020", "pashinyan", "prime minister"),
        ("who led armenia in 2015", "serzh-sargsyan", "president of Armenia"),
        ("who succeeded bordyuzha", "semerikov", "acting"),
        ("next summit", "csto-session-2026-11", "planned for 11 Nov 2026"),
        ("when was the csto founded", "csto", "Charter was signed"),
        ("what does article 4 say", "collective-security-treaty", "Article 4"),
        ("who signed the 2009 rapid-reaction agreement", "crrf-agreement", "Not signed by: Uzbekistan"),
        ("signatories of the tashkent treaty", "collective-security-treaty", "Uzbekistan"),
        ("did georgia leave the csto", "georgia", "1999"),
        ("until when may russia stay at gyumri", "armenian-base-protocol-2010", "2044"),
        ("kyrgyzstan april 2021", "kyrgyz-tajik-fighting-2021-04", "Batken"),
        ("kyrgyzstan 2010", "kyrgyzstan-violence-2010-06", ""),
        ("headquarters", "csto", "Moscow"),
        ("how many soldiers are in the crrf", "crrf", "20,000"),
        ("who did not sign the crrf agreement", "crrf-agreement", "Belarus refused"),
    ],
)
def test_the_first_answer_is_right(builtin: Store, typed: str, first: str, says: str) -> None:
    outcome = ask(builtin, typed)
    assert outcome.status == ANSWER
    assert outcome.answer is not None
    assert outcome.answer.read_as
    assert outcome.answer.items[0].record == first
    assert says in shown(builtin, outcome)


@pytest.mark.parametrize(
    ("typed", "records"),
    [
        ("members of the CSTO", {"armenia", "belarus", "kazakhstan", "kyrgyzstan", "russia", "tajikistan"}),
        ("members of the csto in 2007", {"uzbekistan", "russia", "armenia"}),
        ("former members", {"azerbaijan", "georgia", "uzbekistan"}),
        ("observers", {"afghanistan", "serbia"}),
        ("all secretaries-general", {"bordyuzha", "khachaturov", "zas", "tasmagambetov", "masadykov"}),
        (
            "presidents of kyrgyzstan",
            {"akayev", "bakiyev", "otunbayeva", "atambayev", "jeenbekov", "japarov"},
        ),
        ("exercises in armenia", {"interaction-2012", "indestructible-brotherhood-2015", "interaction-2017"}),
        ("russian bases", {"102nd-military-base", "201st-military-base", "kant-air-base"}),
        ("summits in 2014", {"csto-summit-2014-05", "csto-summit-2014-12"}),
        ("csto vs sco", {"csto", "sco"}),
        ("102nd base versus 201st base", {"102nd-military-base", "201st-military-base"}),
    ],
)
def test_a_list_has_what_belongs_to_it(builtin: Store, typed: str, records: set[str]) -> None:
    outcome = ask(builtin, typed)
    assert outcome.answer is not None, outcome
    assert records <= {item.record for item in outcome.answer.items}


def test_what_took_part_elsewhere_was_not_in_a_state(builtin: Store) -> None:
    outcome = ask(builtin, "exercises in armenia")
    assert outcome.answer is not None
    assert "search-2017" not in {item.record for item in outcome.answer.items}


@pytest.mark.parametrize("typed", ["security council", "peacekeepers", "ivanov", "russian base"])
def test_a_name_of_several_is_shown_as_several(builtin: Store, typed: str) -> None:
    outcome = ask(builtin, typed)
    assert outcome.status == AMBIGUOUS
    assert len(outcome.hits) > 1


def test_a_body_comes_before_events_that_mention_a_word_of_it(builtin: Store) -> None:
    assert ask(builtin, "peacekeepers").hits[0].record == "csto-peacekeeping-forces"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("who leads belarus nowadays", ()),
        ("who presently runs the csto", ()),
        ("newest summit", ()),
        ("what is csto short for", ()),
        ("when was the csto zzyzx founded", ("zzyzx",)),
    ],
)
def test_an_unknown_everyday_word_does_not_turn_an_answer_into_a_no(
    builtin: Store, typed: str, words: tuple[str, ...]
) -> None:
    outcome = ask(builtin, typed)
    assert outcome.status in (CARD, ANSWER)
    assert outcome.unknown == words


def test_what_nothing_is_said_of_is_a_no_that_goes_on(builtin: Store) -> None:
    outcome = ask(builtin, "belarus football")
    assert outcome.status == SILENT
    assert outcome.answer is not None
    assert not outcome.answer.complete
    assert "football" in outcome.answer.message
    assert outcome.answer.items[0].record == "belarus"


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("word " * 300, "more than 60 words"),
        ("30 february 2009", "not a day of the calendar"),
        ("2009-13-45", "not a day of the calendar"),
        ("1850", "it begins in"),
        ("russia 1850", "it begins in"),
        ("who", "no word in this that can be looked up"),
        ("what of it", "no word in this that can be looked up"),
    ],
)
def test_an_odd_question_gets_a_plain_message(builtin: Store, typed: str, says: str) -> None:
    outcome = ask(builtin, typed)
    assert outcome.status == NOT_FOUND
    assert outcome.answer is not None
    assert says in outcome.answer.message
    assert outcome.answer.items == ()


def test_a_year_before_an_office_existed_is_said(builtin: Store) -> None:
    outcome = ask(builtin, "president of belarus 1993")
    assert (outcome.record, outcome.certain) == ("shushkevich", False)
    assert "nobody is known to have held" in outcome.read_as
    outcome = ask(builtin, "secretary general of the csto in 1995")
    assert outcome.answer is not None
    assert not outcome.answer.complete
    assert "Bordyuzha" in outcome.answer.message
    assert "1995" in outcome.answer.message


@pytest.mark.parametrize(
    "typed",
    [
        "foreign minister of kazakhstan 2026-03",
        "defence minister of tajikistan",
        "mayor of yerevan",
        "who leads iran",
    ],
)
def test_an_office_of_one_state_is_never_answered_with_the_holder_of_another(
    builtin: Store, typed: str
) -> None:
    outcome = ask(builtin, typed)
    assert outcome.record not in ("lavrov", "shoigu", "kulov")
    items = outcome.answer.items if outcome.answer else ()
    assert not {item.record for item in items} & {"lavrov", "sergei-ivanov", "kulov", "putin"}


@pytest.mark.parametrize(
    ("typed", "day", "record"),
    [
        ("who leads kyrgyzstan", "2005-06-24", "bakiyev"),
        ("who runs the csto", "2010-01-01", "bordyuzha"),
        ("last summit", "2012-01-01", "csto-summit-2011-12"),
    ],
)
def test_a_question_is_answered_as_of_a_day(builtin: Store, typed: str, day: str, record: str) -> None:
    outcome = look_up(builtin, typed, day)
    assert outcome.answer is not None
    assert outcome.answer.items[0].record == record


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("how much does russia pay", "Russia paid half of the budget of the CSTO"),
        ("who pays for the csto", "Russia paid half of the budget of the CSTO"),
        ("who voted against the csto at the un", "voted against cooperation with the CSTO"),
        ("vote on the csto at the united nations", "67 votes to 8"),
        ("which countries quit the alliance", "Uzbekistan suspended its membership"),
    ],
)
def test_money_and_votes_are_asked_for_in_everyday_words(builtin: Store, words: str, said: str) -> None:
    assert said in shown(builtin, ask(builtin, words))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("who chaired the csto in 2009", "Serzh Sargsyan chaired the Collective Security Council"),
        ("who chairs the csto now", "Vladimir Putin has chaired"),
        ("who chaired the collective security council in 2012", "Nursultan Nazarbayev chaired"),
        ("who leads the csto", "Masadykov has been Secretary-General"),
    ],
)
def test_who_chairs_is_not_who_leads(builtin: Store, words: str, said: str) -> None:
    assert said in shown(builtin, ask(builtin, words))
