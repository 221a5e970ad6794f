"""The view of what changed between two days, by its verb: of the page that is open, or of all."""

from __future__ import annotations

import pytest

from cstoref.errors import UserError
from cstoref.render.text import Style
from cstoref.session.outcomes import Question
from cstoref.session.session import Session
from cstoref.session.state import State
from cstoref.session.target import Target
from cstoref.session.verbs import BY_ID
from cstoref.store.queries import Store
from cstoref.tui.app import user_data

BELARUS = State(section="member", record="belarus", pane="record")
CHANGES = BY_ID["changes"]


def session_of(store: Store, state: State = BELARUS, paged: bool = False) -> Session:
    return Session(store, user_data(store), state, paged=paged)


def texts(session: Session) -> list[str]:
    view = session.here.view
    assert view is not None
    return [row.text.strip() for row in view.rows(session.state, Style())]


def test_the_days_are_asked_for_and_are_of_the_open_record(builtin: Store) -> None:
    session = session_of(builtin)
    asked = CHANGES.run(session, "")
    assert isinstance(asked, Question)
    assert asked.title == "Changes for Belarus between"
    CHANGES.run(session, "2013 2014")
    title, count, *rows = texts(session)
    assert title == "Changes for Belarus, 1 Jan 2013 – 31 Dec 2014"
    assert count == "18 changes"
    assert "27 Dec   began: Andrei Kobyakov was prime minister of Belarus" in rows
    assert rows.index("2014") < rows.index("2013")
    assert session.here.statement is not None
    assert session.here.statement.id in session.here.view.keys(session.state) if session.here.view else False
    session.travel(-1)
    assert session.state.record == "belarus"
    assert session.state.view == ""


def test_all_and_a_name_take_the_place_of_the_record(builtin: Store) -> None:
    session = session_of(builtin)
    CHANGES.run(session, "all 2013 2014")
    assert texts(session)[0] == "Changes, 1 Jan 2013 – 31 Dec 2014"
    CHANGES.run(session, "armenia 2013 2014")
    assert texts(session)[0] == "Changes for Armenia, 1 Jan 2013 – 31 Dec 2014"


def test_a_filter_leaves_what_has_the_words(builtin: Store) -> None:
    session = session_of(builtin)
    CHANGES.run(session, "2013 2014")
    session.filter("prime minister")
    assert texts(session)[1] == "2 changes"
    session.filter("zzzz")
    assert texts(session)[-1] == "No lines match “zzzz”."


def test_the_page_in_words_leads_to_the_statements(builtin: Store) -> None:
    session = session_of(builtin, State(), paged=True)
    session.open(Target("record", "belarus"))
    CHANGES.run(session, "2013 2014")
    view = session.here.view
    assert view is not None
    page = view.page(session.state)
    assert page.title == "Changes for Belarus, 1 Jan 2013 – 31 Dec 2014"
    assert [item.text for item in page.items if item.heading] == ["2014", "2013"]
    first = page.items[1]
    assert first.text == "27 Dec 2014: ended: Mikhail Myasnikovich was prime minister of Belarus."
    assert first.target is not None
    assert first.target.what == "statement"


def test_without_two_days_nothing_is_opened(builtin: Store) -> None:
    session = session_of(builtin)
    with pytest.raises(UserError, match="give two dates"):
        CHANGES.run(session, "soon")
    assert session.state.view == ""


def test_what_is_of_nothing_is_of_all_and_nothing_fails(builtin: Store) -> None:
    session = session_of(builtin, State(view="changes", view_of="lost and found it", pane="record"))
    assert texts(session)[0].startswith("Changes")
