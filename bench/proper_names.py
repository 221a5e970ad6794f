"""How often a name of something else is answered with a card: `python -m bench.proper_names`.

English first names, surnames, both together, towns, companies and things, of which the pack has none as a
whole name. A card for any of them is a card of another record; at most one in a thousand may get one.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import tomli

from cstoref import fold
from cstoref.store.cache import open_store
from cstoref.store.queries import Store
from cstoref.store.search.lookup import look_up
from cstoref.store.search.outcome import CARD, Outcome

NAMES = Path(__file__).parent / "proper_names.toml"
PEOPLE = 3_200
"""First names with surnames that are tried."""
BAR = 1 / 1000


def proper_names(store: Store) -> list[str]:
    """Names of which the pack has none as a whole, each once."""
    here = {
        key for (key,) in store.database.execute("SELECT key FROM name_key UNION SELECT key FROM world_name")
    }
    return [name for name in dict.fromkeys(_names()) if fold.key(name) not in here]


def _names() -> Iterator[str]:
    with NAMES.open("rb") as file:
        lists = tomli.load(file)
    firsts, surnames = lists["first"].split(), lists["surnames"].split()
    yield from (*firsts, *surnames)
    for group in ("towns", "companies", "things"):
        yield from (name.strip() for name in lists[group].split(","))
    # Along the diagonals: each first name comes with many surnames, and each surname with many first names.
    pairs = (
        f"{first} {surnames[(at + step) % len(surnames)]}"
        for step in range(len(surnames))
        for at, first in enumerate(firsts)
    )
    yield from islice(pairs, PEOPLE)


def outcomes(store: Store) -> dict[str, Outcome]:
    """What each name comes to."""
    return {name: look_up(store, name, store.default_day) for name in proper_names(store)}


def main() -> int:
    """Print every name with a card, how many came to what, and exit with 1 if the bar is not held."""
    found = outcomes(open_store())
    cards = {name: outcome for name, outcome in found.items() if outcome.status == CARD}
    for name, outcome in cards.items():
        print(f"{name!r}: card of {outcome.record}  [{outcome.read_as or outcome.why}]")
    for status, count in Counter(outcome.status for outcome in found.values()).most_common():
        print(f"{count:>6,}  {status}")
    print(f"cards: {len(cards)} of {len(found):,} ({len(cards) / len(found):.2%}; at most {BAR:.1%})")
    return int(len(cards) > BAR * len(found))


if __name__ == "__main__":
    sys.exit(main())
