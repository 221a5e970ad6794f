"""The tools of the server, each declared once: its arguments give the schema, the checks and the help."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from cstoref import dates
from cstoref.citing import STYLES
from cstoref.errors import UsageError
from cstoref.export.json_document import json_of
from cstoref.model import NATURES, STANCES
from cstoref.store.queries import Store

from . import answers
from .bounds import MOST, Object, bounded

LONGEST = 400
"""Characters of an argument: longer than any name or question."""
MOST_IDS = 20
INSTRUCTIONS = f"""\
Every tool reads one reference and changes nothing. Answers are JSON of at most {MOST} characters: where
next_cursor is not null, ask the same again with it as cursor. Use only what the tools return. When answered
is false, the sources do not say it: tell that instead of guessing. Each statement carries its grounding
(quoted, referenced or inferred), its stance and its citations; name the speaker for what is reported or
claimed, keep hedges, and mention conflicts. Cite by the ids of statements: the tool cite writes the
citations."""


class Argument(NamedTuple):
    """One argument of a tool: a string, unless it is a list of strings or has a few values."""

    name: str
    help: str
    required: bool = False
    values: tuple[str, ...] = ()
    many: bool = False

    @property
    def schema(self) -> Object:
        """Its part of the tool's schema."""
        of_one: Object = {"type": "string", "maxLength": LONGEST}
        if self.values:
            of_one = {"type": "string", "enum": list(self.values)}
        if self.many:
            of_one = {"type": "array", "items": of_one, "minItems": 1, "maxItems": MOST_IDS}
        return {**of_one, "description": self.help}


class Tool(NamedTuple):
    """One tool."""

    name: str
    description: str
    arguments: tuple[Argument, ...]
    ask: Callable[[Store, Mapping[str, Any]], answers.WholeAnswer]

    @property
    def listed(self) -> Object:
        """As `tools/list` gives it."""
        return {
            "name": self.name,
            "description": self.description,
            "inputSchema": {
                "type": "object",
                "properties": {argument.name: argument.schema for argument in self.arguments},
                "required": [argument.name for argument in self.arguments if argument.required],
                "additionalProperties": False,
            },
            "annotations": {"readOnlyHint": True, "openWorldHint": False, "idempotentHint": True},
        }


_CURSOR = Argument("cursor", "next_cursor of the answer before, to go on")
_AS_OF = Argument("as_of", "answer for this date: YYYY-MM-DD, YYYY-MM or YYYY")
_NAME = "a name, code, office or id"
TOOLS: tuple[Tool, ...] = (
    Tool(
        "search",
        "Answer a question in everyday words, or find what is about some words: records, statements, texts. "
        "Start here. read_as says how the query was understood, certain whether that is sure.",
        (Argument("query", "a question, a name, or words", required=True), _AS_OF, _CURSOR),
        answers.search,
    ),
    Tool(
        "card",
        "What is known of one record (a state, person, body, event, agreement or place): its facts, each "
        "with the ids of the statements it rests on, and the most telling statements.",
        (Argument("name", _NAME, required=True), _AS_OF, _CURSOR),
        answers.card,
    ),
    Tool(
        "passage",
        "The words of a source on which a statement rests, within their paragraph, or the paragraph at a "
        "place of a source.",
        (Argument("of", "the id of a statement, or SOURCE:OFFSET", required=True), _CURSOR),
        answers.passage,
    ),
    Tool(
        "statements",
        "Statements by speaker, subject, field, stance or time, in the order of time.",
        (
            Argument("about", f"only about this record: {_NAME}"),
            Argument("by", f"only said by: {_NAME}"),
            Argument("field", "only of this field, such as attended, signed, office, said"),
            Argument("stance", "how the source presents it", values=STANCES),
            Argument("words", "words that the statement contains"),
            Argument("since", "true or happening on or after this date"),
            Argument("until", "true or happening on or before this date"),
            _AS_OF,
            _CURSOR,
        ),
        answers.statements,
    ),
    Tool(
        "conflicts",
        "Where the sources disagree, change over time or cannot be checked; with an id, one conflict with "
        "its sides.",
        (
            Argument("about", f"only about this record: {_NAME}"),
            Argument("id", "the id of one conflict"),
            Argument("nature", "only of this nature", values=NATURES),
            _CURSOR,
        ),
        answers.conflicts,
    ),
    Tool(
        "cite",
        "Citations of statements, sources or records, for a footnote or a reference manager.",
        (
            Argument("ids", "ids of statements, sources or records", required=True, many=True),
            Argument("style", "plain if not given", values=tuple(STYLES)),
            _CURSOR,
        ),
        answers.cite,
    ),
)
BY_NAME = {tool.name: tool for tool in TOOLS}


def call(store: Store, name: str, given: Mapping[str, Any]) -> str:
    """The JSON that a tool returns. Raises KeyError for an unknown tool, UserError for a wrong argument."""
    tool = BY_NAME[name]
    given = _checked(tool, given)
    found = tool.ask(store, given)
    edition = {
        "pack": f"{store.pack['id']}@{store.pack['edition']}",
        "as_of": given.get("as_of") or store.default_day,
    }
    head = {**edition, **{key: value for key, value in found.head.items() if key not in edition}}
    return json_of(bounded(head, found.lists, given.get("cursor", ""), store.shorts))


def _checked(tool: Tool, given: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments, each of its type and dates as days. Raises UsageError with the name of the one that is
    wrong."""
    known = {argument.name: argument for argument in tool.arguments}
    for name, value in given.items():
        if name not in known:
            raise UsageError(f"{tool.name} has no argument {name}; it takes {', '.join(known)}")
        _check_value(known[name], value)
    for argument in tool.arguments:
        if argument.required and not given.get(argument.name):
            raise UsageError(f"{tool.name} needs {argument.name}: {argument.help}")
    checked = {name: value for name, value in given.items() if value}
    if "as_of" in checked:
        try:
            checked["as_of"] = dates.day(checked["as_of"])
        except ValueError as error:
            raise UsageError(f"as_of: {error}") from None
    return checked


def _check_value(argument: Argument, value: object) -> None:
    values = value if argument.many and isinstance(value, list) else [value]
    if (argument.many and not isinstance(value, list)) or not all(isinstance(one, str) for one in values):
        raise UsageError(f"{argument.name} is {'a list of strings' if argument.many else 'a string'}")
    if len(values) > MOST_IDS:
        raise UsageError(f"{argument.name} takes at most {MOST_IDS} values")
    for one in values:
        if len(str(one)) > LONGEST:
            raise UsageError(f"{argument.name} takes at most {LONGEST} characters")
        if argument.values and one and one not in argument.values:
            raise UsageError(f"{argument.name} is one of {', '.join(argument.values)}")
