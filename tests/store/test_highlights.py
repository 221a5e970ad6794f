"""What stands below the facts of a card: new, telling, and nothing that the facts have said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from cstoref.store.cache import open_store
from cstoref.store.card_page import card_page
from cstoref.store.highlights import MOST, highlights
from cstoref.store.pages import page
from cstoref.store.queries import Store


def test_what_is_stored_is_what_would_be_chosen(builtin: Store) -> None:
    for id in ("russia", "csto", "putin", "crrf", "bishkek"):
        shown, whole = card_page(builtin, id), page(builtin, id, builtin.default_day)
        assert shown is not None and whole is not None
        chosen = [entry.statement.id for entry in highlights(whole, builtin)]
        assert [entry.statement.id for entry in shown.entries] == chosen
        assert shown.total == page(builtin, id).total  # type: ignore[union-attr]


def test_no_highlight_repeats_a_fact_or_its_text_or_is_trivial_or_wrong(builtin: Store) -> None:
    for record in builtin.records():
        shown = card_page(builtin, record.id)
        assert shown is not None
        told = {id for fact in shown.facts for id in fact.statements}
        assert len(shown.entries) <= MOST
        assert len({entry.statement.text for entry in shown.entries}) == len(shown.entries)
        assert len({entry.group for entry in shown.entries}) == len(shown.entries)
        for entry in shown.entries:
            s = entry.statement
            assert s.id not in told and not s.trivial and s.rank != "deprecated" and s.citations


def test_no_highlight_repeats_the_line_under_the_name_or_a_meeting_that_is_counted(builtin: Store) -> None:
    for record in builtin.records():
        shown = card_page(builtin, record.id)
        assert shown is not None
        ids = {fact.id for fact in shown.facts if not fact.missing}
        for entry in shown.entries:
            s = entry.statement
            if "status" in ids and entry.part == "subject":
                assert s.field not in ("membership", "suspended"), (record.id, s.id)
            if "summits" in ids and s.field in ("attended", "absent"):
                subject = builtin.record(s.subject)
                assert subject is not None and subject.type != "summit", (record.id, s.id)


STATEMENT = (
    '\n[[place.statement]]\nfield = "conduct"\nkey = "{key}"\nvalue = "{key}"\ntext = "It was {key}."\n'
    'when = "{when}"\n{more}cite = {{ source = "news", quote = "Anna met" }}\n'
)


def test_the_newest_of_a_group_comes_before_older_ones_and_an_overtaken_plan(
    make_pack: Callable[..., Path],
) -> None:
    places = '[[place]]\nid = "hill"\nname = "Hill"\ntype = "site"\n' + "".join(
        (
            STATEMENT.format(key="old", when="1999", more=""),
            STATEMENT.format(key="new", when="2015", more=""),
            STATEMENT.format(key="meant", when="2018", more='stance = "planned"\n'),
        )
    )
    store = open_store(str(make_pack(places=places)))
    shown = card_page(store, "hill", "2019-06-01")
    assert shown is not None
    assert [entry.statement.text for entry in shown.entries] == ["It was new."]


ONCE = (
    '\n[[place.statement]]\nfield = "purpose"\nkey = "once"\nvalue = "watching"\n'
    'text = "It served for watching."\n'
    'when = "2003"\ncite = { source = "news", quote = "Anna met" }\n'
)


def test_what_only_held_once_is_told_where_little_else_is(make_pack: Callable[..., Path]) -> None:
    hill = '[[place]]\nid = "hill"\nname = "Hill"\ntype = "site"\n'
    acts = "".join(STATEMENT.format(key=f"act-{n}", when=f"200{n}-05-01", more="") for n in range(4, 6))
    for more, fields in (("", ["purpose"]), (acts, ["conduct", "purpose"])):
        shown = card_page(open_store(str(make_pack(places=hill + more + ONCE))), "hill")
        assert shown is not None
        assert [entry.statement.field for entry in shown.entries] == fields


def test_a_body_that_never_opened_says_so_on_its_card(builtin: Store) -> None:
    shown = card_page(builtin, "csto-academy")
    assert shown is not None
    assert any("never opened" in entry.statement.text for entry in shown.entries)
