"""`cstoref pack build`: one file that says the same, is never written to, and is refused once changed."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref.authoring import limits
from cstoref.authoring.load import load
from cstoref.errors import PackError
from cstoref.store.stated_dates import dated
from tests.authoring.test_stack import write_layer
from tests.conftest import Result
from tests.mini_pack import write_pack
from tests.packs.test_layers import NOTES, PACT

Run = Callable[..., Result]
pytestmark = pytest.mark.usefixtures("new_user")


@pytest.fixture
def built(run: Run, tmp_path: Path) -> Callable[..., Path]:
    """Build a pack, and give the file."""

    def call(pack: str, *words: str) -> Path:
        path = tmp_path / f"{Path(pack).name}.cstopack"
        result = run("pack", "build", "--pack", pack, "-o", str(path), *words)
        assert (result.code, result.err) == (0, "")
        return path

    return call


@pytest.mark.parametrize("pack", [PACT, NOTES])
def test_a_file_says_the_same_as_the_folder(built: Callable[..., Path], pack: str) -> None:
    assert load(built(pack)) == load(Path(pack))


def test_the_same_pack_gives_the_same_bytes(built: Callable[..., Path]) -> None:
    assert built(PACT).read_bytes() == built(PACT, "--force").read_bytes()


def test_a_file_is_read_in_its_place_by_every_command(run: Run, built: Callable[..., Path]) -> None:
    path = built(NOTES)
    before = path.read_bytes()
    assert run("pack", "use", str(path)).code == 0
    assert [pack["id"] for pack in json.loads(run("pack", "list", "--json").out)] == ["csto", "side-notes"]
    assert "[side-notes]" in run("ada-vint").out
    assert run("pin", "ada-vint/assessment").code == 0
    assert "side-notes: 2 sources, 1 records, 6 statements" in run("verify").out
    assert run("coverage", "courier-2009-10-21").code == 0
    assert run("pack", "drop", "side-notes").code == 0
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir() if one.suffix == ".cstopack"] == [path.name]


def test_a_layer_finds_what_it_extends_as_a_file(
    run: Run, tmp_path: Path, built: Callable[..., Path]
) -> None:
    write_pack(tmp_path / "mini")
    layer = write_layer(tmp_path / "mine")
    together = load(layer)
    path = built(str(tmp_path / "mini"))
    assert path == tmp_path / "mini.cstopack"
    (tmp_path / "mini").rename(tmp_path / "elsewhere")
    assert load(layer) == together


@pytest.mark.parametrize("pack", [PACT, NOTES])
def test_without_its_texts_every_passage_stands_where_it_stood(built: Callable[..., Path], pack: str) -> None:
    whole, passages = load(Path(pack)), load(built(pack, "--passages"))
    assert dated(passages).statements == dated(whole).statements
    assert passages.conflicts == whole.conflicts


def test_without_its_texts_what_nothing_rests_on_is_gone(tmp_path: Path, built: Callable[..., Path]) -> None:
    text = "Log of the Petrel\n\nThe cook was a spy. On 12 June 2013 we sailed.\n"
    cook = (
        '[[leader]]\nid = "cook"\nname = "Cook"\ntype = "person"\n\n[[leader.statement]]\nfield = "said"\n'
        'text = "They sailed."\ncite = { source = "news", quote = "we sailed", before = "On 12" }\n'
    )
    path = built(str(write_pack(tmp_path / "ship", text=text, leaders=cook, events="")), "--passages")
    with zipfile.ZipFile(path) as archive:
        left = archive.read("corpus/news.txt").decode()
    assert left == "··· of ··· ······\n\n··· ···· ··· · ···. On 12 June 2013 we sailed.\n"
    assert len(left) == len(text)


def changed(path: Path, name: str, content: bytes) -> None:
    with zipfile.ZipFile(path) as archive:
        files = {info.filename: archive.read(info) for info in archive.infolist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for other, raw in {**files, name: content}.items():
            archive.writestr(other, raw)


@pytest.mark.parametrize("name", ["data/pack.toml", "data/members.toml", "corpus/gazette-2011-05-20.txt"])
def test_a_file_in_which_something_was_changed_is_refused(built: Callable[..., Path], name: str) -> None:
    path = built(PACT)
    changed(path, name, b"x = 1\n")
    with pytest.raises(PackError, match=f"{name} is not as it was when sound-pact.cstopack was built"):
        load(path)


@pytest.mark.parametrize("content", [b"", b"not a pack", b"PK\x03\x04 and no more"])
def test_what_is_no_pack_is_refused(run: Run, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.cstopack"
    path.write_bytes(content)
    result = run("anna", "--pack", str(path))
    assert result.code == 4
    assert result.err.count("\n") == 1
    assert "x.cstopack is not a pack that `cstoref pack build` made" in result.err


def test_an_archive_that_unpacks_to_too_much_is_refused(built: Callable[..., Path]) -> None:
    path = built(PACT)
    changed(path, "data/pack.toml", b"0" * (limits.DATA.most + 1))
    with pytest.raises(PackError, match=r"pack\.toml makes more than"):
        load(path)


def test_a_file_is_not_written_to(run: Run, built: Callable[..., Path], tmp_path: Path) -> None:
    path = str(built(PACT))
    (tmp_path / "note.txt").write_text("Words.\n")
    assert (
        "is one file, which is read only"
        in run("pack", "add", str(tmp_path / "note.txt"), "--pack", path).err
    )
    assert "is read only; use its folder" in run("verify", path, "--accept-texts").err
    assert "exists already; --force replaces it" in run("pack", "build", "--pack", PACT, "-o", path).err
