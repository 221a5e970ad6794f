"""What fuzz tests share: a store to ask, and a server that ends."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref.store.cache import open_store
from cstoref.store.queries import Store
from cstoref.web import server
from tests.mini_pack import write_pack


@pytest.fixture(scope="session")
def asked(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The store of a small pack."""
    return open_store(str(write_pack(tmp_path_factory.mktemp("asked") / "pack")))


@pytest.fixture
def served_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What `cstoref web` serves ends by a Ctrl+C that comes with the address."""
    serve = server.serve

    async def serve_and_end(served: server.Served, ready: Callable[[str], None], end: asyncio.Event) -> None:
        end.set()
        await serve(served, ready, end)

    monkeypatch.setattr(server, "serve", serve_and_end)
    monkeypatch.setattr("cstoref.tui.signals.leave_on_signals", lambda leave: None)
