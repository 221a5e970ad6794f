"""Statements that do not meet a constraint and are right all the same, and what `verify` says of the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cstoref.authoring.constraints import RULES, constraints
from cstoref.authoring.constraints.spans import SpanOfDays, common, united
from cstoref.errors import DAMAGED, FOUND
from cstoref.model import Pack
from tests.conftest import Result
from tests.mini_pack import FILES

from .constraint_packs import BOOK, LEAGUE, Found, held, leader, office

TWO = leader("ada", held("staff-chief", "2001-01-01/..")) + leader(
    "bob", held("staff-chief", "2002-01-01/..")
)
IDS = '["ada/office/staff-chief", "bob/office/staff-chief"]'


def exception(rule: str = "two-holders", statements: str = IDS) -> str:
    return f'[[exception]]\nrule = "{rule}"\nstatements = {statements}\nreason = "Both claimed it."\n\n'


def test_an_exception_or_a_conflict_that_names_the_statements_explains_them(found: Found) -> None:
    conflict = (
        '[[conflict]]\nid = "who"\nnature = "disagreement"\ntopic = "Who"\nexplanation = "Two lists."\n'
        f"statements = {IDS}\n"
    )
    assert [finding.rule for finding in found(TWO)] == ["two-holders"]
    assert found(TWO, exceptions=exception()) == []
    assert found(TWO, conflicts=conflict, exceptions="") == []
    assert found(TWO, exceptions="", conflicts=conflict.replace(', "bob/office/staff-chief"', ""))


@pytest.mark.parametrize(
    "needless", [exception("vacant"), exception(statements='["ada/office/staff-chief"]'), exception()]
)
def test_an_exception_that_explains_nothing_is_found(found: Found, needless: str) -> None:
    people = TWO if needless != exception() else TWO.replace("2001-01-01/..", "2001-01-01/2002-01-01")
    messages = [finding.message for finding in found(people, exceptions=needless)]
    assert any("explains nothing" in message for message in messages)


def test_an_exception_to_no_rule_or_of_no_statement_is_refused(problems: Callable[..., list[str]]) -> None:
    wrong = problems(exceptions=exception("two-holder", '["nobody/office"]'))
    assert wrong == [
        'data/exceptions.toml: "no. 1": rule: no rule "two-holder"; did you mean "two-holders"?',
        'data/exceptions.toml: "no. 1": statements: no statement "nobody/office"',
    ]


def test_the_built_in_pack_meets_every_constraint_and_needs_each_exception(builtin_pack: Pack) -> None:
    assert list(constraints(builtin_pack)) == []
    bare = builtin_pack._replace(exceptions=(), conflicts=())
    unmet = [(finding.rule, set(finding.statements)) for finding in constraints(bare)]
    for exception in builtin_pack.exceptions:
        assert any(
            rule == exception.rule and statements <= set(exception.statements) for rule, statements in unmet
        )


def test_a_term_of_the_built_in_pack_that_outlasts_a_death_is_found(builtin_pack: Pack) -> None:
    term = "karimov/office/president-1990"
    longer = tuple(s._replace(when="1990-03-24/2017") if s.id == term else s for s in builtin_pack.statements)
    (finding,) = [f for f in constraints(builtin_pack._replace(statements=longer)) if f.rule == "after-death"]
    assert finding.statements == (term, "karimov/died")


def test_verify_lists_the_findings_with_their_statements(
    make_pack: Callable[..., Path], run: Callable[..., Result]
) -> None:
    folder = make_pack(
        leaders=FILES["leaders.toml"] + TWO,
        institutions=LEAGUE + office("staff-chief", "Chief", "league"),
        sources=BOOK,
        events="",
    )
    told = run("verify", str(folder))
    assert told.code == DAMAGED
    assert "ada/office/staff-chief: Ada and Bob both hold the office Chief on 2002-01-01" in told.out
    as_json = run("verify", str(folder), "--json")
    assert '"rule": "two-holders"' in as_json.out
    (folder / "data" / "exceptions.toml").write_text(exception(), encoding="utf-8")
    assert run("verify", str(folder)).code == FOUND


DAYS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 6)).map(
        lambda pair: SpanOfDays(_day(pair[0]), _day(pair[0] + pair[1]))
    ),
    max_size=8,
)


def _day(number: int) -> str:
    return (date(2009, 2, 1) + timedelta(days=number)).isoformat()


def _days(spans: Iterable[SpanOfDays]) -> set[str]:
    return {day for span in spans for day in map(_day, range(40)) if span.first <= day < span.end}


@given(DAYS, DAYS)
def test_common_days_are_those_of_both(left: list[SpanOfDays], right: list[SpanOfDays]) -> None:
    assert _days(common(left, right)) == _days(left) & _days(right)
    assert _days(united(left)) == _days(left)
    whole = united(left)
    assert all(span.end < following.first for span, following in pairwise(whole))


def test_every_rule_stands_in_the_page_for_data_authors() -> None:
    page = (Path(__file__).parents[2] / "docs" / "data.md").read_text(encoding="utf-8")
    assert all(f"\n| `{rule}` |" in page for rule in RULES)
