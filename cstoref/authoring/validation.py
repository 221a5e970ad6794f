"""A table as it was parsed → a value of the schema, or one problem for each mistake in it.

What pydantic says is put into the words of those who write the files: what is allowed, never what the program
calls it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from cstoref import dates

from . import limits
from .limits import Limit
from .problems import Problems, Spot, did_you_mean
from .value_types import ID, LANGUAGE, LANGUAGE_TAG, SHA256
from .vocabulary_schema import LETTER, WORD

LENGTHS = (limits.ID, limits.SAYS, limits.NAME, limits.FIELD)
PATTERNS = {
    ID: "write small letters a-z, digits and single hyphens, such as “first-summit”",
    WORD: "write small letters a-z and digits, with single hyphens or underscores between them",
    LETTER: "write one small letter a-z, or leave the key out",
    LANGUAGE: "write the code of a language in two or three small letters, such as “en”",
    LANGUAGE_TAG: "write the code of a language, such as “ru” or “uz-Cyrl”",
    SHA256: "write the SHA-256 of the text, or leave the key out: `cstoref verify --accept-texts` adds it",
}
"""What is allowed where a text must have a form."""
SHAPES = {
    "missing": "is missing",
    "string_type": "write text in quotes",
    "list_type": "write a list: […]",
    "dict_type": "write a table: { … }",
    "model_type": "write a table: { … }",
    "bool_type": "write true or false, without quotes",
    "int_type": "write a whole number, without quotes",
    "int_from_float": "write a whole number",
    "string_too_short": "is empty; write something, or leave the key out",
    "too_short": "is an empty list; give at least one entry, or leave the key out",
}
VALUE = 'write words in quotes, or a number as { number = 12, unit = "men" }'
NUMBER = f"write a number between -{2**53:,} and {2**53:,}"
Model = TypeVar("Model", bound=BaseModel)


class Mistake(NamedTuple):
    """One thing that is wrong in a table: where, and what to do or the limit that is exceeded."""

    path: tuple[str | int, ...]
    message: str | Limit


def validated(model: type[Model], table: Mapping[str, Any], spot: Spot, problems: Problems) -> Model | None:
    """The value that a table is, or None with each of its mistakes noted."""
    # The statements of a record come by themselves later.
    mistakes = list(_too_large({**table, "statement": ()} if "statement" in table else table))
    if not mistakes:
        try:
            return model.model_validate(table)
        except ValidationError as error:
            mistakes = list(_mistakes(error, model))
    for path, message in mistakes:
        place = spot
        for part in path:
            place = place.at(_cut(part + 1 if isinstance(part, int) else part), part)
        if isinstance(message, Limit):
            problems.beyond(place, message)
        else:
            problems.add(place, message)
    return None


def _mistakes(error: ValidationError, model: type[BaseModel]) -> Iterator[Mistake]:
    """The errors of pydantic, of several about one value only one."""
    seen: set[tuple[str | int, ...]] = set()
    for item in error.errors(include_url=False):
        message = _said_of(item, model)
        path = _in_file(item)
        if message is not None and path not in seen:
            seen.add(path)
            yield Mistake(path, message)


def _said_of(item: ErrorDetails, model: type[BaseModel]) -> str | Limit | None:
    """The message of one error; None where it is about a form that the value was not meant to have."""
    last = str(item["loc"][-1]) if item["loc"] else ""
    if last in ("int", "float"):
        return NUMBER
    if any(part == "AuthoredNumber" for part in item["loc"]) and item["type"] == "model_type":
        return None
    if last.startswith("function-") and item["type"] == "string_type":
        return None if isinstance(item["input"], Mapping) else VALUE
    return _message(item, model)


def _in_file(item: ErrorDetails) -> tuple[str | int, ...]:
    """The path of an error as the file has it, without what names the forms of a value."""
    named = item["type"] == "extra_forbidden"
    *above, last = item["loc"] or ("",)
    kept = [part for part in above if not _is_form(part)]
    return (*kept, last) if named or not _is_form(last) else tuple(kept)


def _is_form(part: str | int) -> bool:
    return isinstance(part, str) and (
        part in ("int", "float", "[key]") or part.startswith(("function-", "constrained-", "Authored"))
    )


def _message(item: ErrorDetails, model: type[BaseModel]) -> str | Limit:
    type, context = item["type"], item.get("ctx", {})
    if type == "extra_forbidden":
        known = _keys_at(model, item["loc"][:-1])
        key = str(item["loc"][-1])
        hint = did_you_mean(key, known) or f"; known are {', '.join(known)}"
        return f'unknown key "{_cut(key)}"{hint}'
    if type == "string_too_long":
        return next(limit for limit in LENGTHS if limit.most == context["max_length"])
    if type == "string_pattern_mismatch":
        return PATTERNS[context["pattern"]]
    if type == "literal_error":
        allowed = context["expected"].replace("'", "").replace(" or ", ", ")
        return f"write one of {allowed}{did_you_mean(str(item['input']), allowed.split(', '))}"
    if type == "greater_than_equal":
        return f"write {context['ge']} or more"
    if type == "less_than_equal":
        return f"write {context['le']} or less"
    if type == "value_error":
        return _of_value_error(context["error"])
    return SHAPES.get(type) or item["msg"][:1].lower() + item["msg"][1:]


def _of_value_error(error: Exception) -> str | Limit:
    (reason,) = error.args
    return reason if isinstance(reason, Limit) else str(reason)


def _keys_at(model: type[BaseModel], path: Sequence[str | int]) -> list[str]:
    """The keys that may be written at a place of a model."""
    for part in path:
        fields = {field.alias or name: field for name, field in model.model_fields.items()}
        if part in fields:
            model = next(_models_in(fields[str(part)].annotation), model)
    return [field.alias or name for name, field in model.model_fields.items()]


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and not get_args(annotation):
        if issubclass(annotation, BaseModel):
            yield annotation
        return
    for inner in get_args(annotation):
        yield from _models_in(inner)


def _too_large(table: Mapping[str, Any]) -> Iterator[Mistake]:
    """Where a table has too many entries in a list, or is nested too deeply: the first of such places."""
    if not _fits(table):
        yield from islice(_oversized(table), 1)


def _fits(value: object, depth: int = 0) -> bool:
    """Whether nothing in a value as it was parsed is oversized: cheaper than to look for where."""
    if isinstance(value, dict):
        parts = list(value.values())
    elif isinstance(value, list):
        parts = value
    else:
        return True
    few = depth <= limits.NESTING.most and len(parts) <= limits.LIST.most
    # Nearly all parts are texts, for which no call is made.
    return few and all(_fits(part, depth + 1) for part in parts if part.__class__ in (dict, list))


def _oversized(value: Any, path: tuple[str | int, ...] = (), depth: int = 0) -> Iterator[Mistake]:
    if isinstance(value, str) or not isinstance(value, Mapping | Sequence):
        return
    if depth > limits.NESTING.most:
        yield Mistake(path, limits.NESTING)
    elif len(value) > limits.LIST.most:
        yield Mistake(path, limits.LIST)
    else:
        for name, part in value.items() if isinstance(value, Mapping) else enumerate(value):
            yield from _oversized(part, (*path, name), depth + 1)


def _cut(word: object) -> str:
    return str(word)[: limits.ID.most]


def read_date(text: str, spot: Spot, key: str, problems: Problems) -> str | None:
    """A date as it was written under a key, or None with a problem noted."""
    try:
        return dates.parse(text).edtf
    except ValueError as error:
        problems.add(spot.at(key), str(error))
        return None
