"""Other names stand under their language in words, identifiers under the name of their scheme."""

from __future__ import annotations

from cstoref.model import Name, Record, Scheme
from cstoref.session.names import identifiers, other_names
from cstoref.store.queries import Store


def test_names_stand_under_their_languages(small: Store) -> None:
    record = next(record for record in small.records())
    names = (
        Name(record.name),
        Name("Беларусь", "be"),
        Name("Byelorussia"),
        Name("Weißrussland", "de", "old", None),
        Name("Беларуссия", "ru-RU"),
        Name("Б", "be"),
        Name("X", "zxx"),
    )
    assert other_names(record._replace(names=names)) == [
        ("also called", ["Byelorussia"]),
        ("Belarusian", ["Беларусь", "Б"]),
        ("German", ["Weißrussland (old)"]),
        ("Russian", ["Беларуссия"]),
        ("zxx", ["X"]),
    ]


def test_identifiers_stand_under_their_schemes(small: Store) -> None:
    record: Record = next(record for record in small.records())
    given = (("wikidata", "Q184"), ("iso3166", "BY"), ("imo", "7"))
    schemes = {**small.schemes, "imo": Scheme("imo", "IMO number")}
    assert identifiers(record._replace(identifiers=given), schemes) == [
        ("Wikidata", "Q184"), ("ISO 3166", "BY"), ("IMO number", "7"),
    ]  # fmt: skip
