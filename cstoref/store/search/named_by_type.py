"""Records that a question names by a word of their name and their type: `edelweiss training ground`."""

from __future__ import annotations

from .answers.catalogue.candidates import records_having
from .interpretation import Interpretation
from .things import Thing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.store.queries import Store


def with_the_only_one(store: Store, reading: Interpretation) -> Interpretation:
    """A question in which the words left are the name of the only record of a type that is called so:
    `edelweiss training ground`."""
    ids = set.intersection(*(records_having(store, word) for word in reading.rest))
    named = [ref for ref in store.named(ids).values() if ref.type in reading.types]
    if len(named) != 1 or reading.plural:
        return reading
    places = tuple(at for at, word in enumerate(reading.words) if word in reading.rest)
    thing = Thing(named[0].id, named[0].kind, named[0].type, named[0].name, places)
    return reading._replace(things=(thing,), rest=(), types=())
