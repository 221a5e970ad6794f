"""The small pack of `packs`, compiled once: a store is read-only, so that all tests may share it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual import _wait, screen

from cstoref.store.cache import open_store
from cstoref.store.queries import Store
from tests.mini_pack import write_pack


@pytest.fixture(autouse=True, scope="package")
def quick() -> Iterator[None]:
    """Textual draws 60 times a second, and its pilot looks every 20 ms whether anything happens still. Here
    both go faster; not below the 8 ms for which Textual holds a change of size back. Garbage waits."""
    thresholds = gc.get_threshold()
    gc.set_threshold(200_000, 50, 50)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_wait, "SLEEP_GRANULARITY", 1 / 100)
        patch.setattr(_wait, "SLEEP_IDLE", 1 / 2000)
        patch.setattr(screen, "UPDATE_PERIOD", 1 / 500)
        yield
    gc.set_threshold(*thresholds)


@pytest.fixture(autouse=True)
def nothing_saved(new_user: None) -> None:
    """Each test has a home of its own."""


@pytest.fixture
def undated(tmp_path: Path) -> Store:
    """The store of a pack with a statement that holds on no day in particular."""
    agreement = """\
[[agreement]]
id = "pact"
name = "The pact"
type = "agreement"

[[agreement.statement]]
field = "signed"
who = "anna"
text = "Anna signed it."
when = "2001-05-03"
cite = { source = "news", quote = "Anna met Boris" }

[[agreement.statement]]
field = "supported"
who = "boris"
text = "Boris talks of it."
cite = { source = "news", quote = "Boris did not come back" }
"""
    return open_store(str(write_pack(tmp_path / "undated", agreements=agreement)))
