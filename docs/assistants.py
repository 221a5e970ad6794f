"""Writes docs/assistants.md, what an assistant asks `cstoref mcp` and what it is answered: `make reference`.
A test fails when the page is stale, and `make readers` asks the same by the official client.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from cstoref.assistant.tools import call
from cstoref.store.cache import open_store

PAGE = Path(__file__).parent / "assistants.md"
Ask = Callable[[str, dict[str, Any]], str]
"""A tool and its arguments → the text of its answer."""
KEPT = {
    *(
        "read_as",
        "as_of",
        "answered",
        "message",
        "answers",
        "note",
        "statements",
        "text",
        "when",
        "grounding",
    ),
    *("said_by", "citations", "source", "quote", "says", "sources", "sentences", "cited", "next_cursor"),
}
"""The keys that the page shows; of each answer it says how long the whole is."""
MOST = 2
"""Answers, statements and citations of each that the page shows."""
HEAD = """\
# What an assistant is answered

Written by `make reference`. `make readers` asks the same over stdio, by the official client of the Model
Context Protocol, and fails if anything is answered otherwise. Of each answer some keys are shown, and of a
list its first two; the length is that of the whole.
"""


class Question(NamedTuple):
    """What a person asks, and what an assistant makes of it."""

    asked: str
    shows: str
    calls: tuple[tuple[str, dict[str, Any]], ...]


QUESTIONS = (
    Question(
        "Who refused to sign the agreement on the rapid reaction force?",
        "The answer is quoted from the sources. The assistant then reads the passage, and cites it.",
        (
            ("search", {"query": "who refused to sign the rapid reaction force agreement"}),
            ("passage", {"of": "{statement}"}),
            ("cite", {"ids": ["{statement}"], "style": "plain"}),
        ),
    ),
    Question(
        "Has Armenia left the CSTO?",
        "Each statement says what it rests on, and for which day the answer is.",
        (("search", {"query": "did armenia leave the csto"}),),
    ),
    Question(
        "How many tanks does Belarus have?",
        "The sources do not say. `answered` is false, and nothing is put in the place of an answer.",
        (("search", {"query": "how many tanks does belarus have"}),),
    ),
)


def page(ask: Ask) -> str:
    """The page, by the answers of the server."""
    return HEAD + "".join(part for question in QUESTIONS for part in _question(question, ask))


def _question(question: Question, ask: Ask) -> Iterator[str]:
    yield f"\n## {question.asked}\n\n{question.shows}\n"
    statement = ""
    for tool, given in question.calls:
        asked = {key: _filled(value, statement) for key, value in given.items()}
        text = ask(tool, asked)
        answer = json.loads(text)
        statement = statement or _first_statement(answer)
        called = json.dumps(asked, ensure_ascii=False)
        shown = json.dumps(_kept(answer), ensure_ascii=False, indent=1)
        yield f"\n`{tool}` with `{called}`, {len(text):,} characters:\n\n```json\n{shown}\n```\n"


def _filled(value: Any, statement: str) -> Any:
    if isinstance(value, list):
        return [_filled(one, statement) for one in value]
    return value.replace("{statement}", statement)


def _first_statement(answer: dict[str, Any]) -> str:
    statements = [one for part in answer["answers"] for one in part["statements"]]
    return next((str(one["id"]) for one in statements if one["grounding"] == "quoted"), "")


def _kept(value: Any) -> Any:
    if isinstance(value, list):
        return [_kept(one) for one in value[:MOST]]
    if not isinstance(value, dict):
        return value
    if "answers" in value:  # what the sources of an answer are called
        shown = {key: _kept(one) for key, one in value.items() if key in KEPT and key != "sources"}
        named = {
            one["source"] for part in shown["answers"] for s in part["statements"] for one in s["citations"]
        }
        called = {key: one for key, one in value["sources"].items() if key in named}
        return {**shown, "grounding": value["grounding"], "sources": called}
    return {key: _kept(one) for key, one in value.items() if key in KEPT and one not in (None, [], {})}


def by_the_official_client(command: str) -> Ask:
    """Asks a server in a process of its own, which is started for each call."""
    import asyncio
    import os

    from mcp import ClientSession, StdioServerParameters, stdio_client

    async def talk(tool: str, given: dict[str, Any]) -> str:
        server = StdioServerParameters(command=command, args=["mcp"], env=dict(os.environ))
        async with stdio_client(server) as (read, write), ClientSession(read, write) as session:
            await session.initialize()
            result: Any = await session.call_tool(tool, given)
            [content] = result.content
            return str(content.text)

    return lambda tool, given: asyncio.run(talk(tool, given))


if __name__ == "__main__":
    store = open_store()
    PAGE.write_text(page(lambda tool, given: call(store, tool, given)), encoding="utf-8", newline="\n")
