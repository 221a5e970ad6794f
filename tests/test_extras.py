"""What is said of a package that is missing, by how the program is installed."""

from __future__ import annotations

import sys

import pytest

from cstoref import extras
from release.deb.metadata import LIBRARY


def test_pipx_is_told_what_to_add() -> None:
    assert extras.remedy("pypdf") == "`pipx inject cstoref pypdf` adds it"


@pytest.mark.parametrize(
    ("name", "value"), [("file", f"{LIBRARY}/cstoref/extras.py"), ("frozen", "/opt/cstoref/extras.py")]
)
def test_what_takes_no_packages_says_where_one_can_be_added(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extras, "__file__", value)
    monkeypatch.setattr(sys, "frozen", name == "frozen", raising=False)
    assert extras.remedy("pyarrow").startswith("it cannot be added here")
