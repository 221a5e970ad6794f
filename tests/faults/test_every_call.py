"""Every read and write that the program does fails, one at a time: the answer is right or the message is,
what is reported as saved is saved, and nothing is lost.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from cstoref.cli.main import main
from cstoref.store.cache import open_store
from cstoref.user import files, notes, pins
from cstoref.user.user_data import UserData
from tests.conftest import SOAK
from tests.mini_pack import write_pack
from tests.tally import count

from .faulty_calls import FAULTS, Calls, faulty

ANNA, BORIS, MEN = "meeting/attended/anna", "meeting/attended/boris", "meeting/contributed/boris"
MOST = 40
"""In the short form so many calls of a command fail, spread over all, each in one way; in the long one each
in every way."""
WAYS = [(fault, once) for fault in FAULTS for once in (True, False)]
MEMO = "# A small pack"
OLD = "what was there before"


class Case(NamedTuple):
    """What a person does, in which state of things."""

    words: tuple[str, ...]
    before: Callable[[Path], object] = lambda home: None
    """Prepares the home."""
    after: Callable[[Path, bool], None] = lambda home, done: None
    """Checks what is left, and whether what was reported as done is done."""
    cold: bool = False
    """Without a compiled pack."""


def saved(home: Path) -> UserData:
    return UserData("mini", "1", str(home / "pack"))


def pinned(home: Path) -> tuple[str, ...]:
    loaded = files.load(str(home / "data" / "cstoref" / "mini"), pins.FORM)
    assert loaded.problem == ""
    return loaded.value


def pins_are(before: tuple[str, ...], after: tuple[str, ...]) -> Callable[[Path, bool], None]:
    def check(home: Path, done: bool) -> None:
        assert pinned(home) in ((after,) if done else (before, after))
        if before:
            assert saved(home).notes == {ANNA: "my note"}

    return check


def with_pins(home: Path) -> None:
    data = saved(home)
    data.pin(ANNA, BORIS)
    data.put_note(ANNA, "my note")


def with_damage(home: Path) -> None:
    folder = home / "data" / "cstoref" / "mini"
    folder.mkdir(parents=True)
    (folder / "pins.json").write_text("damaged")


def damage_is_kept(home: Path, done: bool) -> None:
    folder = home / "data" / "cstoref" / "mini"
    kept = [path.read_text() for path in folder.glob("pins.json*")]
    assert "damaged" in kept
    if done:
        assert pinned(home) == (MEN,)
        assert (folder / "pins.json.damaged-1").read_text() == "damaged"


def of_a_pack_that_was_moved(home: Path) -> None:
    shutil.move(home / "pack", home / "elsewhere")
    UserData("mini", "1", str(home / "elsewhere")).pin(ANNA, BORIS)
    UserData("mini", "1", str(home / "elsewhere")).put_note(ANNA, "my note")
    shutil.move(home / "elsewhere", home / "pack")


def moved_pins(home: Path, done: bool) -> None:
    data = saved(home)
    assert data.pins in (((ANNA, BORIS, MEN),) if done else ((ANNA, BORIS), (ANNA, BORIS, MEN)))
    assert data.notes == {ANNA: "my note"}
    assert files.load(str(home / "data" / "cstoref" / "mini"), notes.FORM).value == {ANNA: "my note"}


def with_old_file(home: Path) -> None:
    with_pins(home)
    (home / "out").write_text(OLD)


def file_is_whole(beginning: str, old: bool, within: str = "") -> Callable[[Path, bool], None]:
    def check(home: Path, done: bool) -> None:
        path = home / "out"
        text = path.read_text("utf-8") if path.exists() else None
        if done or text not in (None, OLD):
            assert text and text.startswith(beginning) and text.endswith("\n") and within in text
            assert path.stat().st_size > 40
        elif old:
            assert text == OLD

    return check


def with_a_site(home: Path) -> None:
    assert main(["site", "-o", str(home / "site"), "--pack", str(home / "pack")]) == 0
    (home / "site" / "thesis.txt").write_text(OLD)


def site_and_thesis(home: Path, done: bool) -> None:
    folder = home / "site"
    assert (folder / "thesis.txt").read_text() == OLD
    assert all(page.read_text("utf-8").endswith("</html>\n") for page in folder.rglob("*.html"))
    if done:
        names = [line.split("  ")[1] for line in (folder / "site-files.txt").read_text().splitlines()]
        assert "index.html" in names
        assert all((folder / name).is_file() for name in names)


CASES = {
    "pin the first": Case(("pin", MEN), after=pins_are((), (MEN,))),
    "pin another": Case(("pin", MEN), with_pins, pins_are((ANNA, BORIS), (ANNA, BORIS, MEN))),
    "unpin": Case(("unpin", ANNA), with_pins, pins_are((ANNA, BORIS), (BORIS,))),
    "unpin all": Case(("unpin", "--all"), with_pins, pins_are((ANNA, BORIS), ())),
    "pin over damage": Case(("pin", MEN), with_damage, damage_is_kept),
    "pin after a move": Case(("pin", MEN), of_a_pack_that_was_moved, moved_pins),
    "list pins": Case(("pin",), with_pins, pins_are((ANNA, BORIS), (ANNA, BORIS))),
    "memo": Case(("memo", "-o", "{home}/out"), with_pins, file_is_whole(MEMO, False, "> my note")),
    "memo over a file": Case(
        ("memo", "--force", "-o", "{home}/out"), with_old_file, file_is_whole(MEMO, True, "> my note")
    ),
    "export": Case(("export", "-o", "{home}/out"), after=file_is_whole('{"type":"pack"', False)),
    "site over a site": Case(("site", "-o", "{home}/site"), with_a_site, site_and_thesis),
    "cite": Case(("cite", ANNA, "-o", "{home}/out"), after=file_is_whole("Anna Ivanova was there", False)),
    "look up": Case(("anna",)),
    "look up, compiling": Case(("anna",), cold=True),
    "search": Case(("search", "xanadu")),
    "statements": Case(("statements",)),
    "paths": Case(("paths",)),
    "verify": Case(("verify", "--no-review")),
}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home with a pack and a compiled one; `tmp_path` has a copy of it for each try."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home" / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home" / "data"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home" / "cache"))
    home = tmp_path / "home"
    write_pack(home / "pack")
    yield home


class Tried(NamedTuple):
    """What came of a command."""

    code: int
    out: str
    err: str


def faults(calls: int) -> Iterator[Calls]:
    """What is to fail, of so many calls."""
    if SOAK:
        yield from (Calls(number, *way) for number in range(calls) for way in WAYS)
        return
    step = max(1.0, calls / MOST)
    for at in range(min(calls, MOST)):
        yield Calls(int(at * step), *WAYS[at % len(WAYS)])


def left_over(home: Path) -> list[str]:
    return [path.name for path in home.rglob("*") if ".new" in path.name]


VERBS: dict[str, Callable[[UserData], object]] = {
    "bookmark": lambda data: data.toggle_bookmark("boris"),
    "move a bookmark": lambda data: data.move_bookmark("anna", 1),
    "note": lambda data: data.put_note(BORIS, "three\nlines\nhere", ""),
    "change a note": lambda data: data.put_note(ANNA, "changed", data.begin_note(ANNA).seen),
    "clear a note": lambda data: data.put_note(ANNA, ""),
    "draft": lambda data: data.keep_draft(BORIS, "half", data.begin_note(BORIS)),
    "pin": lambda data: data.pin(MEN),
    "leave": lambda data: data.leave({"record": "boris"}),
    "opened": lambda data: data.opened("boris"),
}
"""What the explorer and the conversation ask for."""


def everything(data: UserData) -> tuple[object, ...]:
    texts = [data.begin_note(id).text for id in (ANNA, BORIS)]
    return data.bookmarks, dict(data.notes), data.pins, data.recent, data.session, texts


def with_everything(home: Path) -> None:
    with_pins(home)
    data = saved(home)
    for id in ("anna", "meeting"):
        data.toggle_bookmark(id)
    data.opened("anna")
    data.leave({"record": "anna"})


@pytest.mark.parametrize("name", VERBS)
def test_whatever_call_fails_what_the_explorer_saves_is_saved_or_told(home: Path, name: str) -> None:
    verb, folder = VERBS[name], home / "data"
    with_everything(home)
    before = everything(saved(home))
    shutil.copytree(folder, home / "kept")

    def run(calls: Calls) -> UserData:
        shutil.rmtree(folder)
        shutil.copytree(home / "kept", folder)
        data = saved(home)
        with faulty(calls):
            verb(data)
        return data

    counted = Calls()
    run(counted)
    right = everything(saved(home))
    assert right != before
    for calls in faults(len(counted.names)):
        data = run(calls)
        news, found = data.take_news(), everything(saved(home))
        noted = data.notes.get(ANNA, "")
        if name == "change a note" and notes.APART in noted:  # what was there could not be read, so it stays
            assert noted == f"my note\n\n{notes.APART}\nchanged", calls
            continue
        assert found in (before, right), calls
        if found != right:
            assert news and all(sentence.isprintable() for sentence in news), calls
            assert data.has_unsaved or name in ("draft", "leave", "opened"), calls
            verb(data)  # what could not be saved is tried again with the next change
            assert name == "bookmark" or everything(saved(home)) == right, calls
        count(f"calls made to fail: {calls.fault}")


@pytest.mark.parametrize("name", CASES)
def test_whatever_call_fails_nothing_is_lost_and_the_answer_or_the_message_is_right(
    home: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    case = CASES[name]
    kept = home.parent / "kept"

    def prepare() -> None:
        if home.exists() and kept.exists():
            shutil.rmtree(home)
        if kept.exists():
            shutil.copytree(kept, home, symlinks=True)
            return
        if not case.cold:
            open_store(str(home / "pack")).close()
        case.before(home)
        shutil.copytree(home, kept, symlinks=True)

    def run(calls: Calls) -> Tried:
        prepare()
        words = [word.format(home=home) for word in case.words]
        capsys.readouterr()
        with faulty(calls):
            code = main([*words, "--pack", str(home / "pack")])
        captured = capsys.readouterr()
        return Tried(code, captured.out, captured.err)

    counted = Calls()
    right = run(counted)
    assert (right.code, right.err) == (0, "") or name == "pin over damage"
    case.after(home, True)
    for calls in faults(len(counted.names)):
        tried = run(calls)
        where = f"{calls}: {tried}"
        assert "Traceback" not in tried.err, where
        if tried.code == 0:
            assert tried.out == right.out, where
        else:
            assert tried.err.startswith("cstoref: "), where
        try:
            case.after(home, tried.code == 0)
        except AssertionError as error:
            raise AssertionError(where) from error
        if calls.once and "os.unlink" not in calls.failed:
            assert left_over(home) == [], where
        count(f"calls made to fail: {calls.fault}")
