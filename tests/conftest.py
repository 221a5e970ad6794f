"""What tests share: a home of their own, packs made on the spot, the built-in store, the command line."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings

from cstoref import dates
from cstoref.authoring.load import load
from cstoref.cli.main import main
from cstoref.model import Pack
from cstoref.paths import builtin_pack as builtin_folder
from cstoref.store.cache import open_store
from cstoref.store.queries import Store

from .mini_pack import write_pack
from .small_pack import write_small_pack

SOAK = int(os.environ.get("SOAK", "0"))
"""How many examples each property is tried on in the long form (`make soak`); 0 in the short one."""
# The short form tries the same examples on every run, so that it fails by a change and not by chance; the
# long form looks for new ones.
settings.register_profile("here", max_examples=SOAK or 100, deadline=None, derandomize=not SOAK)
settings.load_profile("here")


class Result(NamedTuple):
    """What a call of the command line came to."""

    code: int
    out: str
    err: str


@pytest.fixture(autouse=True, scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home folder of the tests' own, so that nothing of the developer's is read or written."""
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(folder))
        for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "NO_COLOR"):
            patch.delenv(name, raising=False)
        yield folder


@pytest.fixture
def new_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A person who has saved nothing yet and set nothing."""
    for name in ("DATA", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))


@pytest.fixture
def edition_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Today is one day for all tests, whenever they run."""
    monkeypatch.setattr(dates, "today", lambda: "2026-11-30")


@pytest.fixture(scope="session")
def builtin(home: Path) -> Store:
    """The built-in pack, compiled once."""
    return open_store()


@pytest.fixture(scope="session")
def builtin_pack() -> Pack:
    """The built-in pack as it is loaded from its files."""
    return load(Path(builtin_folder()))


def without_lines(problems: list[str]) -> list[str]:
    """Problems of a pack without the lines of the files: `data/events.toml:12: …` → `data/events.toml: …`."""
    return [re.sub(r"^([a-z]+/[\w.-]+):\d+: ", r"\1: ", problem) for problem in problems]


@pytest.fixture
def make_pack(tmp_path: Path) -> Callable[..., Path]:
    """`write_pack` in the test's own folder."""

    def make(**files: str) -> Path:
        return write_pack(tmp_path / "pack", **files)

    return make


@pytest.fixture
def mini(make_pack: Callable[..., Path]) -> Store:
    """The store of the small pack."""
    return open_store(str(make_pack()))


@pytest.fixture(scope="session")
def small(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The store of the small pack, compiled once: a store is read-only, so that all tests may share it."""
    return open_store(str(write_small_pack(tmp_path_factory.mktemp("small") / "pack")))


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Result]:
    """Call the command line as a person would: `run("belarus", "--json")`."""

    def call(*words: str) -> Result:
        code = main(list(words))
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return call
