"""Which post each office is, and of which state or body: found once, when a pack is compiled.

An office is a record of type `office`. Its post is the first in the vocabulary with one of whose titles its
name begins; its body is what it is the `office_of`, else the state with whose name its own ends.
"""

from __future__ import annotations

from cstoref import fold
from cstoref.model import Post, Record
from cstoref.office_names import endings, state_named

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

OFFICE = "office"
"""The type of record that is an office."""


def offices(
    records: Sequence[Record], posts: Sequence[Post], bodies: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, str, str]]:
    """Id, body and post of every office; body and post are empty where they are not known. `bodies` are those
    that each office is stated to be one of, the last of which counts."""
    states = endings((record.id, record.name) for record in records if record.kind == "member")
    for record in records:
        if record.type == OFFICE:
            stated = bodies.get(record.id)
            yield record.id, stated[-1] if stated else state_named(record.name, states), _post(record, posts)


def _post(office: Record, posts: Iterable[Post]) -> str:
    name = fold.words(office.name)
    return next((post.id for post in posts if name.startswith(post.titles)), "")
