"""The Model Context Protocol over stdio: JSON-RPC 2.0, one message a line. Knows no pack.

Rules: the specification of the protocol of 2025-06-18, “Base protocol”, “Lifecycle”, “Tools”. Only what a
server of tools needs: initialize, ping, tools/list and tools/call; notifications are taken and not answered.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TextIO

from cstoref.errors import UserError

VERSIONS = ("2025-06-18", "2025-03-26", "2024-11-05")
"""Versions of the protocol that this server speaks, the newest first."""
LONGEST = 1 << 16
"""Characters of a message that is read; every question fits in a fraction of it."""
PARSE_ERROR, INVALID_REQUEST, NO_METHOD, INVALID_PARAMS = -32700, -32600, -32601, -32602
Object = dict[str, Any]


class ProtocolError(Exception):
    """A message that cannot be obeyed, with its code of JSON-RPC."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code


class Service(NamedTuple):
    """What is served."""

    name: str
    version: str
    instructions: str
    """For the assistant, on how to use the tools."""
    tools: tuple[Object, ...]
    """As `tools/list` gives them: name, description, inputSchema, annotations."""
    call: Callable[[str, Mapping[str, Any]], str]
    """The text that a tool returns for its arguments. Raises UserError, or KeyError for an unknown tool."""


def serve(service: Service, lines: TextIO, out: TextIO) -> None:
    """Answer every message of `lines` on `out`, to the end of `lines`."""
    while line := lines.readline(LONGEST + 1):
        if len(line) > LONGEST:
            while line and not line.endswith("\n"):  # the rest of the message must not be read as another
                line = lines.readline(LONGEST)
            reply: Object | None = _failure(None, PARSE_ERROR, f"a message has at most {LONGEST} characters")
        elif not line.strip():
            continue
        else:
            reply = answer(service, line)
        if reply is not None:
            out.write(json.dumps(reply, ensure_ascii=True, separators=(",", ":")) + "\n")
            out.flush()


def answer(service: Service, line: str) -> Object | None:
    """The reply to one message; None to a notification, or to the reply of a client."""
    try:
        message = json.loads(line)
    except (ValueError, RecursionError):
        return _failure(None, PARSE_ERROR, "this is not JSON")
    if not isinstance(message, dict) or message.get("jsonrpc") != "2.0":
        return _failure(None, INVALID_REQUEST, "this is not a message of JSON-RPC 2.0")
    id = message.get("id")
    if not isinstance(message.get("method"), str):
        is_reply = "result" in message or "error" in message
        return None if is_reply else _failure(id, INVALID_REQUEST, "a request has a method")
    if "id" not in message:
        return None
    if not isinstance(id, str | int) or isinstance(id, bool):
        return _failure(None, INVALID_REQUEST, "an id is a string or a whole number")
    try:
        return {"jsonrpc": "2.0", "id": id, "result": _result(service, message)}
    except ProtocolError as error:
        return _failure(id, error.code, str(error))


def _result(service: Service, message: Object) -> Object:
    method, params = message["method"], message.get("params", {})
    if not isinstance(params, dict):
        raise ProtocolError(INVALID_PARAMS, "params is an object")
    if method == "initialize":
        asked = params.get("protocolVersion")
        return {
            "protocolVersion": asked if asked in VERSIONS else VERSIONS[0],
            "capabilities": {"tools": {"listChanged": False}},
            "serverInfo": {"name": service.name, "version": service.version},
            "instructions": service.instructions,
        }
    if method == "ping":
        return {}
    if method == "tools/list":
        return {"tools": list(service.tools)}
    if method == "tools/call":
        return _called(service, params)
    raise ProtocolError(NO_METHOD, f"there is no method {method}")


def _called(service: Service, params: Object) -> Object:
    """The result of a tool. What the asker can mend is a result too, so that the assistant reads it."""
    name, arguments = params.get("name"), params.get("arguments") or {}
    if not isinstance(name, str) or not isinstance(arguments, dict):
        raise ProtocolError(INVALID_PARAMS, "a call has the name of a tool and an object of arguments")
    try:
        text, failed = service.call(name, arguments), False
    except KeyError:
        raise ProtocolError(INVALID_PARAMS, f"there is no tool {name}") from None
    except UserError as error:
        text, failed = error.sentence, True
    return {"content": [{"type": "text", "text": text}], "isError": failed}


def _failure(id: str | int | None, code: int, message: str) -> Object:
    return {"jsonrpc": "2.0", "id": id, "error": {"code": code, "message": message}}
