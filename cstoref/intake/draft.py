"""A statement as a person fills it in, field by field, and the table that it is written as.

Every front end fills in the same entries, whether as a form, as questions or as options. Nothing is checked
here that `verify` checks: the table is checked with the whole pack before it is written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple
from unicodedata import normalize

from cstoref.errors import AmbiguousError, UserError
from cstoref.model import STANCES
from cstoref.store.queries import Store
from cstoref.store.search.record_name import record_named

from .passage import Passage

ROLES = ("who", "for", "instead_of", "to", "with", "at", "place", "topic", "opposed_by")
"""Entries that name records, one or several with commas between."""
WORDS = (
    "when",
    "when_text",
    "when_basis",
    "said_by_text",
    "said_on",
    "stance",
    "hedge",
    "text",
    "key",
    "note",
)
"""Entries that are written as they were typed."""
_NUMBER = re.compile(
    r"(?P<about>about |some |~\s*)?(?P<number>-?\d[\d,]*(?:\.\d+)?)"
    r"(?:\s*(?:-|–|to)\s*(?P<to>\d[\d,]*))?\s*(?P<unit>.*)",
    re.IGNORECASE,
)


class FormEntry(NamedTuple):
    """One line of the form."""

    key: str
    label: str
    help: str
    needed: bool = False


ENTRIES = (
    FormEntry("of", "record", "the record that it is about: a name or an id", True),
    FormEntry("field", "field", "what is stated: its name in the vocabulary, or words of it", True),
    FormEntry("value", "value", "a number with its unit, words, or a record, as the field takes it"),
    FormEntry("who", "who", "who takes part: records, with commas between"),
    FormEntry("when", "when", "2009-06-14, 2009-06, 2009, or START/END; empty: as its event"),
    FormEntry("stance", "stance", f"how the source presents it: {', '.join(STANCES)}; empty: asserted"),
    FormEntry("hedge", "hedge", "the words that weaken it, as they stand there"),
    FormEntry(
        "text", "text", "the sentence that readers see, in your own words; {who} stands for each who", True
    ),
    FormEntry("to", "to", "to or against whom: records"),
    FormEntry("with", "with", "with whom: records"),
    FormEntry("for", "for", "for whom somebody came or acted: records"),
    FormEntry("at", "at", "the event at which it happened: a record"),
    FormEntry("place", "place", "where: a record"),
    FormEntry("key", "id", "tells it from another of the same words; empty: found where it is needed"),
)
"""The form, in the order in which it is filled in."""
BY_KEY = {entry.key: entry for entry in ENTRIES}


class Draft(NamedTuple):
    """A statement that is being filled in."""

    passage: Passage
    values: Mapping[str, str]
    """What was typed, by the key of its entry."""
    negated: bool = False


class Wrong(UserError):
    """An entry that cannot be taken as it is."""

    def __init__(self, key: str, message: str) -> None:
        label = BY_KEY[key].label if key in BY_KEY else key
        super().__init__(f"{label}: {message}")
        self.key = key


class DraftTable(NamedTuple):
    """A statement as it is to be written: the record that it is on, and its table."""

    record: str
    table: dict[str, Any]


def written(store: Store, draft: Draft) -> DraftTable:
    """The table of a draft. Raises Wrong for an entry that is missing or leads to nothing."""
    # A keyboard may send a letter and its mark apart; files have them together.
    values = {key: normalize("NFC", value.strip()) for key, value in draft.values.items() if value.strip()}
    for entry in ENTRIES:
        if entry.needed and entry.key not in values:
            raise Wrong(entry.key, "is missing")
    record = record_id(store, "of", values["of"])
    field = field_id(store, values["field"])
    table: dict[str, Any] = {"field": field}
    if "value" in values:
        table["value"] = _value(store, store.fields[field].value, values["value"])
    for role in ROLES:
        if role in values:
            ids = [record_id(store, role, name) for name in values[role].split(",") if name.strip()]
            table[role] = ids[0] if len(ids) == 1 else ids
    if "said_by" in values:
        table["said_by"] = record_id(store, "said_by", values["said_by"])
    table.update({key: values[key] for key in WORDS if key in values})
    if draft.negated:
        table["negated"] = True
    table["cite"] = draft.passage.cite
    return DraftTable(record, _in_order(table))


def record_id(store: Store, key: str, name: str) -> str:
    """The id of the record that a name means. Raises Wrong."""
    try:
        id = record_named(store, name.strip())
    except AmbiguousError as error:
        candidates = ", ".join(id for id, _, _ in error.candidates[:6])
        raise Wrong(key, f"“{name.strip()}” may be {candidates}; type the id") from None
    except UserError as error:
        raise Wrong(key, str(error)) from None
    assert id is not None
    return id


def field_id(store: Store, typed: str) -> str:
    """The id of the field that was typed: as an id or as its label. Raises Wrong."""
    if typed in store.fields:
        return typed
    meant = [id for id, field in store.fields.items() if field.label.casefold() == typed.casefold()]
    if len(meant) == 1:
        return meant[0]
    near = ", ".join(id for id, _ in fields_with(store, typed)[:5])
    raise Wrong("field", f"there is no field “{typed}”" + (f"; there is {near}" if near else ""))


def fields_with(store: Store, typed: str) -> list[tuple[str, str]]:
    """Fields that have some words in their id, label or inverse, each with its label."""
    words = typed.casefold().replace("_", " ").split()
    return [
        (field.id, f"{field.label} · {field.inverse}" if field.inverse != field.label else field.label)
        for field in store.fields.values()
        if all(word in f"{field.id} {field.label} {field.inverse}".casefold() for word in words)
    ]


def _value(store: Store, takes: str, typed: str) -> Any:
    """The value as the field takes it: a record, a number with its unit, or words."""
    if takes == "record":
        return record_id(store, "value", typed)
    match = _NUMBER.fullmatch(typed) if "number" in takes else None
    if match is None:
        if takes == "number":
            raise Wrong(
                "value", f"“{typed}” is no number; write it so: 105 servicemen, about 2,000 men, 10-12 tanks"
            )
        return typed
    number: dict[str, Any] = {}
    if match["to"]:
        number.update(min=_read(match["number"]), max=_read(match["to"]))
    else:
        number["number"] = _read(match["number"])
    if match["unit"].strip():
        number["unit"] = match["unit"].strip()
    if match["about"]:
        number["approx"] = True
    return number


def _read(digits: str) -> int | float:
    plain = digits.replace(",", "")
    return float(plain) if "." in plain else int(plain)


def _in_order(table: dict[str, Any]) -> dict[str, Any]:
    """The keys in the order in which people write them."""
    first = ("field", "key", "who", "for", "instead_of", "value", "to", "with", "at", "place", "when")
    keys = [*(key for key in first if key in table), *(key for key in table if key not in first)]
    ordered = {key: table[key] for key in keys if key != "cite"}
    return {**ordered, "cite": table["cite"]}
