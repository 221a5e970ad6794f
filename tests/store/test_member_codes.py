"""The codes above the columns of a matrix, which differ from each other."""

from __future__ import annotations

import pytest

from cstoref.store.member_codes import member_codes

CODED = {"a": "AM"}


@pytest.mark.parametrize(
    ("names", "codes"),
    [
        (["Armenia", "Belarus"], ["AM", "BE"]),
        (["Armenia", "Amber", "Amstel"], ["AM", "A", "AAM"]),
        (["Armenia", "State 1", "State 2", "State 21"], ["AM", "ST", "S2", "S21"]),
        (["Armenia", "Xo", "Xo", "Xo", "Xo"], ["AM", "XO", "X", "XXO", "5"]),
    ],
)
def test_each_state_has_a_code_of_its_own(names: list[str], codes: list[str]) -> None:
    rows = [(chr(97 + at), name) for at, name in enumerate(names)]
    assert member_codes(rows, CODED) == codes


def test_many_states_of_like_names_have_different_codes() -> None:
    codes = member_codes([(f"s{n}", f"State {n}") for n in range(99)], {})
    assert len(set(codes)) == 99
    assert max(map(len, codes)) <= 3
