"""Which post each office is, and of which state or body: found once, when a pack is compiled.

An office is a record of type `office`. Its post is the first in the vocabulary with one of whose titles its
name begins; its body is what it is the `office_of`, else the state with whose name its own ends.
"""

from __future__ import annotations

from cstoref import fold
from cstoref.model import Pack, Post, Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

OFFICE = "office"
"""The type of record that is an office."""


def offices(pack: Pack) -> Iterator[tuple[str, str, str]]:
    """Id, body and post of every office; body and post are empty where they are not known."""
    bodies = {
        s.subject: s.value.text
        for s in pack.statements
        if s.field == "office_of" and s.value is not None and s.value.text
    }
    # With " of " before the name, so that "Minister of Defence" belongs to no state.
    states = {f" of {record.name}": record.id for record in pack.records if record.kind == "member"}
    for record in pack.records:
        if record.type == OFFICE:
            body = bodies.get(record.id) or _state_named(record, states)
            yield record.id, body, _post(record, pack.vocabulary.posts)


def _post(office: Record, posts: Iterable[Post]) -> str:
    name = fold.words(office.name)
    return next((post.id for post in posts if name.startswith(post.titles)), "")


def _state_named(office: Record, states: Mapping[str, str]) -> str:
    return next((id for ending, id in states.items() if office.name.endswith(ending)), "")
