"""What is meant only in part is not answered by something else: half a name, a number of another time, an
office whose end nobody tells. What asks for an act, or for the larger of two states, is answered by that."""

from __future__ import annotations

import pytest

from cstoref.store.queries import Store
from cstoref.store.search.outcome import ANSWER, CARD
from cstoref.store.search.results import NOT_FOUND, OUTSIDE, SILENT

from .answers import ask, texts


@pytest.mark.parametrize(
    "typed",
    [
        "who heads the eurasian development commission",
        "who runs the oceanic economic commission",
        "who chairs the nordic council",
        "who is the secretary of the baltic council",
        "leader of north korea",
        "email address of the joint staff",
        "fax number of the parliamentary assembly",
        "members of guam",
        "where is the koktal range",
        "when was the khanabad air base set up",
    ],
)
def test_half_a_name_is_not_the_name(builtin: Store, typed: str) -> None:
    outcome = ask(builtin, typed)
    assert outcome.status in (SILENT, OUTSIDE, NOT_FOUND), outcome
    assert not outcome.certain


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("who leads the interstate commission for military economic cooperation", "Manturov"),
        ("who is in charge of the military economic commission", "Manturov"),
        ("approximate strength of the crrf", "18,000 men"),
        ("rough size of the 201st base", "7,000 men"),
        ("what does the csto secretariat do", "supports the organs"),
        ("what does the council of defence ministers do", "advises on and carries out"),
        (
            "who signed the 2007 protocol on military-technical aid in case of agression",
            "in case of aggression",
        ),
    ],
)
def test_what_is_named_in_full_is_answered(builtin: Store, typed: str, says: str) -> None:
    outcome = ask(builtin, typed)
    assert outcome.status in (ANSWER, CARD) and outcome.answer is not None and outcome.answer.complete
    assert says in texts(builtin, outcome)[0]


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("who was the uzbek president at the 2011 astana summit", "Islam Karimov"),
        ("foreign minister of armenia at the minsk session in 2011", "Edward Nalbandian"),
        ("who was defence minister of belarus at the dushanbe session in 2007", "Leonid Maltsev"),
    ],
)
def test_where_somebody_met_says_nothing_of_the_office(builtin: Store, typed: str, says: str) -> None:
    outcome = ask(builtin, typed)
    assert outcome.status in (ANSWER, CARD)
    assert says in texts(builtin, outcome)[0]
    assert outcome.answer is not None and not outcome.answer.message


@pytest.mark.parametrize(
    ("typed", "holder"), [("pm of kyrgyzstan in 2007", "atambayev"), ("fm of tajikistan in 2008", "zarifi")]
)
def test_the_short_title_is_not_left_out(builtin: Store, typed: str, holder: str) -> None:
    outcome = ask(builtin, f"who was {typed}")
    assert outcome.answer is not None and holder in {item.record for item in outcome.answer.items}
    assert outcome.unknown == () and outcome.certain


def test_an_office_without_a_known_end_is_not_certain_years_later(builtin: Store) -> None:
    later, at_once = ask(builtin, "mayor of bishkek in 2012"), ask(builtin, "mayor of bishkek in 1998")
    assert later.status == ANSWER and later.answer is not None
    assert later.answer.message.startswith("Who held it then is not certain.")
    assert at_once.status == CARD


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("201st base strength 2021", "some 7,000 men in April 2013"),
        ("102nd military base headcount 2005", "about 5,000 men in August 2010"),
        ("kant air base manpower 2019", "in October 2013"),
    ],
)
def test_the_strength_of_another_time_is_said_to_be_one(builtin: Store, typed: str, says: str) -> None:
    outcome = ask(builtin, typed)
    assert outcome.answer is not None and outcome.answer.message.startswith("Nothing about it is dated 20")
    assert says in texts(builtin, outcome)[0]


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("which kazakh president put his name to the charter", "its president, Nursultan Nazarbayev"),
        ("which armenian leader put his name to the csto charter", "its president, Robert Kocharyan"),
        ("which states put their names to the treaty in 1992", "Collective Security Treaty"),
    ],
)
def test_putting_a_name_to_something_is_signing_it(builtin: Store, typed: str, says: str) -> None:
    outcome = ask(builtin, typed)
    assert outcome.answer is not None
    first = builtin.statements_numbered(outcome.answer.numbers)[0].statement
    assert first.field == "signed" and says in first.text


def test_words_before_an_agreement_are_its_name_first(builtin: Store) -> None:
    outcome = ask(builtin, "belarus russia united air defence agreement ratified")
    assert outcome.answer is not None
    assert "Nothing here says so of CSTO United Air Defence System" not in outcome.answer.message


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("where were the peacekeepers deployed in january 2022", "Almaty"),
        ("where was the 201st base deployed", "Dushanbe, Kulob and Qurghonteppa"),
    ],
)
def test_where_troops_were_is_a_place(builtin: Store, typed: str, place: str) -> None:
    assert place in texts(builtin, ask(builtin, typed))[0]


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (
            "who sent more men to kazakhstan in 2022, belarus or armenia",
            "Belarus sent more: 500, against 100",
        ),
        ("did kyrgyzstan send fewer soldiers to kazakhstan than belarus", "Yes. Belarus sent more: 500"),
        ("did russia contribute more troops to west-2009 than belarus", "No. Belarus sent more: 6,500"),
    ],
)
def test_the_larger_contingent_of_two_is_told(builtin: Store, typed: str, says: str) -> None:
    outcome = ask(builtin, typed)
    assert outcome.answer is not None and outcome.answer.message.startswith(says)
    assert len(outcome.answer.numbers) >= 2


def test_a_contingent_without_a_number_is_not_compared(builtin: Store) -> None:
    outcome = ask(builtin, "which sent fewer troops to rubezh 2008, armenia or tajikistan")
    assert outcome.status == SILENT and outcome.answer is not None
    assert outcome.answer.message == "The sources give no number for Armenia that can be compared."


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("where is the edelweiss training ground", "Edelweiss range"),
        ("where is the losvido training ground", "Losvido range"),
        ("when was the nbc formation decision adopted", "Decision on a joint formation for protection"),
    ],
)
def test_the_only_record_of_a_type_that_is_called_so_is_meant(builtin: Store, typed: str, name: str) -> None:
    outcome = ask(builtin, typed)
    assert outcome.answer is not None and name in outcome.answer.read_as
    assert outcome.answer.complete


@pytest.mark.parametrize(
    ("typed", "record"),
    [
        ("tajik base agreement signed", "tajik-base-agreement-2012"),
        ("kyrgyz base agreement signed", "kant-agreement-2003"),
        ("where did the staff of the crdf sit", "crdf"),
    ],
)
def test_a_word_that_tells_which_one_is_no_other_record(builtin: Store, typed: str, record: str) -> None:
    outcome = ask(builtin, typed)
    assert outcome.answer is not None and outcome.answer.items[0].record == record


@pytest.mark.parametrize("typed", ["charter of the united nations", "where was the secretariat of the sco"])
def test_what_another_organization_has_is_none_of_this_one(builtin: Store, typed: str) -> None:
    assert ask(builtin, typed).status in (SILENT, OUTSIDE, NOT_FOUND)


@pytest.mark.parametrize(
    ("typed", "holder"),
    [
        ("present chief of the joint staff", "andrei-serdyukov"),
        ("present president of belarus", "lukashenko"),
    ],
)
def test_the_present_holder_is_the_one_now(builtin: Store, typed: str, holder: str) -> None:
    assert ask(builtin, typed).record == holder
    assert "attended" in (ask(builtin, "who was present at the minsk summit in 2023").read_as)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("who founded the sco", "Nothing here states this of Shanghai Cooperation Organization itself."),
        ("what currency does kazakhstan use", "Nothing in this reference is about “currency”."),
        ("what anthem does tajikistan use", "Nothing in this reference is about “anthem”."),
        ("richest member of the csto", "The sources do not say which of the members is the richest"),
        ("oldest member state", "The sources do not say which of the members is the oldest"),
        ("does the csto have nuclear weapons", "Nothing here has all of the words “nuclear weapons”."),
        ("is the csto like nato", "Nothing here says so of North Atlantic Treaty Organization."),
    ],
)
def test_what_is_not_said_of_it_is_denied_first(builtin: Store, typed: str, says: str) -> None:
    outcome = ask(builtin, typed)
    assert outcome.answer is not None and outcome.answer.message.startswith(says)
    assert not outcome.certain


@pytest.mark.parametrize(
    ("typed", "record"), [("capital of belarus", "minsk"), ("the capital of tajikistan", "dushanbe")]
)
def test_the_line_under_a_name_is_found(builtin: Store, typed: str, record: str) -> None:
    outcome = ask(builtin, typed)
    assert (outcome.status, outcome.record) == (CARD, record)


def test_deputies_are_sought_as_their_delegation(builtin: Store) -> None:
    outcome = ask(builtin, "how many delegates does belarus have in the parliamentary assembly")
    assert "delegation of Belarus" in texts(builtin, outcome)[0]
