"""The one record that a name means, for whoever asks for a record and not for results."""

from __future__ import annotations

from cstoref.errors import AmbiguousError, UserError

from .results import Options, alike, find

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store


def record_named(store: Store, name: str | None) -> str | None:
    """The one record that a name means. Raises UserError if there is none, AmbiguousError if several."""
    if name is None:
        return None
    if store.record(name):
        return name
    found = find(store, name, Options(statements=False))
    if found.status == "ambiguous":
        raise AmbiguousError(
            name, [(hit.record or "", hit.kind or "", hit.name) for hit in alike(found.hits)]
        )
    if not found.hits or found.hits[0].record is None:
        near = ", ".join(hit.name for hit in found.suggestions[:3])
        raise UserError(f"no record “{name}”" + (f"; the closest are {near}" if near else ""))
    return found.hits[0].record
