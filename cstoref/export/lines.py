"""Each value as the object that stands for it in an export. The order of the keys is part of the format."""

from __future__ import annotations

from cstoref.attributes import NAMES
from cstoref.model import (
    Citation,
    Conflict,
    Edition,
    Fact,
    Record,
    Retired,
    RuleException,
    Silence,
    Source,
    Statement,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from .source import LayerReader

    Line = dict[str, Any]


SCHEMA = 2
"""The version of the form of all lines and of what `--json` prints; raised whenever a key changes its type
or goes."""


def versioned(value: Any) -> Any:
    """A value that is printed, with SCHEMA as `schema` at its end; of a list, each of its objects."""
    # A list stays a list: whoever reads it goes through its objects.
    if isinstance(value, list):
        return [versioned(one) for one in value]
    return {**value, "schema": SCHEMA} if isinstance(value, dict) else value


def pack(
    edition: Edition, counts: Mapping[str, int], newest_source: str | None, layers: Iterable[LayerReader] = ()
) -> Line:
    """The line that opens an export: which form it has, whose it is, how much there is."""
    return {
        "type": "pack",
        "id": edition.id,
        "title": edition.title,
        "edition": edition.edition,
        "checked_until": edition.checked_until,
        "schema": SCHEMA,
        "license": edition.licence,
        "language": edition.language,
        "newest_source": newest_source,
        "counts": dict(counts),
        **_written(edition),
        "subject": edition.subject,
        "predecessor": edition.predecessor,
        "layers": [_layer(layer) for layer in layers],
    }


def _layer(value: LayerReader) -> Line:
    """One pack of a stack, the lowest first."""
    return {
        "id": value.id,
        "title": value.title,
        "edition": value.edition,
        "checked_until": value.checked_until,
        "license": value.licence,
        "language": value.language,
        **_written(value),
    }


def _written(value: Edition | LayerReader) -> Line:
    """What a pack says of itself, beside its head; `vocabulary` is the text of its file."""
    return {
        "checked_from": value.checked_from,
        "description": value.description,
        "extends": value.extends,
        "vocabulary": value.vocabulary,
    }


def source(value: Source, content: str | None = None) -> Line:
    """One document. `length` is in code points; `bodies` are those of the authors that are no people;
    `content` is its text, where that was asked for."""
    return {
        "type": "source",
        "id": value.id,
        "title": value.title,
        "author": value.author,
        "publisher": value.publisher,
        "issued": value.issued,
        "issued_basis": value.issued_basis,
        "url": value.url,
        "language": value.language,
        "grounding": value.grounding,
        "path": value.path,
        "sha256": value.whole_sha256 or value.sha256,
        "length": value.length,
        "container": value.container,
        "volume": value.volume,
        "issue": value.issue,
        "source_type": value.type,
        "note": value.note,
        "authors": [author.name for author in value.authors],
        "copy_of": value.copy_of,
        "read": value.read,
        "layer": value.layer,
        "abbr": value.abbr,
        "bodies": [author.name for author in value.authors if author.body],
        "original_file": value.original_file,
        "original_sha256": value.original_sha256,
        "content": content,
    }


def record(value: Record) -> Line:
    """One record with its names and identifiers."""
    return {
        "type": "record",
        "id": value.id,
        "kind": value.kind,
        "name": value.name,
        "names": [name._asdict() for name in value.names],
        "identifiers": dict(value.identifiers),
        "when": value.when,
        "blurb": value.blurb,
        "subtype": value.type,
        "place": value.place,
        "layer": value.layer,
    }


def fact(value: Fact) -> Line:
    """One fact at the head of a record: its words and the ids of the statements it is composed from."""
    return {
        "id": value.id,
        "label": value.label,
        "text": value.text,
        "statements": list(value.statements),
        "in_conflict": bool(value.conflicts),
        "known": not value.missing,
        "layer": value.layer,
    }


def statement(value: Statement) -> Line:
    """One statement. `value` is always text; what it is of stands at the end, with its parts typed."""
    typed = value.value
    line = {
        "type": "statement",
        "id": value.id,
        "subject": value.subject,
        "field": value.field,
        "text": value.text,
        "value": None if typed is None else decimal(typed.number) if typed.text is None else typed.text,
        "unit": typed.unit if typed else None,
        "about": list(value.about),
        "when": value.when,
        "said_by": value.said_by,
        "via": [relay._asdict() for relay in value.via],
        "stance": value.stance,
        "rank": value.rank,
        "grounding": value.grounding,
        "citations": [citation(cite) for cite in value.citations],
        "roles": _roles(value),
        "said_by_text": value.said_by_text,
        "said_on": value.said_on,
        "when_text": value.when_text,
        "when_basis": value.when_basis,
        "hedge": value.hedge,
        "rank_reason": value.rank_reason,
        "from": list(value.rests_on),
        "rule": value.rule,
        "note": value.note,
        "negated": value.negated,
        "approx": bool(typed and typed.approx),
        "min": _float(typed.min) if typed else None,
        "max": _float(typed.max) if typed else None,
    }
    for name in NAMES:  # later attributes follow at the end, so that no key ever moves
        line.setdefault(name, getattr(value, name))
    kind = value_kind(value)
    line["value_kind"] = kind
    line["value_number"] = _float(typed.number) if typed else None
    line["value_record"] = typed.text if typed and kind == "record" else None
    return line


def decimal(number: float | None) -> str | None:
    """A number in decimal form: `12`, `0.5`, never `1e+16`."""
    if number is None:
        return None
    return str(int(number)) if number == int(number) else f"{number:f}".rstrip("0")


def _float(number: float | None) -> float | None:
    # A column of one type: readers that see whole numbers first refuse `0.5` after them.
    return None if number is None else float(number)


def value_kind(value: Statement) -> str | None:
    """Whether the value is a `number`, a `record` (which the statement then is about) or `text`."""
    typed = value.value
    if typed is None:
        return None
    if typed.text is None:
        return "number"
    return "record" if typed.text in value.about else "text"


def conflict(value: Conflict) -> Line:
    """One conflict with what it names."""
    return {
        "type": "conflict",
        "id": value.id,
        "nature": value.nature,
        "topic": value.topic,
        "explanation": value.explanation,
        "records": list(value.records),
        "statements": list(value.statements),
        "citations": [citation(cite) for cite in value.citations],
        "layer": value.layer,
    }


def silence(value: Silence) -> Line:
    """One passage from which no statement is drawn, and why."""
    cited = citation(value.citation)
    del cited["confirms"]  # which only a statement's citation can
    return {"type": "silence", **cited, "reason": value.reason}


def exception(value: RuleException) -> Line:
    """Statements that do not meet a constraint together, and why that is so."""
    return {
        "type": "exception",
        "rule": value.rule,
        "statements": list(value.statements),
        "reason": value.reason,
    }


def retired_id(value: Retired) -> Line:
    """An id that is no longer used, and what is meant by it now."""
    return {"type": "retired_id", "id": value.id, "successor": value.successor, "reason": value.reason}


def citation(value: Citation) -> Line:
    """Where a statement rests: offsets in code points, `text[start:end] == quote`; what the source says."""
    return {
        "source": value.source,
        "start": value.start,
        "end": value.end,
        "quote": value.quote,
        "says": value.says,
        "note": value.note,
        "confirms": value.confirms,
        "paragraph": value.paragraph,
    }


def _roles(value: Statement) -> dict[str, list[str]]:
    roles: dict[str, list[str]] = {}
    for role in value.roles:
        name = role.role if role.record else f"{role.role}_text"
        # These roles are always words: without this they would get `_text` at their end.
        if role.role in ("condition", "outcome"):
            name = role.role
        roles.setdefault(name, []).append(role.record or role.words or "")
    return roles
