"""`cstoref web` as it is started, with real explorers: its address, its options, and how it ends."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import aiohttp
import pytest

from cstoref.cli.main import main
from cstoref.errors import NOT_FOUND, TERMINATED, USAGE
from tests.patience import PATIENCE
from tests.web.test_server import connected, gone

ROOT = Path(__file__).parents[2]
SMALL = str(ROOT / "tests" / "packs" / "sound-pact")
WATCH = """
import os, sys

def watch(event, arguments):
    elsewhere = event in ("socket.bind", "socket.connect") and arguments[1][0] != "127.0.0.1"
    if elsewhere and isinstance(arguments[1], tuple):
        os._exit(99)

sys.addaudithook(watch)
"""
"""Ends a process that listens to, or asks, anything but this machine."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals as POSIX has them")


@contextmanager
def started(home: Path, *words: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """`cstoref web` with a home of its own, and its address."""
    (home / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    places = {f"XDG_{name}_HOME": str(home / name) for name in ("CACHE", "DATA", "CONFIG")}
    env = {**os.environ, **places, "PYTHONPATH": f"{home}{os.pathsep}{ROOT}"}
    command = [sys.executable, "-m", "cstoref", "web", "--pack", SMALL, *words]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env, start_new_session=True
    ) as server:
        assert server.stdout
        try:
            yield server, server.stdout.readline().strip()
        finally:
            server.kill()


def children(server: subprocess.Popen[str]) -> list[int]:
    listed = Path(f"/proc/{server.pid}/task/{server.pid}/children")
    if not listed.exists():
        pytest.skip("this system does not list children")
    return [int(pid) for pid in listed.read_text().split()]


class Page:
    """What a page has been sent, as text."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.socket, self.drawn = socket, ""

    async def until(self, words: str) -> None:
        """Wait until the explorer has drawn some words since it was last waited for."""
        end = time.monotonic() + PATIENCE
        while words not in self.drawn:
            try:
                data = await self.socket.receive_bytes(timeout=max(0.1, end - time.monotonic()))
            except asyncio.TimeoutError:
                raise AssertionError(f"{words} is not in {self.drawn}") from None
            self.drawn += re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", data.decode())
        self.drawn = ""

    async def type(self, keys: str) -> None:
        await self.socket.send_json(["stdin", keys])


@pytest.mark.slow
def test_an_explorer_is_served_until_ctrl_c(tmp_path: Path) -> None:
    async def look(address: str) -> None:
        async with aiohttp.ClientSession() as client, connected(client, address, "light") as socket:
            page = Page(socket)
            await page.until("type a name or a question")
            await page.type("brennia")
            await page.until("Tove Rask")
            await page.type("\r")
            await page.until("Members › Brennia")
            await page.type("\x1a")
            await page.until("A browser has no shell to go back to.")
            await page.socket.send_json(["resize", {"width": 30, "height": 8}])
            await page.until("cstoref needs 40")

    with started(tmp_path) as (server, address):
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/[\w-]{43}/", address)
        asyncio.run(look(address))
        server.send_signal(signal.SIGINT)
        _, said = server.communicate(timeout=PATIENCE)
        assert server.returncode == 0, said
        assert said == "cstoref: open this address in a browser, and show it to nobody; Ctrl+C ends it\n"


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_no_explorer_outlives_the_server(tmp_path: Path, number: signal.Signals) -> None:
    async def look(server: subprocess.Popen[str], address: str) -> None:
        async with aiohttp.ClientSession() as client, connected(client, address) as socket:
            await Page(socket).until("type a name or a question")
            (explorer,) = children(server)
            server.send_signal(number)
            await gone(explorer)

    with started(tmp_path) as (server, address):
        asyncio.run(look(server, address))
        expected = TERMINATED if number == signal.SIGTERM else -signal.SIGKILL
        assert server.wait(PATIENCE) == expected


@pytest.mark.slow
def test_an_explorer_opens_as_the_command_was_told_to(tmp_path: Path) -> None:
    async def look(address: str) -> None:
        async with aiohttp.ClientSession() as client:
            async with client.get(address) as answer:
                assert 'data-theme="light"' in await answer.text()
            async with connected(client, address) as socket:
                await Page(socket).until("not yet a member")

    with started(tmp_path, "brennia", "--as-of", "1990-06-14", "--theme", "light") as (_, address):
        asyncio.run(look(address))


@pytest.mark.slow
def test_a_port_that_is_in_use_is_an_error(tmp_path: Path) -> None:
    with started(tmp_path) as (_, address):
        port = urlsplit(address).port
        with started(tmp_path, "--port", str(port)) as (second, nothing):
            _, said = second.communicate(timeout=PATIENCE)
            assert nothing == ""
            assert f"port {port} of 127.0.0.1 is in use" in said
            assert second.returncode == NOT_FOUND


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--port", "70000"], USAGE, "--port: from 0 to 65535"),
        (["--port", "x"], USAGE, "invalid int value"),
        (["--host", ""], USAGE, "--host: give an address in numbers"),
        (["--host", "desk.example"], USAGE, "--host: give an address in numbers"),
        (["--host", "203.0.113.1"], NOT_FOUND, "203.0.113.1 is no address of this machine"),
        (["xqxqxq"], NOT_FOUND, "xqxqxq"),
    ],
)
def test_what_cannot_be_served_is_an_error(
    words: list[str],
    code: int,
    said: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("cstoref.tui.signals.leave_on_signals", lambda leave: None)
    assert main(["web", "--pack", SMALL, *words]) == code
    assert said in capsys.readouterr().err


def test_without_the_extra_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("cstoref.web.files.find_spec", lambda name: None)
    assert main(["web", "--pack", SMALL]) == NOT_FOUND
    assert "`pipx inject cstoref textual-serve` adds it" in capsys.readouterr().err
