"""What tests of authoring share: the problems of a pack made on the spot."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref.authoring.constraints import constraints
from cstoref.authoring.findings import Finding
from cstoref.authoring.load import load
from cstoref.errors import PackError
from cstoref.model import Pack
from tests.conftest import without_lines
from tests.mini_pack import FILES, PACK

from .constraint_packs import BOOK, LEAGUE, OFFICES, STATES, member, office


@pytest.fixture
def loaded(make_pack: Callable[..., Path]) -> Callable[..., Pack]:
    """Make a pack and load it: `loaded(events="…")`."""

    def call(**files: str) -> Pack:
        return load(make_pack(**files))

    return call


@pytest.fixture
def problems(make_pack: Callable[..., Path]) -> Callable[..., list[str]]:
    """Make a pack and return what is wrong with it, without the lines of the files."""

    def call(**files: str) -> list[str]:
        with pytest.raises(PackError) as caught:
            load(make_pack(**files))
        return without_lines(caught.value.problems)

    return call


@pytest.fixture
def found(loaded: Callable[..., Pack]) -> Callable[..., list[Finding]]:
    """What does not hold in a pack with three states and their offices."""

    def call(leaders: str, members: str | None = None, **files: str) -> list[Finding]:
        files.setdefault("institutions", LEAGUE + "".join(office(id, *of) for id, of in OFFICES.items()))
        states = "".join(member(*state, "2000-01-01") for state in STATES)
        pack = loaded(
            pack=PACK + 'subject = "league"\n',
            sources=BOOK,
            members=FILES["members.toml"] + (members or states),
            leaders=FILES["leaders.toml"] + leaders,
            **{"events": "", **files},
        )
        return list(constraints(pack))

    return call
