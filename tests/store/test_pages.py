"""A record's page: the right statements under the right labels, on any day."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cstoref.store.cache import open_store
from cstoref.store.pages import Page, page
from cstoref.store.queries import Store


def page_of(store: Store, id: str, as_of: str | None = None, limit: int = -1) -> Page:
    found = page(store, id, as_of, limit)
    assert found is not None
    return found


def shown(found: Page) -> dict[str, str]:
    return {entry.statement.id: entry.held for entry in found.entries}


@pytest.fixture
def attested(make_pack: Callable[..., Path]) -> Store:
    """An office that Anna is attested in on a day and that Boris held for a term."""
    office = (
        '\n[[leader.statement]]\nfield = "office"\nvalue = "chair"\nwhen = "{}"\ntext = "In the chair."\n'
        'cite = {{ source = "news", quote = "Anna met Boris" }}\n'
    )
    pack = make_pack(
        institutions='[[institution]]\nid = "chair"\nname = "Chair"\ntype = "office"\n',
        leaders='[[leader]]\nid = "anna"\nname = "Anna"\ntype = "person"\n'
        + office.format("1991-06-01")
        + '\n[[leader]]\nid = "boris"\nname = "Boris"\ntype = "person"\n'
        + office.format("2000-01-01/2004-01-01"),
        events="",
    )
    return open_store(str(pack))


def test_a_record_that_is_not_there_has_no_page(rich: Store) -> None:
    assert page(rich, "nobody") is None


def test_a_page_shows_statements_authored_elsewhere_under_the_inverse_label(rich: Store) -> None:
    labels = {entry.statement.id: (entry.group, entry.label) for entry in page_of(rich, "league").entries}
    assert labels == {"cathay/membership/league": ("Membership", "member")}
    labels = {entry.statement.id: (entry.group, entry.label) for entry in page_of(rich, "cathay").entries}
    assert labels == {"cathay/membership/league": ("Membership", "member of")}


def test_the_page_of_a_state_has_those_who_held_its_offices(rich: Store) -> None:
    found = page_of(rich, "xanadu")
    office = next(entry for entry in found.entries if entry.part == "office")
    assert office.statement.id == "anna/office/minister-of-xanadu"
    assert found.total == len(found.entries)


def test_entries_are_in_the_order_of_groups_and_within_them_by_time(builtin: Store) -> None:
    order = list(builtin.fields)
    found = [
        (order.index(e.statement.field), e.statement.when or "~") for e in page_of(builtin, "belarus").entries
    ]
    assert found == sorted(found)


@pytest.mark.parametrize(
    ("as_of", "held"),
    [
        ("1993-12-31", {}),
        ("1994-06-01", {"cathay/membership/league": "possibly"}),
        ("1995-01-01", {"cathay/membership/league": "certainly"}),
        ("2003-04-30", {"cathay/membership/league": "certainly"}),
        ("2003-05-01", {}),
    ],
)
def test_a_page_as_of_a_day_has_what_held_on_it(rich: Store, as_of: str, held: dict[str, str]) -> None:
    assert shown(page_of(rich, "cathay", as_of)) == held


@pytest.mark.parametrize(("as_of", "held"), [("1991-06-01", "certainly"), ("1992-01-01", "end-unknown")])
def test_the_end_of_an_attested_office_is_not_known(attested: Store, as_of: str, held: str) -> None:
    assert shown(page_of(attested, "anna", as_of)) == {"anna/office/chair": held}


@pytest.mark.parametrize("as_of", ["2000-01-01", "2003-12-31"])
def test_an_attested_office_is_ruled_out_where_somebody_else_held_it(attested: Store, as_of: str) -> None:
    assert shown(page_of(attested, "anna", as_of)) == {}


@pytest.mark.parametrize(
    ("others", "as_of", "held"),
    [
        ([], "1995-06-01", ["end-unknown"]),
        (["1994/"], "1995-06-01", ["end-unknown", "end-unknown"]),  # stated twice
        (["1994/1996"], "1995-06-01", ["certainly"]),
        (["1994/1996"], "1999-01-01", []),  # that term ended, and this was it
        (["2002/"], "1995-06-01", ["end-unknown"]),
        (["2002/"], "2004-01-01", ["end-unknown"]),  # the later one alone
        (["2002/2004"], "2003-01-01", ["certainly"]),
        (["2002/2004"], "2006-01-01", []),
        (["1985/1990"], "1995-06-01", ["end-unknown"]),
    ],
)
def test_a_term_without_an_end_counts_until_another_of_the_same_person(
    others: list[str], as_of: str, held: list[str], make_pack: Callable[..., Path]
) -> None:
    terms = "".join(
        f'\n[[leader.statement]]\nfield = "office"\nkey = "t{at}"\nvalue = "member-of-the-senate"\n'
        f'when = "{when}"\ntext = "In the senate."\ncite = {{ source = "news", quote = "Anna met Boris" }}\n'
        for at, when in enumerate(["1994/", *others])
    )
    pack = make_pack(
        institutions='[[institution]]\nid = "member-of-the-senate"\nname = "Member of the Senate"\n'
        'type = "office"\n',
        leaders='[[leader]]\nid = "anna"\nname = "Anna"\ntype = "person"\n' + terms,
        events="",
    )
    assert list(shown(page_of(open_store(str(pack)), "anna", as_of)).values()) == held


def test_undated_statements_stay_in_a_band_of_their_own(rich: Store) -> None:
    assert shown(page_of(rich, "boris", "1900-01-01")) == {"boris/assessment": "undated"}


def test_a_page_without_a_day_has_everything_and_weighs_nothing(rich: Store) -> None:
    found = page_of(rich, "boris")
    assert set(shown(found).values()) == {""}
    assert len(found.entries) == found.total == 3


def test_the_total_counts_other_days_too(rich: Store) -> None:
    assert page_of(rich, "cathay", "1900-01-01").total == 1


@pytest.mark.parametrize(
    ("id", "as_of", "headline"),
    [
        ("anna", "2001-01-01", "Minister of Xanadu, 1 Jan 2000 – 2004"),
        ("anna", "2004-03-01", "possibly Minister of Xanadu, 1 Jan 2000 – 2004"),
        ("anna", "1999-01-01", "not yet in office; Minister of Xanadu from 1 Jan 2000"),
        ("cathay", "2000-01-01", "member of the LX, 1994 – 1 May 2003"),
        ("cathay", "2010-01-01", "former member of the LX, 1994–2003"),
        ("cathay", "1990-01-01", "not yet a member of the LX"),
        ("boris", "2000-01-01", "Who sent men."),
        ("meeting", "2000-01-01", ""),
    ],
)
def test_a_headline_says_what_it_was_on_the_day(rich: Store, id: str, as_of: str, headline: str) -> None:
    assert page_of(rich, id, as_of).headline == headline


def test_a_limit_keeps_the_most_telling_and_counts_the_rest(builtin: Store) -> None:
    whole, short = page_of(builtin, "kazakhstan"), page_of(builtin, "kazakhstan", limit=10)
    assert len(short.entries) < len(whole.entries)
    telling = [e.statement.id for e in sorted(whole.entries, key=lambda e: e.telling)]
    assert set(telling[:10]) == {e.statement.id for e in short.entries}


def test_every_id_and_source_on_a_page_has_a_name(builtin: Store) -> None:
    for record in builtin.records():
        found = page_of(builtin, record.id)
        for entry in found.entries:
            statement = entry.statement
            relays = [relay.by for relay in statement.via if relay.by]
            assert {*statement.about, *relays} <= found.names.keys()
            assert statement.said_by is None or statement.said_by in found.names
            assert {citation.source for citation in statement.citations} <= found.shorts.keys()


def test_a_conflict_is_counted_on_the_statements_that_it_names(rich: Store) -> None:
    conflicts = {entry.statement.id: entry.conflicts for entry in page_of(rich, "boris").entries}
    assert {id for id, count in conflicts.items() if count} == {"meeting/attended/boris", "boris/assessment"}


@pytest.mark.parametrize(
    ("id", "day", "headline"),
    [
        ("president-of-russia", "2009-06-14", "held by Dmitry Medvedev, 7 May 2008 – 7 May 2012"),
    ],
)
def test_an_office_says_who_holds_it(builtin: Store, id: str, day: str, headline: str) -> None:
    found = page(builtin, id, day)
    assert found is not None
    assert headline in found.headline
