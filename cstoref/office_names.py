"""Which state an office is of where only its name says so: “President of Belarus”."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def endings(states: Iterable[tuple[str, str]]) -> dict[str, str]:
    """How the names of offices of some states end, to the state; `states` are id and name of each."""
    # With " of " before the name, so that "Minister of Defence" belongs to no state.
    return {f" of {name}": id for id, name in states}


def state_named(office: str, states: Mapping[str, str]) -> str:
    """The state with whose name that of an office ends; empty for none. `states` are `endings`."""
    return next((id for ending, id in states.items() if office.endswith(ending)), "")
