"""A pack that is read while it is compiled comes to the same file as one that was read before."""

from __future__ import annotations

import pickle
import sqlite3
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from bench.make_pack import make_pack as make_long_pack
from cstoref import own_process
from cstoref.authoring import pack_pipe, shelf, texts
from cstoref.authoring.compiled_pack import read_while_compiled
from cstoref.authoring.load import load
from cstoref.authoring.pack_pipe import PipedPack
from cstoref.authoring.pack_stream import PackStream
from cstoref.authoring.toml import toml_parts
from cstoref.errors import PackError, StoreError
from cstoref.paths import builtin_pack as builtin_folder
from cstoref.progress import quiet
from cstoref.store.compile import compile_pack, readings
from tests.mini_pack import FILES


def compiled(path: Path, pack: Path, whole: bool = False) -> bytes:
    """The bytes of the compiled pack."""
    database = sqlite3.connect(path, isolation_level=None)
    compile_pack(load(pack) if whole else read_while_compiled([pack], quiet), database)
    database.close()
    return path.read_bytes()


@pytest.fixture
def in_small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are cut after some hundred bytes, and nothing is kept in memory."""
    monkeypatch.setattr(toml_parts.cuts, "__defaults__", (700,))
    monkeypatch.setattr(shelf, "KEPT", 0)
    monkeypatch.setattr(texts, "KEPT", 0)


@pytest.mark.slow
@pytest.mark.usefixtures("in_small_parts")
def test_the_built_in_pack_comes_to_the_same_bytes(tmp_path: Path) -> None:
    pack = Path(builtin_folder())
    assert compiled(tmp_path / "a.db", pack) == compiled(tmp_path / "b.db", pack, whole=True)


@pytest.mark.usefixtures("in_small_parts")
def test_a_made_pack_comes_to_the_same_bytes(tmp_path: Path) -> None:
    pack = make_long_pack(tmp_path / "made", 300)
    assert compiled(tmp_path / "a.db", pack) == compiled(tmp_path / "b.db", pack, whole=True)


def _gone_through(pack: PackStream | PipedPack) -> list[object]:
    """All of a pack, in the order in which it is compiled."""
    return [
        *(pack.edition, pack.vocabulary, *pack.sources, *pack.texts, *pack.records, *pack.statements),
        *(*pack.conflicts, *pack.silences, *pack.exceptions, *pack.retired),
    ]


@pytest.mark.slow
def test_another_process_reads_the_same() -> None:
    pack, told = Path(builtin_folder()), list[str]()
    read = _gone_through(PipedPack(pack, lambda step, done, of: told.append(step)))
    assert read == _gone_through(PackStream(pack, quiet))
    assert list(dict.fromkeys(told)) == ["reading sources", "texts", "reading records", "statements"]


def test_a_large_pack_is_read_by_another_process_and_comes_to_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = make_long_pack(tmp_path / "made", 300)
    alone = compiled(tmp_path / "a.db", pack)
    monkeypatch.setattr(pack_pipe, "LARGE", 0)
    monkeypatch.setattr(own_process, "cores", lambda: 1)
    assert isinstance(read_while_compiled([pack], quiet), PackStream)
    monkeypatch.setattr(own_process, "cores", lambda: 2)
    assert isinstance(read_while_compiled([pack], quiet), PipedPack)
    assert compiled(tmp_path / "b.db", pack) == alone
    monkeypatch.setattr(own_process, "piped", _refused)
    assert compiled(tmp_path / "c.db", pack) == alone


@pytest.mark.slow
def test_facts_that_a_second_process_finds_come_to_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = make_long_pack(tmp_path / "made", 2_000)
    started: list[object] = []
    piped = own_process.piped

    def noted(*words: str) -> subprocess.Popen[bytes]:
        started.append(words[0])
        return piped(*words)

    monkeypatch.setattr(own_process, "piped", noted)
    alone = compiled(tmp_path / "a.db", pack)
    assert started == []
    monkeypatch.setattr(readings, "MANY", 0)
    monkeypatch.setattr(own_process, "cores", lambda: 2)
    assert compiled(tmp_path / "b.db", pack) == alone
    assert started == [readings.__name__]
    monkeypatch.setattr(own_process, "piped", _refused)
    assert compiled(tmp_path / "c.db", pack) == alone
    # A reader that ends early leaves no half of the facts.
    monkeypatch.setattr(own_process, "piped", lambda *_: piped("cstoref.own_process"))
    with pytest.raises(RuntimeError, match="ended early"):
        compiled(tmp_path / "d.db", pack)


def _refused(*_: object, **__: object) -> None:
    raise OSError("no more processes")


def test_a_reader_that_ends_early_is_told_and_one_that_is_not_needed_ends(
    make_pack: Callable[..., Path],
) -> None:
    reading = PipedPack(make_pack(), quiet)
    reading._process.kill()
    for cut_off in (b"", pickle.dumps((pack_pipe.RECORDS, ["Anna met"]))[:-9]):
        reading._pipe = BytesIO(cut_off)
        with pytest.raises(StoreError, match="reading the pack ended early"):
            _gone_through(reading)
    given_up = PipedPack(make_pack(), quiet)
    process = given_up._process
    del given_up
    assert process.returncode is not None


@pytest.mark.usefixtures("in_small_parts")
@pytest.mark.parametrize(
    "files",
    [
        {"events": FILES["events.toml"] + '[[event]]\nid = "e"\nname = "E"\ntype = "visit"\nwhen = "20"\n'},
        {"events": FILES["events.toml"] + '[[event.statement]]\nfield = "attended"\ntext = "T"\n'},
        {"leaders": FILES["leaders.toml"] + '[[leader.statement]]\nfeld = "said"\n'},
        {"leaders": FILES["leaders.toml"] + "[[leader]]\n[[leader]\n"},
        {"places": '[[place]]\nid = "a"\nname = "A"\ntype = "city"\nplace = "nowhere"\n'},
        {"pack": "title = 3\n"},
    ],
)
def test_what_is_wrong_is_told_alike(make_pack: Callable[..., Path], files: dict[str, str]) -> None:
    pack = make_pack(**files)
    with pytest.raises(PackError) as whole:
        load(pack)
    for reading in (PackStream, PipedPack):
        with pytest.raises(PackError) as read:
            _gone_through(reading(pack, quiet))
        assert read.value.problems == whole.value.problems


def test_a_table_within_a_text_is_no_place_to_cut(make_pack: Callable[..., Path]) -> None:
    odd = '[[place]]\nid = "odd"\nname = "Odd"\ntype = "city"\nblurb = """\n[[place]]\nid = 1\n"""\n'
    many = "".join(f'[[place]]\nid = "p{n}"\nname = "P {n}"\ntype = "city"\n' for n in range(40))
    pack = make_pack(places=many + odd + many.replace('"p', '"q'))
    whole = load(pack)
    assert next(r.blurb for r in whole.records if r.id == "odd") == "[[place]]\nid = 1"
    for most in (60, 200, 1500):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(toml_parts.cuts, "__defaults__", (most,))
            assert load(pack) == whole


def test_the_line_of_a_fault_is_that_of_the_whole_file(
    make_pack: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(toml_parts.cuts, "__defaults__", (100,))
    many = "".join(f'[[place]]\nid = "p{n}"\nname = "P {n}"\ntype = "city"\n' for n in range(40))
    with pytest.raises(PackError) as caught:
        load(make_pack(places=many + "[[place]]\nid = nothing\n"))
    (only,) = caught.value.problems
    assert only.startswith("data/places.toml:162: not TOML")


def test_a_text_that_changes_while_the_pack_is_read_is_noticed(
    make_pack: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(texts, "KEPT", 0)
    pack = make_pack()
    reading = PackStream(pack, quiet)
    (pack / "corpus" / "news.txt").write_text("Other words.\n", encoding="utf-8")
    with pytest.raises(PackError, match=r"corpus/news\.txt: was changed while the pack was read"):
        list(reading.statements)
