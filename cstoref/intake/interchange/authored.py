"""From the objects of an export to what an author would write: tables of `data/*.toml`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from cstoref import dates
from cstoref.attributes import AUTHORED
from cstoref.authoring import quotes
from cstoref.authoring.ids import statement_id
from cstoref.store.statement_reader import whole

from ..passage import context_of

Table = dict[str, Any]
Line = Mapping[str, Any]
Texts = Mapping[str, str]
"""The texts of sources by id."""
SOURCE_KEYS = (
    "container", "volume", "issue", "issued", "issued_basis", "url", "copy_of", "read", "note",
)  # fmt: skip
"""Keys of a source that are written as they are exported."""


def pack_table(line: Line, extends: str = "") -> Table:
    """What `data/pack.toml` says."""
    return present(
        {
            "id": line["id"],
            "title": line["title"],
            "subject": line.get("subject"),
            "predecessor": line.get("predecessor"),
            "extends": extends,
            "edition": line["edition"],
            "checked_until": _checked(line["checked_until"], line.get("checked_from")),
            "licence": line["license"],
            "language": line.get("language"),
            "description": line.get("description") or line["title"],
        }
    )


def _checked(last: str, first: str | None) -> str:
    """The month or year whose last day was meant, or the day."""
    shortest = (text for text in (last[:4], last[:7]) if first)
    for text in shortest:
        when = dates.parse(text)
        if (when.start_earliest, when.end_latest) == (first, last):
            return text
    return last


def source_table(line: Line, content_sha256: str | None, whole_sha256: str | None, attached: bool) -> Table:
    """One `[[source]]`. The hashes are of the text that the pack has, and of all of it if that is less."""
    bodies = line.get("bodies") or ()
    authors = [{"name": name, "body": True} if name in bodies else name for name in line.get("authors") or ()]
    file, sha256 = line.get("original_file"), line.get("original_sha256")
    language = line.get("language")
    return present(
        {
            "id": line["id"],
            "title": line["title"],
            "type": line["source_type"],
            "publisher": line["publisher"],
            "abbr": line.get("abbr") or line["publisher"],
            "authors": authors or ([line["author"]] if line.get("author") else None),
            **{key: line.get(key) for key in SOURCE_KEYS},
            "language": language if language != "en" else None,
            "sha256": content_sha256,
            "whole_sha256": whole_sha256,
            "original": {"file": file, "sha256": sha256} if file and sha256 else None,
            "attached": attached or None,
        }
    )


def record_table(line: Line, layer: str | None) -> Table:
    """One record without its statements."""
    return present(
        {
            "id": line["id"],
            "name": line["name"],
            "type": line["subtype"],
            "names": _names(line.get("names") or (), layer),
            "blurb": line.get("blurb"),
            "when": line.get("when"),
            "place": line.get("place"),
            "identifiers": line.get("identifiers") or None,
        }
    )


def extension_table(id: str, line: Line | None, layer: str | None) -> Table:
    """What a layer adds to a record below it, without the statements."""
    names = _names((line or {}).get("names") or (), layer) if layer else None
    return present({"id": id, "extend": True, "names": names})


def _names(names: Iterable[Line], layer: str | None) -> list[Any] | None:
    """The names that a layer gives to a record; None for the record's own pack."""
    own = [name for name in names if name.get("layer") == layer]
    return [
        present({"text": name["text"], "lang": name.get("lang"), "note": name.get("note")})
        if name.get("lang") or name.get("note")
        else name["text"]
        for name in own
    ] or None


def statement_table(line: Line, texts: Texts, inherited: str | None = None) -> Table:
    """One statement. `inherited` is the date that it has if none is written."""
    roles = line.get("roles") or {}
    cites = line.get("citations") or ()
    when = line.get("when")
    plain = {name: line.get(name) for name in AUTHORED if name not in _DEFAULTS}
    kept = {name: line.get(name) for name, default in _DEFAULTS.items() if line.get(name) != default}
    return present(
        {
            "field": line["field"],
            "key": key_of(line),
            **{role: _one_or_all(of) for role, of in roles.items() if of},
            "value": _value(line),
            "when": when if when != inherited else None,
            **plain,
            **kept,
            "text": line["text"],
            "via": [present(relay) for relay in line.get("via") or ()] or None,
            "from": line.get("from") or None,
            "cite": cites_of([cite for cite in cites if not cite.get("confirms")], texts),
            "confirmed": _confirmed([cite for cite in cites if cite.get("confirms")], texts),
        }
    )


_DEFAULTS = {"stance": "asserted", "rank": "normal", "negated": False, "trivial": False}
"""What an author need not write."""


def key_of(line: Line) -> str | None:
    """The key in the id of a statement; None where the id follows from the other parts."""
    who: Sequence[str] = (line.get("roles") or {}).get("who") or ()
    value = line.get("value") if line.get("value_kind") == "record" else None
    subject, field = line["subject"], line["field"]
    if not line.get("id") or line["id"] == statement_id(subject, field, who, value, None):
        return None
    key = str(line["id"].partition(f"{subject}/{field}/")[2])
    only = who[0] if len(who) == 1 else None
    return key.removeprefix(f"{only}-") if only else key


def _value(line: Line) -> Any:
    if line.get("value_kind") != "number":
        return line.get("value")
    number = {name: whole(line.get(key)) for key, name in _NUMBERS.items()}
    return present({**number, "unit": line.get("unit"), "approx": line.get("approx") or None})


_NUMBERS = {"value_number": "number", "min": "min", "max": "max"}


def cites_of(cites: Iterable[Line], texts: Texts) -> Any:
    """The citations, as they are written: one, a list, or None."""
    return _one_or_all([cite_table(cite, texts) for cite in cites]) or None


def cite_table(cite: Line, texts: Texts) -> Table:
    """One citation. Where its place is given, with words around it that tell it from the same elsewhere."""
    quote, start, end = cite.get("quote"), cite.get("start"), cite.get("end")
    table: Table = {"source": cite["source"]}
    if quote is not None:
        table["quote"] = " ".join(quote.split())
        text = texts.get(cite["source"])
        if text is not None and start is not None and end is not None and text[start:end] == quote:
            table |= _around(text, start, end)
        else:
            table |= {key: cite.get(key) for key in ("before", "after")}
    return present({**table, "says": cite.get("says"), "note": cite.get("note")})


def _around(text: str, start: int, end: int) -> Table:
    context = context_of(text, start, end)
    if context is not None:
        return {"before": context.before, "after": context.after}
    places = quotes.places(text, text[start:end])
    return {"nth": places.index((start, end)) + 1, "of": len(places)} if (start, end) in places else {}


def _confirmed(cites: list[Line], texts: Texts) -> Table | None:
    if not cites:
        return None
    return {"on": cites[0]["confirms"], "cite": cites_of(cites, texts)}


def conflict_table(line: Line, texts: Texts) -> Table:
    """One `[[conflict]]`."""
    return present(
        {
            **{key: line[key] for key in ("id", "nature", "topic", "explanation")},
            "records": line.get("records") or None,
            "statements": line.get("statements") or None,
            "cite": cites_of(line.get("citations") or (), texts),
        }
    )


def silence_table(line: Line, texts: Texts) -> Table:
    """One `[[silence]]`."""
    return {"cite": cite_table(line, texts), "reason": line["reason"]}


def plain_table(line: Line) -> Table:
    """An exception or a retired id, which are written as they are exported."""
    return present({key: value for key, value in line.items() if key != "type"})


def present(table: Mapping[str, Any]) -> Table:
    """The parts of a table that say something."""
    return {key: value for key, value in table.items() if value is not None and value != ""}


def _one_or_all(parts: list[Any]) -> Any:
    return parts[0] if len(parts) == 1 else parts
