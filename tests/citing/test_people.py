"""Names of people in their parts, in every style that sorts by family names."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from cstoref.citing import bibtex, csl, ris
from cstoref.citing.citable import of_source
from cstoref.citing.people import person
from cstoref.model import Author, Source
from cstoref.store.queries import Store

NAMES = [
    ("Xi Jinping", "Xi", "Jinping"),
    ("Wang Yi", "Wang", "Yi"),
    ("Li Keqiang", "Li", "Keqiang"),
    ("Zhang Xiaoming", "Zhang", "Xiaoming"),
    ("Zhao Lijian", "Zhao", "Lijian"),
    ("Ouyang Xiu", "Ouyang", "Xiu"),
    ("Wei Li", "Li", "Wei"),
    ("Xi'an Wang", "Wang", "Xi'an"),
    ("Ban Ki-moon", "Ban", "Ki-moon"),
    ("Chiang Kai-shek", "Chiang", "Kai-shek"),
    ("Vladimir Socor", "Socor", "Vladimir"),
    ("Douglas M. Gibler", "Gibler", "Douglas M."),
    ("Slava Jankin Mikhaylov", "Mikhaylov", "Slava Jankin"),
    ("Han van der Berg", "van der Berg", "Han"),
    ("Lin Brown", "Brown", "Lin"),
    ("Jean-Paul Sartre", "Sartre", "Jean-Paul"),
    ("Anna-Lena Gül-Peters", "Gül-Peters", "Anna-Lena"),
    ("He Smith", "Smith", "He"),
    ("Socor, Vladimir", "Socor", "Vladimir"),
]


@pytest.mark.parametrize(("name", "family", "given"), NAMES)
def test_a_name_is_taken_apart(name: str, family: str, given: str) -> None:
    parts = person(Author(name))
    assert parts is not None
    assert (parts.family, parts.given) == (family, given)


@pytest.fixture
def by(small: Store) -> Callable[[str], Source]:
    return lambda name: small.sources()[0]._replace(authors=(Author(name),))


def test_each_style_has_the_family_name_of_a_chinese_name(small: Store, by: Callable[[str], Source]) -> None:
    items = of_source(by("Xi Jinping"), small.edition)
    assert "author = {Xi, Jinping}" in bibtex.write(items)
    assert "AU  - Xi, Jinping" in ris.write(items)
    (item,) = json.loads(csl.write(items))
    assert item["author"] == [{"family": "Xi", "given": "Jinping"}]


def test_bibtex_takes_other_names_apart_itself(small: Store, by: Callable[[str], Source]) -> None:
    assert "author = {Han van der Berg}" in bibtex.write(of_source(by("Han van der Berg"), small.edition))


def test_one_name_or_a_body_stays_whole(small: Store) -> None:
    assert person(Author("United Nations Security Council", True)) is None
    parts = person(Author("Socor"))
    assert parts is not None
    assert (parts.given, parts.family) == ("", "Socor")
