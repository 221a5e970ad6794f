"""Passages name who acted, who is credited and when, or a note says what stands for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cstoref.authoring.lint import review
from cstoref.model import Pack

TEXT = (
    "Anna Ivanova came to Xanadu on 3 May. She praised the Guard (Morning Post, May 4). Boris stayed away.\n"
    "He stayed at Xanadu. Xanadians stayed away. Xanaduland was silent. Shangdu was silent. He would "
    "come later, a man at the gate said. The gate has a porter.\n"
)
RECORDS = {
    "members": '[[member]]\nid = "xanadu"\nname = "Xanadu"\ntype = "state"\nnames = ["Xanadian"]\n',
    "institutions": '[[institution]]\nid = "post"\nname = "Morning Post"\ntype = "media"\n'
    '[[institution]]\nid = "guard"\nname = "Guard (2001)"\ntype = "force"\n',
    "events": '[[event]]\nid = "visit"\nname = "The visit"\ntype = "visit"\nwhen = "2001-05-03"\n',
    "leaders": '[[leader]]\nid = "anna"\nname = "Anna Ivanova"\ntype = "person"\n'
    '[[leader]]\nid = "boris"\nname = "Boris"\ntype = "person"\n'
    '[[leader]]\nid = "gate"\nname = "Man at the gate"\ntype = "unnamed"\n',
}


@pytest.fixture
def missing(loaded: Callable[..., Pack]) -> Callable[..., list[str]]:
    """What is missing in the passages of one statement, a few words of each finding."""

    def call(kind: str, *lines: str, quotes: tuple[str, ...], before: str = "") -> list[str]:
        cites = ", ".join(f'{{ source = "news", quote = "{quote}" }}' for quote in quotes)
        statement = "\n".join([f"[[{kind}.statement]]", 'text = "T."', *lines, f"cite = [{cites}]\n"])
        files = {**RECORDS, f"{kind}s": RECORDS[f"{kind}s"] + before + statement}
        ends = (" is named in none", " is credited in none", " stand in none")
        found = [f.message for f in review(loaded(text=TEXT, **files))]
        return [message.split(end)[0] for message in found for end in ends if end in message]

    return call


Missing = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("quotes", "names"),
    [
        (("She praised the Guard",), ["Anna Ivanova"]),
        (("She praised the Guard", "Anna Ivanova came to Xanadu"), []),
        (("Boris stayed away",), ["Anna Ivanova"]),
    ],
)
def test_who_takes_part_is_named_in_a_passage(
    missing: Missing, quotes: tuple[str, ...], names: list[str]
) -> None:
    assert missing("event", 'field = "attended"', 'who = "anna"', quotes=quotes) == names


def test_who_speaks_on_its_own_page_is_named_too(missing: Missing) -> None:
    praised = 'field = "praised"'
    assert missing("leader", praised, quotes=("He would come later",)) == ["Man at the gate"]
    assert missing("leader", praised, quotes=("He would come later, a man at the gate",)) == []


def test_what_brackets_add_to_a_name_need_not_stand_in_the_text(missing: Missing) -> None:
    conduct = 'field = "conduct"'
    assert missing("institution", conduct, quotes=("She praised the Guard",)) == []
    assert missing("institution", conduct, quotes=("Boris stayed away",)) == ["Guard (2001)"]


@pytest.mark.parametrize("quote", ["He stayed at Xanadu", "Xanadians stayed away"])
def test_any_name_and_its_plural_name_a_record(missing: Missing, quote: str) -> None:
    lines = ('field = "aim"', 'value = "peace"')
    assert missing("member", *lines, quotes=(quote,)) == []


def test_a_part_of_a_word_is_no_name(missing: Missing) -> None:
    lines = ('field = "aim"', 'value = "peace"')
    assert missing("member", *lines, quotes=("Xanaduland was silent",)) == ["Xanadu"]


@pytest.mark.parametrize(
    ("note", "names"),
    [("“Shangdu” stands for Xanadu.", []), ("The article has a doubt of its own.", ["Xanadu"])],
)
def test_a_note_that_names_what_is_meant_explains_it(missing: Missing, note: str, names: list[str]) -> None:
    lines = ('field = "aim"', 'value = "peace"', f'note = "{note}"')
    assert missing("member", *lines, quotes=("Shangdu was silent",)) == names


def test_the_credit_stands_in_a_passage(missing: Missing) -> None:
    lines = ('field = "attended"', 'who = "anna"', 'via = [{ by = "post", on = "2001-05-04" }]')
    assert missing("event", *lines, quotes=("Anna Ivanova came",)) == ["Morning Post"]
    assert missing("event", *lines, quotes=("Anna Ivanova came", "(Morning Post, May 4)")) == []


@pytest.mark.parametrize("credit", ['said_by_text = "the porter"', 'via = [{ by_text = "the porter" }]'])
def test_a_credit_in_words_stands_in_a_passage(missing: Missing, credit: str) -> None:
    lines = ('field = "attended"', 'who = "anna"', credit)
    assert missing("event", *lines, quotes=("Anna Ivanova came",)) == ["“the porter”"]
    assert missing("event", *lines, quotes=("Anna Ivanova came", "The gate has a porter")) == []


def test_the_words_for_the_time_stand_in_a_passage_as_they_are(missing: Missing) -> None:
    lines = ('field = "attended"', 'who = "anna"', 'when_text = "on 3 May"', 'when_basis = "The year."')
    assert missing("event", *lines, quotes=("Anna Ivanova came",)) == ["the words “on 3 May”"]
    assert missing("event", *lines, quotes=("Anna Ivanova came to Xanadu on 3 May",)) == []


def test_nothing_is_asked_of_what_is_inferred(missing: Missing) -> None:
    seen = '[[event.statement]]\nfield = "attended"\nwho = "boris"\ntext = "T."\n'
    seen += 'cite = { source = "news", quote = "Boris stayed away" }\n\n'
    lines = ('field = "attended"', 'who = "anna"', 'from = ["visit/attended/boris"]', 'rule = "By a rule."')
    assert missing("event", *lines, quotes=("Boris stayed away",), before=seen) == []


def test_the_built_in_pack_has_no_finding(builtin_pack: Pack) -> None:
    assert review(builtin_pack) == []


OFFICE = '[[institution]]\nid = "chair"\nname = "Chair"\ntype = "office"\n\n[[institution.statement]]\n'
INFERRED = (
    'field = "office_of"\nvalue = "xanadu"\ntext = "T."\n'
    'from = ["visit/attended/boris"]\nrule = "By a rule."\n'
)
SEEN = (
    '\n[[event.statement]]\nfield = "attended"\nwho = "boris"\ntext = "T."\n'
    'cite = { source = "news", quote = "Boris stayed away" }\n'
)


@pytest.mark.parametrize(
    ("lines", "findings"),
    [
        ("trivial = true\n", 0),
        ("", 1),
        ('trivial = true\nwhen = "2001/.."\n', 1),
    ],
)
def test_that_an_office_exists_is_trivial_and_undated(
    loaded: Callable[..., Pack], lines: str, findings: int
) -> None:
    files = {**RECORDS, "institutions": OFFICE + INFERRED + lines, "events": RECORDS["events"] + SEEN}
    found = [f.about for f in review(loaded(text=TEXT, **files)) if f.rule != "attends-for-nobody"]
    assert found == ["chair/office_of/xanadu"] * findings
