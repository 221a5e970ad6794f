"""The records opened last, so that a way back survives leaving. Must know ids only."""

from __future__ import annotations

from typing import Any

from .files import FileForm

Recent = tuple[str, ...]
"""Ids of records, the last opened first, each once."""

MOST = 50


def opened(recent: Recent, id: str) -> Recent:
    """With this record first."""
    return (id, *(other for other in recent if other != id))[:MOST]


def _read(content: dict[str, Any]) -> Recent:
    given = content.pop("records", None)
    if content or not isinstance(given, list) or not all(isinstance(id, str) for id in given):
        raise ValueError("it is not a list of records")
    return tuple(dict.fromkeys(given))[:MOST]


def _write(recent: Recent) -> dict[str, object]:
    return {"records": list(recent)}


FORM: FileForm[Recent] = FileForm("recent.json", (), _read, _write)
