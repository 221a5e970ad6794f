"""The documents of the built-in pack: told apart, shown for what they are, new enough for what is open."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest

from cstoref import fold
from cstoref.authoring import address
from cstoref.model import Pack, Source, Statement
from cstoref.provenance import COPY, SOURCE_TYPES
from cstoref.store.membership import FORMER, statuses
from cstoref.store.queries import Store

OPEN_FIELDS = ("office", "membership", "suspended")


@pytest.fixture(scope="module")
def sources(builtin_pack: Pack) -> dict[str, Source]:
    return {source.id: source for source in builtin_pack.sources}


def test_every_class_is_used(sources: dict[str, Source]) -> None:
    assert {source.type for source in sources.values()} == set(SOURCE_TYPES)


def test_no_two_sources_have_one_label(sources: dict[str, Source]) -> None:
    labels = Counter(source.short for source in sources.values())
    assert [label for label, count in labels.items() if count > 1] == []


def test_labels_without_a_date_need_no_number(sources: dict[str, Source]) -> None:
    undated = [source.short for source in sources.values() if not source.issued]
    assert [label for label in undated if label.endswith(")") and label[-2].isdigit()] == []


def test_a_label_does_not_hide_a_copy(sources: dict[str, Source]) -> None:
    copies = [source for source in sources.values() if source.copy_of]
    assert len(copies) > 100
    assert all(source.short.startswith(f"{source.copy_of}, copied by ") for source in copies)
    assert all(source.copy_of for source in sources.values() if source.type == COPY)


def test_a_publisher_has_one_spelling(sources: dict[str, Source]) -> None:
    spellings: dict[str, set[str]] = defaultdict(set)
    for source in sources.values():
        for name in (source.publisher, source.copy_of):
            if name:
                spellings[fold.key(name)].add(name)
    assert [names for names in spellings.values() if len(names) > 1] == []


def test_addresses_lead_to_pages(sources: dict[str, Source]) -> None:
    assert [source.id for source in sources.values() if source.url and address.is_root(source.url)] == []


def test_no_document_stands_twice(sources: dict[str, Source]) -> None:
    seen: dict[tuple[str, str], str] = {}
    for source in sources.values():
        if source.url:
            key = (source.url.partition("://")[2].removeprefix("www.").rstrip("/"), source.title)
            assert seen.setdefault(key, source.id) == source.id, source.id


def is_open(statement: Statement) -> bool:
    return statement.field in OPEN_FIELDS and bool(statement.when and statement.when.endswith("/.."))


def test_whoever_is_in_office_or_a_member_now_rests_on_something_dated(
    builtin_pack: Pack, sources: dict[str, Source]
) -> None:
    found = [statement for statement in builtin_pack.statements if is_open(statement)]
    assert len(found) > 40
    for statement in found:
        cited = [sources[cite.source] for cite in statement.citations]
        given = any(cite.confirms for cite in statement.citations)
        assert given or any(one.issued or one.read for one in cited), statement.id


def test_the_members_are_confirmed_for_the_last_year(builtin_pack: Pack) -> None:
    members = [s for s in builtin_pack.statements if s.id.endswith("/membership/since-2003")]
    assert len(members) == 6
    days = [max(cite.confirms or "" for cite in statement.citations) for statement in members]
    assert all(day >= "2025-11-27" for day in days)


def test_no_statement_says_that_what_has_ended_goes_on(builtin: Store) -> None:
    """`has suspended … since 2012` is for what still holds: what has ended, and what a state no longer is a
    member of, is told in the past."""
    present = [
        statement.id
        for statement in builtin.all_statements()
        if statement.when and "/" in statement.when and not statement.when.endswith(("/..", "/"))
        if " since " in statement.text and {"has", "have"} & {*statement.text.split(" since ")[0].split()}
    ]
    former = {id for id, status in statuses(builtin, builtin.default_day).items() if status == FORMER}
    present += [
        statement.id
        for statement in builtin.all_statements()
        if statement.subject in former and statement.field == "suspended" and " has " in statement.text
    ]
    assert present == []
