"""Footnotes are links on a terminal that takes them, and nowhere else; no data can make one."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref.cli.output import Common, lines
from cstoref.render.text import Style, is_address
from cstoref.store.cache import open_store
from tests.conftest import Result

ADDRESS = "https://news.example/2001?a=b"
OTHER = (
    '[[source]]\nid = "web"\ntitle = "T"\ntype = "press"\npublisher = "P"\nabbr = "Web"\nissued = "2001"\n'
)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Say that stdout is a terminal of a kind."""

    def of_kind(kind: str) -> None:
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        monkeypatch.setenv("TERM", kind)

    return of_kind


@pytest.fixture
def pack(make_pack: Callable[..., Path]) -> str:
    """A pack whose second source has an address."""
    events = (
        '[[event]]\nid = "visit"\nname = "The visit"\ntype = "visit"\nwhen = "2001"\n\n'
        '[[event.statement]]\nfield = "attended"\nwho = "anna"\ntext = "Anna came."\n'
        'cite = { source = "web" }\n'
    )
    return str(make_pack(sources=f'{OTHER}url = "{ADDRESS}"\n', events=events))


def linked(text: str, address: str = ADDRESS) -> str:
    return f"\x1b]8;;{address}\x1b\\{text}\x1b]8;;\x1b\\"


@pytest.mark.parametrize("command", [["visit"], ["statements", "--about", "anna"]])
def test_a_footnote_is_a_link_on_a_terminal(
    run: Callable[..., Result], pack: str, terminal: Callable[[str], None], command: list[str]
) -> None:
    assert "\x1b]8" not in run(*command, "--pack", pack, "--color", "never").out
    terminal("xterm-256color")
    out = run(*command, "--pack", pack, "--color", "never").out
    assert f"\x1b]8;;{ADDRESS}\x1b\\◇" in out
    assert out.count("\x1b]8;;\x1b\\") == out.count("\x1b]8;;https")


@pytest.mark.parametrize("kind", ["", "dumb", "linux", "screen.xterm-256color", "vt220"])
def test_a_terminal_that_would_show_the_signs_gets_none(
    run: Callable[..., Result], pack: str, terminal: Callable[[str], None], kind: str
) -> None:
    terminal(kind)
    assert "\x1b]8" not in run("visit", "--pack", pack).out


def test_only_sources_with_an_address_are_links(pack: str, terminal: Callable[[str], None]) -> None:
    terminal("xterm")
    assert Common().linked_style(open_store(pack), ["web", "news"]).links == {"web": ADDRESS}


@pytest.mark.parametrize(
    "address",
    [
        "",
        "javascript:1",
        "file:///etc/passwd",
        "https://a b",
        "https://a\x1b]0;x\x07",
        "https://ä",
        "https://a\n",
    ],
)
def test_what_is_no_web_address_is_no_link(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert not is_address(address)
    assert Style(links={"s": address}).linked("text", "s") == "text"
    lines(["a \x1b]8;;" + address + "\x1b\\b"])
    assert "\x1b" not in capsys.readouterr().out


def test_a_link_that_was_made_passes_and_no_other(
    pack: str, terminal: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    terminal("xterm")
    Common().linked_style(open_store(pack), ["web"])
    lines([linked("\x1b[1mbold\x1b[22m"), "\x1b]8;;https://a\x1b\\", "\x1b]8;id=1;https://a\x1b\\"])
    assert capsys.readouterr().out.splitlines() == [
        linked("\x1b[1mbold\x1b[22m"),
        "␛]8;;https://a␛\\",
        "␛]8;id=1;https://a␛\\",
    ]
