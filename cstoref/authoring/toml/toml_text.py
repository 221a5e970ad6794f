"""Values as TOML text, in the form that people write: one key a line, lists and small tables on that line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\b": "\\b", "\f": "\\f"}


def table(header: str, values: Mapping[str, Any]) -> str:
    """A table with its header, `[[source]]`, and a line for each value that is there."""
    lines = [f"{_key(key)} = {value_text(value)}" for key, value in values.items() if value not in (None, "")]
    return "\n".join([f"[[{header}]]", *lines]) + "\n"


def value_text(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, str):
        return f'"{"".join(map(_escaped, value))}"'
    if isinstance(value, Mapping):
        inner = ", ".join(f"{_key(key)} = {value_text(part)}" for key, part in value.items())
        return f"{{ {inner} }}"
    if isinstance(value, Sequence):
        return f"[{', '.join(map(value_text, value))}]"
    raise TypeError(f"{type(value).__name__} is no value of TOML")


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else value_text(key)


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    return f"\\u{ord(char):04x}" if ord(char) < 0x20 or ord(char) == 0x7F else char
