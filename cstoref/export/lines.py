"""Each value as the object that stands for it in an export. The order of the keys is part of the format."""

from __future__ import annotations

from cstoref.attributes import NAMES
from cstoref.model import Citation, Conflict, Edition, Fact, Record, Source, Statement

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    Line = dict[str, Any]


SCHEMA = 2
"""The version of the form of all lines; raised whenever a key changes its type or goes."""


def pack(edition: Edition, counts: Mapping[str, int], newest_source: str | None) -> Line:
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
    }


def source(value: Source) -> Line:
    """One document. `length` is in code points."""
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
        "sha256": value.sha256,
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
    kind = _value_kind(value)
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


def _value_kind(value: Statement) -> str | None:
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
