"""Messages in, messages out: the protocol with a service of its own, and no pack."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from typing import Any

import pytest

from cstoref.assistant.protocol import LONGEST, VERSIONS, Service, answer, serve
from cstoref.errors import UserError


def call(name: str, given: Mapping[str, Any]) -> str:
    if name != "echo":
        raise KeyError(name)
    if "words" not in given:
        raise UserError("echo needs words")
    return str(given["words"])


SERVICE = Service("test", "1", "Read.", ({"name": "echo"},), call)


def asked(method: str, params: object = None, id: object = 1) -> dict[str, Any]:
    message: dict[str, object] = {"jsonrpc": "2.0", "id": id, "method": method}
    if params is not None:
        message["params"] = params
    reply = answer(SERVICE, json.dumps(message))
    assert reply is not None
    return reply


@pytest.mark.parametrize(
    ("wanted", "given"), [(VERSIONS[0], VERSIONS[0]), (VERSIONS[2], VERSIONS[2]), ("1999-01-01", VERSIONS[0])]
)
def test_a_version_that_both_speak_is_agreed_on(wanted: str, given: str) -> None:
    reply = asked("initialize", {"protocolVersion": wanted, "capabilities": {}, "clientInfo": {"name": "x"}})
    assert reply["result"]["protocolVersion"] == given
    assert reply["result"]["serverInfo"] == {"name": "test", "version": "1"}
    assert reply["result"]["instructions"] == "Read."


def test_a_call_gives_the_text_of_the_tool() -> None:
    reply = asked("tools/call", {"name": "echo", "arguments": {"words": "Беларусь"}}, id="a")
    assert reply == {
        "jsonrpc": "2.0",
        "id": "a",
        "result": {"content": [{"type": "text", "text": "Беларусь"}], "isError": False},
    }


def test_what_the_asker_can_mend_is_a_result() -> None:
    reply = asked("tools/call", {"name": "echo", "arguments": {}})
    assert reply["result"] == {"content": [{"type": "text", "text": "Echo needs words."}], "isError": True}


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("{", -32700),
        ("[" * 40_000, -32700),
        ("[]", -32600),
        ('{"id": 1, "method": "ping"}', -32600),
        ('{"jsonrpc": "2.0", "id": 1}', -32600),
        ('{"jsonrpc": "2.0", "id": 1.5, "method": "ping"}', -32600),
        ('{"jsonrpc": "2.0", "id": null, "method": "ping"}', -32600),
        ('{"jsonrpc": "2.0", "id": 1, "method": "resources/list"}', -32601),
        ('{"jsonrpc": "2.0", "id": 1, "method": "ping", "params": []}', -32602),
        ('{"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "rm"}}', -32602),
        ('{"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"arguments": 3}}', -32602),
    ],
)
def test_what_cannot_be_obeyed_has_its_code(line: str, code: int) -> None:
    reply = answer(SERVICE, line)
    assert reply is not None and reply["error"]["code"] == code and reply["error"]["message"]


@pytest.mark.parametrize(
    "line",
    [
        '{"jsonrpc": "2.0", "method": "notifications/initialized"}',
        '{"jsonrpc": "2.0", "method": "tools/call", "params": {"name": "echo"}}',
        '{"jsonrpc": "2.0", "id": 3, "result": {}}',
    ],
)
def test_notifications_and_replies_are_not_answered(line: str) -> None:
    assert answer(SERVICE, line) is None


def test_a_server_goes_on_after_what_it_cannot_read() -> None:
    ping = '{"jsonrpc": "2.0", "id": 7, "method": "ping"}'
    out = io.StringIO()
    serve(SERVICE, io.StringIO(f"\n{'x' * (3 * LONGEST)}\nnonsense\n{ping}\n{ping}"), out)
    replies = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [reply.get("error", {}).get("code") for reply in replies] == [-32700, -32700, None, None]
    assert replies[-1] == {"jsonrpc": "2.0", "id": 7, "result": {}}
    assert out.getvalue().isascii()
