"""Whether the identifiers of a record are of schemes that are declared."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from .problems import Problems, Spot, did_you_mean
from .vocabulary import FILE


def check_schemes(given: Iterable[str], known: Collection[str], spot: Spot, problems: Problems) -> None:
    """Note each scheme that nothing declares, with the nearest one and how to declare it."""
    for scheme in given:
        if scheme not in known:
            near = did_you_mean(scheme, known) or f"; known are {', '.join(known)}."
            problems.add(
                spot.at(f"identifiers.{scheme}", "identifiers", scheme),
                f'no scheme "{scheme}"{near} Declare one of your own in data/{FILE}: '
                f'[[scheme]] with id = "{scheme}" and a label',
            )
