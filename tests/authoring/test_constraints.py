"""Small packs that cannot be true: each rule finds its own, names the statements, takes an explanation."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from cstoref.authoring.findings import Finding

from .constraint_packs import (
    LEAGUE,
    OFFICES,
    RULE,
    STATES,
    Found,
    chairs,
    held,
    leader,
    member,
    office,
    stated,
)


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
