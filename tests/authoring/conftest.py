"""What tests of authoring share: the problems of a pack made on the spot."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref.authoring.load import load
from cstoref.errors import PackError
from cstoref.model import Pack
from tests.conftest import without_lines


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
