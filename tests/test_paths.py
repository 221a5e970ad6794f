"""Where files are read and written: platformdirs' places, and none of them made by asking."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import platformdirs
import pytest

from cstoref import paths

XDG = {"XDG_CACHE_HOME": "cache", "XDG_DATA_HOME": "data", "XDG_CONFIG_HOME": "config"}


@pytest.fixture
def empty_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with nothing in it and no variable that points elsewhere."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    for variable in XDG:
        monkeypatch.delenv(variable, raising=False)
    return home


def ours() -> tuple[str | None, str | None, str | None]:
    return paths.cache_dir(), paths.data_dir(), paths.config_dir()


def theirs() -> tuple[str, str, str]:
    return (
        platformdirs.user_cache_dir("cstoref", appauthor=False),
        platformdirs.user_data_dir("cstoref", appauthor=False),
        platformdirs.user_config_dir("cstoref", appauthor=False),
    )


def test_our_places_are_those_of_platformdirs(empty_home: Path) -> None:
    assert ours() == theirs()
    assert all(str(place).startswith(str(empty_home)) for place in ours())


def test_xdg_variables_move_our_places_as_they_move_those_of_platformdirs(
    empty_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable, name in XDG.items():
        monkeypatch.setenv(variable, str(empty_home / "else where" / name))
    assert ours() == theirs()


@pytest.mark.parametrize("value", ["", "relative/cache", "~/cache"])
def test_a_variable_that_is_no_absolute_path_is_ignored(
    empty_home: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    before = ours()
    for variable in XDG:
        monkeypatch.setenv(variable, value)
    assert ours() == before


def test_asking_for_places_makes_none(empty_home: Path) -> None:
    ours()
    paths.builtin_pack()
    paths.prebuilt()
    assert list(empty_home.iterdir()) == []


def test_without_a_home_there_is_no_place(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in XDG:
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    monkeypatch.setattr(sys, "platform", "linux")
    assert ours() == (None, None, None)


def test_an_empty_home_is_none(empty_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("HOME", "")
    assert ours() == (None, None, None)


@pytest.mark.parametrize(
    ("platform", "variables", "places"),
    [
        (
            "darwin",
            {"HOME": "/Users/anna"},
            (
                "/Users/anna/Library/Caches/cstoref",
                "/Users/anna/Library/Application Support/cstoref",
                "/Users/anna/Library/Application Support/cstoref",
            ),
        ),
        ("win32", {"LOCALAPPDATA": "/L"}, ("/L/cstoref/Cache", "/L/cstoref", "/L/cstoref")),
    ],
)
def test_other_platforms_have_their_own_places(
    monkeypatch: pytest.MonkeyPatch,
    platform: str,
    variables: dict[str, str],
    places: tuple[str, str, str],
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    for variable, value in variables.items():
        monkeypatch.setenv(variable, value)
    assert ours() == places


def test_the_built_in_pack_has_data_and_texts() -> None:
    folder = Path(paths.builtin_pack())
    assert (folder / "data" / "pack.toml").is_file()
    assert (folder / "corpus").is_dir()
