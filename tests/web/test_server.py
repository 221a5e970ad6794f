"""The server with explorers that are small programs: what it gives to whom, and that processes end."""

from __future__ import annotations

import asyncio
import os
import re
import sys
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from importlib.util import find_spec
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import pytest
from yarl import URL

from cstoref.errors import UserError
from cstoref.web import explorer_process, server
from cstoref.web.files import files
from cstoref.web.server import EXPLORERS, Served, Server
from tests.patience import PATIENCE

TOKEN = "token"
HEAD = """
import os, sys
def draw(data):
    os.write(1, b"D" + len(data).to_bytes(4, "big") + data)
def read():
    head = sys.stdin.buffer.read(5)
    return head[:1] + sys.stdin.buffer.read(int.from_bytes(head[1:], "big")) if head else b""
os.write(1, b"__GANGLION__\\n")
draw(b"pid %d" % os.getpid())
"""
ECHO = HEAD + "while (said := read()) and b'quit' not in said: draw(said)\nsys.stderr.write('has left')"
STUBBORN = (
    HEAD
    + """
import signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
while True:
    draw(b"x" * 100_000)
"""
)
BRIEF = HEAD + "read()"
BROKEN = "import sys; sys.exit('there is no terminal')"


@asynccontextmanager
async def serving(
    program: str = ECHO, told: list[str] | None = None, **more: Any
) -> AsyncIterator[tuple[str, aiohttp.ClientSession]]:
    """A server, and a client that knows its address."""
    values = {
        "host": "127.0.0.1",
        "port": 0,
        "token": TOKEN,
        "files": files("auto"),
        "command": lambda columns, rows: [sys.executable, "-c", program, str(columns), str(rows)],
        "tell": (told if told is not None else []).append,
    }
    one = Server(Served(**{**values, **more}))
    address = await one.open()
    try:
        async with aiohttp.ClientSession() as client:
            yield address, client
    finally:
        await one.close()


def run(check: Callable[[], Coroutine[Any, Any, None]]) -> None:
    asyncio.run(check())


def origin(address: str) -> dict[str, str]:
    return {"Origin": f"http://{urlsplit(address).netloc}"}


def connected(client: aiohttp.ClientSession, address: str, ground: str = "dark", **headers: str) -> Any:
    """A page's connection, with the headers of a page."""
    place = f"{address}explorer/{ground}?width=80&height=24"
    return client.ws_connect(place, headers={**origin(address), **headers})


async def pid_of(page: aiohttp.ClientWebSocketResponse) -> int:
    return int((await page.receive_bytes()).removeprefix(b"pid "))


def is_there(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


async def gone(pid: int) -> None:
    """Wait until a process is no more."""

    async def watch() -> None:
        while is_there(pid):
            await asyncio.sleep(0.01)

    await asyncio.wait_for(watch(), PATIENCE)


def test_the_page_and_its_files_are_given_and_ask_for_nothing_elsewhere() -> None:
    async def check() -> None:
        async with serving() as (address, client):
            for name, file in files("auto").items():
                async with client.get(address + name) as answer:
                    assert await answer.read() == file.body
                    assert (answer.status, answer.content_type) == (200, file.type), name
                    assert answer.headers["Referrer-Policy"] == "no-referrer"
                    assert "Server" not in answer.headers
            async with client.get(address) as answer:
                policy = answer.headers["Content-Security-Policy"]
                netloc = urlsplit(address).netloc
                assert "default-src 'none'" in policy
                assert f"connect-src ws://{netloc};" in policy

    run(check)


def test_what_page_and_styles_name_are_the_files() -> None:
    given = files("auto")
    texts = [one.body.decode() for one in given.values() if one.type in ("text/html", "text/css")]
    named = re.findall(r"""(?:src|href)="([^"]*)"|url\("?([^")]*)|@import\s*([^;]*)""", "".join(texts))
    assert {place for places in named for place in places} - {""} == {*given, "data:,"} - {""}


def test_no_file_has_the_address_of_anything_elsewhere() -> None:
    texts = [one.body.decode() for one in files("auto").values() if one.type.startswith("text/")]
    without_comments = re.sub(r"(?s)/\*.*?\*/", "", "".join(texts))
    assert re.findall(r"(?:https?|wss?):/+[\w.]+", without_comments) == []


def test_a_textual_serve_that_is_not_there_is_said_to_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    for missing in ("textual_serve", "aiohttp"):
        with monkeypatch.context() as without:
            without.setattr(
                "cstoref.web.files.find_spec", lambda name, m=missing: None if name == m else find_spec(name)
            )
            with pytest.raises(UserError, match="pipx inject cstoref textual-serve"):
                files("auto")


def test_nothing_else_is_given() -> None:
    async def check() -> None:
        async with serving() as (address, client):
            root = address.removesuffix(f"{TOKEN}/")
            wrong = {
                f"{root}": 403,
                f"{root}favicon.ico": 403,
                f"{root}{TOKEN}x/": 403,
                f"{root}static/": 403,
                f"{address}static/": 404,
                f"{address}page.html": 404,
                f"{address}../page.js": 404,
                f"{address}%2e%2e/page.js": 404,
                f"{address}..%2fserver.py": 404,
                f"{address}/etc/passwd": 404,
                f"{address}page.js/": 404,
                f"{address}page.js%00": 404,
                f"{address}explorer/": 403,  # a page says which it is of
            }
            for place, status in wrong.items():
                async with client.get(URL(place, encoded=True)) as answer:
                    assert answer.status == status, place
                    assert len(await answer.text()) < 100
            async with client.post(address) as answer:
                assert answer.status == 405
            async with client.get(address.removesuffix("/"), allow_redirects=False) as answer:
                assert (answer.status, answer.headers["Location"]) == (308, f"/{TOKEN}/")

    run(check)


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Origin": "http://evil.example"},
        {"Host": "evil.example", "Origin": "http://evil.example"},
    ],
)
def test_neither_page_nor_file_nor_explorer_is_for_another_site(headers: dict[str, str]) -> None:
    async def check() -> None:
        async with serving() as (address, client):
            for name in ("", "textual.js"):
                async with client.get(address + name, headers=headers) as answer:
                    assert answer.status == 403
            with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
                await connected(client, address, **headers)
            assert refused.value.status == 403

    run(check)


@pytest.mark.parametrize(
    ("place", "status"),
    [
        ("explorer/dark", 400),
        ("explorer/dark?width=a&height=1", 400),
        ("explorer/grey?width=1&height=1", 404),
        ("explorer/?width=1&height=1", 404),
    ],
)
def test_a_connection_says_how_large_and_how_light_it_is(place: str, status: int) -> None:
    async def check() -> None:
        async with serving() as (address, client):
            with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
                await client.ws_connect(address + place, headers=origin(address))
            assert refused.value.status == status

    run(check)


def test_an_explorer_gets_what_is_typed_and_ends_with_its_connection() -> None:
    told: list[str] = []

    async def check() -> None:
        async with serving(told=told) as (address, client):
            async with connected(client, address) as page:
                pid = await pid_of(page)
                await page.send_str("no message")
                await page.send_str('["stdin", "belarus"]')
                assert await page.receive_bytes() == b"Dbelarus"
                assert is_there(pid)
            await gone(pid)

    run(check)
    assert told == ["has left"]


def test_the_connection_ends_with_its_explorer() -> None:
    async def check() -> None:
        async with serving(BRIEF) as (address, client), connected(client, address) as page:
            await pid_of(page)
            await page.send_str('["stdin", "q"]')
            assert (await page.receive()).type is aiohttp.WSMsgType.CLOSE

    run(check)


def test_why_an_explorer_could_not_open_is_told() -> None:
    told: list[str] = []

    async def check() -> None:
        async with serving(BROKEN, told) as (address, client), connected(client, address) as page:
            assert (await page.receive()).type is aiohttp.WSMsgType.CLOSE

    run(check)
    assert told == ["there is no terminal"]


def test_an_explorer_that_cannot_be_started_is_told_of() -> None:
    told: list[str] = []

    async def check() -> None:
        async with (
            serving(told=told, command=lambda columns, rows: ["/there/is/none"]) as (address, client),
            connected(client, address) as page,
        ):
            assert (await page.receive()).type is aiohttp.WSMsgType.CLOSE

    run(check)
    assert told == ["an explorer could not be started: No such file or directory"]


def test_one_that_will_not_leave_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(explorer_process, "PATIENCE", 0.05)

    async def check() -> None:
        async with serving(STUBBORN) as (address, client):
            async with connected(client, address) as page:
                pid = await pid_of(page)
            await gone(pid)

    run(check)


def test_all_end_with_the_server() -> None:
    async def check() -> None:
        async with serving() as (address, client):
            pages = [await connected(client, address) for _ in range(3)]
            pids = [await pid_of(page) for page in pages]
            assert all(map(is_there, pids))
        # Its children are waited for: nothing is left, not even for a moment.
        assert not any(map(is_there, pids))

    run(check)


def test_only_so_many_explorers_are_open_at_a_time() -> None:
    async def check() -> None:
        async with serving() as (address, client):
            pages = [await connected(client, address) for _ in range(EXPLORERS)]
            with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
                await connected(client, address)
            assert refused.value.status == 503
            async with client.get(address) as answer:
                assert answer.status == 503
                assert "Close one" in await answer.text()
            pid = await pid_of(pages[0])
            await pages[0].close()
            await gone(pid)
            await asyncio.wait_for(free_again(client, address), PATIENCE)

    async def free_again(client: aiohttp.ClientSession, address: str) -> None:
        while True:
            async with client.get(address) as answer:
                if answer.status == 200:
                    break
        await pid_of(await connected(client, address))

    run(check)


def test_only_so_many_connections_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "CONNECTIONS", 2)

    async def check() -> None:
        async with serving() as (address, _):
            own = urlsplit(address)
            assert own.hostname and own.port
            opened = [await asyncio.open_connection(own.hostname, own.port) for _ in range(3)]
            with pytest.raises((ConnectionResetError, asyncio.IncompleteReadError)):
                await opened[2][0].readexactly(1)
            for _, writer in opened:
                writer.close()

    run(check)


def test_a_message_beyond_the_limit_ends_the_connection() -> None:
    async def check() -> None:
        async with serving() as (address, client), connected(client, address) as page:
            pid = await pid_of(page)
            await page.send_str("x" * (server.MESSAGE + 1))
            assert (await page.receive()).type is aiohttp.WSMsgType.CLOSE
            await gone(pid)

    run(check)


def test_a_port_that_is_in_use_is_named() -> None:
    async def check() -> None:
        async with serving() as (address, _):
            port = urlsplit(address).port
            with pytest.raises(UserError, match=rf"port {port} of 127.0.0.1 is in use"):
                async with serving(port=port):
                    pass

    run(check)


def test_an_address_of_another_machine_is_none() -> None:
    async def check() -> None:
        with pytest.raises(UserError, match=r"203\.0\.113\.1 is no address of this machine"):
            async with serving(host="203.0.113.1"):
                pass

    run(check)
