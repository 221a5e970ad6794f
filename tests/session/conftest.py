"""A session over the small pack of the explorer's tests: no front end, nothing drawn."""

from __future__ import annotations

import pytest

from cstoref.session.outcomes import Outcome
from cstoref.session.session import Session
from cstoref.session.state import State
from cstoref.session.verbs import BY_ID
from cstoref.store.queries import Store
from cstoref.user.user_data import UserData


@pytest.fixture(autouse=True)
def nothing_saved(new_user: None, edition_day: None) -> None:
    """Each test has a home of its own and the same day."""


def session_over(store: Store, state: State | None = None, paged: bool = False) -> Session:
    """A session of somebody who has saved nothing yet."""
    return Session(store, UserData(store.pack["id"], store.pack["edition"]), state, paged=paged)


def do(session: Session, verb: str, typed: str = "") -> Outcome:
    """What a verb of the registry gives back."""
    return BY_ID[verb].run(session, typed)
