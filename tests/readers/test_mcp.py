"""The server driven by the official client of the protocol, over stdin and stdout of a process of its own."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest
from mcp import ClientSession, StdioServerParameters, stdio_client

Result = TypeVar("Result")
sys.path.insert(0, str(Path(__file__).parents[2] / "docs"))
COMMAND = os.environ.get("CSTOREF") or shutil.which("cstoref") or str(Path(sys.executable).parent / "cstoref")


def with_client(ask: Callable[[ClientSession], Awaitable[Result]]) -> Result:
    """What a conversation with the server comes to."""

    async def talk() -> Result:
        server = StdioServerParameters(command=COMMAND, args=["mcp"], env=dict(os.environ))
        async with stdio_client(server) as (read, write), ClientSession(read, write) as session:
            await session.initialize()
            return await ask(session)

    return asyncio.run(talk())


async def text_of(session: ClientSession, tool: str, **given: Any) -> str:
    result: Any = await session.call_tool(tool, given)
    [content] = result.content
    return str(content.text)


def test_the_client_finds_six_tools_that_only_read() -> None:
    tools: Any = with_client(lambda session: session.list_tools())
    assert [tool.name for tool in tools.tools] == [
        "search", "card", "passage", "statements", "conflicts", "cite",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("question", "answered", "says"),
    [
        ("who leads kyrgyzstan", True, "Japarov"),
        ("how many troops did armenia send to kazakhstan in january 2022", True, "100"),
        ("who was secretary general of the csto in 1950", False, ""),
    ],
)
def test_a_question_is_answered_with_its_grounding(question: str, answered: bool, says: str) -> None:
    text = with_client(lambda session: text_of(session, "search", query=question))
    answer = json.loads(text)
    assert len(text) <= 8000
    assert answer["answered"] is answered
    assert says in text
    assert not answered or (answer["grounding"] and answer["sources"])


def test_from_an_answer_to_its_passage_and_citation() -> None:
    async def follow(session: ClientSession) -> tuple[Any, Any]:
        found = json.loads(await text_of(session, "statements", about="csto", words="expansion"))
        quoted = next(one for one in found["statements"] if one["grounding"] == "quoted")
        passage = json.loads(await text_of(session, "passage", of=quoted["id"]))
        cited = json.loads(await text_of(session, "cite", ids=[quoted["id"]], style="bibtex"))
        return (quoted, passage), cited

    (quoted, passage), cited = with_client(follow)
    words = " ".join(sentence["text"] for sentence in passage["sentences"])
    assert quoted["citations"][0]["quote"].split()[0] in words
    assert cited["cited"][0]["text"].startswith("@")


def test_a_wrong_argument_is_an_error_the_assistant_can_read() -> None:
    async def ask(session: ClientSession) -> Any:
        return await session.call_tool("statements", {"field": "colour"})

    result = with_client(ask)
    assert (result.is_error if hasattr(result, "is_error") else result.isError) is True
    assert "there is no field colour" in result.content[0].text.lower()


def test_the_page_of_questions_is_what_the_client_is_answered() -> None:
    from assistants import PAGE, by_the_official_client, page  # type: ignore[import-not-found]

    assert PAGE.read_text(encoding="utf-8") == page(by_the_official_client(COMMAND))
