"""The vocabularies of two packs as one: the first as it is written, and what only the second declares."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cstoref.authoring.toml.toml_edit import parsed
from cstoref.authoring.toml.toml_text import table as table_text
from cstoref.errors import UserError

FILE = "data/vocabulary.toml"
WORDS = "words"


def united(first: str | None, second: str | None) -> str | None:
    """One text for both. Raises UserError where both declare one thing differently."""
    if not first or not second or first == second:
        return first or second
    one, other = parsed(first, FILE), parsed(second, FILE)
    blocks = [
        table_text(key, entry)
        for key, entries in other.items()
        if key != WORDS
        for entry in entries
        if _is_new(key, entry, one.get(key, []))
    ]
    for name, phrases in other.get(WORDS, {}).items():
        there = one.get(WORDS, {}).get(name)
        if there is None:
            keyed = phrases if isinstance(phrases, dict) else {phrase: [phrase] for phrase in phrases}
            blocks.append(table_text(f"{WORDS}.{name}", keyed).replace("[[", "[", 1).replace("]]", "]", 1))
        elif there != phrases:
            raise UserError(
                f"the packs have different words in [words.{name}] of {FILE}; make them the same first"
            )
    return "\n".join([first if first.endswith("\n") else f"{first}\n", *blocks])


def _is_new(key: str, entry: Mapping[str, Any], there: list[dict[str, Any]]) -> bool:
    """Whether an entry is declared by the second pack only. Raises UserError where both differ."""
    of = _identity(entry)
    same = [one for one in there if _identity(one) == of]
    if same and same[0] != dict(entry):
        raise UserError(f"the packs declare {key} “{' '.join(of)}” differently; make it the same first")
    return not same


def _identity(entry: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(str(entry[key]) for key in ("id", "of", "first", "then") if isinstance(entry.get(key), str))
