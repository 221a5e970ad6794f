"""What is asked of one is not answered by another: another office, another session, not by video."""

from __future__ import annotations

import pytest

from cstoref.store.queries import Store
from cstoref.store.search.outcome import ANSWER, CARD

from .answers import ask, message, texts


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("who led belarus before lukashenko", "Mechislav Grib"),
        ("who was president of belarus before lukashenko", "Mechislav Grib"),
        ("who ran kazakhstan before tokayev", "Nursultan Nazarbayev was president"),
        ("who ruled tajikistan just before rahmon", "Akbarsho Iskandarov"),
        ("acting head of state of armenia in march 2022", "Alen Simonyan was acting head of state"),
        ("where is the next interaction exercise", "in Russia in September and October 2026"),
        ("where is the next rubezh exercise supposed to be held", "in Kazakhstan in September 2026"),
    ],
)
def test_the_office_or_series_that_is_asked_for_answers(builtin: Store, typed: str, says: str) -> None:
    outcome = ask(builtin, typed)
    assert outcome.status == ANSWER
    assert says in texts(builtin, outcome)[0]


@pytest.mark.parametrize(
    ("typed", "record"),
    [
        ("latest session of the parliamentary assembly", "parliamentary-assembly-2025-12"),
        ("last plenary session of the csto parliamentary assembly", "parliamentary-assembly-2025-12"),
        ("last session of the collective security council", "csto-summit-2025-11"),
        ("csto sec gen in 2024", "tasmagambetov"),
        ("head of government of armenia february 2022", "pashinyan"),
        ("leader of armenia 2022", "pashinyan"),
    ],
)
def test_the_card_is_that_of_what_is_asked_for(builtin: Store, typed: str, record: str) -> None:
    outcome = ask(builtin, typed)
    assert (outcome.status, outcome.record) == (CARD, record)


def test_the_plan_for_one_council_is_none_for_another_body(builtin: Store) -> None:
    outcome = ask(builtin, "next session of the parliamentary assembly")
    assert "planned" not in message(outcome)
    assert not any("Collective Security Council" in text for text in texts(builtin, outcome))


@pytest.mark.parametrize(
    ("typed", "there", "far"),
    [
        ("who came to the dushanbe summit of september 2021", "Emomali Rahmon", "Vladimir Putin"),
        ("who attended the summit of december 2020", "", "Kassym-Jomart Tokayev"),
    ],
)
def test_who_came_by_video_was_not_there_in_person(builtin: Store, typed: str, there: str, far: str) -> None:
    answer = ask(builtin, typed).answer
    assert answer is not None
    before, _, by_video = answer.items[0].summary.partition("By video: ")
    _, _, in_person = before.partition("In person: ")
    assert far in by_video and far not in in_person
    assert there in in_person and bool(there) == bool(in_person)


@pytest.mark.parametrize("typed", ["un sec gen 2012", "nato sec gen"])
def test_a_short_title_of_another_body_is_not_that_of_the_csto(builtin: Store, typed: str) -> None:
    outcome = ask(builtin, typed)
    assert outcome.status != CARD and outcome.record not in ("bordyuzha", "masadykov")
