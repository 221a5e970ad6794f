"""A state is kept as plain values and given back only as far as it fits."""

from __future__ import annotations

from typing import Literal, NamedTuple

import pytest

from cstoref.session.state import State
from cstoref.user import last_place


class Place(NamedTuple):
    """A state as the explorer has one."""

    record: str | None = None
    line: int = 0
    zoomed: bool = False
    pane: Literal["left", "right"] = "left"
    query: str = ""
    pins: tuple[str, ...] = ()


def test_plain_fields_are_taken_and_those_in_passing_are_not() -> None:
    place = Place("a", 3, True, "right", "typing", ("x",))
    assert last_place.taken(place) == {"record": "a", "line": 3, "zoomed": True, "pane": "right"}
    assert last_place.taken(place, without=("line", "pane")) == {
        "record": "a",
        "zoomed": True,
        "query": "typing",
    }


@pytest.mark.parametrize(
    ("kept", "fits"),
    [
        ({"record": "a", "line": 3, "zoomed": True, "pane": "right"}, Place("a", 3, True, "right")),
        ({"record": None}, Place()),
        ({"unknown": 1, "line": 2}, Place(line=2)),
        ({"line": "2", "zoomed": 1, "pane": "top", "record": 5}, Place()),
        ({"line": True}, Place()),
        ({"line": None}, Place()),
        ({"pins": "x", "query": "typed"}, Place()),
    ],
)
def test_only_what_fits_is_restored(kept: dict[str, last_place.Plain], fits: Place) -> None:
    assert last_place.restored(Place(), kept) == fits


def test_the_state_of_the_explorer_survives() -> None:
    state = State()._replace(
        section="member", record="belarus", sentence=3, as_of="2009-06-14", query="typed"
    )
    assert last_place.restored(State(), last_place.taken(state)) == state._replace(query="")
