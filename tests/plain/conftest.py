"""A conversation over the small pack of the explorer's tests, and one over the built-in pack."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref import dates
from cstoref.plain.conversation import Conversation
from cstoref.store.cache import open_store
from cstoref.store.queries import Store
from cstoref.user.user_data import UserData
from tests.tui.packs import write_small_pack

TODAY = "2026-11-30"
Talk = Callable[..., Conversation]


@pytest.fixture(autouse=True)
def nothing_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home of the test's own, and one day for all tests."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(dates, "today", lambda: TODAY)


@pytest.fixture(scope="session")
def small(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The store of the small pack."""
    return open_store(str(write_small_pack(tmp_path_factory.mktemp("small") / "pack")))


def talk_over(store: Store, width: int = 80) -> Conversation:
    """A conversation of somebody who has saved nothing yet."""
    return Conversation(store, UserData(store.pack["id"], store.pack["edition"]), width)


@pytest.fixture
def talk(small: Store) -> Conversation:
    """A conversation over the small pack, at its first page."""
    conversation = talk_over(small)
    conversation.begin()
    return conversation
