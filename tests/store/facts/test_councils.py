"""What follows from who leads a state, sits in a council, and left: facts that no single statement gives."""

from __future__ import annotations

import pytest

from cstoref.store.queries import Store

from .test_forms import told


@pytest.mark.parametrize(
    ("council", "day", "sits", "not_there"),
    [
        ("council-of-foreign-ministers", "2026-11-30", "Sergei Lavrov (Russia)", "Uzbekistan"),
        ("council-of-foreign-ministers", "2010-06-01", "(Uzbekistan)", "Yermek Kosherbayev"),
        ("council-of-defence-ministers", "2026-11-30", "Andrei Belousov (Russia)", "Shoigu"),
        ("committee-of-security-secretaries", "2026-11-30", "Sergei Shoigu (Russia)", "Belousov"),
        # Armenia is led by its prime minister since 2018, by its president before.
        ("collective-security-council", "2026-11-30", "Nikol Pashinyan (Armenia)", "Khachaturyan"),
        ("collective-security-council", "2012-06-01", "Serzh Sargsyan (Armenia)", "Tigran"),
    ],
)
def test_a_council_names_who_sits_in_it_on_the_day(
    builtin: Store, council: str, day: str, sits: str, not_there: str
) -> None:
    sitting = told(builtin, council, day)["sitting"]
    assert sits in sitting
    assert not_there not in sitting


def test_who_was_last_named_in_the_chair_is_told_with_the_day_and_only_without_a_known_one(
    builtin: Store,
) -> None:
    assert (
        told(builtin, "council-of-defence-ministers")["chair"] == "last named: Viktor Khrenin (25 May 2023)"
    )
    assert told(builtin, "collective-security-council")["chair"].startswith(
        "Vladimir Putin, since 1 Jan 2026"
    )
    assert "chair" not in told(builtin, "csto-parliamentary-assembly")


def test_an_organ_tells_what_it_is_for_and_when_it_last_met(builtin: Store) -> None:
    organ = told(builtin, "council-of-foreign-ministers")
    assert organ["role"].startswith("The Council of Ministers of Foreign Affairs advises on")
    assert "30 June 2025" in organ["sessions"]
    assert "22 November 2023" in told(builtin, "committee-of-security-secretaries")["sessions"]
    assert "sessions" not in told(builtin, "csto-secretariat"), "a request that it was sent is no meeting"


def test_what_only_held_on_one_day_is_not_what_something_is_for(builtin: Store) -> None:
    assert "role" not in told(builtin, "csto-parliamentary-assembly")


@pytest.mark.parametrize(
    ("id", "signed"),
    [
        ("yeltsin", "Russia signed: Collective Security Treaty (15 May 1992); "),
        ("shushkevich", "Belarus signed: Collective Security Treaty (31 Dec 1993)"),
        ("lukashenko", "Belarus signed 10 agreements, last the Protocol of 2024 on the status of formations"),
    ],
)
def test_of_a_leader_is_told_what_the_state_signed_in_that_time(builtin: Store, id: str, signed: str) -> None:
    assert told(builtin, id)["in-office"].startswith(signed)


def test_who_led_no_state_signed_nothing_as_its_leader(builtin: Store) -> None:
    assert "in-office" not in told(builtin, "bordyuzha")
    assert "Collective Security Treaty (" not in told(builtin, "medvedev")["in-office"]


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        ("uzbekistan", "Uzbekistan argued in 2012 that the work of the CSTO ran against its interests"),
        ("armenia", "Pashinyan gave as the reason"),
        ("georgia", "Georgia had long resented Russian support for Abkhazia"),
    ],
)
def test_a_state_that_left_or_froze_its_part_has_its_reason(builtin: Store, state: str, reason: str) -> None:
    assert told(builtin, state)["reason"].startswith(reason)
    assert "reason" not in told(builtin, "kyrgyzstan")


def test_the_parts_of_an_organization_stand_without_its_name(builtin: Store) -> None:
    organs = told(builtin, "csto")["organs"]
    assert organs.startswith("Collective Security Council, ")
    assert "Joint Staff" in organs and "CSTO" not in organs
    assert "CIS Anti-Terrorism Centre" in told(builtin, "cis")["organs"]
