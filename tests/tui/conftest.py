"""The small pack of `packs`, compiled once: a store is read-only, so that all tests may share it."""

from __future__ import annotations

from pathlib import Path

import pytest

from cstoref.store.cache import open_store
from cstoref.store.queries import Store
from tests.conftest import write_pack

from .packs import write_small_pack


@pytest.fixture(autouse=True)
def nothing_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A person who has kept nothing yet and set nothing."""
    for name in ("DATA", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))


@pytest.fixture(scope="session")
def small(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The store of the small pack."""
    return open_store(str(write_small_pack(tmp_path_factory.mktemp("small") / "pack")))


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
