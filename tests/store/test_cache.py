"""The compiled pack is found or made; whatever stands in its place, the answer is right."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref import paths
from cstoref.authoring.load import load
from cstoref.errors import PackError, StoreError
from cstoref.store import fingerprint
from cstoref.store.cache import cached_path, open_store, working_store
from cstoref.store.queries import Store
from cstoref.store.search.fuzzy import near_hits
from cstoref.store.search.results import find
from tests.authoring.test_stack import write_layer
from tests.mini_pack import PACK, write_pack

MakePack = Callable[..., Path]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own, not there yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    return Path(paths.cache_dir() or "")


def answer(store: Store) -> list[str]:
    """What a right store of the small pack says."""
    return [statement.id for statement in store.all_statements()]


RIGHT = ["meeting/attended/anna", "meeting/attended/boris", "meeting/contributed/boris"]


def compiled(folder: Path) -> Path:
    (only,) = folder.iterdir()
    return only


def test_a_pack_is_compiled_once_and_then_found(make_pack: MakePack, folder: Path) -> None:
    pack, told = str(make_pack()), list[str]()
    assert answer(open_store(pack, told.append)) == RIGHT
    made = compiled(folder)
    before = made.stat()
    assert answer(open_store(pack, told.append)) == RIGHT
    assert told == [pack]
    assert compiled(folder).stat() == before


def test_the_compiled_file_is_opened_for_reading_only(make_pack: MakePack, folder: Path) -> None:
    store = open_store(str(make_pack()))
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        store.database.execute("DELETE FROM record")


@pytest.mark.parametrize("name", ["data/pack.toml", "corpus/news.txt", "data/silences.toml"])
def test_a_changed_file_means_a_new_compiled_file(make_pack: MakePack, folder: Path, name: str) -> None:
    pack = make_pack()
    open_store(str(pack))
    first = compiled(folder)
    file = pack / name
    if file.exists():
        os.utime(file, ns=(1, 1))
    else:
        file.write_text("")
    told: list[str] = []
    assert answer(open_store(str(pack), told.append)) == RIGHT
    assert told == [str(pack)]
    assert len(list(folder.iterdir())) == 2
    assert first.exists()


def test_of_many_texts_each_is_held_to_its_hash_and_not_looked_at(
    make_pack: MakePack, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fingerprint, "MANY", 0)
    pack = make_pack()
    open_store(str(pack)).close()
    first = cached_path(str(pack))
    text = pack / "corpus" / "news.txt"
    written = text.read_text()
    text.write_text(written.upper())
    assert cached_path(str(pack)) == first
    assert answer(open_store(str(pack), lambda _: pytest.fail("compiled"))) == RIGHT
    # There is no other pack that these texts could be compiled to.
    with pytest.raises(PackError, match=r"news\.txt was changed"):
        load(pack)
    text.write_text(written)
    text.rename(pack / "corpus" / "newer.txt")
    assert cached_path(str(pack)) != first
    with pytest.raises(PackError, match=r"news\.txt is missing"):
        open_store(str(pack))


def test_new_content_is_read_even_if_the_old_was_cached(make_pack: MakePack, folder: Path) -> None:
    assert open_store(str(make_pack())).count("records") == 4
    assert open_store(str(make_pack(members="", events="", leaders=""))).count("records") == 0


def test_two_packs_do_not_share_a_compiled_file(make_pack: MakePack, folder: Path, tmp_path: Path) -> None:
    pack = make_pack()
    open_store(str(pack))
    pack.rename(tmp_path / "moved")
    open_store(str(tmp_path / "moved"))
    assert len(list(folder.iterdir())) == 2


@pytest.mark.parametrize(
    "spoil",
    [
        lambda file: file.write_bytes(b""),
        lambda file: file.write_bytes(b"not a database at all, but long enough to be read as one" * 99),
        lambda file: file.write_bytes(file.read_bytes()[: file.stat().st_size // 2]),
        lambda file: file.write_bytes(file.read_bytes()[:4096]),
        lambda file: file.write_bytes(file.read_bytes()[:-1]),
    ],
    ids=["empty", "garbage", "half", "one page", "cut off by a byte"],
)
def test_a_damaged_file_of_that_name_is_made_anew(
    make_pack: MakePack, folder: Path, spoil: Callable[[Path], int]
) -> None:
    pack = str(make_pack())
    open_store(pack).close()
    spoil(compiled(folder))
    assert answer(open_store(pack)) == RIGHT
    assert answer(open_store(pack, lambda _: pytest.fail("made a second time"))) == RIGHT


@pytest.mark.parametrize(
    "statement",
    ["CREATE TABLE mine (x)", "PRAGMA application_id = 7", "PRAGMA user_version = 1", "DROP TABLE pack"],
)
def test_a_foreign_file_of_that_name_is_made_anew(make_pack: MakePack, folder: Path, statement: str) -> None:
    pack = str(make_pack())
    open_store(pack).close()
    file = compiled(folder)
    if statement.startswith("CREATE"):
        file.unlink()
    database = sqlite3.connect(file)
    database.execute(statement)
    database.commit()
    database.close()
    assert answer(open_store(pack)) == RIGHT


def test_a_folder_of_that_name_leaves_the_answer_right(make_pack: MakePack, folder: Path) -> None:
    pack = str(make_pack())
    open_store(pack).close()
    file = compiled(folder)
    file.unlink()
    file.mkdir()
    assert answer(open_store(pack)) == RIGHT
    assert file.is_dir()


def test_a_locked_compiled_file_is_read_all_the_same(make_pack: MakePack, folder: Path) -> None:
    pack = str(make_pack())
    open_store(pack).close()
    locking = sqlite3.connect(compiled(folder), isolation_level=None)
    locking.execute("BEGIN EXCLUSIVE")
    assert answer(open_store(pack, lambda _: pytest.fail("compiled"))) == RIGHT
    locking.close()


def test_where_nothing_can_be_written_the_pack_is_compiled_into_memory(
    make_pack: MakePack, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "caches").write_text("a file where a folder should be")
    store = open_store(str(make_pack()))
    assert answer(store) == RIGHT
    assert store.database.execute("PRAGMA database_list").fetchone()[2] == ""


def test_a_full_disk_leaves_no_half_written_file(
    make_pack: MakePack, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: str, aside: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    assert answer(open_store(str(make_pack()))) == RIGHT
    assert list(folder.iterdir()) == []


def test_without_a_home_the_pack_is_compiled_into_memory(
    make_pack: MakePack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "cache_dir", lambda: None)
    assert answer(open_store(str(make_pack()))) == RIGHT


@pytest.mark.parametrize(
    "name", ["with blanks", "100%41", "what?x=1&mode=rw", "a#b", "Ёлка", "back\\slash", "'q\"q'"]
)
def test_a_path_may_have_any_character(
    make_pack: MakePack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / f"caches {name}"))
    pack = tmp_path / name
    make_pack().rename(pack)
    assert answer(open_store(str(pack))) == RIGHT
    assert answer(open_store(str(pack), lambda _: pytest.fail("compiled twice"))) == RIGHT
    assert [path.suffix for path in Path(paths.cache_dir() or "").iterdir()] == [".db"]


def test_a_path_may_have_bytes_that_are_no_text(
    make_pack: MakePack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = os.fsdecode(os.fsencode(tmp_path) + b"/\xff")
    try:
        os.mkdir(odd)
    except OSError:
        pytest.skip("this file system has no such names")
    monkeypatch.setenv("XDG_CACHE_HOME", odd)
    pack = make_pack()
    os.rename(pack, f"{odd}/pack")
    (Path(odd) / "pack" / "data" / os.fsdecode(b"\xfe.bak")).touch()
    assert answer(open_store(f"{odd}/pack")) == RIGHT


def test_a_link_that_leads_nowhere_does_not_stop_a_pack(make_pack: MakePack, folder: Path) -> None:
    pack = make_pack()
    (pack / "data" / ".#events.toml").symlink_to("anna@host.1234")
    assert answer(open_store(str(pack))) == RIGHT


def test_a_pack_that_does_not_verify_leaves_nothing_in_the_cache(make_pack: MakePack, folder: Path) -> None:
    with pytest.raises(PackError):
        open_store(str(make_pack(events="[[event]]\n")))
    assert not folder.exists()


def test_a_folder_without_data_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is not a pack"):
        open_store(str(tmp_path))


def test_old_compiled_files_are_forgotten_and_nothing_else(make_pack: MakePack, folder: Path) -> None:
    folder.mkdir(parents=True)
    old = [folder / f"{number:024x}.db" for number in range(12)]
    names = ("mine.db", "notes.txt", f"{12:023x}.db", f"{12:025x}.db", f"{12:024x}.db.bak")
    mine = [folder / name for name in names]
    for at, path in enumerate([*mine, *old]):
        path.touch()
        os.utime(path, (at, at))
    (folder / f"{13:024x}.db").mkdir()
    (folder / f"{14:024x}.db").symlink_to(mine[0])
    open_store(str(make_pack()))
    left = {path.name for path in folder.iterdir()}
    assert {*names, f"{13:024x}.db", f"{14:024x}.db"} < left
    assert [path.exists() for path in old] == [False] * 5 + [True] * 7


def test_many_at_once_all_have_the_right_answer(make_pack: MakePack, folder: Path) -> None:
    pack = str(make_pack())
    answers: list[list[str]] = []
    threads = [threading.Thread(target=lambda: answers.append(answer(open_store(pack)))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [RIGHT] * 8
    assert len(list(folder.iterdir())) == 1


def test_a_prebuilt_pack_is_read_where_it_is(
    make_pack: MakePack, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = make_pack()
    open_store(str(pack)).close()
    prebuilt = tmp_path / "pack.db"
    compiled(folder).rename(prebuilt)
    monkeypatch.setattr(paths, "prebuilt", lambda: str(prebuilt))
    assert answer(open_store(on_compile=lambda _: pytest.fail("compiled"))) == RIGHT
    assert list(folder.iterdir()) == []


READ_BY_COMPILE = """
import os, sys
from pathlib import Path

read = []
sys.addaudithook(lambda event, about: read.append(str(about[0])) if event == "open" else None)
from cstoref.store.cache import open_store

open_store(sys.argv[1])
modules = [m.__file__ for name, m in list(sys.modules.items()) if name.startswith("cstoref")]
print(*dict.fromkeys(file for file in (*modules, *read) if not file.endswith(".pyc")), sep="\\n")
"""


def test_the_fingerprint_of_a_checkout_covers_all_code_that_a_pack_is_compiled_with(
    make_pack: MakePack, folder: Path
) -> None:
    command = [sys.executable, "-c", READ_BY_COMPILE, str(make_pack())]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    package = Path(paths.package())
    ours = [Path(line) for line in told.splitlines() if Path(line).is_relative_to(package)]
    assert package / "store" / "schema.sql" in ours
    covered = {package / part for part in fingerprint.COMPILES}
    assert [f for f in ours if f.parent not in covered or not f.name.endswith(fingerprint.READ)] == []


def test_a_damaged_prebuilt_pack_is_compiled_from_its_files(
    make_pack: MakePack, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = make_pack()
    (tmp_path / "pack.db").write_bytes(b"damaged")
    monkeypatch.setattr(paths, "prebuilt", lambda: str(tmp_path / "pack.db"))
    monkeypatch.setattr(paths, "builtin_pack", lambda: str(pack))
    assert answer(open_store()) == RIGHT


def test_a_layer_above_a_prebuilt_pack_is_compiled_again_only_after_that_has_changed(
    make_pack: MakePack, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = make_pack()
    open_store(str(pack)).close()
    prebuilt = tmp_path / "pack.db"
    compiled(folder).rename(prebuilt)
    monkeypatch.setattr(paths, "prebuilt", lambda: str(prebuilt))
    monkeypatch.setattr(paths, "builtin_pack", lambda: str(pack))
    mine = str(write_layer(tmp_path / "mine", extends="csto"))
    told: list[str] = []
    for _ in range(2):
        assert [layer.id for layer in open_store(mine, told.append).layers] == ["mini", "mine"]
    assert told == [mine]
    os.utime(prebuilt, (1, 1))
    open_store(mine, told.append).close()
    assert told == [mine, mine]


def test_a_working_store_has_what_the_compiled_one_has_but_for_pages(
    make_pack: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = str(make_pack())
    working = working_store(folder)
    assert working.folder == folder
    assert not (tmp_path / "cache").exists()
    compiled = open_store(folder)
    assert list(working.all_statements()) == list(compiled.all_statements())
    assert list(working.whole_records()) == list(compiled.whole_records())
    assert working.text("news") == compiled.text("news")
    assert (working.stored_facts("meeting"), bool(compiled.stored_facts("meeting"))) == ([], True)
    assert working_store(folder).stored_facts("meeting") == compiled.stored_facts("meeting")


def test_a_working_store_of_a_layer_adds_it_to_what_is_compiled_below(
    make_pack: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    below = make_pack()
    extends = os.path.relpath(below, tmp_path / "mine")
    layer = write_pack(
        tmp_path / "mine",
        "Zoran met Boriss in Xanadu.\n",
        pack=PACK.replace('id = "mini"', f'id = "mine"\nextends = "{extends}"'),
        members="",
        leaders='[[leader]]\nid = "zoran"\nname = "Zoran Petrov"\ntype = "person"\n\n'
        '[[leader]]\nid = "boris"\nextend = true\nnames = ["Boriss"]\n',
        events='[[event]]\nid = "meeting"\nextend = true\n\n[[event.statement]]\nfield = "attended"\n'
        'who = "zoran"\ntext = "Zoran came."\ncite = { source = "letter", quote = "Zoran met Boriss" }\n',
        vocabulary='[[field]]\nid = "greeted"\ngroup = "Attendance"\nlabel = "greeted"\n'
        'inverse = "greeted by"\n'
        'nature = "occurrence"\n',
    )
    sources = layer / "data" / "sources.toml"
    sources.write_text(sources.read_text().replace('"news"', '"letter"'))
    (layer / "corpus" / "news.txt").rename(layer / "corpus" / "letter.txt")
    whole = working_store(str(layer))  # nothing is compiled below
    open_store(str(below)).close()
    added = working_store(str(layer))
    assert added.folder == str(layer)
    for store in (whole, added):
        assert [one.id for one in store.all_statements()][-1] == "meeting/attended/zoran"
        assert find(store, "zoran petrov").hits[0].record == "zoran"
        assert find(store, "boriss").hits[0].record == "boris"
        assert [hit.record for hit in near_hits(store, ["zorann"])] == ["zoran"]
        assert store.text("letter") == "Zoran met Boriss in Xanadu.\n"
    assert list(added.all_statements()) == list(whole.all_statements())
    assert list(added.whole_records()) == list(whole.whole_records())
    assert added.sources() == whole.sources()
    assert added.layers == whole.layers
    assert added.fields == whole.fields and "greeted" in added.fields
    assert added.sentences("letter")[0][:3] == whole.sentences("letter")[0][:3]
