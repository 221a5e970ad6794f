"""Uninstalling removes what the programs made and nothing else, wherever a person's folders are."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast

import pytest

from cstoref import paths
from release import install
from release.install import Pipx, Places, Refusal

BUNDLE = {"name": "cstoref", "version": "1"}
COMPILED = ("0123456789abcdef01234567.db", "0123456789abcdef01234567.db-journal", ".new-x_2k3l4m.db")
MINE = {
    "data": (
        "csto/notes.json",
        "csto/pins.json",
        "csto/notes.json.damaged-1",
        "packs/mine/data/pack.toml",
        "packs/mine/old.db",
        "cache/notes.json",
        "shared/notes.json",
        "venvs/notes.json",
    ),
    "config": ("config.toml", "backup.db"),
    "cache": ("my notes on the cache.txt", "my.db", "0123456789ABCDEF01234567.db.bak", "kept/x.db"),
}
"""What a person has in each of the three folders."""
SPOTS = ("a", "b", "a/cstoref", "a/cstoref/csto", "b/cstoref/packs", "link-to-a", "link-to-cstoref-in-a")
"""Folders that the variables may name: apart, the same, in one another, and by links."""


class FakePipx:
    """A pipx that removes the environment of the application, and says where its folders are."""

    def __init__(self, home: Path, bundled: bool = True) -> None:
        self.home, self.bundled = home, bundled
        self.called: list[tuple[str, ...]] = []

    def work_in(self, home: Path) -> None:
        assert home == self.home

    def places(self) -> dict[str, Path]:
        cache = Path(os.path.expanduser("~")) / ".cache" / "pipx"
        return {"PIPX_HOME": self.home, "PIPX_LOG_DIR": self.home / "logs", "PIPX_VENV_CACHEDIR": cache}

    def run(self, *words: str) -> str:
        self.called.append(words)
        (self.home / "venvs" / "cstoref" / "pyvenv.cfg").unlink()
        (self.home / "venvs" / "cstoref").rmdir()
        return ""


@pytest.fixture
def person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home, which the installer and the program answer with."""
    home = tmp_path / "home"
    home.mkdir()
    for name in [name for name in os.environ if name.startswith(install.FOLDER_VARIABLES)]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setattr(sys, "platform", "linux")
    yield home


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def put_pipx(home: Path) -> None:
    """What pipx has made in its home."""
    put(home / "venvs" / "cstoref" / "pyvenv.cfg", "")
    put(home / "venvs" / ".cstoref.lock", "")
    put(home / "shared" / "pyvenv.cfg", "")
    put(home / "logs" / "cmd_2026-11-30.log", "")


def places() -> Places:
    own = dict.fromkeys(path for path in (paths.data_dir(), paths.config_dir()) if path)
    return Places(paths.cache_dir(), tuple(own), paths.is_compiled)


def put_mine() -> dict[Path, str]:
    """Write what a person has, and what the program computed; returns the former."""
    folders = {"data": paths.data_dir(), "config": paths.config_dir(), "cache": paths.cache_dir()}
    mine: dict[Path, str] = {}
    for kind, names in MINE.items():
        for name in names:
            path = Path(os.path.realpath(Path(cast(str, folders[kind])) / name))
            put(path, f"{kind} {name}")
            mine[path] = f"{kind} {name}"
    for name in COMPILED:
        put(Path(cast(str, folders["cache"])) / name, "compiled")
    return mine


def is_kept(mine: Mapping[Path, str]) -> list[Path]:
    """What is missing, or is not as it was; nothing if all is well."""
    return [path for path, text in mine.items() if not path.is_file() or path.read_text("utf-8") != text]


def compiled_left() -> list[str]:
    cache = Path(cast(str, paths.cache_dir()))
    return [name for name in COMPILED if (cache / name).exists()]


@pytest.mark.parametrize("config", ["a", "b", "b/cstoref/packs"])
@pytest.mark.parametrize("data", SPOTS)
@pytest.mark.parametrize("cache", SPOTS)
def test_wherever_the_folders_are_what_a_person_wrote_is_still_there(
    person: Path, monkeypatch: pytest.MonkeyPatch, cache: str, data: str, config: str
) -> None:
    for name in ("a/cstoref", "b"):
        (person / name).mkdir(parents=True)
    (person / "link-to-a").symlink_to(person / "a")
    (person / "link-to-cstoref-in-a").mkdir()
    (person / "link-to-cstoref-in-a" / "cstoref").symlink_to(person / "a" / "cstoref")
    for kind, spot in (("CACHE", cache), ("DATA", data), ("CONFIG", config)):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(person / spot))
    home = person / ".local" / "share" / "pipx"
    monkeypatch.setenv("PIPX_HOME", str(home))
    put_pipx(home)
    mine = put_mine()
    pipx = FakePipx(home)
    install.uninstall(BUNDLE, cast(Pipx, pipx), places())
    assert pipx.called == [("uninstall", "cstoref")]
    assert is_kept(mine) == []
    assert compiled_left() == []
    assert not home.exists() or not any(home.iterdir())
    assert (person / "link-to-a").is_symlink() and (person / "link-to-cstoref-in-a" / "cstoref").is_symlink()


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_on_other_systems_too(person: Path, monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv("LOCALAPPDATA", str(person / "local"))
    home = person / "pipx"
    put_pipx(home)
    monkeypatch.setenv("PIPX_HOME", str(home))
    mine = put_mine()
    install.uninstall(BUNDLE, cast(Pipx, FakePipx(home)), places())
    assert is_kept(mine) == [] and compiled_left() == []


@pytest.mark.parametrize("spot", ["", "data/cstoref", "data", "cache", "cache/cstoref", "data/cstoref/csto"])
def test_a_home_of_pipx_among_a_persons_own_files(
    person: Path, monkeypatch: pytest.MonkeyPatch, spot: str
) -> None:
    for kind in ("cache", "data"):
        monkeypatch.setenv(f"XDG_{kind.upper()}_HOME", str(person / kind))
    home = person / spot
    monkeypatch.setenv("PIPX_HOME", str(home))
    put_pipx(home)
    mine = put_mine()
    theirs = (".cache/firefox/x", "logs/diary.txt", "trash/x", "py/x.py", "venvs/notes.txt", "shared/me/x")
    others = {home / name: f"mine {name}" for name in theirs}
    for path, text in others.items():
        put(path, text)
    (home / "shared" / "pyvenv.cfg").unlink()
    install.uninstall(BUNDLE, cast(Pipx, FakePipx(home)), places())
    assert is_kept({**mine, **others}) == []
    assert compiled_left() == []


def test_without_anything_of_a_person_nothing_is_left(person: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = person / ".local" / "share" / "pipx"
    put_pipx(home)
    for name in COMPILED:
        put(Path(cast(str, paths.cache_dir())) / name, "compiled")
    put(person / ".cache" / "pipx" / "CACHEDIR.TAG", "")
    install.uninstall(BUNDLE, cast(Pipx, FakePipx(home)), places())
    assert list(person.iterdir()) == []


def test_a_link_among_the_compiled_packs_leads_to_nothing_that_is_removed(person: Path) -> None:
    home = person / ".local" / "share" / "pipx"
    put_pipx(home)
    mine = put_mine()
    link = Path(cast(str, paths.cache_dir())) / "aaaaaaaaaaaaaaaaaaaaaaaa.db"
    link.symlink_to(next(iter(mine)))
    install.uninstall(BUNDLE, cast(Pipx, FakePipx(home)), places())
    assert is_kept(mine) == [] and link.is_symlink()


def test_folders_of_a_person_in_the_environment_stop_it_before_anything_is_changed(
    person: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = person / ".local" / "share" / "pipx"
    put_pipx(home)
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "venvs" / "cstoref" / "mine"))
    mine = put_mine()
    pipx = FakePipx(home)
    monkeypatch.setenv("PIPX_HOME", str(home))
    with pytest.raises(Refusal, match="which is yours, is in what is to be removed"):
        install.uninstall(BUNDLE, cast(Pipx, pipx), places())
    assert pipx.called == [] and is_kept(mine) == [] and compiled_left() == list(COMPILED)


@pytest.mark.parametrize(
    ("name", "ours"),
    [
        *((name, True) for name in COMPILED),
        ("0123456789abcdef01234567.db-wal", True),
        ("notes.json", False),
        ("0123456789abcdef0123456.db", False),
        ("0123456789abcdef012345678.db", False),
        ("0123456789abcdef0123456g.db", False),
        ("0123456789abcdef01234567.db.bak", False),
        ("0123456789abcdef01234567.sqlite", False),
        (".new-", False),
        ("", False),
    ],
)
def test_which_files_of_the_cache_folder_are_the_programs(name: str, ours: bool) -> None:
    assert paths.is_compiled(name) is ours


def test_folders_in_which_pipx_had_links_are_removed_when_they_are_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("PIPX_HOME", "PIPX_MAN_DIR", "PIPX_COMPLETION_DIR", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    share = tmp_path / ".local" / "share"
    for name in (
        "man/man1",
        "zsh/site-functions",
        "fish/vendor_completions.d",
        "bash-completion/completions",
    ):
        (share / name).mkdir(parents=True)
    (share / "fish" / "mine.fish").write_text("", encoding="utf-8")
    places = {"PIPX_MAN_DIR": share / "man", "PIPX_COMPLETION_DIR": share}
    install._remove_pipx(places, share / "pipx", [])
    assert sorted(path.name for path in share.rglob("*")) == ["fish", "mine.fish"]
