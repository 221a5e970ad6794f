"""A pack with a text of one's choice in every field that holds text, and all that can be asked of it."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from cstoref.authoring.value_types import BLANK

Value = str | float | date | Sequence[Any] | Mapping[str, Any]
Tables = Mapping[str, Sequence[Mapping[str, Any]]]
TAKE = Callable[[], str]

ASKED: dict[str, tuple[tuple[str, ...], ...]] = {
    "show": (("anna",), ("anna", "--all"), ("meeting", "--json"), ("boris", "--as-of", "2001-05-03")),
    "search": (("words",), ("s:words", "--json"), ("nothing", "like", "it")),
    "sources": ((), ("news",), ("book", "--json")),
    "statements": ((), ("--json",), ("--count",)),
    "timeline": ((),),
    "matrix": ((),),
    "conflicts": ((), ("--json",)),
    "changes": (("1990", "2030"), ("1990", "2030", "--json")),
    "compare": (("anna", "boris"),),
    "cite": (("news",), ("anna",)),
    "pin": ((),),
    "unpin": (("--all",),),
    "memo": ((),),
    "coverage": ((), ("news",), ("--json",)),
    "verify": ((), ("--json",)),
    "site": (("--single", "-o", "-", "--texts"),),
    "export": ((), ("--format", "json")),
}
"""By command the words that it is called with; what is not named here is called with none."""
NEEDS_NO_PACK = ("open", "pick", "web", "keys", "paths", "completion", "plain")


def toml(value: Value) -> str:
    """A value as TOML; in strings all but plain ASCII is an escape, so that any text can be written."""
    if isinstance(value, str):
        return '"' + "".join(_escaped(char) for char in value) + '"'
    if isinstance(value, Mapping):
        return f"{{ {', '.join(f'{key} = {toml(part)}' for key, part in value.items())} }}"
    if isinstance(value, Sequence):
        return f"[{', '.join(map(toml, value))}]"
    if isinstance(value, date):
        return value.isoformat()
    return str(value).lower()


def _escaped(char: str) -> str:
    plain = char.isascii() and char.isprintable() and char not in '"\\'
    return char if plain else f"\\U{ord(char):08x}"


def fits_text(text: str) -> bool:
    """Whether it may stand in a text of the corpus and be quoted: something is seen of it."""
    seen = any(unicodedata.category(char)[0] in "LNPS" and char not in BLANK for char in text)
    return seen and "\r" not in text and "\0" not in text and unicodedata.is_normalized("NFC", f"< {text} >")


def tables(take: TAKE, quote: str) -> dict[str, list[dict[str, Any]]]:
    """The tables of every file; `take` gives a text for each field that takes any."""
    cite = {"source": "news", "quote": quote}

    def statement(field: str, **parts: Value) -> dict[str, Value]:
        told = {"text": take(), "when_text": take(), "when_basis": take(), "hedge": take(), "note": take()}
        return {"field": field, **told, "said_by_text": take(), "cite": cite, **parts}

    def record(id: str, type: str, *statements: Mapping[str, Value], **parts: Value) -> dict[str, Any]:
        names = [take(), {"text": take(), "note": take(), "lang": "ru"}]
        codes = {"iso3166": take(), "wikidata": take(), "cow": take()}
        told = {"id": id, "type": type, "name": take(), "names": names, "blurb": take(), "identifiers": codes}
        return {**told, **parts, "statement": list(statements)}

    booked = {"cite": {"source": "book", "note": take(), "says": take()[:200]}}
    by = {"via": [{"by_text": take()}], "rank": "deprecated", "rank_reason": take()}
    roles = {f"{role}_text": take() for role in ("to", "with", "place", "opposed_by")}
    inferred = {"from": ["meeting/attended/anna"], "rule": take()}
    return {
        "members": [record("xanadu", "state", statement("aim", value=take(), **by))],
        "leaders": [
            record("anna", "person", statement("said", value=take(), **roles)),
            record("boris", "person", statement("motive", value=take(), **booked)),
        ],
        "events": [
            record(
                "meeting",
                "meeting",
                statement("attended", who=["anna"]),
                statement("contributed", who_text=take(), value={"number": 12, "unit": take()}),
                statement("decided", value=take(), condition=take(), outcome=take()),
                when="2001-05-03",
            )
        ],
        "places": [record("hill", "site", statement("purpose", value=take(), **inferred))],
        "sources": [_source("news", take), _source("book", take)],
        "conflicts": [
            {
                "id": "c",
                "nature": "disagreement",
                "topic": take(),
                "explanation": take(),
                "records": ["anna"],
                "statements": ["anna/said"],
                "cite": cite,
            }
        ],
        "silences": [{"cite": {"source": "news", "quote": "It rained."}, "reason": take()}],
        "pack": [
            {
                "id": "hostile",
                "title": take(),
                "edition": take(),
                "checked_until": "2020-12-31",
                "licence": take(),
                "description": take(),
            }
        ],
    }


def _source(id: str, take: TAKE) -> dict[str, Value]:
    told = {name: take() for name in ("title", "publisher", "abbr", "container", "volume", "issue")}
    # What no address may have is refused: blanks, control characters, another address.
    page = "".join(char for char in take().replace("://", "") if char.isprintable() and not char.isspace())
    known = {
        "issued": "2001-05-04",
        "issued_basis": take(),
        "url": f"https://example.org/{page}",
        "note": take(),
    }
    copied = {"type": "copy", "copy_of": take()} if id == "book" else {"type": "press"}
    authors = [take(), {"name": take(), "body": True}]
    return {"id": id, **copied, "authors": authors, **told, **known}


def write(folder: Path, tables: Tables, text: str) -> Path:
    """Write the tables and the text of `news` as a pack."""
    raw = text.encode()
    (folder / "data").mkdir(parents=True)
    (folder / "corpus").mkdir()
    (folder / "corpus" / "news.txt").write_bytes(raw)
    for name, rows in tables.items():
        head = "" if name == "pack" else f"[[{name.removesuffix('s')}]]\n"
        parts = []
        for row in rows:
            if row.get("id") == "news":
                row = {**row, "sha256": hashlib.sha256(raw).hexdigest()}
            parts.append(head + "".join(f"{key} = {toml(value)}\n" for key, value in row.items()))
        (folder / "data" / f"{name}.toml").write_text("\n".join(parts), encoding="utf-8")
    return folder


def corpus(quote: str) -> str:
    """A text that the quote stands in, once."""
    return f"It rained. Anna said < {quote} > and left.\n\nBoris stayed.\n"
