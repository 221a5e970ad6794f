"""What stands in the data stands on the screen: nothing of it is markup, obeyed, or lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref.session.state import State
from cstoref.store.cache import open_store
from cstoref.store.queries import Store
from tests.conftest import Result
from tests.mini_pack import write_pack

from .helpers import Driver, explore, frame, press, screen_strips, seen, type_text

PARTS = ("[sic]", "[/", "[red]x[/red]", "Привет", "🚀", "$x", "a\\[b]", "{[/]}")
ESCAPE = "\x1b]0;t\x07"
SHOWN_ESCAPE = "␛]0;t␇"
QUOTE = f"He {' '.join(PARTS)} {ESCAPE} end"
SHOWN = f"He {' '.join(PARTS)} {SHOWN_ESCAPE} end"
TEXT = f"A first line.\n\n{QUOTE}.\n\nA last line.\n"


def escaped(text: str) -> str:
    """The text as TOML writes it between quotes."""
    for char in ("\\", '"'):
        text = text.replace(char, f"\\{char}")
    return text.replace("\x1b", "\\u001b").replace("\x07", "\\u0007")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack with it in every text that an author writes: names, sentences, speakers, notes, titles."""
    bad = escaped(QUOTE)
    member = (
        f'[[member]]\nid = "xanadu"\nname = "{bad}"\ntype = "state"\nnames = ["Q {bad}"]\nblurb = "B {bad}"\n'
        f'identifiers = {{ iso3166 = "{bad}" }}\n'
    )
    event = (
        f'[[event]]\nid = "meeting"\nname = "Meeting {bad}"\ntype = "meeting"\nwhen = "2001-05-03"\n\n'
        f'[[event.statement]]\nfield = "attended"\nwho = "xanadu"\ntext = "T {bad}"\nwhen_text = "W {bad}"\n'
        f'said_by_text = "S {bad}"\nhedge = "[/"\nnote = "N {bad}"\n'
        f'cite = {{ source = "news", quote = "{bad}" }}\n\n'
        f'[[event.statement]]\nfield = "attended"\nkey = "ref"\nwho = "xanadu"\ntext = "R {bad}"\n'
        f'cite = {{ source = "book", note = "C {bad}" }}\n\n'
        f'[[event.statement]]\nfield = "attended"\nkey = "inf"\nwho = "xanadu"\ntext = "I {bad}"\n'
        f'from = ["meeting/attended/xanadu"]\nrule = "U {bad}"\n'
    )
    book = (
        f'[[source]]\nid = "book"\ntitle = "Book {bad}"\ntype = "press"\npublisher = "{bad}"\n'
        f'abbr = "Bk {bad}"\nissued = "2001"\nnote = "{bad}"\n'
        f'url = "https://x.example/[/]%1b"\n\n'
    )
    conflict = (
        f'[[conflict]]\nid = "c"\nnature = "disagreement"\ntopic = "K {bad}"\nexplanation = "E {bad}"\n'
        'statements = ["meeting/attended/xanadu", "meeting/attended/xanadu-ref"]\n'
    )
    return write_pack(
        tmp_path_factory.mktemp("hostile") / "pack",
        text=TEXT, sources=book, members=member, leaders="", events=event, conflicts=conflict,
    )  # fmt: skip


@pytest.fixture(scope="module")
def hostile(home: Path, folder: Path) -> Store:
    """The store of that pack."""
    return open_store(str(folder))


def together(text: str) -> str:
    """Text without blanks, line ends and frames, so that wrapping does not matter."""
    return "".join(char for char in text if not char.isspace() and char not in "│▏▕▌▸…\u2068\u2069")


def holds(pilot: Driver, id: str) -> bool:
    """Whether a part of the screen shows the whole of it, literally."""
    return together(SHOWN) in together(seen(pilot, id))


def nothing_escapes(pilot: Driver) -> None:
    """Every character that goes to the terminal is one that is only shown."""
    for strip in screen_strips(pilot):
        assert all(char.isprintable() or char in "\u2068\u2069" for char in strip.text), strip.text


def test_every_pane_shows_it_literally(hostile: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        for key in ("", "j", "j"):
            await press(pilot, *([key] if key else []))
            assert holds(pilot, "record")
            assert holds(pilot, "source")
            nothing_escapes(pilot)
        assert together(SHOWN)[:40] in together(frame(pilot).splitlines()[0])
        await press(pilot, "4")
        assert together("Meeting He [sic] [/")[:9] in together(seen(pilot, "index"))
        await press(pilot, "7")
        assert "Bk He" in seen(pilot, "index")
        nothing_escapes(pilot)

    explore(hostile, scenario, (160, 50), State(record="xanadu", pane="record"))


def test_every_list_and_question_shows_it_literally(hostile: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        for keys in (("d",), ("i",), ("o",), ("r",), ("F",)):
            await press(pilot, *keys)
            if keys != ("F",):
                assert together("[sic] [/") in together(frame(pilot)), keys
            nothing_escapes(pilot)
            await press(pilot, "escape")
        await press(pilot, "m", "e")
        await type_text(pilot, "[sic] [/")
        await press(pilot, "f2")
        assert "✎ [sic] [/" in seen(pilot, "record")
        await press(pilot, "apostrophe")
        assert holds(pilot, "record")
        assert "✎ [sic] [/" in seen(pilot, "record")
        nothing_escapes(pilot)

    explore(hostile, scenario, (120, 50), State(record="meeting", pane="record"))


def test_found_and_in_the_palette_it_shows_literally(hostile: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        await type_text(pilot, "[sic] [/")
        assert "[sic] [/" in seen(pilot, "find")
        assert "[sic] [/" in seen(pilot, "index")
        nothing_escapes(pilot)
        await press(pilot, "escape", "ctrl+p")
        await type_text(pilot, "xanadu")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "[sic] [/" in frame(pilot)
        nothing_escapes(pilot)

    explore(hostile, scenario, (120, 50))


def test_below_the_record_it_shows_literally(hostile: Store) -> None:
    async def scenario(pilot: Driver) -> None:
        await press(pilot, "j")
        assert together(SHOWN)[:60] in together(seen(pilot, "strip"))
        nothing_escapes(pilot)

    explore(hostile, scenario, (80, 50), State(record="meeting", pane="record"))


def test_the_card_shows_it_literally(folder: Path, run: Callable[..., Result]) -> None:
    assert together(f"T {SHOWN}") in together(run("show", "meeting", "--all", "--pack", str(folder)).out)
