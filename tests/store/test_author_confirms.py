"""A day that the author gives, and the day on which a page without a date was read, confirm an open state."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref.store.cache import open_store

SOURCE = '[[source]]\nid = "{id}"\ntitle = "T"\ntype = "official"\npublisher = "P"\nabbr = "P"\n{more}\n'
OFFICE = (
    '[[institution]]\nid = "minister"\nname = "Minister of Xanadu"\ntype = "office"\n\n'
    '[[institution.statement]]\nfield = "office_of"\nvalue = "xanadu"\n'
    'text = "T."\ncite = { source = "old" }\n'
)
TERM = (
    '[[leader]]\nid = "anna"\nname = "Anna"\ntype = "person"\n\n'
    '[[leader.statement]]\nfield = "office"\nvalue = "minister"\nwhen = "2001-05-03/.."\ntext = "T."\n'
)


@pytest.mark.parametrize(
    ("lines", "confirmed"),
    [
        ('cite = { source = "old" }', "2002-03-04"),
        ('cite = [{ source = "old" }, { source = "page" }]', "2010-06-07"),
        (
            'cite = { source = "old" }\nconfirmed = { on = "2012-08-09", cite = { source = "new" } }',
            "2012-08-09",
        ),
        (
            'cite = { source = "new" }\nconfirmed = { on = "2012-08-09", cite = { source = "old" } }',
            "2015-01-01",
        ),
    ],
    ids=["the issue of a source", "a page that was read", "a day that is given", "the latest of them"],
)
def test_what_confirms_an_open_state(make_pack: Callable[..., Path], lines: str, confirmed: str) -> None:
    sources = "\n".join(
        SOURCE.format(id=id, more=more)
        for id, more in (
            ("old", 'issued = "2002-03-04"'),
            ("page", 'read = "2010-06-07"'),
            ("new", 'issued = "2015-01-01"'),
        )
    )
    leaders = f'{TERM}{lines}\n\n[[leader]]\nid = "boris"\nname = "Boris"\ntype = "person"\n'
    store = open_store(str(make_pack(sources=sources, institutions=OFFICE, leaders=leaders)))
    row = store.statement("anna/office/minister")
    assert row is not None
    assert row.statement.confirmed == confirmed


def test_a_citation_that_confirms_keeps_its_day(make_pack: Callable[..., Path]) -> None:
    sources = SOURCE.format(id="old", more='issued = "2002-03-04"')
    given = (
        'cite = { source = "old" }\nconfirmed = { on = "2012", cite = { source = "old", says = "Still." } }\n'
    )
    leaders = f'{TERM}{given}\n[[leader]]\nid = "boris"\nname = "Boris"\ntype = "person"\n'
    store = open_store(str(make_pack(sources=sources, institutions=OFFICE, leaders=leaders)))
    row = store.statement("anna/office/minister")
    assert row is not None
    assert [(cite.confirms, cite.says) for cite in row.statement.citations] == [
        (None, None),
        ("2012", "Still."),
    ]
