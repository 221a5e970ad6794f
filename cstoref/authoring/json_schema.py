"""JSON Schema of the files of `data/`, made from the models that check them and from a pack's own vocabulary.

One schema for all files: each top-level key is that of one file, so that an editor may use it for every one.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from cstoref.provenance import SOURCE_TYPES

from .declared import Declared
from .schema import (
    AuthoredConflict,
    AuthoredEdition,
    AuthoredException,
    AuthoredRecord,
    AuthoredRetired,
    AuthoredSilence,
    AuthoredStatement,
)
from .source_schema import AuthoredSource
from .vocabulary_schema import AuthoredVocabulary

DIALECT = "https://json-schema.org/draft/2020-12/schema"
TABLES: dict[str, type[BaseModel]] = {
    "source": AuthoredSource,
    "conflict": AuthoredConflict,
    "silence": AuthoredSilence,
    "exception": AuthoredException,
    "retired": AuthoredRetired,
}
ONE_OR_LIST = ("cite", "who", "for", "instead_of", "to", "with", "place", "at", "topic", "opposed_by")
"""Keys of a statement where a list of one may be written as that one."""


def json_schema(declared: Declared) -> dict[str, Any]:
    """The schema of every file of a pack with this vocabulary."""
    models: list[type[BaseModel]] = [
        *TABLES.values(),
        AuthoredRecord,
        AuthoredStatement,
        AuthoredEdition,
        AuthoredVocabulary,
    ]
    _, whole = models_json_schema(_inputs(models))
    definitions = {
        name.removeprefix("Authored").lower(): _renamed(part) for name, part in whole["$defs"].items()
    }
    statement = definitions["statement"]
    statement["properties"]["field"] = {"enum": list(declared.fields)}
    for key in ONE_OR_LIST:
        listed = statement["properties"][key]
        items = next(part for part in listed["anyOf"] if "items" in part)["items"]
        listed["anyOf"].append(items)
    conflict = definitions["conflict"]["properties"]["cite"]
    conflict["anyOf"].append({"$ref": "#/$defs/cite"})
    confirming = definitions["confirmation"]["properties"]
    confirming["cite"] = {"anyOf": [confirming["cite"], {"$ref": "#/$defs/cite"}]}
    names = definitions["record"]["properties"]["names"]["items"]
    definitions["record"]["properties"]["names"]["items"] = {"anyOf": [names, {"type": "string"}]}
    authors = definitions["source"]["properties"]["authors"]["items"]
    definitions["source"]["properties"]["authors"]["items"] = {"anyOf": [authors, {"type": "string"}]}
    definitions["record"]["properties"]["statement"]["items"] = {"$ref": "#/$defs/statement"}
    definitions["source"]["properties"]["type"] = {"enum": list(SOURCE_TYPES)}
    definitions["record"]["properties"]["identifiers"]["propertyNames"] = {"enum": list(declared.schemes)}
    _open_words(definitions["vocabulary"])
    return {
        "$schema": DIALECT,
        "title": "The files of data/ of a pack",
        "type": "object",
        "$defs": definitions,
        "properties": _top_level(definitions, declared),
        "additionalProperties": False,
    }


def _inputs(models: Iterable[type[BaseModel]]) -> list[tuple[type[BaseModel], Literal["validation"]]]:
    """Each model with what of it is meant: what may be written."""
    return [(model, "validation") for model in models]


def _top_level(definitions: dict[str, Any], declared: Declared) -> dict[str, Any]:
    """The keys with which a file may begin: tables of records and others, those of pack and vocabulary."""
    properties: dict[str, Any] = {}
    for name in ("edition", "vocabulary"):
        properties |= definitions[name]["properties"]
    for name in TABLES:
        properties[name] = {"type": "array", "items": {"$ref": f"#/$defs/{name}"}}
    for rule in declared.kinds.values():
        of_kind = {"$ref": "#/$defs/record", "properties": {"type": {"enum": list(rule.types)}}}
        properties[rule.kind.id] = {"type": "array", "items": of_kind}
    return properties


def _open_words(vocabulary: dict[str, Any]) -> None:
    """A list of words may be written as a list or as a table of phrases."""
    vocabulary["properties"]["words"] = {
        "type": "object",
        "additionalProperties": {
            "anyOf": [
                {"type": "array", "items": {"type": "string"}},
                {
                    "type": "object",
                    "additionalProperties": {
                        "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]
                    },
                },
            ]
        },
    }


def _renamed(part: Any) -> Any:
    """References under the names of tables, and no titles that repeat a key."""
    if isinstance(part, list):
        return [_renamed(one) for one in part]
    if not isinstance(part, dict):
        return part
    renamed = {
        key: _renamed(value) for key, value in part.items() if key != "title" or not isinstance(value, str)
    }
    if isinstance(renamed.get("$ref"), str):
        renamed["$ref"] = "#/$defs/" + renamed["$ref"].rpartition("/Authored")[2].lower()
    return renamed
