"""Who came to meetings: cards count as the matrix does, also somebody who came by office and is said to be
there for no state."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref.store.cache import open_store
from cstoref.store.facts.facts import facts
from cstoref.store.matrix import MatrixQuery, matrix
from cstoref.store.participation import ATTENDANCE, MODES, STATES
from cstoref.store.queries import Store
from tests.mini_pack import PACK

SOURCE = '[[source]]\nid = "book"\ntitle = "Book"\ntype = "press"\npublisher = "B"\nabbr = "B"\n'
MEMBER = (
    '[[member]]\nid = "{0}"\nname = "{0}"\ntype = "state"\n[[member.statement]]\nfield = "membership"\n'
    'value = "league"\nwhen = "1990/.."\ntext = "It is a member."\ncite = {{ source = "book" }}\n'
)
LEADERS = (
    '[[leader]]\nid = "anna"\nname = "Anna"\ntype = "person"\n[[leader.statement]]\nfield = "office"\n'
    'value = "president"\nwhen = "2000/2010"\ntext = "Anna was president."\ncite = { source = "book" }\n'
    '[[leader]]\nid = "boris"\nname = "Boris"\ntype = "person"\n'
)
INSTITUTIONS = (
    '[[institution]]\nid = "league"\nname = "League"\ntype = "organization"\n'
    '[[institution]]\nid = "president"\nname = "President of arcadia"\ntype = "office"\n'
    '[[institution.statement]]\nfield = "office_of"\nvalue = "arcadia"\ntext = "It is of Arcadia."\n'
    'cite = { source = "book" }\n'
)


def summit(day: str, *acts: str) -> str:
    """A summit, and who was there: a field, and roles as TOML."""
    lines = [f'[[event]]\nid = "s{day[:4]}"\nname = "Summit of {day[:4]}"\ntype = "summit"\nwhen = "{day}"']
    for number, act in enumerate(acts):
        lines.append(f'[[event.statement]]\nkey = "k{number}"\n{act}\ntext = "So it was."')
        lines.append('cite = { source = "book" }')
    return "\n".join(lines) + "\n"


BORIS = 'field = "attended"\nwho = "boris"\nfor = "xanadu"'


@pytest.fixture
def store(make_pack: Callable[..., Path]) -> Store:
    """Two members: the president of one came, stayed away, hosted, and came when no longer president."""
    events = summit("2001-05-03", 'field = "attended"\nwho = "anna"', BORIS)
    events += summit("2002-05-03", 'field = "absent"\nwho = "anna"', 'field = "attended"\nwho = "xanadu"')
    events += summit("2003-05-03", 'field = "hosted"\nwho = "arcadia"', BORIS)
    events += summit("2011-05-03", 'field = "attended"\nwho = "anna"')
    return open_store(
        str(
            make_pack(
                pack=PACK + 'subject = "league"\n',
                sources=SOURCE,
                members=MEMBER.format("arcadia") + MEMBER.format("xanadu"),
                leaders=LEADERS,
                institutions=INSTITUTIONS,
                events=events,
            )
        )
    )


def told(store: Store, id: str) -> dict[str, str]:
    record = store.record(id)
    assert record is not None
    return {fact.id: fact.text for fact in facts(store, record, "2020-01-01")}


def test_who_came_by_office_counts_for_the_state(store: Store) -> None:
    assert told(store, "arcadia")["summits"].startswith(
        "attended 1 of 2 known, last in May 2001; stayed away"
    )
    assert told(store, "xanadu")["summits"] == "attended all 3 known, last in May 2003"


def test_the_event_names_the_state_too(store: Store) -> None:
    assert told(store, "s2001")["attended"] == "all 2 members: arcadia, xanadu"


def test_every_card_counts_as_the_matrix(builtin: Store) -> None:
    whole = matrix(builtin, MatrixQuery(mode="attendance", type="summit"))
    mode = MODES[ATTENDANCE]
    compared = 0
    for member in whole.members:
        states = [STATES[column.letters[member.at]] for column in whole.columns]
        came = sum(state in mode.done for state in states)
        known = sum(state in mode.known for state in states)
        record = builtin.record(member.id)
        assert record is not None
        text = {fact.id: fact.text for fact in facts(builtin, record, "2026-11-30")}["summits"]
        figures = re.match(r"attended (?:all )?(\d+)(?: of (\d+))? known", text)
        assert figures, text
        assert (int(figures[1]), int(figures[2] or figures[1])) == (came, known), member.id
        compared += 1
    assert compared >= 7
