"""What an author leaves out follows by rule: ids, the speaker, the time, one statement for each of many."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cstoref.model import Citation, Pack, Relay, Role, Statement, Value
from tests.mini_pack import FILES

CITE = 'cite = { source = "news", quote = "Anna met Boris" }\n'


@pytest.fixture
def stated(loaded: Callable[..., Pack]) -> Callable[..., list[Statement]]:
    """The statements of a pack in which these lines are a statement on a record of some kind."""

    def call(kind: str, *lines: str) -> list[Statement]:
        statement = f"\n[[{kind}.statement]]\n" + "\n".join(lines) + "\n" + CITE
        written = {
            "leaders": '[[leader]]\nid = "anna"\nname = "Anna"\ntype = "person"\n',
            "institutions": '[[institution]]\nid = "ministry"\nname = "Ministry"\ntype = "office"\n',
            "events": '[[event]]\nid = "meeting"\nname = "The meeting"\ntype = "meeting"\nwhen = "2001-05"\n',
            "agreements": '[[agreement]]\nid = "pact"\nname = "Pact"\ntype = "treaty"\nwhen = "1999"\n',
        }
        written[f"{kind}s"] += statement
        written["leaders"] += '\n[[leader]]\nid = "boris"\nname = "Boris"\ntype = "person"\n'
        return list(loaded(**written).statements)

    return call


Stated = Callable[..., list[Statement]]


@pytest.mark.parametrize(
    ("kind", "lines", "id"),
    [
        ("event", ['field = "attended"', 'text = "T"'], "meeting/attended"),
        ("event", ['field = "attended"', 'who = "anna"', 'text = "T"'], "meeting/attended/anna"),
        ("event", ['field = "attended"', 'who = ["anna", "boris"]', 'text = "T"'], "meeting/attended"),
        ("event", ['field = "attended"', 'key = "all"', 'text = "T"'], "meeting/attended/all"),
        (
            "event",
            ['field = "attended"', 'who = "anna"', 'key = "late"', 'text = "T"'],
            "meeting/attended/anna-late",
        ),
        ("leader", ['field = "office"', 'value = "ministry"', 'text = "T"'], "anna/office/ministry"),
        (
            "leader",
            ['field = "office"', 'value = "ministry"', 'key = "again"', 'text = "T"'],
            "anna/office/again",
        ),
        ("leader", ['field = "said"', 'value = "words"', 'text = "T"'], "anna/said"),
    ],
)
def test_an_id_is_record_field_and_who_or_key(stated: Stated, kind: str, lines: list[str], id: str) -> None:
    (only,) = stated(kind, *lines)
    assert only.id == id


def test_a_list_of_who_makes_one_statement_for_each(stated: Stated) -> None:
    both = stated(
        "event", 'field = "attended"', 'who = ["boris", "anna"]', 'text = "{who} came, {who} left."'
    )
    assert [(s.id, s.text, s.roles) for s in both] == [
        ("meeting/attended/boris", "Boris came, Boris left.", (Role("who", "boris"),)),
        ("meeting/attended/anna", "Anna came, Anna left.", (Role("who", "anna"),)),
    ]
    assert both[0].citations == both[1].citations


def test_a_list_of_who_without_its_place_in_the_text_is_one_statement(stated: Stated) -> None:
    (only,) = stated("event", 'field = "attended"', 'who = ["boris", "anna"]', 'text = "Both came."')
    assert only.roles == (Role("who", "boris"), Role("who", "anna"))
    assert only.about == ("meeting", "boris", "anna")


def test_two_statements_of_the_same_words_need_a_key(problems: Callable[..., list[str]]) -> None:
    one = '[[event.statement]]\nfield = "attended"\nwho = "anna"\ntext = "T"\n' + CITE
    (only,) = problems(
        events='[[event]]\nid = "meeting"\nname = "M"\ntype = "meeting"\n' + one + one,
    )
    assert only.startswith('data/events.toml: "meeting": statement 2 (attended anna): a second statement')
    assert 'add `key = "…"`' in only


@pytest.mark.parametrize(
    ("kind", "lines", "speaker"),
    [
        ("leader", ['field = "said"', 'text = "T"'], "anna"),
        ("institution", ['field = "announced"', 'text = "T"'], "ministry"),
        ("agreement", ['field = "praised"', 'text = "T"'], None),
        ("event", ['field = "said"', 'text = "T"'], None),
        ("event", ['field = "said"', 'who = "boris"', 'text = "T"'], "boris"),
        ("event", ['field = "said"', 'who = ["anna", "boris"]', 'text = "Both said so."'], None),
        ("leader", ['field = "said"', 'said_by = "boris"', 'text = "T"'], "boris"),
        ("leader", ['field = "said"', 'said_by_text = "a source"', 'text = "T"'], None),
        ("leader", ['field = "office"', 'value = "ministry"', 'text = "T"'], None),
        ("event", ['field = "attended"', 'who = "anna"', 'text = "T"'], None),
    ],
)
def test_the_speaker_of_what_is_said_is_who_or_the_record_itself(
    stated: Stated, kind: str, lines: list[str], speaker: str | None
) -> None:
    (only,) = stated(kind, *lines)
    assert only.said_by == speaker


@pytest.mark.parametrize(
    ("kind", "lines", "when"),
    [
        ("event", ['field = "attended"', 'text = "T"'], "2001-05"),
        ("event", ['field = "attended"', 'when = "2002"', 'text = "T"'], "2002"),
        ("leader", ['field = "said"', 'at = "meeting"', 'text = "T"'], "2001-05"),
        ("leader", ['field = "said"', 'at = "meeting"', 'when = "2003"', 'text = "T"'], "2003"),
        ("leader", ['field = "said"', 'topic = "meeting"', 'text = "T"'], None),
        ("leader", ['field = "said"', 'at = "pact"', 'text = "T"'], None),
        ("agreement", ['field = "signed"', 'text = "T"'], None),
        ("leader", ['field = "said"', 'text = "T"'], None),
    ],
)
def test_a_statement_without_a_time_inherits_its_events(
    stated: Stated, kind: str, lines: list[str], when: str | None
) -> None:
    (only,) = stated(kind, *lines)
    assert only.when == when


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("{ number = 12, unit = 'men' }", Value(None, 12, "men")),
        ("{ number = 1.5, unit = 'percent', approx = true }", Value(None, 1.5, "percent", True)),
        ("{ min = 3, max = 5 }", Value(None, None, None, False, 3, 5)),
    ],
)
def test_a_number_keeps_its_unit_and_bounds(stated: Stated, written: str, value: Value) -> None:
    (only,) = stated("event", 'field = "contributed"', f"value = {written}", 'text = "T"')
    assert only.value == value


def test_every_role_is_kept_with_records_or_words(stated: Stated) -> None:
    (only,) = stated(
        "event",
        'field = "represented"',
        'who = "anna"',
        'for = "ministry"',
        'instead_of = "boris"',
        'with_text = "certain others"',
        'condition = "if it rains"',
        'outcome = "it did"',
        'text = "T"',
    )
    assert only.roles == (
        Role("who", "anna"),
        Role("for", "ministry"),
        Role("instead_of", "boris"),
        Role("with", None, "certain others"),
        Role("condition", None, "if it rains"),
        Role("outcome", None, "it did"),
    )
    assert only.about == ("meeting", "anna", "ministry", "boris")


def test_words_may_stand_where_a_role_is_needed(stated: Stated) -> None:
    (only,) = stated("event", 'field = "represented"', 'who_text = "a deputy"', 'text = "T"')
    assert only.roles == (Role("who", None, "a deputy"),)


def test_a_value_that_is_a_record_is_concerned(stated: Stated) -> None:
    (only,) = stated("leader", 'field = "office"', 'value = "ministry"', 'text = "T"')
    assert only.about == ("anna", "ministry")


def test_a_value_in_words_concerns_nobody_even_if_it_is_an_id(stated: Stated) -> None:
    (only,) = stated("leader", 'field = "said"', 'value = "boris"', 'text = "T"')
    assert only.about == ("anna",)


def test_the_chain_that_carried_it_is_kept_in_order(stated: Stated) -> None:
    (only,) = stated(
        "leader",
        'field = "said"',
        'via = [{ by = "boris", on = "2001-05-04" }, { by_text = "a wire" }]',
        'text = "T"',
    )
    assert only.via == (Relay("boris", None, "2001-05-04"), Relay(None, "a wire", None))


def test_a_citation_has_its_place_and_paragraph(loaded: Callable[..., Pack]) -> None:
    sent = loaded().statements[-1]
    (citation,) = sent.citations
    assert citation == Citation("news", 66, 80, "He sent 12 men", None, 2)


def test_a_citation_says_in_our_words_what_its_source_says(loaded: Callable[..., Pack]) -> None:
    quote = 'quote = "He sent 12 men"'
    events = FILES["events.toml"].replace(quote, f'{quote}, says = "He sent a dozen."')
    assert loaded(events=events).statements[-1].citations[0].says == "He sent a dozen."


def test_an_open_state_is_confirmed_by_a_citation_of_its_own(stated: Stated) -> None:
    (only,) = stated(
        "agreement",
        'field = "aim"',
        'value = "peace"',
        'text = "T"',
        'when = "2001/.."',
        'confirmed = { on = "2004-05-06", cite = { source = "news", quote = "He sent 12 men" } }',
    )
    assert [(cite.quote, cite.confirms) for cite in only.citations][-1] == ("He sent 12 men", "2004-05-06")
