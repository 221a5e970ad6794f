"""A list of the index is read row by row, and is the one that reading all of it would give."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cstoref import fold
from cstoref.session.filters import Filter, counted, counted_together
from cstoref.session.sections import ORDERS
from cstoref.store.queries import Store
from cstoref.store.section_list import Listed
from cstoref.store.section_rows import SOURCES, SectionRow, section_rows

SECTIONS = ("member", "leader", "institution", "event", "agreement", "place", SOURCES)
DAYS = (None, "2004-06-30")
WORDS = ("", "a", "al", "kazakh", "summit 2005", "2001-2009", "2009", "1998 treaty", "zzz", "st.", "É")


def expected(rows: list[SectionRow], words: str, facet: str, order: str) -> list[SectionRow]:
    """What passes, looked at row by row."""
    filter = Filter(words, facet)
    through = [row for row in rows if filter.lets_through(f"{row.name} {row.group}", row.facets, row.day)]
    if order not in ORDERS[1:]:
        return through
    plain = [row._replace(group="") for row in through]
    if order == "statements":
        return sorted(plain, key=lambda row: -row.statements)
    return sorted(plain, key=lambda row: fold.words(row.name))


@pytest.mark.parametrize("as_of", DAYS)
@pytest.mark.parametrize("section", SECTIONS)
def test_every_row_is_listed_and_narrowed_as_one_by_one(
    builtin: Store, section: str, as_of: str | None
) -> None:
    rows, listed = section_rows(builtin, section, as_of), Listed(builtin, section, as_of)
    assert list(listed.rows()) == rows
    assert counted_together(listed.facets()) == counted(row.facets for row in rows)
    facets = ["", *(facet for facet, _ in counted(row.facets for row in rows)[::7])]
    for order in ORDERS:
        for words in WORDS:
            for facet in facets if words in ("", "a", "2009") else facets[:1]:
                assert list(listed.rows(words, facet, order)) == expected(rows, words, facet, order)


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("section", SECTIONS)
def test_places_and_headings_are_those_of_the_rows(builtin: Store, section: str, order: str) -> None:
    for words in ("", "a", "200"):
        rows = Listed(builtin, section, None).rows(words, "", order)
        assert [rows.place(row.key) for row in rows] == list(range(len(rows)))
        groups = [row.group for row in rows]
        begins = [(at, group) for at, group in enumerate(groups) if at == 0 or groups[at - 1] != group]
        assert rows.headings == begins
        assert rows.place("nothing-of-this-id") is None
    left_out = Listed(builtin, section, None).rows("zzz", "", order)
    assert (len(left_out), left_out.headings) == (0, [])
    assert left_out.place(section_rows(builtin, section, None)[0].key) is None


@given(st.data())
@settings(max_examples=30)
def test_a_row_is_the_same_however_it_is_reached(builtin: Store, data: st.DataObject) -> None:
    whole = section_rows(builtin, "event", None)
    rows = Listed(builtin, "event", None).rows()
    assert len(whole) > 50
    at = data.draw(st.integers(-len(whole), len(whole) - 1))
    assert rows[at] == whole[at]
    first, last = sorted((abs(at), data.draw(st.integers(0, len(whole)))))
    assert rows[first:last] == whole[first:last]


def test_the_end_of_a_list_is_an_end(builtin: Store) -> None:
    rows = Listed(builtin, "member", None).rows()
    with pytest.raises(IndexError):
        rows[len(rows)]
    assert Counter(row.key for row in rows).most_common(1)[0][1] == 1
    assert len(Listed(builtin, "", None).rows()) == 0
