"""The form of each object of an export: its keys and what they hold. `export.lines` writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from cstoref.authoring.problems import did_you_mean
from cstoref.export.lines import SCHEMA

TEXT, NUMBER, WHOLE, YES, ANY = "text", "number", "whole number", "true or false", "any"
TEXTS, IDENTIFIERS, ROLES = "a list of texts", "texts by name", "lists of texts by role"
CITATIONS, NAMES, VIA, LAYERS = "citations", "names", "via", "layers"


class ObjectForm(NamedTuple):
    """The keys of an object, each with what it holds, and those that must be there and not null."""

    keys: dict[str, str]
    needed: tuple[str, ...]


def _form(needed: str, texts: str, **others: str) -> ObjectForm:
    """A form; `others` are keys by what they hold."""
    return ObjectForm(dict.fromkeys(texts.split(), TEXT) | others, tuple(needed.split()))


_PASSAGE = {"start": WHOLE, "end": WHOLE, "paragraph": WHOLE}
PARTS = {
    CITATIONS: _form("source", "source quote says note confirms", **_PASSAGE),
    NAMES: _form("text", "text lang note layer"),
    VIA: _form("", "by by_text on"),
    LAYERS: _form(
        "id",
        "id title edition checked_until license language checked_from description extends vocabulary",
    ),
}
"""The forms of the parts of objects."""
FORMS = {
    "pack": _form(
        "id title edition checked_until license",
        "id title edition checked_until license language newest_source checked_from description extends "
        "vocabulary subject predecessor",
        schema=WHOLE, counts=ANY, layers=LAYERS,
    ),
    "source": _form(
        "id title publisher source_type",
        "id title author publisher issued issued_basis url language grounding path sha256 container volume "
        "issue source_type note copy_of read layer abbr original_file original_sha256 content",
        length=WHOLE, authors=TEXTS, bodies=TEXTS,
    ),
    "record": _form(
        "id kind name subtype",
        "id kind name when blurb subtype place layer",
        names=NAMES, identifiers=IDENTIFIERS, facts=ANY,
    ),
    "statement": _form(
        "id subject field text",
        "id subject field text value unit when said_by stance rank grounding said_by_text said_on when_text "
        "when_basis hedge rank_reason rule note confirmed grade layer value_kind value_record",
        about=TEXTS, via=VIA, citations=CITATIONS, roles=ROLES, negated=YES, approx=YES, trivial=YES,
        min=NUMBER, max=NUMBER, value_number=NUMBER, **{"from": TEXTS},
    ),
    "conflict": _form(
        "id nature topic explanation",
        "id nature topic explanation layer",
        records=TEXTS, statements=TEXTS, citations=CITATIONS,
    ),
    "silence": _form("source reason", "source quote says note reason", **_PASSAGE),
    "exception": _form("rule reason", "rule reason", statements=TEXTS),
    "retired_id": _form("id successor", "id successor reason"),
}  # fmt: skip
"""The forms of objects by their type."""


def faults(sort: str, line: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Every key of an object that is not as it must be, and what to do."""
    yield from _faults(FORMS[sort], {key: value for key, value in line.items() if key != "type"})
    if sort == "pack" and line.get("schema", SCHEMA) != SCHEMA:
        yield "schema", f"is {line['schema']}, this program reads {SCHEMA}; export it again"


def _faults(form: ObjectForm, line: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for key in form.needed:
        if line.get(key) is None:
            yield key, "is missing"
    for key, value in line.items():
        kind = form.keys.get(key)
        if kind is None:
            yield key, f"no such key{did_you_mean(key, form.keys)}"
        elif value is not None:
            yield from _of_kind(key, kind, value)


def _of_kind(key: str, kind: str, value: Any) -> Iterator[tuple[str, str]]:
    if kind in PARTS:
        if not isinstance(value, list) or not all(isinstance(part, dict) for part in value):
            yield key, "must be a list of objects"
            return
        for number, part in enumerate(value):
            yield from ((f"{key}.{number}.{inner}", message) for inner, message in _faults(PARTS[kind], part))
    elif not _FITS[kind](value):
        yield key, f"must be {kind}, not {_shown(value)}"


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(part, str) for part in value)


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _shown(value: Any) -> str:
    words = str(value)
    return words if len(words) <= 60 else f"{words[:59]}…"


_FITS: dict[str, Callable[[Any], bool]] = {
    TEXT: lambda value: isinstance(value, str),
    NUMBER: lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    WHOLE: _is_whole,
    YES: lambda value: isinstance(value, bool),
    ANY: lambda value: True,
    TEXTS: _is_texts,
    IDENTIFIERS: lambda value: isinstance(value, dict) and all(isinstance(v, str) for v in value.values()),
    ROLES: lambda value: isinstance(value, dict) and all(map(_is_texts, value.values())),
}
