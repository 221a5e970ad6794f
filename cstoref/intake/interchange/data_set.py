"""The data set that was read, as a source: whatever was stated without a source of its own rests on it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterable, Sequence

from cstoref import dates
from cstoref.authoring.file_names import DEVICES
from cstoref.paths import shown

from ..source_entry import Given, entry, slug
from .content import Content, ImportedItem, Line

CLASS = "dataset"
Files = Sequence[tuple[str, bytes]]
"""The names of the files that were read, and their bytes."""


def cite(
    content: Content,
    given: Given,
    files: Files,
    taken: Collection[str] = (),
    stated: Collection[str] = (),
    sources: Iterable[Line] = (),
) -> None:
    """Add the source that statements without one of their own rest on, where there are any. `given` is what a
    person says of it; `taken` are ids that are used, `stated` the ids of statements that are there, `sources`
    those that are there: of one of the same id or the same file no second is made."""
    said = any(given[1:])
    resting = [item for item in content.of("statement") if _lacks(item.line, said and item.id not in stated)]
    if not resting:
        return
    source = _source(given, files, {*taken, *(item.id for _, item in content)})
    there = [
        one["id"]
        for one in sources
        if one["id"] == given.id or one.get("original_sha256") == source["original_sha256"]
    ]
    id = there[0] if there else source["id"]
    for item in resting:
        cites = item.line.get("citations") or [{}]
        item.line["citations"] = [{**cite, "source": cite.get("source") or id} for cite in cites]
    if not there:
        content.add("source", ImportedItem(shown(files[0][0]), source))


def _lacks(line: Line, said: bool) -> bool:
    """Whether a statement rests on the data set: it says so, or says nothing, and a person named the set."""
    cites = line.get("citations")
    if cites:
        return any(cite.get("source") == "" for cite in cites)
    return said and not line.get("from") and bool(line.get("field"))


def _source(given: Given, files: Files, taken: Collection[str]) -> Line:
    name, raw = files[0]
    original = {"file": os.path.basename(name.replace("\\", "/")), "sha256": hashlib.sha256(raw).hexdigest()}
    values = entry(given._replace(type=given.type or CLASS), name, taken, original).values
    return {
        **{key: value for key, value in values.items() if key not in ("type", "original")},
        "source_type": values["type"],
        "original_file": original["file"],
        "original_sha256": original["sha256"],
    }


def with_head(content: Content, given: Given, folder: str) -> None:
    """Add what a pack says of itself, where the files do not say it."""
    if content.of("pack"):
        return
    words = os.path.basename(os.path.normpath(folder)) or "pack"
    id = slug(words)[:40].strip("-") or "pack"
    title = given.title or words.replace("-", " ").capitalize()
    line = {
        "id": f"my-{id}" if id in (*DEVICES, "csto") else id,
        "title": title,
        "edition": "1",
        "checked_until": dates.today(),
        "license": "none yet",
        "description": f"Imported: {title}.",
    }
    content.add("pack", ImportedItem(shown(folder), line))
