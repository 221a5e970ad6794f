"""From state to state: what can be gone back to, what was only looked at, where the cursor is."""

from __future__ import annotations

import pytest

from cstoref.errors import UserError
from cstoref.session.outcomes import Question
from cstoref.session.session import Session
from cstoref.session.start_lists import BACK
from cstoref.session.state import State
from cstoref.session.target import Target
from cstoref.store.queries import Store
from cstoref.user.user_data import UserData

from .conftest import do, session_over

PACT = State(section="agreement", record="pact", pane="record")


def opened(store: Store, *records: str) -> Session:
    """A session in which some records were opened one after the other, from the first screen."""
    session = session_over(store)
    for record in records:
        session.open(Target("record", record))
    return session


def test_a_new_place_can_be_gone_back_from_and_to(small: Store) -> None:
    session = opened(small, "boris", "anna")
    do(session, "back")
    assert session.state.record == "boris"
    do(session, "forward")
    assert session.state.record == "anna"
    with pytest.raises(UserError, match="this is the latest page"):
        do(opened(small, "boris"), "forward")


def test_what_is_left_can_be_restored_with_its_scroll(small: Store) -> None:
    session = opened(small, "boris")
    session.on_leave = lambda state: state._replace(record_scroll=7)
    session.open(Target("record", "anna"))
    do(session, "back")
    assert (session.state.record, session.state.record_scroll) == ("boris", 7)


def test_within_a_place_nothing_is_remembered(small: Store) -> None:
    session = session_over(small, PACT)
    session.move("record", "pact/signed/boris")
    session.filter("boris")
    do(session, "as-of", "2001-01-01")
    with pytest.raises(UserError, match="there is no earlier page"):
        do(session, "back")


def test_what_is_only_looked_at_is_not_gone_back_to(small: Store) -> None:
    session = session_over(small, PACT._replace(section="leader", pane="index"))
    for record in ("boris", "anna"):
        session.move("index", record)
        assert session.state.record == record
    do(session, "enter")
    assert (session.state.record, session.state.pane) == ("anna", "record")
    do(session, "back")
    assert (session.state.record, session.state.pane) == ("anna", "index")
    with pytest.raises(UserError):
        do(session, "back")


def test_leaving_a_search_keeps_the_day_and_the_page_is_one_key_away(small: Store) -> None:
    session = session_over(small, PACT)
    session.filter("signed")
    do(session, "find")
    session.search("boris")
    assert session.state.record == "boris"
    do(session, "as-of", "2001-06-01")
    do(session, "leave")
    session.enter_row()
    state = session.state
    assert (state.record, state.record_filter, state.as_of, state.query) == (
        "pact", "signed", "2001-06-01", "",
    )  # fmt: skip


def test_a_record_is_opened_when_the_cursor_goes_into_it(small: Store) -> None:
    session = session_over(small, State(section="leader"))
    session.move("index", "anna")
    assert session.opened == []
    do(session, "enter")
    session.move("record", "meeting/attended/anna")
    session.open(Target("record", "boris"))
    session.open(Target("record", "anna"))
    assert session.opened == ["anna", "boris", "anna"]


def test_the_cursor_is_always_on_something_that_is_listed(small: Store) -> None:
    session = session_over(small, PACT)
    listed = [entry.statement.id for block in session.here.blocks for entry in block.entries]
    assert session.state.statement in listed
    session.filter("never")
    assert session.state.statement == "pact/refused/boris-never"
    session.filter("no such words")
    assert session.state.statement is None
    session.filter("")
    assert session.state.statement in listed
    session.open(Target("bookmarks"))
    assert session.state.at is None
    session.user.toggle_bookmark("anna")
    session.open(Target("record", "anna"))
    session.open(Target("bookmarks"))
    assert session.state.at == "anna"


def test_each_change_is_announced_once_with_both_states(small: Store) -> None:
    session = session_over(small, PACT)
    seen: list[tuple[str | None, str | None]] = []
    session.on_change = lambda old, new: seen.append((old.statement, new.statement))
    before = session.state.statement
    session.move("record", "pact/signed/boris")
    session.move("record", "pact/signed/boris")
    assert seen == [(before, "pact/signed/boris")]


@pytest.mark.parametrize("what", ["record", "statement", "source"])
def test_what_the_pack_does_not_have_cannot_be_opened(small: Store, what: str) -> None:
    session = session_over(small, PACT)
    before = session.state
    with pytest.raises(UserError, match="nothing is found for"):
        session.open(Target(what, "gone"))
    assert session.state == before


def test_going_up_level_by_level_ends_at_the_index_and_keeps_the_day(small: Store) -> None:
    session = session_over(small, PACT._replace(as_of="2002-01-01", zoomed=True))
    session.filter("boris")
    do(session, "source-pane")
    session.filter("boris")
    steps = []
    for _ in range(7):
        state = session.state
        steps.append((state.pane, state.zoomed, state.text_find, state.record_filter))
        do(session, "leave")
    assert steps == [
        ("source", True, "boris", "boris"),
        ("source", True, "", "boris"),
        ("source", False, "", "boris"),
        ("record", False, "", "boris"),
        ("record", False, "", ""),
        ("index", False, "", ""),
        ("index", False, "", ""),
    ]
    assert session.state.as_of == "2002-01-01"


def test_where_one_page_is_read_at_a_time_each_can_be_gone_back_to(small: Store) -> None:
    session = session_over(small, paged=True)
    for target in (Target("section", "leader"), Target("record", "boris"), Target("statement", "boris/said")):
        session.open(target)
    pages = [session.state.page]
    for _ in range(3):
        do(session, "back")
        pages.append(session.state.page)
    assert [page.what for page in pages] == ["statement", "record", "section", "home"]


def test_a_page_of_its_own_begins_without_the_filter_of_the_one_before(small: Store) -> None:
    session = session_over(small, paged=True)
    session.open_section("leader", "anna")
    assert session.state.index_filter == "anna"
    do(session, "as-of", "2001-06-01")
    session.open(Target("record", "anna"))
    session.open(Target("section", "leader"))
    assert (session.state.index_filter, session.state.as_of) == ("", "2001-06-01")
    do(session, "back")
    do(session, "back")
    assert session.state.index_filter == "anna"


def test_back_from_a_result_leads_to_the_list_as_it_was_left(small: Store) -> None:
    session = session_over(small)
    for typed in ("b", "bo", "boris"):
        session.search(typed)
    session.on_leave = lambda state: state._replace(index_scroll=3)
    session.enter_row()
    assert (session.state.record, session.state.pane) == ("boris", "record")
    do(session, "back")
    state = session.state
    assert (state.query, state.searching, state.index_at, state.index_scroll) == ("boris", True, 0, 3)
    do(session, "forward")
    assert (session.state.record, session.state.pane) == ("boris", "record")


def test_up_leads_from_a_page_to_its_list_and_to_the_first_screen_and_stays_there(small: Store) -> None:
    session = session_over(small)
    session.search("boris")
    session.enter_row()
    rows = [(session.state.query, session.state.pane)]
    for _ in range(4):
        do(session, "leave")
        rows.append((session.state.query, session.state.pane))
    assert rows == [("boris", "record"), ("boris", "index"), *[("", "index")] * 3]
    assert session.state.starting


def test_the_search_box_is_left_for_the_page_where_it_was_opened_until_something_is_typed(
    small: Store,
) -> None:
    session = session_over(small, PACT)
    do(session, "find")
    do(session, "leave")
    assert (session.state.record, session.state.pane) == ("pact", "record")
    do(session, "find")
    session.search("boris")
    do(session, "leave")
    assert session.state.starting


def test_the_first_row_of_the_first_screen_leads_back_to_the_page_that_was_left(small: Store) -> None:
    session = session_over(small, PACT._replace(record_filter="signed"))
    session.move("record", "pact/signed/boris")
    do(session, "home")
    lists = session.index.starts(session.state)
    assert lists is not None
    assert (lists[0].rows[0].name, session.state.index_at) == ("The pact", lists[0].rows[0].key)
    session.enter_row()
    state = session.state
    assert (state.record, state.statement, state.record_filter, state.pane) == (
        "pact", "pact/signed/boris", "signed", "record",
    )  # fmt: skip


def test_the_first_screen_stays_as_it_is_while_a_cursor_is_in_it(small: Store) -> None:
    session = session_over(small, State(finding=True))
    before = session.index.starts(session.state)
    for record in ("arcadia", "xanadu"):
        session.move("index", record)
        assert (session.state.record, session.index.starts(session.state)) == (record, before)
    session.user.toggle_bookmark("anna")
    session.enter_row()
    do(session, "back")
    assert (session.state.index_at, session.index.starts(session.state)) == ("xanadu", before)


def test_a_page_of_an_earlier_run_comes_back_with_its_day_and_the_row_says_so(small: Store) -> None:
    left = PACT._replace(as_of="2001-06-01")
    session = Session(small, UserData("small", "1"), State(finding=True), left=left)
    assert (session.state.as_of, session.name_of_offered) == (None, "The pact, as of 1 Jun 2001")
    session.enter_row()
    assert (session.state.record, session.state.as_of) == ("pact", "2001-06-01")


def test_a_view_that_is_opened_from_the_first_screen_is_over_everything(small: Store) -> None:
    session = session_over(small, State(finding=True))
    session.move("index", "view:conflicts")
    session.enter_row()
    assert (session.state.view, session.state.view_of, session.state.record) == ("conflicts", "", None)
    do(session, "leave")
    assert session.state.starting


def test_a_section_or_an_example_of_the_first_screen_opens(small: Store) -> None:
    session = session_over(small, State(finding=True))
    session.move("index", "section:leader")
    session.enter_row()
    assert (session.state.section, session.state.searching) == ("leader", False)
    do(session, "home")
    session.move("index", "query:boris")
    session.enter_row()
    assert session.state.query == "boris"


def test_a_verb_in_a_list_is_about_the_row_under_the_cursor(small: Store) -> None:
    session = session_over(small, State(section="leader", record="pact", pane="index"))
    session.move("index", "boris")
    do(session, "bookmark")
    assert [bookmark.id for bookmark in session.user.bookmarks] == ["boris"]
    outcome = do(session, "compare")
    assert isinstance(outcome, Question)
    assert outcome.title == "Compare Boris with"
    session.open_section("sources")
    session.move("index", "news")
    with pytest.raises(UserError, match="only records and statements"):
        do(session, "bookmark")


@pytest.mark.parametrize("day", ["2005-06-24", "2018-01-01"])
def test_on_another_day_the_statement_is_that_of_the_line(builtin: Store, day: str) -> None:
    session = session_over(builtin)
    session.open(Target("record", "armenia"))
    session.move("record", "=leader")
    today = session.state.statement
    session.go(as_of=day)
    fact = session.here.fact_at(session.state.at)
    assert fact is not None and fact.id == "leader"
    assert session.state.statement == fact.statements[0] != today


def test_the_first_screen_leads_back_where_its_first_row_says(small: Store) -> None:
    """It stays as it was made while pages are opened from it, and so does where it leads."""
    session = session_over(small, State(finding=True))
    session.open(Target("record", "boris"))
    session.home()
    for record in ("anna", "arcadia"):
        session.open(Target("record", record))
        do(session, "leave")
    session.move("index", BACK)
    lists = session.index.starts(session.state)
    assert lists is not None
    assert lists[0].rows[0].name == small.named(["boris"])["boris"].name
    do(session, "enter")
    assert session.state.record == "boris"


@pytest.mark.parametrize("view", ["attendance", "signatures", "conflicts", "timeline"])
def test_from_the_first_screen_a_view_is_gone_into_again(small: Store, view: str) -> None:
    session = session_over(small, State(finding=True))
    session.move("index", f"view:{view}")
    do(session, "enter")
    assert (session.state.view, session.state.pane) == (view, "record")
    do(session, "leave")
    assert session.state.pane == "index"
    do(session, "enter")
    assert (session.state.view, session.state.pane) == (view, "record")
    session.open_view(view)
    assert session.state.view == ""
