"""Where the explorer has been: a list of states that can be gone back to and forward again."""

from __future__ import annotations

import pytest

from cstoref.session.history import MOST, History
from cstoref.session.state import State

HOME = State()
ARCADIA = State(record="arcadia", pane="record", statement="arcadia/membership/first")
PACT = State(record="pact", pane="record")
NEWS = State(source="news", pane="source", sentence=4)


def walked(*states: State) -> History:
    """A history in which each state was left for the next."""
    history = History()
    for state in states:
        history.leave(state)
    return history


def test_a_new_history_leads_nowhere() -> None:
    assert History().back(HOME) is None
    assert History().forward(HOME) is None


def test_back_gives_what_was_left_as_it_was_left() -> None:
    history = walked(HOME, ARCADIA)
    assert history.back(PACT) == ARCADIA
    assert history.back(ARCADIA) == HOME
    assert history.back(HOME) is None


def test_forward_gives_what_was_gone_back_from() -> None:
    history = walked(HOME, ARCADIA)
    history.back(PACT)
    history.back(ARCADIA)
    assert history.forward(HOME) == ARCADIA
    assert history.forward(ARCADIA) == PACT
    assert history.forward(PACT) is None


def test_a_cursor_moved_after_going_back_is_what_forward_and_back_return_to() -> None:
    history = walked(ARCADIA)
    history.back(PACT)
    moved = ARCADIA._replace(statement="other")
    assert history.forward(moved) == PACT
    assert history.back(PACT) == moved


def test_a_new_branch_cuts_the_way_forward() -> None:
    history = walked(HOME, ARCADIA)
    assert history.back(PACT) == ARCADIA
    history.leave(ARCADIA)
    assert history.forward(NEWS) is None
    assert history.back(NEWS) == ARCADIA


def test_the_day_is_kept_whichever_way_one_goes() -> None:
    history = walked(ARCADIA._replace(as_of="2001-01-01"))
    back = history.back(PACT._replace(as_of="2004-06-01"))
    assert back == ARCADIA._replace(as_of="2004-06-01")
    forward = history.forward(ARCADIA)
    assert forward == PACT, "the day was cleared meanwhile and stays cleared"


def test_only_the_last_places_are_remembered() -> None:
    history = walked(*(State(record=str(number)) for number in range(3 * MOST)))
    assert len(history.past) <= MOST + 1
    assert history.past[-1].record == str(3 * MOST - 1)


def test_a_state_is_never_changed() -> None:
    with pytest.raises(AttributeError):
        HOME.record = "pact"  # type: ignore[misc]


def test_home_is_where_neither_a_record_nor_a_source_is_chosen() -> None:
    assert HOME.at_home
    assert HOME._replace(section="leader", query="b", as_of="2001-01-01").at_home
    assert not ARCADIA.at_home
    assert not NEWS.at_home


def test_a_place_is_told_by_record_and_source_alone() -> None:
    assert ARCADIA._replace(statement="other", zoomed=True, as_of="2001-01-01").place == ARCADIA.place
    assert len({state.place for state in (HOME, ARCADIA, PACT, NEWS)}) == 4
