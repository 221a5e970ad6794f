"""Brings what was read into a pack that is there: by ids, as additions and changes of single keys.

What the pack has and the files do not stays; what a pack below has is never changed. Everything is checked
with the whole pack before anything is written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from cstoref import paths
from cstoref.authoring.load import load_stack
from cstoref.authoring.problems import LocatedPackError, did_you_mean
from cstoref.errors import PackError
from cstoref.export.difference import Difference, difference
from cstoref.model import Pack

from ..change import PackChange
from ..source_entry import Given
from .agreement import lines_of, note_differences, same
from .assembly import translated
from .completion import Completion, note_faults
from .content import Content, ImportedItem, Line
from .data_set import cite
from .loaded import LoadedPack, as_exported
from .pack_edit import PackEdit
from .pack_files import WrittenPack
from .readers import ReadContent
from .texts import texts_in, texts_of

SORTS = ("source", "record", "statement", "conflict")
OF_A_PACK_BELOW = "a pack below has it otherwise, and is never changed; state what differs, and a conflict"
REPLACED_TOGETHER = ("value", "value_kind", "value_number", "value_record", "unit", "min", "max", "approx")
"""Keys of a value: where one is given without its sort, the others are found anew."""


class PreparedUpdate(NamedTuple):
    """A change that is checked and can be written."""

    change: PackChange
    difference: Difference
    notes: tuple[str, ...]


def prepare(
    folders: Sequence[Path], found: ReadContent, given: Given, texts: Sequence[str] = ()
) -> PreparedUpdate:
    """Check what would become of the topmost pack, without writing it. `given` is what a person says of the
    files as a source. Raises PackError with all that is wrong."""
    loaded, content = load_stack(folders), found.content
    pack = as_exported(loaded.pack)
    there = lines_of(pack)
    own = pack.layers[-1].id if pack.layers else None
    taken, sources = {*there["source"], *there["record"]}, there["source"].values()
    cite(content, given, found.files, taken, there["statement"], sources)
    _merge(content, there)
    Completion(content, loaded.declared, pack.records, there["statement"]).complete()
    note_faults(content)
    content.raise_if_wrong()
    chosen = texts_of(content, texts_in([Path(paths.builtin_pack()), *folders, *map(Path, texts)]))
    words = dict(pack.texts) | {id: text.text for id, text in chosen.items() if id not in there["source"]}
    edit = PackEdit(folders[-1], loaded, words)
    new, changed = _sorted(content, there, own)
    known = {record.id for record in pack.records} | {item.id for item in content.of("record")}
    for item in content.of("statement"):
        if item.line["subject"] not in known:
            subject = item.line["subject"]
            content.wrong(item.place, "subject", f'no record "{subject}"{did_you_mean(subject, known)}')
    content.raise_if_wrong()
    edit.declare(content.fields)
    edit.add(new, chosen)
    for sort, item in changed:
        edit.change(sort, item, there[sort][item.id])
    edit.add_rest(content)
    content.raise_if_wrong()
    change = PackChange(f"imported {_counted(new, changed)}", edit.made, edit.added)
    notes = tuple(_notes(content, there, own))
    after = as_exported(_loaded(folders, change, edit.places))
    for sort in SORTS:  # what was not edited may follow what was, as a text follows a name in it
        content.replace(sort, [item for of, item in (*new, *changed) if of == sort])
    note_differences(content, after, layers=False)
    content.raise_if_wrong()
    return PreparedUpdate(change, difference(LoadedPack(pack), LoadedPack(after)), notes)


def _merge(content: Content, there: Mapping[str, Mapping[str, Line]]) -> None:
    """Complete what was given of something that the pack has with the rest of it."""
    for sort in SORTS:
        merged = []
        for item in content.of(sort):
            old = dict(there[sort].get(item.id, {}))
            line = item.line
            if (
                old
                and not line.get("value_kind")
                and any(line.get(k) != old.get(k) for k in ("value", "unit"))
            ):
                given = any(key in line for key in REPLACED_TOGETHER)
                old = {key: v for key, v in old.items() if key not in REPLACED_TOGETHER or not given}
            for key in ("roles", "identifiers"):
                if key in line and key in old:
                    line = {**line, key: {**old[key], **line[key]}}
            old.pop("about", None)  # which follows from the rest
            merged.append(ImportedItem(item.place, {**old, **line}))
        content.replace(sort, merged)


def _sorted(
    content: Content, there: Mapping[str, Mapping[str, Line]], own: str | None
) -> tuple[list[tuple[str, ImportedItem]], list[tuple[str, ImportedItem]]]:
    """What the pack has not, and what it has otherwise. Notes what a pack below has otherwise."""
    new, changed = [], []
    for sort in SORTS:
        for item in content.of(sort):
            old = there[sort].get(item.id)
            if old is None:
                new.append((sort, item))
            elif not all(same(item.line[key], old.get(key)) for key in item.line if key not in _IGNORED):
                if old.get("layer") != own:
                    content.wrong(item.place, item.id, OF_A_PACK_BELOW)
                changed.append((sort, item))
    return new, changed


_IGNORED = frozenset(
    ("type", "layer", "facts", "grade", "confirmed", "path", "grounding", "content", "length", "sha256")
)


def _loaded(folders: Sequence[Path], change: PackChange, places: Mapping[tuple[str | int, ...], str]) -> Pack:
    try:
        return load_stack(folders, change.overlay).pack
    except LocatedPackError as error:
        written = {folders[-1]: WrittenPack({}, dict(places))}
        raise PackError([translated(problem, written) for problem in error.located]) from None


def _counted(new: Sequence[tuple[str, ImportedItem]], changed: Sequence[tuple[str, ImportedItem]]) -> str:
    """“3 records and 12 statements, 2 changes”."""
    counts = Counter(sort for sort, _ in new)
    parts = [f"{number:,} {sort}{'s' if number != 1 else ''}" for sort, number in counts.items()]
    parts += [f"{len(changed):,} change{'s' if len(changed) != 1 else ''}"] if changed else []
    return ", ".join(parts) or "nothing new"


def _notes(content: Content, there: Mapping[str, Mapping[str, Any]], own: str | None) -> list[str]:
    notes = list(content.notes)
    for sort in SORTS:
        given = {item.id for item in content.of(sort)}
        kept = [id for id, line in there[sort].items() if line.get("layer") == own and id not in given]
        if given and kept:
            noun = sort if len(kept) == 1 else f"{sort}s"
            notes.append(f"kept as they are: {len(kept):,} {noun} that the files do not have")
    return notes
