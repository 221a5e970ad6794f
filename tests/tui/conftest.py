"""The small pack of `packs`, compiled once: a store is read-only, so that all tests may share it."""

from __future__ import annotations

from pathlib import Path

import pytest

from cstoref.store.cache import open_store
from cstoref.store.queries import Store

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
