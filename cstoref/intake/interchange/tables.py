"""Reads tables in CSV: those that an export wrote, or sheets of one's own with some of their columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from cstoref.errors import PackError
from cstoref.paths import shown

from . import membership_table
from .content import Content, ImportedItem
from .sheet import SheetColumns, SheetRow, parts_of, rows_of
from .table_columns import (
    CITED,
    DERIVED,
    FOLLOWING,
    KNOWN,
    MEMBERSHIPS,
    ROLE_WORDS,
    ROLES,
    Cells,
    TypedTable,
    column_type,
    hint,
    scheme_of,
    table_of,
    value_of,
)

Rows = list[Cells]


def read(files: Iterable[tuple[str, bytes]], columns: SheetColumns) -> Content:
    """What some tables say together. Raises PackError with everything that is wrong."""
    content = Content()
    content.loose = True
    found: dict[str, Rows] = {}
    for name, raw in files:
        stem = name.replace("\\", "/").rpartition("/")[2].rpartition(".")[0].lower()
        if stem in DERIVED:
            continue
        rows = rows_of(name, raw, columns)
        table = table_of(stem, set(rows[0].cells) if rows else set())
        if table is None and rows:
            message = (
                "neither its name nor its columns say which table it is; name it "
                f"{', '.join(f'{known}.csv' for known in KNOWN if known not in DERIVED)}"
            )
            raise PackError([f"{shown(name)}: {message}"])
        if table is not None:
            found.setdefault(table.name, []).extend(_cells(table, row, content) for row in rows)
    content.raise_if_wrong()
    for build in _BUILDERS:
        build(found, content)
    membership_table.add(found.get(MEMBERSHIPS, []), content)
    content.refuse_doubles()
    content.raise_if_wrong()
    return content


def _cells(table: TypedTable, row: SheetRow, content: Content) -> Cells:
    values: dict[str, Any] = {}
    for column, cell in row.cells.items():
        type = column_type(column, table)
        if type is None:
            content.wrong(row.place.rpartition(":")[0], column, hint(column, table))
        elif column not in FOLLOWING:
            try:
                values[column] = value_of(type, cell)
            except ValueError as error:
                content.wrong(row.place, row.cells.get("id", ""), column, str(error))
    return Cells(row.place, values)


def _pack(found: Mapping[str, Rows], content: Content) -> None:
    for row in found.get("editions", []):
        layers = sorted(found.get("layers", []), key=lambda one: one.values.get("position") or 0)
        listed = [_without(layer.values, "position") for layer in layers]
        content.add("pack", ImportedItem(row.place, {**row.values, "layers": listed}))


def _sources(found: Mapping[str, Rows], content: Content) -> None:
    authors = _of(found, "authors", "source")
    for id, row in _parents(found, content, "sources", authors).items():
        line = _without(row.values, "authors", "author")
        named = row.values.get("authors") or row.values.get("author")
        if authors is not None:
            listed = authors.get(id, [])
            line["authors"] = [one.values["name"] for one in listed]
            line["bodies"] = [one.values["name"] for one in listed if one.values.get("body")]
        elif "authors" in row.values or "author" in row.values:
            line["authors"] = parts_of(named or "")
        content.add("source", ImportedItem(row.place, {**line, "id": _given(id)}))


def _records(found: Mapping[str, Rows], content: Content) -> None:
    names, identifiers = _of(found, "names", "record"), _of(found, "identifiers", "record")
    for id, row in _parents(found, content, "records", names, identifiers).items():
        values = row.values
        of_schemes = {scheme: column for column in values if (scheme := scheme_of(column))}
        line = _without(values, "type", "names", *of_schemes.values())
        if "type" in values:
            line["subtype"] = values["type"]
        if names is not None:
            line["names"] = [_without(one.values, "record") for one in names.get(id, [])]
        elif "names" in values:
            line["names"] = [{"text": text} for text in parts_of(values["names"] or "")]
        if identifiers is not None:
            line["identifiers"] = {
                one.values["scheme"]: one.values["value"] for one in identifiers.get(id, [])
            }
        elif of_schemes:
            line["identifiers"] = {
                scheme: values[column] for scheme, column in of_schemes.items() if values[column]
            }
        content.add("record", ImportedItem(row.place, {**line, "id": _given(id)}))


def _statements(found: Mapping[str, Rows], content: Content) -> None:
    parts = {
        name: _of(found, name, "statement") for name in ("participants", "relays", "grounds", "citations")
    }
    for id, row in _parents(found, content, "statements", *parts.values()).items():
        values = row.values
        line = _without(values, *ROLES, *ROLE_WORDS, *CITED, "from", "trivial", "negated", "approx")
        line |= {key: values[key] for key in ("trivial", "negated", "approx") if values.get(key) is not None}
        participants, relays, grounds, citations = parts.values()
        if participants is not None:
            line["roles"] = _roles(participants.get(id, []))
        elif any(role in values for role in (*ROLES, *ROLE_WORDS)):
            own = {role: parts_of(values[role] or "") for role in ROLES if role in values}
            own |= {role: [values[role]] if values[role] else [] for role in ROLE_WORDS if role in values}
            line["roles"] = own
        if relays is not None:
            line["via"] = [_without(one.values, "statement", "position") for one in relays.get(id, [])]
        if grounds is not None:
            line["from"] = [one.values["rests_on"] for one in grounds.get(id, [])]
        elif "from" in values:
            line["from"] = parts_of(values["from"] or "")
        if citations is not None:
            line["citations"] = [_cite(one.values) for one in citations.get(id, [])]
        elif values.get("source"):
            cited = {key: values.get(key) for key in CITED[:-1]} | {"note": values.get("cite_note")}
            line["citations"] = [cited]
        content.add("statement", ImportedItem(row.place, {**line, "id": _given(id)}))


_NONE = "\0"
"""Begins what stands for an id where a row has none."""


def _given(id: str) -> str | None:
    return None if id.startswith(_NONE) else id


def _conflicts(found: Mapping[str, Rows], content: Content) -> None:
    names = ("conflict_records", "conflict_statements", "conflict_citations")
    records, statements, citations = (_of(found, name, "conflict") for name in names)
    for id, row in _parents(found, content, "conflicts", records, statements, citations).items():
        line = dict(row.values)
        if records is not None:
            line["records"] = [one.values["record"] for one in records.get(id, [])]
        if statements is not None:
            line["statements"] = [one.values["statement"] for one in statements.get(id, [])]
        if citations is not None:
            line["citations"] = [_cite(one.values) for one in citations.get(id, [])]
        content.add("conflict", ImportedItem(row.place, {**line, "id": _given(id)}))


def _rest(found: Mapping[str, Rows], content: Content) -> None:
    for row in found.get("silences", []):
        content.add("silence", ImportedItem(row.place, _without(row.values, "position")))
    statements = _of(found, "exception_statements", "exception") or {}
    for row in found.get("exceptions", []):
        of = [one.values["statement"] for one in statements.get(str(row.values["position"]), [])]
        content.add(
            "exception", ImportedItem(row.place, {**_without(row.values, "position"), "statements": of})
        )
    for row in found.get("retired_ids", []):
        content.add("retired_id", ImportedItem(row.place, row.values))


_BUILDERS: tuple[Callable[[Mapping[str, Rows], Content], None], ...] = (
    _pack, _sources, _records, _statements, _conflicts, _rest,
)  # fmt: skip


def _of(found: Mapping[str, Rows], table: str, key: str) -> dict[str, Rows] | None:
    """The rows of a table by what they belong to, in their order; None where the table was not given."""
    if table not in found:
        return None
    grouped: dict[str, Rows] = {}
    for row in found[table]:
        of = row.values.get(key)
        grouped.setdefault("" if of is None else str(of), []).append(row)
    for rows in grouped.values():
        rows.sort(key=lambda row: row.values.get("position") or 0)
    return grouped


def _parents(
    found: Mapping[str, Rows], content: Content, table: str, *parts: dict[str, Rows] | None
) -> dict[str, Cells]:
    """The rows of a table by id; of what only tables of its parts name, a row with nothing but its place."""
    rows: dict[str, Cells] = {}
    for number, row in enumerate(found.get(table, [])):
        id = row.values.get("id") or f"{_NONE}{number}"
        if id in rows:
            content.wrong(row.place, id, f"a second row of this id; the first is in {rows[id].place}")
        rows[id] = row
    for part in parts:
        for id, of in (part or {}).items():
            rows.setdefault(id, Cells(of[0].place, {}))
    return rows


def _roles(participants: Rows) -> dict[str, list[str]]:
    # All roles, also the empty ones: the table has all that take part.
    roles: dict[str, list[str]] = {role: [] for role in (*ROLES, *ROLE_WORDS)}
    for one in participants:
        role, record, words = (one.values.get(key) for key in ("role", "record", "words"))
        name = role if record or role in ("condition", "outcome") else f"{role}_text"
        roles.setdefault(str(name), []).append(record or words or "")
    return roles


def _cite(values: Mapping[str, Any]) -> dict[str, Any]:
    return _without(values, "statement", "conflict", "position")


def _without(values: Mapping[str, Any], *keys: str) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key not in keys}
