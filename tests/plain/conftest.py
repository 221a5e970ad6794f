"""A conversation over the small pack of the explorer's tests, and one over the built-in pack."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cstoref.plain.conversation import Conversation
from cstoref.store.queries import Store
from cstoref.user.user_data import UserData

Talk = Callable[..., Conversation]


@pytest.fixture(autouse=True)
def nothing_saved(new_user: None, edition_day: None) -> None:
    """Each test has a home of its own and the same day."""


def talk_over(store: Store, width: int = 80) -> Conversation:
    """A conversation of somebody who has saved nothing yet."""
    return Conversation(store, UserData(store.pack["id"], store.pack["edition"]), width)


@pytest.fixture
def talk(small: Store) -> Conversation:
    """A conversation over the small pack, at its first page."""
    conversation = talk_over(small)
    conversation.begin()
    return conversation
