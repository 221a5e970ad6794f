"""What differs between two packs, as lines: `+` added, `~` changed, `>` passages moved, `-` withdrawn."""

from __future__ import annotations

from .text import Style, clip

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from cstoref.export.difference import Difference, DifferingPart

SHOWN = ("text", "name", "title", "topic")
"""The key of what is added that says in words what it is."""


def difference_lines(found: Difference, style: Style) -> Iterator[str]:
    """The two editions, then each sort of thing with what differs in it."""
    before, after = (f"{edition.id} {edition.edition}" for edition in (found.before, found.after))
    yield f"{before} → {after}"
    if all(part.is_empty for part in found.parts.values()):
        yield "no differences"
    for name, part in found.parts.items():
        if not part.is_empty:
            yield ""
            yield f"{name}: {counts_of(part)}"
            yield from (clip(f"  {line}", style.width, style.marks.more) for line in _part_lines(part))


def counts_of(part: DifferingPart) -> str:
    counts = {
        "added": len(part.added),
        "changed": len(part.changed),
        "with passages elsewhere in their texts": len(part.moved),
        "withdrawn": len(part.withdrawn),
    }
    return ", ".join(f"{number:,} {what}" for what, number in counts.items() if number)


def _part_lines(part: DifferingPart) -> Iterator[str]:
    for line in part.added:
        words = next((line[key] for key in SHOWN if line.get(key)), "")
        yield f"+ {line['id']}  {words}"
    for change in part.changed:
        yield f"~ {change.id}"
        for key, (was, now) in change.keys.items():
            yield f"  {key}: {in_words(was)} → {in_words(now)}"
    for id in part.moved:
        yield f"> {id}"
    for id, successor in part.withdrawn:
        yield f"- {id}" + (f"  now {successor}" if successor else "")


def differing(was: Any, now: Any) -> tuple[Any, Any]:
    """Two values without what both have, where they are lists."""
    if isinstance(was, list) and isinstance(now, list):
        return [one for one in was if one not in now], [one for one in now if one not in was]
    return was, now


def in_words(value: Any) -> str:
    """A value in a line: what stands in a list or an object without its brackets."""
    if value is None:
        return "nothing"
    if isinstance(value, list):
        return "; ".join(map(in_words, value)) or "nothing"
    if isinstance(value, dict):
        return ", ".join(in_words(part) for part in value.values() if part not in (None, [], {})) or "nothing"
    return str(value)
