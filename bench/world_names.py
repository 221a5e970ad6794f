"""How well names in the world's languages lead to records: `python -m bench.world_names`.

Two sets, made from the CLDR: every name that it has, in any language, for the states that are or were
members, which must come first; and the names, in eight languages, of all territories and time-zone cities
that the pack does not have, with peoples and capitals by hand, for none of which a card may be shown. Needs
babel.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from babel.localedata import load

from cstoref import fold
from cstoref.store import world
from cstoref.store.cache import open_store
from cstoref.store.membership import ever_members
from cstoref.store.queries import Store
from cstoref.store.search.lookup import look_up
from cstoref.store.search.outcome import CARD
from cstoref.store.search.results import AMBIGUOUS

LANGUAGES = ("en", "fr", "de", "es", "ru", "ar", "zh", "hi")
NOT_TERRITORIES = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}


class Named(NamedTuple):
    """A name, and the record that it must lead to; empty where there is none."""

    text: str
    record: str


def names_of_members(store: Store) -> list[Named]:
    """Every name of every state that is or was a member, each once."""
    members = {id: dict(record.identifiers) for id in ever_members(store) if (record := store.record(id))}
    codes = {codes["iso3166"]: id for id, codes in members.items() if "iso3166" in codes}
    named = (Named(name, codes[code]) for code, _, name in world.names(codes))
    return list(dict.fromkeys(named))


def names_of_others(store: Store) -> list[Named]:
    """Names of territories, cities, peoples and capitals that are no names of records here, each once."""
    here = {
        key for (key,) in store.database.execute("SELECT key FROM name_key UNION SELECT key FROM world_name")
    }
    names = dict.fromkeys((*_territories(store), *_cities(here), *_by_hand()))
    return [Named(name, "") for name in names if fold.key(name) not in here and fold.key(name)]


def _territories(store: Store) -> Iterator[str]:
    codes = store.database.execute("SELECT value FROM identifier WHERE scheme = 'iso3166'")
    ours = {code for (code,) in codes}
    for language in LANGUAGES:
        data: Any = load(language)
        for code, name in data["territories"].items():
            if len(code) == 2 and code.isalpha() and code not in NOT_TERRITORIES | ours:
                yield str(name)


def _cities(here: set[str]) -> Iterator[str]:
    for language in LANGUAGES:
        data: Any = load(language)
        for zone, names in data["time_zones"].items():
            english = zone.rpartition("/")[2].replace("_", " ")
            if fold.key(english) not in here:
                yield str(names.get("city", english))


def _by_hand() -> Iterator[str]:
    path = Path(world.FOLDER) / "peoples.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield from (word.replace("_", " ") for word in line.split())


def main() -> None:
    """Print the figures, and every name that leads astray."""
    store = open_store()
    members, others = names_of_members(store), names_of_others(store)
    missed, doubtful = [], []
    for name in members:
        outcome = look_up(store, name.text, store.default_day)
        first = (
            outcome.record if outcome.status == CARD else (outcome.hits[0].record if outcome.hits else None)
        )
        if first != name.record:
            missed.append((name, outcome.status, first))
        elif outcome.status == AMBIGUOUS:
            doubtful.append(name)
    cards = [
        (name.text, outcome.record, outcome.read_as)
        for name in others
        if (outcome := look_up(store, name.text, store.default_day)).status == CARD
    ]
    for miss in (*missed, *cards):
        print(miss)
    right = 1 - len(missed) / len(members)
    print(f"names of members: {len(members):,}, first: {right:.1%}, one of several: {len(doubtful)}")
    print(f"names of others: {len(others):,}, cards: {len(cards)}")


if __name__ == "__main__":
    main()
