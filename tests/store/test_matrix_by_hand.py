"""The matrices of 2005 to 2014, checked by hand against the five articles.

Somebody read the articles for who came, who was sent, who stayed away and who signed, and wrote each finding
down here with the words that show it. The words must stand in the article, and the matrix must say the same;
and whatever the matrix takes from an article must have been found by that reading too.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import pytest

from cstoref.model import QUOTED
from cstoref.render.matrix_symbols import NO_MEMBER, state_of
from cstoref.store.matrix import Cell, MatrixQuery, cells, matrix
from cstoref.store.participation import (
    ATTENDANCE,
    AWAY,
    CAME,
    HOST,
    REFUSED,
    SENT,
    SIGNATURE,
    SIGNED,
    UNKNOWN,
)
from cstoref.store.queries import Store

EDM_2005, WPS_2005, EDM_2009 = "edm-2005-06-24", "wps-2005-12-18", "edm-2009-06-18"
WPS_2009, EURASIANET = "wps-2009-10-19", "eurasianet-2014-05"
SINCE, UNTIL = "2005-01-01", "2014-12-31"
SIX = "armenia belarus kazakhstan kyrgyzstan russia tajikistan"
FORCE, DECISION = "crrf-agreement", "crrf-decision-2009"


class Finding(NamedTuple):
    """What an article says of some members at one event, or of one agreement."""

    of: str
    members: str
    """Ids, with blanks between."""
    state: str
    source: str
    words: str


CAME_OR_NOT = (
    Finding(
        "csto-summit-2005-06",
        SIX,
        CAME,
        EDM_2005,
        "a meeting of the heads of state of the CIS Collective Security Treaty Organization "
        "(Russia, Belarus, Armenia, Kazakhstan, Kyrgyzstan, Tajikistan)",
    ),
    Finding(
        "csto-summit-2005-06",
        "uzbekistan",
        NO_MEMBER,
        EDM_2005,
        "(Russia, Belarus, Armenia, Kazakhstan, Kyrgyzstan, Tajikistan)",
    ),
    Finding(
        "foreign-ministers-2005-06",
        SIX,
        CAME,
        EDM_2005,
        "concurrent meetings of the CSTO countries’ ministers of foreign affairs",
    ),
    Finding(
        "defence-ministers-2005-06", SIX, CAME, EDM_2005, "ministers of foreign affairs, defense ministers"
    ),
    Finding(
        "security-secretaries-2005-06",
        SIX,
        CAME,
        EDM_2005,
        "defense ministers, and secretaries of the national security councils",
    ),
    Finding(
        "crdf-exercise-2005-12",
        "kyrgyzstan tajikistan",
        AWAY,
        WPS_2005,
        "the poor members of the organization – Kyrgyzstan and Tajikistan – were not involved",
    ),
    Finding("crdf-exercise-2005-12", "kazakhstan", HOST, WPS_2005, "it was organized in Kazakhstan"),
    Finding(
        "lavrov-nato-2005-12",
        "russia",
        CAME,
        WPS_2005,
        "Russian Foreign Minister Sergei Lavrov recently explained the main aspects of the Organization’s "
        "tasks to NATO’s ministers",
    ),
    Finding(
        "borovoye-2008-12",
        "belarus",
        AWAY,
        WPS_2009,
        "Lukashenko had refused to visit Nazarbayev near Astana last December",
    ),
    Finding("borovoye-2008-12", "kazakhstan", CAME, WPS_2009, "visit Nazarbayev near Astana last December"),
    Finding(
        "csto-summit-2009-02",
        "kazakhstan",
        CAME,
        EDM_2009,
        "Nazarbayev, speaking at the last CSTO summit in Moscow in February",
    ),
    Finding(
        "military-cooperation-meeting-2009-06-11",
        "russia",
        CAME,
        EDM_2009,
        "On June 11, during a meeting on cooperation with foreign states, Medvedev announced",
    ),
    Finding(
        "medvedev-nazarbayev-2009-06-14",
        "kazakhstan russia",
        CAME,
        EDM_2009,
        "following a brief discussion with Medvedev, just one hour before the opening of the CSTO summit",
    ),
    Finding(
        "csto-summit-2009-06",
        "kazakhstan",
        CAME,
        EDM_2009,
        "In his address to the Collective Security Treaty Organization’s (CSTO) summit in Moscow on June 14, "
        "Kazakhstan’s President Nursultan Nazarbayev",
    ),
    Finding(
        "csto-summit-2009-06",
        "russia",
        CAME,
        EDM_2009,
        "assured his counterparts, above all the Russian President Dmitry Medvedev",
    ),
    Finding(
        "csto-summit-2009-06",
        "belarus",
        AWAY,
        EDM_2009,
        "the eloquent refusal of his Belarusian counterpart Alyaksandr Lukashenka to attend the summit",
    ),
    Finding(
        "lukashenko-medvedev-2009-09",
        "belarus russia",
        CAME,
        WPS_2009,
        "Lukashenko was quite cordial at the meeting with President Dmitry Medvedev",
    ),
    Finding(
        "matybulak-2009",
        "armenia kazakhstan kyrgyzstan russia tajikistan",
        CAME,
        WPS_2009,
        "Presidents of Russia, Armenia, Kazakhstan, Kyrgyzstan, and Tajikistan turned up",
    ),
    Finding(
        "matybulak-2009",
        "uzbekistan",
        AWAY,
        WPS_2009,
        "Their colleagues from Uzbekistan and Belarus made a point to miss the event",
    ),
    Finding(
        "matybulak-2009",
        "belarus",
        SENT,
        WPS_2009,
        "sent Defense Minister Leonid Maltsev to Kazakhstan in his stead",
    ),
    Finding(
        "csto-summit-2014-05",
        "kazakhstan",
        AWAY,
        EURASIANET,
        "there was the absence of Nursultan Nazarbayev, president of CSTO member Kazakhstan",
    ),
    Finding(
        "csto-summit-2014-05",
        "armenia belarus kyrgyzstan tajikistan",
        CAME,
        EURASIANET,
        "remaining CSTO allies Armenia, Belarus, Kyrgyzstan, and Tajikistan",
    ),
    Finding("csto-summit-2014-05", "russia", CAME, EURASIANET, "Putin, in his public remarks"),
    Finding(
        "nuclear-exercise-2014-05",
        "armenia belarus kyrgyzstan russia tajikistan",
        CAME,
        EURASIANET,
        "the military exercises that the presidents observed",
    ),
    Finding(
        "nuclear-exercise-2014-05",
        "kazakhstan",
        UNKNOWN,
        EURASIANET,
        "the absence of Nursultan Nazarbayev, president of CSTO member Kazakhstan",
    ),
    Finding(
        "burns-nazarbayev-2014-05",
        "kazakhstan",
        CAME,
        EURASIANET,
        "he had to stay in Astana to meet with U.S. Deputy Secretary of State William Burns",
    ),
)
SIGNED_OR_NOT = (
    Finding(
        FORCE,
        "kazakhstan",
        SIGNED,
        EDM_2009,
        "in Moscow Nazarbayev readily signed the final agreement on the force",
    ),
    Finding(
        FORCE,
        "armenia kyrgyzstan russia tajikistan",
        SIGNED,
        WPS_2009,
        "the CSTO countries that signed the agreement in the first place and participated in the exercise",
    ),
    Finding(
        FORCE,
        "belarus uzbekistan",
        REFUSED,
        WPS_2009,
        "Leaders of two CSTO members flatly refused to sign the agreement",
    ),
    Finding(
        FORCE,
        "uzbekistan",
        REFUSED,
        WPS_2009,
        "Islam Karimov of Uzbekistan found fault with some clause of the agreement or other",
    ),
    Finding(FORCE, "belarus", REFUSED, EDM_2009, "the refusal of Belarus to sign the CORF treaty"),
)
"""As it stood at the end of June 2009."""


def read(store: Store, wanted: MatrixQuery) -> Mapping[tuple[str, str], Cell]:
    """Every cell of a matrix, by event or agreement and member."""
    found = matrix(store, wanted)
    of = zip(found.columns, cells(store, found, found.columns), strict=True)
    return {(c.id, m.id): cell for c, row in of for m, cell in zip(found.members, row, strict=True)}


@pytest.fixture(scope="module")
def attendance(builtin: Store) -> Mapping[tuple[str, str], Cell]:
    return read(builtin, MatrixQuery(mode=ATTENDANCE, since=SINCE, until=UNTIL))


@pytest.fixture(scope="module")
def signatures(builtin: Store) -> Mapping[tuple[str, str], Cell]:
    return read(builtin, MatrixQuery(mode=SIGNATURE, since=SINCE, until=UNTIL, as_of="2009-06-30"))


def rests_on_a_passage(store: Store, cell: Cell, fields: tuple[str, ...]) -> bool:
    """Whether a statement behind a cell, of one of some fields, quotes an article."""
    listed = [item.statement for id in cell.statements if (item := store.statement(id))]
    return any(one.grounding == QUOTED and one.field in fields for one in listed)


@pytest.mark.parametrize("finding", [*CAME_OR_NOT, *SIGNED_OR_NOT], ids=lambda one: f"{one.of}-{one.state}")
def test_the_words_stand_in_the_article(builtin: Store, finding: Finding) -> None:
    assert builtin.text(finding.source).count(finding.words) == 1


@pytest.mark.parametrize("finding", CAME_OR_NOT, ids=lambda one: f"{one.of}-{one.members}")
def test_attendance_is_as_the_article_has_it(
    attendance: Mapping[tuple[str, str], Cell], finding: Finding
) -> None:
    shown = {member: state_of(attendance[finding.of, member]) for member in finding.members.split()}
    assert shown == dict.fromkeys(finding.members.split(), finding.state)


@pytest.mark.parametrize("finding", SIGNED_OR_NOT, ids=lambda one: f"{one.members}-{one.source}")
def test_signatures_of_june_2009_are_as_the_article_has_them(
    signatures: Mapping[tuple[str, str], Cell], finding: Finding
) -> None:
    shown = {member: state_of(signatures[finding.of, member]) for member in finding.members.split()}
    assert shown == dict.fromkeys(finding.members.split(), finding.state)


def test_nothing_is_taken_from_an_article_that_the_reading_did_not_find(
    builtin: Store,
    attendance: Mapping[tuple[str, str], Cell],
    signatures: Mapping[tuple[str, str], Cell],
) -> None:
    for found, fields, findings in (
        (attendance, ("attended", "absent", "represented"), CAME_OR_NOT),
        (signatures, ("signed", "joined", "refused"), SIGNED_OR_NOT),
    ):
        read_of = {(one.of, member) for one in findings for member in one.members.split()}
        quoted = {at for at, cell in found.items() if rests_on_a_passage(builtin, cell, fields)}
        assert quoted - read_of == set()


def test_hosts_and_the_chair_are_as_the_articles_have_them(
    builtin: Store, attendance: Mapping[tuple[str, str], Cell]
) -> None:
    assert "On June 22-23, Moscow hosted a meeting" in builtin.text(EDM_2005)
    assert "At this summit, Putin took over the chairmanship" in builtin.text(EDM_2005)
    assert attendance["csto-summit-2005-06", "russia"].beside == ("hosted", "chaired")
    assert "another joint exercise run on the territory of Belarus" in builtin.text(WPS_2009)
    assert "hosted" in attendance["west-2009", "belarus"].beside
    assert "Collective Rapid Deployment Forces exercise in Kazakhstan" in builtin.text(WPS_2009)
    assert "hosted" in attendance["matybulak-2009", "kazakhstan"].beside


def test_belarus_signed_after_june_and_uzbekistan_never_did(builtin: Store) -> None:
    later = read(builtin, MatrixQuery(mode=SIGNATURE, since=SINCE, until=UNTIL, as_of="2009-12-31"))
    assert later[FORCE, "belarus"].steps == ("refused", "signed")
    today = read(builtin, MatrixQuery(mode=SIGNATURE, since=SINCE, until=UNTIL))
    assert state_of(today[FORCE, "uzbekistan"]) == REFUSED


def test_of_the_decision_of_february_2009_no_article_says_who_signed(
    builtin: Store, signatures: Mapping[tuple[str, str], Cell]
) -> None:
    """The one mention of that month is of a speech; the marks rest on documents outside the pack."""
    texts = [builtin.text(source) for source in (EDM_2005, WPS_2005, EDM_2009, WPS_2009, EURASIANET)]
    assert sum(text.count("February") for text in texts) == 1
    marks = {member: cell for (of, member), cell in signatures.items() if of == DECISION}
    assert {state_of(cell) for cell in marks.values() if cell.was_member} == {SIGNED}
    assert not any(rests_on_a_passage(builtin, cell, ("signed", "refused")) for cell in marks.values())
