"""What fuzz tests share: a store to ask, and a folder that commands may write to."""

from __future__ import annotations

from pathlib import Path

import pytest

from cstoref.store.cache import open_store
from cstoref.store.queries import Store
from tests.mini_pack import write_pack


@pytest.fixture(scope="session")
def asked(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The store of a small pack."""
    return open_store(str(write_pack(tmp_path_factory.mktemp("asked") / "pack")))
