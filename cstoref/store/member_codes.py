"""What stands for a state above a narrow column: its code, or letters of its name that no other has."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


def member_codes(states: Sequence[tuple[str, str]], codes: Mapping[str, str]) -> list[str]:
    """A code for each state, given by id and name; those that have none get two or three letters."""
    used = set(codes.values())
    found = []
    for at, (id, name) in enumerate(states):
        code = codes.get(id) or next((code for code in _codes(name, at) if code not in used), name)
        used.add(code)
        found.append(code)
    return found


def _codes(name: str, at: int) -> Iterator[str]:
    """What may stand for a name: letters of it, at last its number."""
    words = name.upper().split()
    yield name[:2].upper()
    yield "".join(word[0] for word in words)[:3]
    yield words[0][0] + words[-1][:2] if words else ""
    yield name[:3].upper()
    yield str(at + 1)
