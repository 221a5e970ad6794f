"""Where queries of the built-in pack land, and the words in which each hit says why."""

from __future__ import annotations

import pytest

from cstoref.store.queries import Store
from cstoref.store.search.results import AMBIGUOUS, FOUND, NOT_FOUND, OUTSIDE, SILENT, Options, find


@pytest.mark.parametrize(
    ("typed", "record", "why"),
    [
        ("BY", "belarus", "code BY"),
        ("belarus", "belarus", "name"),
        ("лукашенко", "lukashenko", "also called Lukashenko"),
        ("Александр Лукашенко", "lukashenko", "Russian spelling Александр Лукашенко"),
        ("lukashnko", "lukashenko", "one letter off: Lukashenko"),
        ("łukašenka", "lukashenko", "also called Lukashenka"),
        ("alma ata", "almaty", "also called Alma-Ata"),
        ("kocharyan", "kocharyan", "also called Kocharyan"),
        ("fm of russia 2005", "lavrov", "held this office in 2005: Foreign Minister of Russia"),
        ("premier of russia in 2009", "putin", "held this office in 2009: Prime Minister of Russia"),
        ("president of russia october 2009", "medvedev", "held this office in Oct 2009: President of Russia"),
        ("russian presidnet 2005", "putin", "read as “russian president”: held this office in 2005"),
        ("C.S.T.O.", "csto", "also called CSTO"),
        ("West'2009", "west-2009", "name"),
        ("Collective-Security Treaty Organisation", "csto", ""),
        ("military education program", "military-education-programme", ""),
        ("Tajiks", "tajikistan", ""),
        ("lukash", "lukashenko", "starts with this: Lukashenko"),
        ("matibulak", "matybulak", "spelt another way"),
        ("105 servicemen", "matybulak-2009", "contribution, said in WPS, 19 Oct 2009"),
    ],
)
def test_what_is_typed_lands_and_says_why(builtin: Store, typed: str, record: str, why: str) -> None:
    found = find(builtin, typed)
    assert found.status == FOUND
    assert found.hits[0].record == record
    assert found.hits[0].why.startswith(why)


@pytest.mark.parametrize("typed", ["ivanov", "иванов", "air defence", "air defense"])
def test_a_shared_name_lists_all(builtin: Store, typed: str) -> None:
    found = find(builtin, typed)
    assert found.status == AMBIGUOUS
    assert len({hit.record for hit in found.hits[:2]}) == 2


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        ("belarus nuclear doctrine", SILENT),
        ("belarus's nuclear doctrine", SILENT),
        ("france population", OUTSIDE),
        ("kzz", NOT_FOUND),
        ("lukashnko birthday", NOT_FOUND),
    ],
)
def test_the_kinds_of_no_are_told_apart_and_lead_on(builtin: Store, typed: str, status: str) -> None:
    found = find(builtin, typed)
    assert (found.status, found.hits) == (status, ())
    assert bool(found.suggestions) is (status != OUTSIDE)
    assert all(hit.why for hit in found.suggestions)


def test_what_is_like_nothing_gets_no_suggestion(builtin: Store) -> None:
    found = find(builtin, "nosuchthing")
    assert (found.status, found.hits, found.suggestions) == (NOT_FOUND, (), ())


def test_a_silence_tells_what_the_sources_do_say(builtin: Store) -> None:
    subject, *told = find(builtin, "belarus nuclear doctrine").suggestions
    assert subject.record == "belarus"
    assert len(told) > 2
    for hit in told:
        statement = builtin.statement(hit.statement or "")
        assert statement is not None
        assert "said in" in hit.why or "inferred" in hit.why


@pytest.mark.parametrize(
    ("typed", "suggested", "why"),
    [
        ("kzz", "kazakhstan", "KZ begins with “kz”"),
        ("lukashnko birthday", "lukashenko", "one letter off: Lukashenko"),
        ("dushambe airport", "dushanbe", "one letter off"),
    ],
)
def test_a_suggestion_says_why(builtin: Store, typed: str, suggested: str, why: str) -> None:
    hit = find(builtin, typed).suggestions[0]
    assert (hit.record, hit.why) == (suggested, why)


@pytest.mark.parametrize(
    ("typed", "office", "holder"),
    [
        ("us deputy secretary of state", "us-deputy-secretary-of-state", "burns"),
        ("foreign minister of russia", "foreign-minister-of-russia", "lavrov"),
        ("NATO envoy", "nato-envoy-caucasus-central-asia", "simmons"),
    ],
)
def test_an_office_is_followed_by_its_holders(builtin: Store, typed: str, office: str, holder: str) -> None:
    assert [hit.record for hit in find(builtin, typed).hits[:2]] == [office, holder]


@pytest.mark.parametrize(
    ("typed", "holder"),
    [
        ("leader of belarus", "lukashenko"),
        ("head of state of kazakhstan 2009", "nazarbayev"),
        ("president putin", "putin"),
        ("foreign minister lavrov", "lavrov"),
        ("secretary general bordyuzha", "bordyuzha"),
        ("министр иностранных дел россии", "lavrov"),
    ],
)
def test_offices_are_found_by_what_people_call_them(builtin: Store, typed: str, holder: str) -> None:
    assert holder in [hit.record for hit in find(builtin, typed).hits[:2]]


def test_nobody_holds_an_office_with_another_s_name(builtin: Store) -> None:
    assert all("held" not in hit.why for hit in find(builtin, "president lavrov").hits)


@pytest.mark.parametrize(
    ("typed", "source"),
    [
        ("wps-2009-10-19", "wps-2009-10-19"),
        ("WPS-2009-10-19", "wps-2009-10-19"),
        ("astana steps closer to military alliance", "edm-2009-06-18"),
        ("s:motley crew", "eurasianet-2014-05"),
    ],
)
def test_sources_are_found(builtin: Store, typed: str, source: str) -> None:
    hit = find(builtin, typed).hits[0]
    assert (hit.record, hit.source) == (None, source)


def test_a_time_alone_finds_what_happened_then(builtin: Store) -> None:
    found = [hit.record for hit in find(builtin, "14 june 2009").hits]
    assert "csto-summit-2009-06" in found[:3]


def test_a_time_brings_what_was_so_within_it_first(builtin: Store) -> None:
    hits = [hit for hit in find(builtin, "lukashenko june 2009").hits if hit.statement]
    statement = builtin.statement(hits[0].statement or "")
    assert statement is not None
    assert "2009-06" in (statement.statement.when or "")


def test_what_two_records_share_is_found_where_no_statement_has_the_words(builtin: Store) -> None:
    hits = find(builtin, "maltsev instead of lukashenko").hits
    assert hits[0].statement == "matybulak-2009/represented/maltsev"


def test_what_is_of_another_kind_is_suggested(builtin: Store) -> None:
    found = find(builtin, "l:belarus", Options(exact=True))
    assert found.status == NOT_FOUND
    (hit,) = found.suggestions
    assert (hit.record, hit.why) == ("belarus", "not what was asked for, but its name")


def test_exact_search_finds_no_beginnings_and_no_statements(builtin: Store) -> None:
    found = find(builtin, "air defence", Options(exact=True))
    assert {hit.why for hit in found.hits} == {"also called air defence"}
