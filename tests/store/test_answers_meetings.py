"""Questions about meetings: who came, when and where they met, what they decided."""

from __future__ import annotations

import pytest

from cstoref.store.queries import Store
from cstoref.store.search.results import SILENT

from .answers import ask, message, texts


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


def test_who_came_tells_states_from_absent_ones_and_from_people(builtin: Store) -> None:
    answer = ask(builtin, "who came to the november 2025 summit").answer
    assert answer is not None
    assert answer.items[0].summary == (
        "Came: 5 of the 6 members: Belarus, Kazakhstan, Kyrgyzstan, Russia, Tajikistan. "
        "Stayed away: Armenia. In person: Alexander Lukashenko, Emomali Rahmon, Kassym-Jomart Tokayev, "
        "Sadyr Japarov, Vladimir Putin"
    )


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


def test_who_took_part_in_an_event_are_not_the_members(builtin: Store) -> None:
    found = texts(builtin, ask(builtin, "countries in combat brotherhood 2023"))
    assert "took part" in found[0]


def test_a_disputed_part_is_said_to_be_one(builtin: Store) -> None:
    said = message(ask(builtin, "did tajikistan take part in rubezh 2021"))
    assert said.endswith("The sources conflict on it.")
    assert "conflict" not in message(ask(builtin, "did pashinyan go to minsk in 2023"))


@pytest.mark.parametrize(
    "typed",
    [
        "who stayed away from the yerevan summit 2022",
        "who did not come to the summit of november 2022",
        "which members did not attend the may 2022 summit",
    ],
)
def test_a_meeting_to_which_all_came_says_so(builtin: Store, typed: str) -> None:
    outcome = ask(builtin, typed)
    assert outcome.answer is not None
    assert outcome.answer.message.startswith("Nobody is known here to have stayed away. Came: all 6 members")


@pytest.mark.parametrize("typed", ["dairy war russia belarus", "dairy war 2009 russia with belarus"])
def test_what_is_called_by_a_word_need_not_have_it_as_its_type(builtin: Store, typed: str) -> None:
    answer = ask(builtin, typed).answer
    assert answer is not None
    assert (answer.items[0].record, answer.message) == ("russia-belarus-trade-war-2009", "")


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("which members signed the crrf agreement", "Not signed by: Uzbekistan"),
        ("which members ratified the charter", "Ratified by: named in the sources: Russia"),
        ("which member states skipped the 2009 moscow summit", "Stayed away: Belarus. Came: 6 of the 7"),
        ("how many members signed the charter", "Signed by: Armenia, Belarus, Kazakhstan"),
        ("signatories of the tashkent treaty", "Azerbaijan (24 Sep 1993)"),
        ("who refused to sign the crrf agreement", "Not signed by: Uzbekistan"),
    ],
)
def test_who_did_it_is_told_as_the_card_tells_it(builtin: Store, typed: str, says: str) -> None:
    answer = ask(builtin, typed).answer
    assert answer is not None
    assert answer.complete
    assert says in answer.items[0].summary
