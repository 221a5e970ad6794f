"""What tests share: a home of their own, packs made on the spot, the built-in store, the command line."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings

from cstoref.authoring.load import load
from cstoref.cli.main import main
from cstoref.model import Pack
from cstoref.paths import builtin_pack as builtin_folder
from cstoref.store.cache import open_store
from cstoref.store.queries import Store

PACK = """\
id = "mini"
title = "A small pack"
edition = "1"
checked_until = "2020-12-31"
licence = "none"
description = "Made by a test."
"""
TEXT = "Anna met Boris in Xanadu on 3 May 2001.\n\nBoris did not come back. He sent 12 men in his stead.\n"
FILES = {
    "members.toml": '[[member]]\nid = "xanadu"\nname = "Xanadu"\ntype = "state"\nnames = ["Shangdu"]\n'
    'identifiers = { iso3166 = "XA" }\n',
    "leaders.toml": '[[leader]]\nid = "anna"\nname = "Anna Ivanova"\ntype = "person"\nnames = ["Анна"]\n\n'
    '[[leader]]\nid = "boris"\nname = "Boris"\ntype = "person"\n',
    "events.toml": '[[event]]\nid = "meeting"\nname = "The meeting"\ntype = "meeting"\n'
    'when = "2001-05-03"\n\n'
    '[[event.statement]]\nfield = "attended"\nwho = ["anna", "boris"]\ntext = "{who} was there."\n'
    'cite = { source = "news", quote = "Anna met Boris in Xanadu" }\n\n'
    '[[event.statement]]\nfield = "contributed"\nwho = "boris"\nvalue = { number = 12, unit = "men" }\n'
    'text = "Boris sent 12 men."\ncite = { source = "news", quote = "He sent 12 men" }\n',
}


SOAK = int(os.environ.get("SOAK", "0"))
"""How many examples each property is tried on in the long form (`make soak`); 0 in the short one."""
settings.register_profile("here", max_examples=SOAK or 100, deadline=None)
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


def write_pack(folder: Path, text: str = TEXT, sources: str = "", **files: str) -> Path:
    """A pack with one source, `news`; `files` (`events="…"`) replace or add files of `data/`.

    The text's hash is right; `sources` is added to `sources.toml`.
    """
    (folder / "data").mkdir(parents=True, exist_ok=True)
    (folder / "corpus").mkdir(exist_ok=True)
    raw = text.encode()
    (folder / "corpus" / "news.txt").write_bytes(raw)
    source = (
        '[[source]]\nid = "news"\ntitle = "The news"\ntype = "press"\npublisher = "News Ltd"\nabbr = "News"\n'
        f'issued = "2001-05-04"\nsha256 = "{hashlib.sha256(raw).hexdigest()}"\n\n'
    )
    written = {"pack.toml": PACK, **FILES, "sources.toml": source + sources}
    written.update({f"{name}.toml": content for name, content in files.items()})
    for name, content in written.items():
        (folder / "data" / name).write_text(content, encoding="utf-8")
    return folder


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


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Result]:
    """Call the command line as a person would: `run("belarus", "--json")`."""

    def call(*words: str) -> Result:
        code = main(list(words))
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return call
