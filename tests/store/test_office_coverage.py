"""Which years of which offices are known: by hand on a small pack, and the figures of the built-in one."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref.render.office_coverage import coverage_body, coverage_head
from cstoref.render.rows import Row
from cstoref.render.text import ASCII, Style
from cstoref.store.cache import open_store
from cstoref.store.office_coverage import (
    LAST_KNOWN,
    NOTHING,
    OUTSIDE,
    PART,
    WHOLE,
    OfficeCoverage,
    office_coverage,
)
from cstoref.store.queries import Store
from tests.conftest import Result
from tests.mini_pack import FILES, PACK

VOCABULARY = '[[post]]\nid = "warden"\nlabel = "Warden"\ntitles = ["warden", "keeper"]\ncouncil = "league"\n'
OFFICES = "".join(
    f'\n[[institution]]\nid = "{id}"\nname = "{name}"\ntype = "office"\n'
    '\n[[institution.statement]]\nfield = "office_of"\nvalue = "xanadu"\ntext = "An office."\n'
    'cite = { source = "book" }\n'
    for id, name in (("warden", "Warden of Xanadu"), ("keeper", "Keeper of Xanadu"))
)
BOOK = '[[source]]\nid = "book"\ntitle = "A book"\ntype = "research"\npublisher = "Press"\nabbr = "Book"\n'
LEAGUE = '[[institution]]\nid = "league"\nname = "League"\ntype = "organization"\n' + OFFICES
MEMBERSHIP = (
    '\n[[member.statement]]\nfield = "membership"\nvalue = "league"\nwhen = "{when}"\ntext = "A member."\n'
    'cite = {{ source = "book" }}\n'
)


def term(key: str, when: str, office: str = "warden", more: str = "") -> str:
    """An office of Anna's, over a time."""
    return (
        f'\n[[leader.statement]]\nfield = "office"\nkey = "{key}"\nvalue = "{office}"\nwhen = "{when}"\n'
        f'text = "Anna held it {key}."\n{more}cite = {{ source = "book" }}\n'
    )


@pytest.fixture
def covered(make_pack: Callable[..., Path]) -> Callable[..., Path]:
    """A pack with one state, a member over a time, one post, and terms of it."""

    def make(*terms: str, when: str = "2000/2010") -> Path:
        people = '[[leader]]\nid = "anna"\nname = "Anna"\ntype = "person"\n' + "".join(terms)
        return make_pack(
            sources=BOOK,
            pack=PACK + 'subject = "league"\n',
            vocabulary=VOCABULARY,
            members=FILES["members.toml"] + MEMBERSHIP.format(when=when),
            institutions=LEAGUE,
            leaders=people,
            events="",
        )

    return make


def written(coverage: OfficeCoverage, style: Style) -> list[Row]:
    """The whole view."""
    return [*coverage_head(coverage, style), *coverage_body(coverage, style)]


@pytest.mark.parametrize(
    ("when", "known"),
    [
        ("2001-01-01/2003-01-01", {2001: WHOLE, 2002: WHOLE}),
        ("2001-06-01/2002-06-01", {2001: PART, 2002: PART}),
        ("2001/2003", {2001: PART, 2002: WHOLE, 2003: PART}),
        ("2003", {2003: PART}),
        ("2003-05", {2003: PART}),
        ("[..2003-01]/2004-06", {2003: PART, 2004: PART}),
        ("[2001..2003]/2005", {2003: PART, 2004: WHOLE, 2005: PART}),
        ("2003/[2005-02..]", {2003: PART, 2004: WHOLE, 2005: PART}),
        ("/2003-06", {2003: PART}),
        ("2003?/2005", {}),
    ],
)
def test_a_year_is_known_as_far_as_a_term_certainly_reaches(
    covered: Callable[..., Path], when: str, known: dict[int, str]
) -> None:
    (row,) = office_coverage(open_store(str(covered(term("a", when))))).rows
    assert {cell.year: cell.known for cell in row.cells if cell.known not in (NOTHING, OUTSIDE)} == known


def test_holders_who_follow_on_each_other_fill_a_year_and_a_gap_does_not(
    covered: Callable[..., Path],
) -> None:
    terms = (
        term("a", "2001-01-01/2002-04-09"),
        term("b", "2002-04-09/2003-02-01", office="keeper"),
        term("c", "2003-02-02/2004-01-01"),
    )
    (row,) = office_coverage(open_store(str(covered(*terms)))).rows
    assert [cell.known for cell in row.cells[1:5]] == [WHOLE, WHOLE, PART, NOTHING]
    assert row.cells[2].statements == ("anna/office/a", "anna/office/b")
    assert row.offices == ("keeper", "warden")


def test_after_it_was_last_confirmed_an_open_term_is_only_the_last_known(
    covered: Callable[..., Path],
) -> None:
    told = BOOK.replace('abbr = "Book"', 'abbr = "Book"\nissued = "2003-05-01"')
    folder = covered(term("a", "2001-03-01/.."))
    sources = folder / "data" / "sources.toml"
    sources.write_text(sources.read_text().replace(BOOK, told))
    (row,) = office_coverage(open_store(str(folder))).rows
    assert [cell.known for cell in row.cells[:6]] == [NOTHING, PART, WHOLE, PART, LAST_KNOWN, LAST_KNOWN]
    assert row.cells[5].statements == ("anna/office/a",)


def test_what_is_denied_or_shown_to_be_wrong_fills_nothing(covered: Callable[..., Path]) -> None:
    terms = (
        term("a", "2001/2003", more="negated = true\n"),
        term("b", "2001/2003", more='rank = "deprecated"\nrank_reason = "Wrong."\n'),
    )
    found = office_coverage(open_store(str(covered(*terms))))
    assert {cell.known for cell in found.rows[0].cells} == {NOTHING}
    assert [(share.known, share.wanted) for share in found.shares] == [(0, 11)]


@pytest.mark.parametrize(
    ("when", "years"),
    [
        ("2000/2010", range(2000, 2011)),
        ("2000-05-01/2003-01-01", range(2000, 2003)),
        ("2018/..", range(2018, 2021)),
        ("[2001..2003]/2005", range(2003, 2006)),
    ],
)
def test_years_are_wanted_while_a_state_is_a_member_and_the_pack_was_checked(
    covered: Callable[..., Path], when: str, years: range
) -> None:
    found = office_coverage(open_store(str(covered(when=when))))
    assert [cell.year for cell in found.rows[0].cells if cell.known != OUTSIDE] == list(years)


def test_a_pack_without_posts_in_a_council_has_no_rows(mini: Store) -> None:
    found = office_coverage(mini)
    assert found.rows == ()
    (row,) = written(found, Style())
    assert "names no post" in row.text


def test_the_text_shows_every_year_and_the_shares(covered: Callable[..., Path]) -> None:
    found = office_coverage(open_store(str(covered(term("a", "2001-01-01/2003-06-01")))))
    lines = [row.text for row in written(found, Style(60, ASCII))]
    years = "".join(2 * sign for sign in ".##+.......")
    assert any(line.startswith("   Warden") and line.endswith(f"{years}  3/11") for line in lines)
    assert any(line.split() == ["All", "3/11", "27.3", "%"] for line in lines)


@pytest.mark.parametrize(("cells", "year"), [(40, 1), (44, 1), (60, 1), (80, 1), (100, 2), (200, 3)])
def test_no_line_is_wider_than_asked_and_no_year_is_lost(builtin: Store, cells: int, year: int) -> None:
    found = office_coverage(builtin)
    rows = list(written(found, Style(cells, ASCII)))
    assert max(len(row.text) for row in rows) <= cells
    signs = [year * sign for sign in "#+-. "]
    shown = sum(part.text in signs for row in rows for part in row.parts[1:])
    assert shown == len(found.rows) * (found.last - found.first + 1)


def test_the_council_of_a_post_must_be_a_record(
    covered: Callable[..., Path], run: Callable[..., Result]
) -> None:
    folder = covered()
    (folder / "data" / "vocabulary.toml").write_text(VOCABULARY.replace('"league"', '"leage"'))
    result = run("verify", "--pack", str(folder))
    assert result.code != 0
    assert "data/vocabulary.toml" in result.err and "leage" in result.err


def test_the_command_prints_text_and_json(run: Callable[..., Result], covered: Callable[..., Path]) -> None:
    folder = str(covered(term("a", "2001/2003")))
    assert "Warden" in run("coverage", "--offices", "--pack", folder).out
    found = json.loads(run("coverage", "--offices", "--json", "--pack", folder).out)
    assert found["years"] == [2000, 2010]
    (row,) = found["rows"]
    assert (row["state"], row["post"], row["offices"]) == ("xanadu", "warden", ["keeper", "warden"])
    assert row["cells"][2] == {"year": 2002, "known": "whole", "statements": ["anna/office/a"]}
    assert found["shares"] == [{"post": "warden", "label": "Warden", "known": 3, "wanted": 11}]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("news", "--offices"), "takes no source: it shows every office"),
        (("--offices", "--as-of", "2005"), "no option --as-of"),
    ],
)
def test_every_year_is_shown_so_neither_a_source_nor_a_day_is_taken(
    run: Callable[..., Result], words: tuple[str, ...], said: str
) -> None:
    result = run("coverage", *words)
    assert result.code == 2
    assert said in result.err


def test_the_offices_of_the_built_in_pack_are_as_full_as_its_sources(builtin: Store) -> None:
    shares = {share.post: share.known / share.wanted for share in office_coverage(builtin).shares}
    assert shares["head-of-state"] == shares["head-of-government"] == 1
    assert min(shares["foreign-minister"], shares["defence-minister"]) >= 0.85
    assert shares["security-council-secretary"] >= 0.49
