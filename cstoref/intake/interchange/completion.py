"""Fills in what follows from the rest: ids, kinds, the sort of a value, records that are named by name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from cstoref import fold
from cstoref.authoring.declared import Declared
from cstoref.authoring.ids import statement_id
from cstoref.export.lines import decimal
from cstoref.model import Record

from ..source_entry import slug
from .content import Content, ImportedItem, Line
from .line_forms import faults
from .table_columns import ROLES

_NUMBER = re.compile(r"-?\d{1,15}(\.\d+)?")


class Completion:
    """Completes what was read for a pack. `declared` is its vocabulary; `records` are those that it has or
    extends, `taken` the ids of its statements."""

    def __init__(
        self, content: Content, declared: Declared, records: Iterable[Record], taken: Iterable[str]
    ) -> None:
        self._content = content
        self._declared = declared
        self._known = {record.id for record in records}
        self._named: dict[str, set[str]] = {}
        self._taken = set(taken)
        for record in records:
            self._name(record.id, (record.name, *(name.text for name in record.names)))

    def complete(self) -> None:
        """Complete every object. Notes what cannot be."""
        for item in self._content.of("statement") if self._content.loose else ():
            if item.id not in self._taken:
                for key in [key for key, value in item.line.items() if value is None]:
                    del item.line[key]
        for item in self._content.of("record"):
            self._record(item)
        given = {item.id for item in self._content.of("statement") if item.id}
        for item in self._content.of("statement"):
            self._statement(item, given)
        for item in self._content.of("conflict"):
            line = item.line
            if line.get("records"):
                line["records"] = [self._meant(id) for id in line["records"]]

    def _name(self, id: str, names: Iterable[str]) -> None:
        for name in names:
            self._named.setdefault(fold.key(name), set()).add(id)

    def _record(self, item: ImportedItem) -> None:
        line = item.line
        if not line.get("id") and line.get("name"):
            line["id"] = slug(line["name"])
        if not line.get("kind") and line.get("subtype") in self._declared.types:
            line["kind"] = self._declared.types[line["subtype"]]
        id = str(line.get("id"))
        self._known.add(id)
        names = [name["text"] for name in line.get("names") or () if name.get("text")]
        self._name(id, [name for name in (line.get("name"), *names) if name])

    def _meant(self, word: str) -> str:
        """The id of the record that a cell means, by id or by a name that only one has; else the cell."""
        if word in self._known:
            return word
        of = self._named.get(fold.key(word), set())
        return next(iter(of)) if len(of) == 1 else word

    def _statement(self, item: ImportedItem, given: set[str]) -> None:
        line = item.line
        for key in ("subject", "said_by"):
            if line.get(key):
                line[key] = self._meant(line[key])
        if line.get("roles"):
            line["roles"] = {
                role: [self._meant(one) for one in of] if role in ROLES else of
                for role, of in line["roles"].items()
            }
        if not line.get("value_kind"):
            self._value(line)
        key = line.pop("key", None)
        if not line.get("id") and line.get("subject") and line.get("field"):
            line["id"] = self._free_id(line, key, given)

    def _value(self, line: Line) -> None:
        """Say of what a value is, by what its field takes."""
        rule, value = self._declared.fields.get(str(line.get("field"))), line.get("value")
        takes = rule.field.value if rule else ""
        if line.get("min") is not None or line.get("max") is not None or line.get("value_number") is not None:
            line["value_kind"] = "number"
        elif value is None:
            line["value_kind"] = None
        elif "number" in takes and _NUMBER.fullmatch(value):
            line["value_kind"] = "number"
            line["value_number"] = float(value)
            line["value"] = decimal(line["value_number"])
        elif takes == "record":
            line["value_kind"], line["value"] = "record", self._meant(value)
        else:
            line["value_kind"] = "text"

    def _free_id(self, line: Line, key: str | None, given: set[str]) -> str:
        """The id of a statement; a second one of the same words gets a key."""
        who = (line.get("roles") or {}).get("who") or ()
        value = line.get("value") if line.get("value_kind") == "record" else None

        def made(key: str | None) -> str:
            return statement_id(line["subject"], line["field"], who, value, key)

        id, number = made(key), 1
        cites = line.get("citations") or [{}]
        base = key or cites[0].get("source") or "other"
        while id in self._taken or id in given:
            number += 1
            id = made(base if number == 2 and not key else f"{base}-{number}")
        self._taken.add(id)
        return id


def note_faults(content: Content) -> None:
    """Note every object that lacks something, or holds what it must not."""
    for sort, item in content:
        for key, message in faults(sort, item.line):
            content.wrong(item.place, item.id, _SAID.get(key, key), message)


_SAID: Mapping[str, Any] = {"subtype": "type"}
"""Keys of an export that a table has under another name."""
