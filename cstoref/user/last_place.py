"""Where the explorer was left, so that it can open there again.

The state is known here only as names with plain values; which there are and what fits them is read from the
explorer's own class, so that a field added there is kept without a change here. Must not give back a value
that its field does not allow, whatever stands in the file.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from cstoref.namedtuples import NamedTuple

from .files import FileForm

State = TypeVar("State", bound=NamedTuple)

Plain = str | int | bool | None

TRANSIENT = (
    "query", "index_filter", "index_facet", "record_filter", "record_facet", "text_find", "source_facet",
)  # fmt: skip
"""What is typed to search or filter is not part of where one is: what it hides would be missed next time."""


class LastPlace(NamedTuple):
    """A state, and the edition of the pack in which it was one."""

    edition: str
    state: Mapping[str, Plain]


def taken(state: NamedTuple, without: Collection[str] = TRANSIENT) -> dict[str, Plain]:
    """The plain fields of a state, as they can be kept."""
    values = {name: value for name, value in state._asdict().items() if name not in without}
    return {name: value for name, value in values.items() if _plain(value)}


def restored(state: State, kept: Mapping[str, Plain], without: Collection[str] = TRANSIENT) -> State:
    """`state` with the kept values; names it does not have and values that do not fit are left out."""
    hints = get_type_hints(type(state))
    names = set(state._fields) - set(without)
    return state._replace(**{n: v for n, v in kept.items() if n in names and _fits(v, hints[n])})


def _plain(value: object) -> bool:
    return value is None or type(value) in (str, int, bool)


def _fits(value: Plain, hint: Any) -> bool:
    origin = get_origin(hint)
    # `type` is compared too, since True == 1 and a saved 1 must not become a switch.
    if origin is Literal:
        return any(value == allowed and type(value) is type(allowed) for allowed in get_args(hint))
    if origin in (Union, UnionType):
        return any(_fits(value, part) for part in get_args(hint))
    return type(value) is hint


def _read(content: dict[str, Any]) -> LastPlace | None:
    if not content:
        return None
    edition, state = content.get("edition"), content.get("state")
    if not isinstance(edition, str) or not isinstance(state, dict):
        raise ValueError("it is not the state of an explorer")
    return LastPlace(edition, {name: value for name, value in state.items() if _plain(value)})


def _write(session: LastPlace | None) -> dict[str, object]:
    return {"edition": session.edition, "state": dict(session.state)} if session else {}


FORM: FileForm[LastPlace | None] = FileForm("session.json", None, _read, _write)
