"""A session over the small pack of the explorer's tests: no front end, nothing drawn."""

from __future__ import annotations

from pathlib import Path

import pytest

from cstoref import dates
from cstoref.session.outcomes import Outcome
from cstoref.session.session import Session
from cstoref.session.state import State
from cstoref.session.verbs import BY_ID
from cstoref.store.cache import open_store
from cstoref.store.queries import Store
from cstoref.user.user_data import UserData
from tests.tui.packs import write_small_pack

TODAY = "2026-11-30"


@pytest.fixture(autouse=True)
def nothing_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home of the test's own, and one day for all tests."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(dates, "today", lambda: TODAY)


@pytest.fixture(scope="session")
def small(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The store of the small pack."""
    return open_store(str(write_small_pack(tmp_path_factory.mktemp("small") / "pack")))


def session_over(store: Store, state: State | None = None, paged: bool = False) -> Session:
    """A session of somebody who has saved nothing yet."""
    return Session(store, UserData(store.pack["id"], store.pack["edition"]), state, paged=paged)


def do(session: Session, verb: str, typed: str = "") -> Outcome:
    """What a verb of the registry gives back."""
    return BY_ID[verb].run(session, typed)
