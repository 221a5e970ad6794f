"""The server: one page, its files, and a connection for each explorer, at one address with a token in it."""

from __future__ import annotations

import asyncio
import errno
from asyncio import AbstractServer, Event
from collections.abc import Callable, Mapping
from typing import NamedTuple

from aiohttp import WSCloseCode, WSMsgType, web

from cstoref.errors import UserError, reason

from .explorer_process import Command, ExplorerProcess, Opening
from .files import File
from .gate import refusal
from .packets import from_page, size

EXPLORERS = 8
"""Explorers that are open at a time: each takes as much memory as one in a terminal."""
CONNECTIONS = 64
"""Connections at a time, of pages that are open and of whoever else asks."""
MESSAGE = 1 << 20
"""Bytes of the longest message of a page, which is what somebody pastes."""
HEARTBEAT = 15.0
"""Seconds after which a page that is silent is asked whether it is there."""
CONNECTION = "explorer/"
"""What the address of a connection has after the token, and then how light the page is."""
GROUNDS = ("dark", "light")
FULL = f"{EXPLORERS} explorers are open already. Close one, and load this page again."
BUSY = "port {port} of {host} is in use; name another with --port, or none for one that is free"
HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), clipboard-read=(), geolocation=(), microphone=()",
    # The address is secret: no page that a link leads to may learn it.
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
    "img-src data:; connect-src ws://{host}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""Nothing is loaded from elsewhere, whatever is drawn. The terminal makes its styles as it goes."""


class Served(NamedTuple):
    """What the server serves, and how."""

    host: str
    """An address in numbers."""
    port: int
    """0: any that is free."""
    token: str
    files: Mapping[str, File]
    command: Command
    tell: Callable[[str], None]
    """Told in a sentence what the person at the terminal should know."""


class Server:
    """Answers whoever has the address. Every explorer ends with its connection, and all with the server."""

    def __init__(self, served: Served) -> None:
        """Nothing is served before `open`."""
        self._served = served
        app = web.Application(client_max_size=1024)
        app.router.add_get("/{path:.*}", self._answer)
        app.on_response_prepare.append(_with_headers)
        app.on_shutdown.append(self._leave_pages)
        self._runner = web.AppRunner(app, access_log=None, handle_signals=False, shutdown_timeout=30.0)
        self._pages: set[web.WebSocketResponse] = set()
        self._listener: AbstractServer | None = None

    async def open(self) -> str:
        """Listen; returns the address. Raises UserError where that is not possible."""
        await self._runner.setup()
        host, port = self._served.host, self._served.port
        loop = asyncio.get_running_loop()
        try:
            self._listener = await loop.create_server(self._connected, host, port)
        except OSError as error:
            await self._runner.cleanup()
            raise UserError(_refused(error, host, port)) from None
        own = self._listener.sockets[0].getsockname()
        name = f"[{own[0]}]" if ":" in own[0] else own[0]
        return f"http://{name}:{own[1]}/{self._served.token}/"

    async def close(self) -> None:
        """End every explorer and stop listening."""
        if self._listener is not None:
            self._listener.close()
        await self._runner.cleanup()

    def _connected(self) -> asyncio.Protocol:
        factory = self._runner.server
        assert factory is not None
        return factory() if len(factory.connections) < CONNECTIONS else _Refused()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        """The page, one of its files, or an explorer."""
        token, headers = self._served.token, request.headers
        hosts, origins = headers.getall("Host", []), headers.getall("Origin", [])
        name = request.path.removeprefix(f"/{token}").removeprefix("/")
        connects = name.startswith(CONNECTION)
        refused = refusal(token, request.path, hosts, origins, connects)
        if refused:
            return web.Response(status=refused.status, text=refused.words)
        if request.path == f"/{token}":
            raise web.HTTPPermanentRedirect(f"/{token}/")
        if connects or not name:
            if len(self._pages) >= EXPLORERS:
                return web.Response(status=503, text=FULL)
            if connects:
                return await self._explore(request, name.removeprefix(CONNECTION))
        file = self._served.files.get(name)
        if file is None:
            return web.Response(status=404, text="There is nothing here.")
        return web.Response(body=file.body, content_type=file.type, charset=_charset(file))

    async def _explore(self, request: web.Request, ground: str) -> web.StreamResponse:
        """Have an explorer draw for a page until one of the two ends."""
        try:
            columns, rows = size(request.query.get("width"), request.query.get("height"))
        except ValueError:
            return web.Response(status=400, text="The page does not say how large it is.")
        if ground not in GROUNDS:
            return web.Response(status=404, text="There is nothing here.")
        page = web.WebSocketResponse(heartbeat=HEARTBEAT, max_msg_size=MESSAGE, compress=False)
        self._pages.add(page)  # before anything is waited for: as many as come at once are counted
        try:
            await page.prepare(request)
            opening = Opening(columns, rows, ground == "light")
            explorer = await ExplorerProcess.start(
                self._served.command, opening, page.send_bytes, self._served.tell
            )
            # The page of an explorer that was left is closed.
            explorer.drawing.add_done_callback(lambda _: asyncio.ensure_future(page.close()))
            try:
                async for message in page:
                    if message.type == WSMsgType.TEXT and (packet := from_page(message.data)):
                        await explorer.send(packet)
            finally:
                await asyncio.shield(explorer.end())
        except OSError as error:
            self._served.tell(f"an explorer could not be started: {reason(error)}")
        finally:
            self._pages.discard(page)
            await page.close()
        return page

    async def _leave_pages(self, app: web.Application) -> None:
        for page in list(self._pages):
            await page.close(code=WSCloseCode.GOING_AWAY)


class _Refused(asyncio.Protocol):
    """What comes when there are too many connections."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        transport.abort()


async def serve(served: Served, ready: Callable[[str], None], end: Event) -> None:
    """Serve until `end` is set; `ready` is told the address. Raises UserError."""
    server = Server(served)
    ready(await server.open())
    try:
        await end.wait()
    finally:
        await server.close()


async def _with_headers(request: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(HEADERS)
    if response.content_type == "text/html":
        # Checked by now: the name is one of the server's own.
        response.headers["Content-Security-Policy"] = POLICY.format(host=request.headers["Host"])
    response.headers.pop("Server", None)


def _charset(file: File) -> str | None:
    return "utf-8" if file.type.startswith("text/") else None


def _refused(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return BUSY.format(host=host, port=port)
    if error.errno == errno.EADDRNOTAVAIL:
        return f"{host} is no address of this machine"
    return f"port {port} of {host} cannot be used: {reason(error)}"
