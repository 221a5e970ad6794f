"""Ids that were published and are no longer used, each with the id that is meant now.

What was cited once must open for ever: a retired id is never used again, and its successor is there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from cstoref.model import Retired

from .faulty import Faulty
from .problems import Problems, Spot, did_you_mean
from .schema import AuthoredRetired


def retired(
    written: Iterable[tuple[AuthoredRetired, Spot]],
    used: Collection[str],
    below: Mapping[str, Retired],
    faulty: Faulty,
    problems: Problems,
) -> Iterator[Retired]:
    """Every retired id that is right; a problem for each that is not. `used` are the ids of the pack, `below`
    what the packs below it have retired."""
    seen = set(below)
    for one, spot in written:
        if one.id in seen:
            problems.add(spot.at("id"), f'"{one.id}" is retired twice')
        elif one.id in used:
            problems.add(spot.at("id"), f'"{one.id}" is in use; what is retired is never used again')
        elif one.successor not in used and faulty.statement(one.successor):
            pass
        elif one.successor not in used:
            near = did_you_mean(one.successor, used)
            problems.add(spot.at("successor"), f'nothing has the id "{one.successor}"{near}')
        else:
            yield Retired(one.id, one.successor, one.reason)
        seen.add(one.id)
