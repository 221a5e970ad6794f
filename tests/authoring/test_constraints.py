"""Small packs that cannot be true: each rule finds its own, names the statements, takes an explanation."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cstoref.authoring.constraints import RULES, constraints
from cstoref.authoring.constraints.spans import HeldSpan, common, united
from cstoref.authoring.findings import Finding
from cstoref.errors import DAMAGED, FOUND
from cstoref.model import Pack
from tests.conftest import Result
from tests.mini_pack import FILES, PACK

CITE = 'cite = { source = "book" }\n'
BOOK = '[[source]]\nid = "book"\ntitle = "The book"\ntype = "press"\npublisher = "Press"\nabbr = "Book"\n'
STATES = (("armenia", "Армения"), ("belarus", "Беларусь"), ("cathay", "Катай"))
OFFICES = {
    **{f"president-of-{id}": (f"President of {id.title()}", id) for id, _ in STATES},
    "chair-of-the-league": ("Secretary General of the League", "league"),
    "deputy-of-the-league": ("Deputy chair of the League", "league"),
    "staff-chief": ("Chief of the staff", "league"),
}


def stated(kind: str, field: str, when: str = "", **more: str) -> str:
    """One statement; `more` gives keys and words."""
    keys = {"field": field, "when": when, **more}
    lines = "".join(f'{key} = "{value}"\n' for key, value in keys.items() if value)
    return f'[[{kind}.statement]]\n{lines}text = "Words."\n{CITE}\n'


def member(id: str, name: str, when: str) -> str:
    return (
        f'[[member]]\nid = "{id}"\nname = "{id.title()}"\ntype = "state"\n'
        f'names = [{{ text = "{name}", lang = "ru" }}]\n\n'
        + stated("member", "membership", when, value="league")
    )


def office(id: str, name: str, of: str) -> str:
    return f'[[institution]]\nid = "{id}"\nname = "{name}"\ntype = "office"\n\n' + stated(
        "institution", "office_of", value=of
    )


def leader(id: str, *statements: str) -> str:
    return f'[[leader]]\nid = "{id}"\nname = "{id.title()}"\ntype = "person"\n\n' + "".join(statements)


def held(value: str, when: str, key: str = "") -> str:
    return stated("leader", "office", when, value=value, key=key)


LEAGUE = '[[institution]]\nid = "league"\nname = "League"\ntype = "organization"\n\n'


@pytest.fixture
def found(loaded: Callable[..., Pack]) -> Callable[..., list[Finding]]:
    """What does not hold in a pack with three states and their offices."""

    def call(leaders: str, members: str | None = None, **files: str) -> list[Finding]:
        files.setdefault("institutions", LEAGUE + "".join(office(id, *of) for id, of in OFFICES.items()))
        states = "".join(member(*state, "2000-01-01") for state in STATES)
        pack = loaded(
            pack=PACK + 'subject = "league"\n',
            sources=BOOK,
            members=FILES["members.toml"] + (members or states),
            leaders=FILES["leaders.toml"] + leaders,
            **{"events": "", **files},
        )
        return list(constraints(pack))

    return call


Found = Callable[..., list[Finding]]


def rules_and_statements(findings: Iterable[Finding]) -> list[tuple[str, tuple[str, ...]]]:
    return [(finding.rule, finding.statements) for finding in findings]


@pytest.mark.parametrize(
    ("first", "second", "clash"),
    [
        ("2001-01-01/2003-05-01", "2003-04-30/2005-01-01", True),
        ("2001-01-01/2003-05-01", "2003-05-01/2005-01-01", False),  # the successor's first day
        ("2001-01-01/..", "2004-01-01/..", True),  # nobody said that the first one left
        ("2001-01-01/", "2004-01-01/..", False),  # left, nobody knows when
        ("2001-01-01/2003-05-01", "2002-07-04", True),  # attested within another's term
        ("2001-01-01/2003-05-01", "2002-07", True),
        ("2001-01-01/2003-05-01", "2003", False),  # may be after May
        ("2001-01-01/2003-05-01", "2002-07-04?", False),
        ("2001-01-01/[2003-05-01..2003-06-01]", "[2003-05-01..2003-06-01]/2005", False),
        ("2002-07-04", "2002-07-04", True),
    ],
)
def test_two_holders_at_once(found: Found, first: str, second: str, clash: bool) -> None:
    people = leader("ada", held("staff-chief", first)) + leader("bob", held("staff-chief", second))
    ids = ("ada/office/staff-chief", "bob/office/staff-chief")
    findings = rules_and_statements(found(people))
    assert [(rule, tuple(sorted(statements))) for rule, statements in findings] == (
        [("two-holders", ids)] if clash else []
    )


def test_one_holder_twice_and_an_office_for_many_are_no_clash(found: Found) -> None:
    terms = held("staff-chief", "2001-01-01/2003-05-01"), held("staff-chief", "2002-01-01", "again")
    deputies = [leader(id, held("deputy-of-the-league", "2001-01-01/2003-05-01")) for id in ("bob", "cy")]
    assert found(leader("ada", *terms) + "".join(deputies)) == []


def test_what_was_not_a_fact_clashes_with_nothing(found: Found) -> None:
    office_held = held("staff-chief", "2001-01-01/..")
    planned = office_held.replace("text =", 'stance = "planned"\ntext =')
    wrong = office_held.replace("text =", 'rank = "deprecated"\nrank_reason = "No."\ntext =')
    terms = zip(("ada", "bob", "cy"), (office_held, planned, wrong), strict=True)
    people = "".join(leader(id, statement) for id, statement in terms)
    assert found(people) == []


CORE = "2000-01-01/2020-12-31"


@pytest.mark.parametrize(
    ("membership", "terms", "gap"),
    [
        (CORE, ("1999-01-01/2010-04-07", "2010-04-08/.."), None),  # left at midnight
        (CORE, ("1999-01-01/2010-04-07", "2010-05-01/.."), "from 2010-04-07 to 2010-05-01"),
        (CORE, ("1999-01-01/2010-04", "2010-05-01/.."), None),  # left some day in April
        (CORE, ("1999-01-01/2010-04-07", "2010/.."), None),  # began some day of the year
        ("2000-01-01/2005-01-01", ("1999-01-01/2010-04-07", "2010-05-01/.."), None),  # no member then
        (CORE, ("2001-01-01/..",), "from 2000-01-01 to 2001-01-01"),
        (CORE, ("1999-01-01/2019-01-01",), "from 2019-01-01 to 2020-12-31"),
    ],
)
def test_nobody_in_an_office_that_is_never_vacant(
    found: Found, membership: str, terms: tuple[str, ...], gap: str | None
) -> None:
    people = "".join(
        leader(id, held("president-of-armenia", when)) for id, when in zip("ab", terms, strict=False)
    )
    findings = found(people, members=member("armenia", "Армения", membership) + others())
    assert [finding.rule for finding in findings] == ["vacant"] * (gap is not None)
    if gap:
        assert findings[0].about == "armenia"
        assert gap in findings[0].message
        assert findings[0].statements == tuple(
            f"{id}/office/president-of-armenia" for id in "ab"[: len(terms)]
        )


def others() -> str:
    """The states beside Armenia, attested as members on one day."""
    return "".join(member(*state, "2000-01-01") for state in STATES[1:])


def test_a_body_is_looked_at_from_its_first_known_holder_on(found: Found) -> None:
    people = leader("ada", held("chair-of-the-league", "2010-01-01/2012-01-01"))
    (finding,) = found(people)
    assert (finding.rule, finding.about) == ("vacant", "league")
    assert "from 2012-01-01 to 2021-01-01" in finding.message


def test_an_office_that_was_abolished_is_not_vacant(found: Found) -> None:
    people = leader("ada", held("chair-of-the-league", "2010-01-01/2012-01-01"))
    gone = LEAGUE + office("chair-of-the-league", *OFFICES["chair-of-the-league"]).replace(
        "text =", 'when = "2010-01-01/2012-01-01"\ntext ='
    )
    assert found(people, institutions=gone) == []
    later = gone.replace("/2012-01-01", "/2013-01-01")
    (finding,) = found(people, institutions=later)
    assert "from 2012-01-01 to 2013-01-01" in finding.message


@pytest.mark.parametrize(
    ("died", "term", "late"),
    [
        ("2010-05-03", "2001-01-01/2010-05-03", False),
        ("2010-05-03", "2001-01-01/2010-05-04", False),  # the successor's day
        ("2010-05-03", "2001-01-01/2011-01-01", True),
        ("2010-05-03", "2001-01-01/..", True),
        ("2010-05-03", "2001-01-01/", False),
        ("2010", "2010-12-31", False),
        ("2010-05-03", "2011", True),
    ],
)
def test_an_office_after_a_death(found: Found, died: str, term: str, late: bool) -> None:
    findings = found(leader("ada", held("staff-chief", term), stated("leader", "died", died)))
    ids = ("ada/office/staff-chief", "ada/died")
    assert rules_and_statements(findings) == ([("after-death", ids)] if late else [])


@pytest.mark.parametrize(
    ("first", "second", "wrong"),
    [
        ("/2003-05-01", "2004-01-01/..", True),  # one source ends what another begins later
        ("/2003-05-01", "2001-01-01/..", False),
        ("2001-01-01/2003-05-01", "2005-07-01", True),  # attested when it was over
        ("2001-01-01/2003-05-01", "2000-07-01", True),
        ("2001-01-01/2003-05-01", "2003", False),
        ("2001-01-01/", "2005-07-01", False),
        ("[..2002]/2003-05-01", "2004-01-01/..", False),  # a first term with a beginning
    ],
)
def test_an_end_before_a_start(found: Found, first: str, second: str, wrong: bool) -> None:
    findings = found(leader("ada", held("staff-chief", first), held("staff-chief", second, "second")))
    ids = {"ada/office/staff-chief", "ada/office/second"}
    assert [(rule, set(statements)) for rule, statements in rules_and_statements(findings)] == (
        [("order", ids)] if wrong else []
    )


@pytest.mark.parametrize(
    ("signed", "ratified", "who", "wrong"),
    [
        ("2010-05-03", "2009", "armenia", True),
        ("2010-05-03", "2010-05", "armenia", False),
        ("2010-05-03", "2009", "belarus", False),  # of somebody else
    ],
)
def test_fields_in_the_wrong_order(found: Found, signed: str, ratified: str, who: str, wrong: bool) -> None:
    treaty = '[[agreement]]\nid = "pact"\nname = "The pact"\ntype = "treaty"\n\n'
    treaty += stated("agreement", "ratified", ratified, who=who)
    treaty += stated("agreement", "signed", signed, who="armenia")
    findings = found("", agreements=treaty)
    ids = ("pact/ratified/armenia", "pact/signed/armenia")
    assert rules_and_statements(findings) == ([("order", ids)] if wrong else [])


RULE = '[[agreement]]\nid = "rule"\nname = "The rule"\ntype = "rule"\n\n' + stated(
    "agreement", "provides", topic="chair-of-the-league", value="Russian alphabetical order"
)


def chairs(*states: str) -> str:
    """The presidents of the states in the chair, for a year each."""
    people = ""
    for year, state in enumerate(states, 2018):
        end = f"{year + 1}-01-01" if year < 2020 else ".."
        people += leader(
            f"{state}-{year}",
            held(f"president-of-{state}", f"{year}-01-01/{year + 1}-01-01"),
            held("chair-of-the-league", f"{year}-01-01/{end}"),
        )
    return people


@pytest.mark.parametrize(
    ("order", "due"),
    [
        (("armenia", "belarus", "cathay"), []),
        (("cathay", "armenia", "belarus"), []),
        (("armenia", "cathay", "armenia"), ["Belarus"]),
        (("belarus", "armenia", "cathay"), ["Cathay", "Belarus"]),
    ],
)
def test_a_chair_that_the_rotation_does_not_give(
    found: Found, order: tuple[str, ...], due: list[str]
) -> None:
    states = "".join(member(*state, "2018-01-01/2020-12-31") for state in STATES)
    findings = found(chairs(*order), members=states, agreements=RULE)
    rotation = [finding for finding in findings if finding.rule == "rotation"]
    assert [finding.message.rpartition(" ")[2] for finding in rotation] == due
    assert all(finding.statements[-1] == "rule/provides" for finding in rotation)
    assert found(chairs(*order), members=states, agreements="") == [f for f in findings if f not in rotation]


def test_who_was_no_member_has_no_turn(found: Found) -> None:
    whole, once = "2018-01-01/2020-12-31", "2000"
    states = "".join(member(*state, once if state[0] == "belarus" else whole) for state in STATES)
    findings = found(chairs("armenia", "cathay", "armenia"), members=states, agreements=RULE)
    assert "rotation" not in {finding.rule for finding in findings}


@pytest.mark.parametrize(
    ("office_held", "attended", "for_nobody"),
    [
        ("2001-01-01/2003-05-01", {}, True),  # the meeting is in 2010
        ("2001-01-01/..", {}, False),
        ("2001-01-01/", {}, False),
        ("2010", {}, False),
        ("2001-01-01/2003-05-01", {"for": "armenia"}, False),
        ("2001-01-01/2003-05-01", {"negated": "true"}, False),
    ],
)
def test_attendance_for_nobody(
    found: Found, office_held: str, attended: dict[str, str], for_nobody: bool
) -> None:
    meeting = '[[event]]\nid = "meeting"\nname = "The meeting"\ntype = "meeting"\nwhen = "2010-05-03"\n\n'
    attendance = stated("event", "attended", who="ada", **attended).replace('"true"', "true")
    findings = found(leader("ada", held("staff-chief", office_held)), events=meeting + attendance)
    assert rules_and_statements(findings) == (
        [("attends-for-nobody", ("meeting/attended/ada",))] if for_nobody else []
    )


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
        lambda pair: HeldSpan(_day(pair[0]), _day(pair[0] + pair[1]))
    ),
    max_size=8,
)


def _day(number: int) -> str:
    return (date(2009, 2, 1) + timedelta(days=number)).isoformat()


def _days(spans: Iterable[HeldSpan]) -> set[str]:
    return {day for span in spans for day in map(_day, range(40)) if span.first <= day < span.end}


@given(DAYS, DAYS)
def test_common_days_are_those_of_both(left: list[HeldSpan], right: list[HeldSpan]) -> None:
    assert _days(common(left, right)) == _days(left) & _days(right)
    assert _days(united(left)) == _days(left)
    whole = united(left)
    assert all(span.end < following.first for span, following in pairwise(whole))


def test_every_rule_stands_in_the_page_for_data_authors() -> None:
    page = (Path(__file__).parents[2] / "docs" / "data.md").read_text(encoding="utf-8")
    assert all(f"\n| `{rule}` |" in page for rule in RULES)


MARSHALS = '[[post]]\nid = "marshal"\nlabel = "Marshal"\ntitles = ["marshal of"]\nnever_vacant = true\n\n'


def test_a_pack_declares_what_holds_of_its_own_offices_and_fields(found: Found) -> None:
    marshal = LEAGUE + office("marshal", "Marshal of the League", "league")
    one = leader("ada", held("marshal", "2010-01-01/2012-01-01"))
    two = one + leader("bob", held("marshal", "2011-01-01/.."))
    assert found(one, institutions=marshal) == []
    assert [f.rule for f in found(one, institutions=marshal, vocabulary=MARSHALS)] == ["vacant"]
    assert [f.rule for f in found(two, institutions=marshal, vocabulary=MARSHALS)] == ["two-holders"]
    shared = MARSHALS + '[words.shared]\nmarshal = "marshal"\n'
    assert found(two, institutions=marshal, vocabulary=shared) == []


def test_a_pack_declares_a_sequence_of_fields(found: Found) -> None:
    treaty = '[[agreement]]\nid = "pact"\nname = "The pact"\ntype = "treaty"\n\n'
    treaty += stated("agreement", "reserved", "2010", value="a clause")
    treaty += stated("agreement", "proposed", "2011", who="armenia")
    assert found("", agreements=treaty) == []
    sequence = '[[sequence]]\nfirst = "proposed"\nthen = "reserved"\n'
    assert [f.rule for f in found("", agreements=treaty, vocabulary=sequence)] == ["order"]


def test_a_pack_declares_an_order_in_which_an_office_goes_round(found: Found) -> None:
    states = "".join(member(*state, "2018-01-01/2020-12-31") for state in STATES)
    rule = RULE.replace("Russian alphabetical order", "order of the alphabet")
    chain = chairs("armenia", "cathay", "armenia")
    assert "rotation" not in {f.rule for f in found(chain, members=states, agreements=rule)}
    order = '[words.order]\nru = "order of the alphabet"\n'
    assert "rotation" in {f.rule for f in found(chain, members=states, agreements=rule, vocabulary=order)}


def test_a_sequence_of_no_field_is_refused(problems: Callable[..., list[str]]) -> None:
    wrong = problems(vocabulary='[[sequence]]\nfirst = "signd"\nthen = "ratified"\n')
    assert wrong == [
        'data/vocabulary.toml: "sequence signd: first": no field "signd"; did you mean "signed"?'
    ]
