"""From words to what they mean: the order of reasons, scopes, and the three kinds of no."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cstoref.store.cache import open_store
from cstoref.store.queries import Store
from cstoref.store.search.exact import EXACT, NEAR, OTHER, PREFIX, ROLE, SOURCE, START, STATEMENT, WORD, Hit
from cstoref.store.search.fuzzy import distance
from cstoref.store.search.query import ask
from cstoref.store.search.results import (
    AMBIGUOUS,
    FOUND,
    NOT_FOUND,
    OUTSIDE,
    SILENT,
    Options,
    SearchResult,
    find,
)


def first(store: Store, text: str) -> Hit:
    found = find(store, text)
    assert found.hits, found
    return found.hits[0]


def records(found: SearchResult) -> list[str | None]:
    return [hit.record for hit in found.hits]


@pytest.mark.parametrize(
    ("typed", "record", "tier", "why"),
    [
        ("XA", "xanadu", EXACT, "code XA"),
        ("west-2009", "west-2009", EXACT, "name"),
        ("minister-of-xanadu", "minister-of-xanadu", EXACT, "name"),
        ("Cathay", "cathay", EXACT, "name"),
        ("CATHAY.", "cathay", EXACT, "name"),
        ("katai", "cathay", OTHER, "also called Katai"),
        ("LX", "league", OTHER, "also called LX"),
        ("L.X.", "league", OTHER, "also called LX"),
        ("Анна Иванова", "anna", EXACT, "name"),
        ("Shangdu", "xanadu", OTHER, "also called Shangdu"),
        ("West'2009", "west-2009", EXACT, "name"),
        ("west 2009", "west-2009", EXACT, "name"),
        ("xanadu minister", "anna", ROLE, "Minister of Xanadu, 1 Jan 2000 – 2004"),
        ("minister of xanadu 2001", "anna", ROLE, "held this office in 2001: Minister of Xanadu"),
        ("minister of xanadu 2004", "anna", ROLE, "held this office in 2004: Minister of Xanadu"),
        ("Catha", "cathay", PREFIX, "starts with this"),
        ("Anna Iv", "anna", PREFIX, "starts with this"),
        ("The Lea", "league", START, "starts with this"),
        ("ivanova", "anna", WORD, "one word starts with this"),
        ("Cathey", "cathay", NEAR, "one letter off"),
        ("Shangud", "xanadu", NEAR, "one letter off: Shangdu"),
        ("denied", "anna", STATEMENT, "said in News, 4 May 2001"),
        ("stead", None, SOURCE, "in the text of News, 4 May 2001"),
    ],
)
def test_each_hit_says_why_it_is_there(
    rich: Store, typed: str, record: str | None, tier: int, why: str
) -> None:
    hit = first(rich, typed)
    assert (hit.record, hit.tier, hit.why) == (record, tier, why)


@pytest.mark.parametrize("text", ["cathay", "xanadu", "minister", "anna", "the", "2009", "bor", "men"])
def test_hits_are_in_the_order_of_their_reasons(rich: Store, text: str) -> None:
    tiers = [hit.tier for hit in find(rich, text).hits]
    assert tiers == sorted(tiers)


def test_an_exact_match_is_always_first(builtin: Store) -> None:
    for id in ("belarus", "csto", "nato", "moscow", "lukashenko", "putin"):
        record = builtin.record(id)
        assert record is not None
        for form in (record.name, *(value for _, value in record.identifiers)):
            assert first(builtin, form).record == id


def test_every_name_of_the_built_in_pack_finds_its_record(builtin: Store) -> None:
    for record in builtin.whole_records():
        for name in (record.name, *(name.text for name in record.names)):
            assert record.id in records(find(builtin, name, Options(exact=True))), name


def test_a_record_is_found_once_with_its_best_reason(builtin: Store) -> None:
    for text in ("moscow", "kazakhstan", "security council", "summit"):
        named = [hit.record for hit in find(builtin, text).hits if hit.record and hit.tier < STATEMENT]
        assert len(named) == len(set(named)) > 0


@pytest.mark.parametrize(
    ("typed", "kinds"),
    [
        ("m:cathay", {"member"}),
        ("l:anna", {"leader"}),
        ("i:minister", {"institution"}),
        ("e:west", {"event"}),
        ("p:hill", {"place"}),
        ("M:cathay", {"member"}),
        ("m:xanadu l:ann", {"leader", "member"}),
    ],
)
def test_a_scope_leaves_only_its_kinds(rich: Store, typed: str, kinds: set[str]) -> None:
    hits = find(rich, typed).hits
    assert {hit.kind for hit in hits if hit.tier < STATEMENT} <= kinds


def test_a_scope_narrows_what_is_found_without_it(rich: Store) -> None:
    both = {hit.kind for hit in find(rich, "xanadu").hits}
    assert {"member", "institution"} <= both
    assert records(find(rich, "m:xanadu"))[0] == "xanadu"
    assert records(find(rich, "i:xanadu"))[0] == "minister-of-xanadu"


def test_a_scope_may_be_given_as_an_option(rich: Store) -> None:
    found = find(rich, "xanadu", Options(kinds=("institution",), statements=False))
    assert {hit.kind for hit in found.hits} == {"institution"}


def test_source_text_alone_is_searched_with_its_own_scope(rich: Store) -> None:
    found = find(rich, "s:boris")
    assert {hit.tier for hit in found.hits} == {SOURCE}
    assert {hit.record for hit in found.hits} == {None}
    for hit in found.hits:
        assert hit.source == "news"
        assert rich.text("news")[hit.start : hit.end] == hit.name
    assert find(rich, "s:cathay").status == NOT_FOUND


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ('s:"did not come"', ["Boris did not come back."]),
        ('s:"come not did"', []),
        ("s:come s:not s:did", ["Boris did not come back."]),
        ("s:“did not come”", ["Boris did not come back."]),
    ],
)
def test_a_phrase_keeps_its_words_together(rich: Store, typed: str, found: list[str]) -> None:
    assert [hit.name for hit in find(rich, typed).hits] == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [("s:boris", 2), ("s:boris !xanadu", 1), ("s:boris !come !xanadu", 0), ("s:boris !nothing", 2)],
)
def test_a_refused_word_leaves_hits_out(rich: Store, typed: str, found: int) -> None:
    assert len(find(rich, typed).hits) == found


def test_a_refused_word_leaves_names_out(rich: Store) -> None:
    assert "minister-of-xanadu" in records(find(rich, "xanadu"))
    assert "minister-of-xanadu" not in records(find(rich, "xanadu !minister"))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("thousands", True),
        ("thousands 2009", True),
        ("thousands september 2009", True),
        ("thousands in 2009", True),
        ("thousands 2001", False),
        ("thousands october 2009", False),
    ],
)
def test_a_time_narrows_to_what_was_so_then(rich: Store, typed: str, found: bool) -> None:
    assert ("west-2009/contributed/xanadu" in [hit.statement for hit in find(rich, typed).hits]) is found


def test_who_held_an_office_at_another_time_is_not_found_for_it(rich: Store) -> None:
    assert "anna" not in records(find(rich, "minister of xanadu 1998", Options(statements=False)))


def test_one_name_of_two_records_is_ambiguous(make_pack: Callable[..., Path]) -> None:
    leaders = "\n".join(
        f'[[leader]]\nid = "{id}"\nname = "{id} Ivanov"\ntype = "person"\nnames = ["Ivanov"]\n'
        for id in ("igor", "sergei")
    )
    store = open_store(str(make_pack(leaders=leaders, events="")))
    found = find(store, "ivanov")
    assert found.status == AMBIGUOUS
    assert set(records(found)) == {"igor", "sergei"}
    assert find(store, "igor ivanov").status == FOUND


def test_a_limit_is_kept(builtin: Store) -> None:
    whole = records(find(builtin, "summit", Options(limit=50)))
    assert records(find(builtin, "summit", Options(limit=3))) == whole[:3]
    assert len(whole) > 3


def test_exact_search_stops_after_whole_names(rich: Store) -> None:
    assert records(find(rich, "cathay", Options(exact=True))) == ["cathay"]
    assert find(rich, "cath", Options(exact=True)).hits == ()


def test_misspelt_names_can_be_left_out(rich: Store) -> None:
    assert "cathay" in records(find(rich, "cathey"))
    assert "cathay" not in records(find(rich, "cathey", Options(near=False)))


def test_short_names_have_no_near_misses(rich: Store) -> None:
    assert "league" not in records(find(rich, "LY"))


def test_what_is_in_no_name_and_no_text_is_not_found_with_the_closest(rich: Store) -> None:
    found = find(rich, "cathaymaxy")
    assert (found.status, found.hits) == (NOT_FOUND, ())
    assert "cathay" in [hit.record for hit in found.suggestions]
    assert all(hit.why for hit in found.suggestions)


def test_what_the_sources_do_not_say_of_a_subject_is_told_apart(rich: Store) -> None:
    found = find(rich, "cathay football")
    assert (found.status, found.hits) == (SILENT, ())
    subject, *told = found.suggestions
    assert subject.record == "cathay"
    assert "football" in subject.why
    assert [hit.name for hit in told] == ["Cathay was a member."]


@pytest.mark.parametrize("typed", ["?!", "", "   ", "\0", "!cathay"])
def test_nothing_that_can_be_sought_is_not_found(rich: Store, typed: str) -> None:
    assert find(rich, typed) == SearchResult(typed, NOT_FOUND, (), ())


@pytest.mark.parametrize("typed", ["quantum chromodynamics", "xanaduan chromodynamics"])
def test_what_has_nothing_to_do_with_the_pack_is_outside(rich: Store, typed: str) -> None:
    found = find(rich, typed)
    assert (found.query, found.status, found.hits) == (typed, OUTSIDE, ())


HOSTILE = [
    '"', '""', '"unfinished', "'", "a'b", "(", ")", "((", "*", "cath*", "^cathay", "-cathay", "+cathay",
    "cathay AND", "OR", "NOT", "NEAR(cathay xanadu)", "text:cathay", "{text people}: cathay", "cathay:",
    "s:", "m:", "s:!", "!", "!!", "!cathay", '!"', "a OR b", "cathay; DROP TABLE record", "%", "_", "?",
    "?1", ":id", "\\", "\x00cathay", "\x1b[31m", "\u202ecathay", "🇧🇾", "中文", "²", "½", "İ", "ß", "\udcff",
    "cathay " * 100, "a b c d e f g h i j " * 40, "x" * 5000, '"a" ' * 200, "!a " * 200, "2009 2010", "9999",
]  # fmt: skip


@pytest.mark.parametrize("typed", HOSTILE)
def test_no_typed_text_is_syntax(rich: Store, typed: str) -> None:
    found = find(rich, typed)
    assert found.query == typed
    assert (found.status in (FOUND, AMBIGUOUS)) is bool(found.hits)


@pytest.mark.parametrize("typed", ["cathay AND xanadu", "NOT cathay", "cathay*", "(cathay)", '"cathay"'])
def test_operators_of_full_text_are_words_like_others(rich: Store, typed: str) -> None:
    assert "cathay" in [hit.record for hit in (*find(rich, typed).hits, *find(rich, typed).suggestions)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(
    st.text(max_size=40)
    | st.lists(
        st.sampled_from(
            ['"', "!", "s:", "m:", "cathay", "anna", "2009", "minister", "*", "(", ")", "-", "NEAR"]
        ),
        max_size=8,
    ).map(" ".join)
)
def test_no_query_raises(rich: Store, typed: str) -> None:
    found = find(rich, typed)
    assert [hit.tier for hit in found.hits] == sorted(hit.tier for hit in found.hits)
    assert (found.status in (FOUND, AMBIGUOUS)) is bool(found.hits)


@pytest.mark.parametrize(
    ("typed", "words", "phrases", "refused", "kinds"),
    [
        ("Alma-Ata !Minsk", ("alma", "ata"), (), ("minsk",), ()),
        ('"two words" more', ("more", "two", "words"), (("two", "words"),), (), ()),
        ("e:summit", ("summit",), (), (), ("event",)),
        ("x:summit", ("x", "summit"), (), (), ()),
        ('still "typing', ("still", "typing"), (), (), ()),
    ],
)
def test_a_query_is_taken_apart(
    typed: str,
    words: tuple[str, ...],
    phrases: tuple[tuple[str, ...], ...],
    refused: tuple[str, ...],
    kinds: tuple[str, ...],
) -> None:
    query = ask(typed)
    assert (query.words, query.phrases, query.refused, query.kinds) == (words, phrases, refused, kinds)


@pytest.mark.parametrize(
    ("typed", "first_day", "last_day", "undated"),
    [
        ("summit 2009", "2009-01-01", "2009-12-31", ("summit",)),
        ("summit in june 2009", "2009-06-01", "2009-06-31", ("summit",)),
        ("june summit 2009", "2009-01-01", "2009-12-31", ("june", "summit")),
        ("1500 men", "", "", ("1500", "men")),
        ("2009", "2009-01-01", "2009-12-31", ()),
    ],
)
def test_a_year_or_month_among_the_words_is_a_time(
    typed: str, first_day: str, last_day: str, undated: tuple[str, ...]
) -> None:
    query = ask(typed)
    assert (query.first, query.last, query.undated) == (first_day, last_day, undated)


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [
        ("", "", 0),
        ("minsk", "minsk", 0),
        ("minsk", "misnk", 1),
        ("minsk", "mnsk", 1),
        ("minsk", "minssk", 1),
        ("minsk", "monsk", 1),
        ("minsk", "mask", 2),
        ("minsk", "kiev", 3),
        ("", "abc", 3),
    ],
)
def test_edits_are_counted_up_to_a_bound(one: str, other: str, edits: int) -> None:
    assert distance(one, other, 2) == distance(other, one, 2) == edits


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_a_bound_on_edits_changes_nothing_below_it(one: str, other: str) -> None:
    exact = distance(one, other, 99)
    assert (exact == 0) is (one == other)
    assert distance(one, other, 2) == min(exact, 3)
    assert abs(len(one) - len(other)) <= exact <= max(len(one), len(other))
