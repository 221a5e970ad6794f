"""Going from state to state: what can be gone back to, and what was only looked at."""

from __future__ import annotations

from dataclasses import replace

from cstoref.tui.walking import Walk

from cstoref.session.state import State


def walk(state: State | None = None) -> Walk:
    """A walk whose states are shown as they are; the record pane is scrolled by 7 lines."""
    return Walk(state or State(), lambda old, new: new, lambda now: replace(now, record_scroll=7))


def test_a_new_place_can_be_gone_back_from_and_to() -> None:
    one = walk()
    one.go(record="a", pane="record")
    one.go(record="b", pane="record")
    back = one.travel(-1)
    assert back is not None
    assert (back.record, back.record_scroll) == ("a", 7)
    forward = one.travel(1)
    assert forward is not None
    assert forward.record == "b"
    assert one.travel(1) is None


def test_within_a_place_nothing_is_remembered() -> None:
    one = walk(State(record="a", pane="record"))
    one.go(statement="s")
    one.go(record_filter="words")
    one.go(as_of="2001-01-01")
    assert one.travel(-1) is None


def test_what_is_only_looked_at_is_not_gone_back_to() -> None:
    one = walk(State(record="a", pane="index"))
    for record in ("b", "c", "d"):
        one.peek(record=record)
    one.go(pane="record")
    back = one.travel(-1)
    assert back is not None
    assert back.record == "a"
    assert one.travel(-1) is None


def test_returning_from_a_look_ahead_keeps_the_day_and_what_is_typed() -> None:
    one = walk(State(record="a", record_filter="words", pane="index"))
    one.peek(record="b", record_filter="")
    one.go(as_of="2001-01-01")
    one.go(query="bor")
    one.return_from_peek()
    assert (one.state.record, one.state.record_filter) == ("a", "words")
    assert (one.state.as_of, one.state.query) == ("2001-01-01", "bor")
    assert one.travel(-1) is None


def test_a_record_is_opened_when_the_cursor_goes_into_it() -> None:
    one = walk()
    one.go(record="a", pane="index")
    assert one.opened == []
    one.go(pane="record")
    one.go(statement="s")
    one.go(record="b")
    one.go(record="a")
    assert one.opened == ["a", "b", "a"]


def test_the_state_is_the_one_that_was_shown() -> None:
    one = Walk(State(), lambda old, new: replace(new, statement="first"), lambda now: now)
    one.go(record="a")
    assert one.state.statement == "first"
