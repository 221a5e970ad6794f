"""Names in a text: known ones lead to their records, unknown ones are runs of capitals, the rest words."""

from __future__ import annotations

import pytest

from cstoref.intake.names import Names, names_of
from cstoref.model import Name, Record
from cstoref.store.queries import Store

RECORDS = [
    Record(id, "any", type, name, None, None, names=tuple(map(Name, others)))
    for id, type, name, *others in (
        ("anna", "person", "Anna Ivanova", "Анна Иванова"),
        ("ivan", "person", "Ivan Ivanova"),
        ("holt", "person", "Anders Holt"),
        ("pact", "organization", "Sound Pact", "SP"),
        ("council", "organ", "Council of the Sound Pact"),
        ("georgia", "state", "Georgia"),
        ("georgia-us", "region", "Georgia (United States)"),
    )
]


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Anna Ivanova came.", {"Anna Ivanova": ("anna",)}),
        ("Ivanova came; Holt’s men left.", {"Ivanova": ("anna", "ivan"), "Holt’s": ("holt",)}),
        ("A Council of the Sound Pact.", {"Council of the Sound Pact": ("council",)}),
        ("of the SP", {"SP": ("pact",)}),
        ("анна иванова; Анна Иванова", {"Анна Иванова": ("anna",)}),
        ("In Georgia", {"Georgia": ("georgia", "georgia-us")}),
        ("the sound pact of georgia", {}),
        ("Sound-Pact troops", {"Sound-Pact": ("pact",)}),
        ("", {}),
    ],
)  # fmt: skip
def test_the_names_of_records_are_found(text: str, known: dict[str, tuple[str, ...]]) -> None:
    mentions = Names(RECORDS).known(text)
    assert {mention.text: mention.records for mention in mentions} == known
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("Yesterday Tove Rask met Holt in Corhaven.", ["Tove Rask", "Corhaven"]),
        ("The ministry of Emil Sund’s party. Meetings follow.", ["Emil Sund"]),
        ("Brennia left. It was Brennia that asked.", ["Brennia", "Brennia"]),
        ("Meetings were held. Other meetings follow.", []),
        ("On Tuesday, President Lunde said in March that he left.", ["Lunde"]),
        ("He saw the Bank of Corhaven and the U.S. Army.", ["Bank of Corhaven", "Army"]),
        ("World War II and Article IV", ["World War", "Article"]),
    ],
)
def test_other_runs_of_capitals_are_unknown_names(text: str, unknown: list[str]) -> None:
    mentions = Names(RECORDS).mentions(text)
    assert [mention.text for mention in mentions if not mention.records] == unknown
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)


def test_in_the_built_in_texts_hardly_a_name_is_unknown(builtin: Store) -> None:
    mentions = [
        mention
        for source in builtin.sources()
        if source.path
        for mention in names_of(builtin).mentions(builtin.text(source.id))
    ]
    unknown = [mention for mention in mentions if not mention.records]
    assert len(mentions) > 200
    assert len(unknown) < len(mentions) / 20
