"""Each problem of a statement is reported with its number and its field."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.mini_pack import FILES

CITE = 'cite = { source = "news", quote = "Anna met Boris" }\n'


EVENTS = FILES["events.toml"]


def event(*lines: str) -> str:
    """The small pack's events with one more statement on the meeting."""
    return EVENTS + "\n[[event.statement]]\n" + "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (['field = "atended"', 'text = "T"', CITE], 'field: no field "atended"; did you mean "attended"?'),
        (
            ['field = "office"', 'value = "xanadu"', 'text = "T"', CITE],
            'field: "office" is stated on leader, not on event',
        ),
        (['field = "represented"', 'text = "T"', CITE], 'who: "represented" needs `who`'),
        (['field = "attended"', CITE], "text: is missing"),
        (
            ['field = "attended"', 'text = "T"', 'whom = "anna"', CITE],
            'whom: unknown key "whom"; did you mean "who"',
        ),
        (
            ['field = "attended"', 'text = "T"', 'who = "ana"', CITE],
            'who: no record "ana"; did you mean "anna"?',
        ),
        (['field = "attended"', 'text = "{who}"', 'who = "ana"', CITE], 'who: no record "ana"'),
        (
            ['field = "attended"', 'text = "T"', "who = []", CITE],
            "who: is an empty list; give at least one entry",
        ),
        (['field = "attended"', 'text = "T"'], "nothing it rests on; add `cite`, or `from` and `rule`"),
        (
            ['field = "attended"', 'text = "T"', 'from = ["meeting/attended/anna"]'],
            "rule: an inferred statement needs the rule",
        ),
        (
            ['field = "attended"', 'text = "T"', 'stance = "certain"', CITE],
            "stance: write one of asserted, denied",
        ),
        (
            ['field = "attended"', 'text = "T"', 'rank = "deprecated"', CITE],
            "rank_reason: say why the statement is deprecated",
        ),
        (['field = "attended"', 'text = "T"', 'when = "last May"', CITE], "when: 'last May' is not a date"),
        (['field = "attended"', 'text = "T"', 'said_on = "May"', CITE], "said_on: 'May' is not a date"),
        (['field = "attended"', 'text = "T"', 'said_by = "ana"', CITE], 'said_by: no record "ana"'),
        (
            ['field = "attended"', 'text = "T"', 'via = [{ by = "ana" }]', CITE],
            'via.by: no record "ana"; did you mean "anna"?',
        ),
        (
            ['field = "attended"', 'text = "T"', 'via = [{ on = "2001" }]', CITE],
            "via: say who carried it: `by` or `by_text`",
        ),
        (['field = "attended"', 'text = "T"', 'value = "x"', CITE], 'value: "attended" takes no value'),
        (['field = "contributed"', 'text = "T"', 'value = "x"', CITE], "value: write { number = "),
        (
            ['field = "contributed"', 'text = "T"', 'value = { unit = "men" }', CITE],
            "value: give `number`, `min` or `max`",
        ),
        (
            ['field = "part_of"', 'text = "T"', CITE],
            'value: "part_of" needs a record as value',
        ),
        (
            ['field = "part_of"', 'text = "T"', "value = { number = 3 }", CITE],
            'value: "part_of" needs a record as value',
        ),
        (
            ['field = "part_of"', 'text = "T"', 'value = "meetin"', CITE],
            'value: no record "meetin"; did you mean',
        ),
        (
            ['field = "attended"', 'text = "T"', 'cite = { source = "new", quote = "Anna" }'],
            'cite.source: no source "new"; did you mean "news"?',
        ),
        (
            ['field = "attended"', 'text = "T"', 'cite = { source = "news" }'],
            'cite.quote: quote the passage of "news"',
        ),
        (
            ['field = "attended"', 'text = "T"', 'cite = { source = "news", quote = "Anna meets" }'],
            'cite.quote: "Anna meets": quote not found; the nearest passage is "Anna met"',
        ),
        (
            ['field = "attended"', 'text = "T"', f"cite = [{CITE[7:].strip()}, {CITE[7:].strip()}]"],
            'cite: "news" is cited twice for the same; keep one',
        ),
        (
            ['field = "attended"', 'text = "T"', 'cite = { source = "news", quote = "Boris" }'],
            'cite.quote: "Boris": quote found 2 times',
        ),
    ],
)
def test_each_problem_of_a_statement_is_reported_with_its_number_and_field(
    problems: Callable[..., list[str]], lines: list[str], problem: str
) -> None:
    (only,) = problems(events=event(*lines))
    assert only.startswith('data/events.toml: "meeting": statement 3 (')
    assert only.split("): ", 1)[-1].split(")", 1)[-1].removeprefix(".").startswith(problem)


@pytest.mark.parametrize(
    "number", ["nan", "inf", "-inf", "99999999999999999999", "1_000_000_000_000_000_000"]
)
def test_a_number_that_could_not_be_kept_exactly_is_refused(
    problems: Callable[..., list[str]], number: str
) -> None:
    found = problems(
        events=event('field = "contributed"', 'text = "T"', f"value = {{ number = {number} }}", CITE)
    )
    assert all(".value." in problem for problem in found)


def test_a_quote_that_is_not_in_its_source_is_reported_with_its_file(
    problems: Callable[..., list[str]],
) -> None:
    (only,) = problems(events=EVENTS.replace("He sent 12 men", "He sent 13 men"))
    assert only.startswith(
        'data/events.toml: "meeting": statement 2 (contributed boris).cite.quote: "He sent 13 men": '
    )


def test_a_source_without_a_text_cannot_be_quoted(problems: Callable[..., list[str]]) -> None:
    (only,) = problems(
        sources='[[source]]\nid = "book"\ntitle = "A book"\ntype = "research"\npublisher = "P"\nabbr = "P"\n',
        events=event('field = "attended"', 'text = "T"', 'cite = { source = "book", quote = "x" }'),
    )
    assert 'cite.quote: "book" has no text to quote from; put it into corpus/book.txt, or leave' in only


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('from = ["meeting/attended/anne"]', 'no statement "meeting/attended/anne"; did you mean'),
        ('from = ["meeting/founded"]', 'no statement "meeting/founded"'),
        ('from = ["meeting/precedent"]', "rests on itself"),
    ],
)
def test_what_an_inferred_statement_rests_on_must_be_there_and_not_itself(
    problems: Callable[..., list[str]], line: str, problem: str
) -> None:
    (only,) = problems(events=event('field = "precedent"', 'text = "T"', line, 'rule = "R"'))
    assert only.startswith(f'data/events.toml: "meeting": meeting/precedent.from: {problem}')


def test_statements_that_rest_on_each_other_are_reported(problems: Callable[..., list[str]]) -> None:
    found = problems(
        events=event(
            'field = "precedent"',
            'text = "T"',
            'from = ["meeting/outcome"]',
            'rule = "R"',
            "[[event.statement]]",
            'field = "outcome"',
            'text = "T"',
            'from = ["meeting/precedent"]',
            'rule = "R"',
        )
    )
    assert [problem.rpartition(": ")[2] for problem in found] == ["rests on itself", "rests on itself"]


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (('when = "2001"', f'confirmed = {{ on = "2004", {CITE.strip()} }}'),
         "confirmed: only an open state is confirmed; write `when` as START/.."),
        (('when = "2001/.."', f'confirmed = {{ on = "2004/..", {CITE.strip()} }}'),
         "confirmed.on: give the one day"),
        (('when = "2001/.."', 'confirmed = { on = "2004" }'), "confirmed.cite: is missing"),
        (('when = "2001/.."', 'confirmed = { on = "2004", cite = { source = "new" } }'),
         'confirmed.cite.source: no source "new"; did you mean "news"?'),
    ],
)  # fmt: skip
def test_a_confirmation_that_is_wrong_says_what_to_do(
    problems: Callable[..., list[str]], lines: tuple[str, ...], problem: str
) -> None:
    (only,) = problems(events=event('field = "attended"', 'text = "T"', CITE.strip(), *lines))
    assert problem in only


def test_what_a_citation_says_is_short(problems: Callable[..., list[str]]) -> None:
    says = 'quote = "Anna met Boris", says = "' + "x" * 201 + '"'
    cite = CITE.replace('quote = "Anna met Boris"', says)
    (only,) = problems(events=event('field = "attended"', 'text = "T"', cite.strip()))
    assert "cite.1.says: has more than 200 letters" in only
