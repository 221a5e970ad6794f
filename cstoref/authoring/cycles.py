"""Finds what follows from itself, in one pass over all that follows from anything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence


def in_circles(follows: Mapping[str, Sequence[str]]) -> set[str]:
    """Of ids that follow from other ids, those that are part of a circle, or lie between two."""
    follows = {id: [other for other in others if other in follows] for id, others in follows.items()}
    from_below = _without_ends(follows)
    turned: dict[str, list[str]] = {id: [] for id in from_below}
    for id in from_below:
        for other in follows[id]:
            if other in from_below:
                turned[other].append(id)
    return _without_ends(turned)


def _without_ends(follows: Mapping[str, Sequence[str]]) -> set[str]:
    """What is left after everything that follows from nothing is taken away, again and again."""
    open_ends: Counter[str] = Counter({id: len(others) for id, others in follows.items()})
    users: dict[str, list[str]] = {id: [] for id in follows}
    for id, others in follows.items():
        for other in others:
            users[other].append(id)
    ends = [id for id, count in open_ends.items() if not count]
    left = set(follows)
    while ends:
        end = ends.pop()
        left.discard(end)
        for user in users[end]:
            open_ends[user] -= 1
            if not open_ends[user]:
                ends.append(user)
    return left
