"""What stands beside a statement without a passage: the document, its other sources, all that rests on it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from cstoref.errors import UserError
from cstoref.model import Citation
from cstoref.provenance import class_in_a_word, class_in_words
from cstoref.session.grounds import ADDRESS, MOST, Disputes, DocumentGround, Inference
from cstoref.session.outcomes import StatementChoices, TakenText, TextChoices
from cstoref.session.session import Session
from cstoref.session.state import State
from cstoref.session.target import Target
from cstoref.store.cache import open_store
from cstoref.store.queries import Store
from cstoref.tui.line import Line
from cstoref.tui.pages.grounds import (
    disputes_head,
    disputes_lines,
    document_head,
    document_lines,
    inference_head,
    inference_lines,
)
from tests.mini_pack import write_pack

from .conftest import do, session_over

ARCADIA = State(record="arcadia", pane="record", statement="arcadia/membership/first")
STAYED_AWAY = State(record="exercise", pane="record", statement="exercise/absent/boris", citation=1)
XANADU = State(record="xanadu", pane="record", statement="xanadu/membership/first")
REGISTER = State(section="sources", source="register", pane="source")
SOURCES = """\
[[source]]
id = "paper"
title = "A paper"
type = "press"
publisher = "The Paper"
abbr = "Paper"
issued = "2001-05-04"
url = "https://paper.example/a"
read = "2020-01-02"

[[source]]
id = "mirror"
title = "A mirror"
type = "copy"
copy_of = "The Agency"
publisher = "mirror.example"
abbr = "Mirror"

[[source]]
id = "ministry"
title = "A ministry"
type = "official"
publisher = "The Ministry"
abbr = "Ministry"
"""


def words_of(lines: Sequence[Line]) -> str:
    return " ".join(" ".join(piece.text for piece in line.pieces) for line in lines)


def normal(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture
def well_cited(tmp_path: Path) -> Store:
    """A pack with a statement that has three sources, one of which says what it is cited for."""
    cite = (
        '[{ source = "mirror", says = "It repeats it." }, { source = "paper" }, '
        '{ source = "ministry", says = "The ministry names twelve men." }]'
    )
    events = (
        '[[event]]\nid = "meeting"\nname = "The meeting"\ntype = "meeting"\nwhen = "2001-05-03"\n'
        '[[event.statement]]\nfield = "contributed"\nwho = "boris"\nvalue = { number = 12, unit = "men" }\n'
        f'text = "Boris sent 12 men."\ncite = {cite}\n'
        '[[event.statement]]\nfield = "attended"\nwho = "anna"\ntext = "Anna was there."\n'
        'cite = { source = "ministry" }\n'
    )
    return open_store(str(write_pack(tmp_path / "cited", sources=SOURCES, events=events)))


def document(session: Session) -> DocumentGround:
    grounds = session.here.grounds
    assert isinstance(grounds, DocumentGround)
    return grounds


def test_a_text_in_the_pack_has_no_other_grounds(small: Store) -> None:
    session = session_over(small, State(record="pact", statement="pact/signed/anna", pane="record"))
    assert session.here.grounds is None
    assert session.here.source_item is None


def test_a_document_has_what_else_rests_on_it_but_not_the_statement_itself(small: Store) -> None:
    grounds = document(session_over(small, ARCADIA))
    assert (grounds.source.id, grounds.total) == ("register", 2)
    assert [item.id for item in grounds.resting] == ["exercise/absent/boris"]
    assert grounds.others == ()


def test_a_document_by_itself_lists_everything_that_rests_on_it(small: Store) -> None:
    grounds = document(session_over(small, REGISTER))
    assert grounds.statement is None
    assert {item.id for item in grounds.resting} == {"arcadia/membership/first", "exercise/absent/boris"}


def test_other_sources_come_strongest_first_with_what_they_say(well_cited: Store) -> None:
    session = session_over(well_cited, State(record="meeting", statement="meeting/contributed/boris"))
    grounds = document(session)
    assert grounds.source.id == "ministry"
    assert [other.source.id for other in grounds.others] == ["paper", "mirror"]
    assert [item.id for item in grounds.resting] == ["meeting/attended/anna"]


@pytest.mark.parametrize("cells", [40, 60, 110])
def test_the_pane_says_what_the_source_says_what_it_is_and_where(well_cited: Store, cells: int) -> None:
    session = session_over(well_cited, State(record="meeting", statement="meeting/contributed/boris"))
    head = words_of(document_head(document(session).source, cells))
    text = normal(words_of(document_lines(document(session), cells)))
    assert "Ministry · official" in normal(head)
    assert text.startswith("it says The ministry names twelve men.")
    assert "class official" in text
    assert "Other sources 2" in text
    assert "Mirror" in text and "copy" in text and "It repeats it." in text
    assert "Also rests on it 1 The meeting Anna was there" in text
    assert "cited for" not in text


def test_without_its_words_the_pane_says_what_it_is_cited_for(well_cited: Store) -> None:
    at_paper = State(record="meeting", statement="meeting/contributed/boris", citation=1)
    session = session_over(well_cited, at_paper)
    lines = document_lines(document(session), 60)
    text = normal(words_of(lines))
    assert document(session).source.id == "paper"
    assert text.startswith("cited for Boris sent 12 men.")
    assert "read 2 Jan 2020" in text
    links = {piece.link for line in lines for piece in line.pieces if piece.link}
    assert links == {"https://paper.example/a"}


def test_only_an_address_that_a_terminal_may_open_is_a_link(well_cited: Store) -> None:
    session = session_over(
        well_cited, State(record="meeting", statement="meeting/contributed/boris", citation=1)
    )
    there = document(session)
    bad = there._replace(source=there.source._replace(url="javascript:alert(1)"))
    assert not any(piece.link for line in document_lines(bad, 60) for piece in line.pieces)


def test_of_a_long_list_the_beginning_is_shown_and_how_many_are_left(small: Store) -> None:
    there = document(session_over(small, REGISTER))
    many = there._replace(resting=there.resting[:1], total=3)
    assert normal(words_of(document_lines(many, 60))).endswith("and 2 more: r lists all")


def test_no_pane_lists_more_than_its_bound(builtin: Store) -> None:
    counts = builtin.resting_by_source()
    without_text = [source.id for source in builtin.sources() if not source.path]
    most = max(without_text, key=lambda source: counts.get(source, 0))
    there = document(session_over(builtin, State(section="sources", source=most, pane="source")))
    assert len(there.resting) == MOST < there.total == counts[most]


def test_an_inference_has_its_rule_and_premises(small: Store) -> None:
    grounds = session_over(small, XANADU).here.grounds
    assert isinstance(grounds, Inference)
    assert [row.statement.id for row in grounds.premises] == ["meeting/attended/anna"]
    text = normal(words_of([*inference_head(grounds, 60), *inference_lines(grounds, 60)]))
    for part in ("Inferred by the editors", "Its leader was at the meeting", "Follows from 1", "News"):
        assert part.lower() in text.lower(), part


def test_enter_goes_to_another_source_a_premise_or_what_rests_on_it(small: Store) -> None:
    session = session_over(small, XANADU)
    session.go_pane("source")
    do(session, "enter")
    assert session.state.statement == "meeting/attended/anna"
    session = session_over(small, STAYED_AWAY)
    session.go_pane("source")
    assert session.here.source_item == f"{ADDRESS}0"
    do(session, "enter")
    assert (session.state.citation, session.here.text is not None) == (0, True)
    session = session_over(small, REGISTER)
    session.move("source", "exercise/absent/boris")
    do(session, "enter")
    assert (session.state.record, session.state.source) == ("exercise", None)


def test_an_address_is_copied_by_enter_and_is_the_first_that_can_be_copied(well_cited: Store) -> None:
    session = session_over(
        well_cited, State(record="meeting", statement="meeting/contributed/boris", citation=1, pane="source")
    )
    copied = do(session, "enter")
    assert isinstance(copied, TakenText)
    assert copied.text == "https://paper.example/a"
    choices = do(session, "copy")
    assert isinstance(choices, TextChoices)
    assert (choices.names[0], choices.texts[0]()) == ("address of the source", "https://paper.example/a")


def test_what_rests_on_a_document_is_listed_and_what_is_inferred_says_so(small: Store) -> None:
    listed = do(session_over(small, ARCADIA), "uses")
    assert isinstance(listed, StatementChoices)
    assert listed.title == "2 statements rest on Register, 2006"
    assert len(listed.statements) == 2
    with pytest.raises(UserError, match="inferred"):
        do(session_over(small, XANADU), "uses")


def test_plain_mode_lists_them_too(small: Store) -> None:
    listed = do(session_over(small, paged=True), "uses", "arcadia/membership/first")
    assert isinstance(listed, StatementChoices)
    assert listed.page == Target("source", "register")


def test_the_statement_under_the_cursor_of_the_pane_is_what_a_verb_is_about(small: Store) -> None:
    session = session_over(small, ARCADIA)
    session.go_pane("source")
    session.move("source", "exercise/absent/boris")
    assert session.target() == Target("statement", "exercise/absent/boris")
    do(session, "pin")
    assert session.user.pins == ("exercise/absent/boris",)


def test_the_list_begins_at_its_top_for_another_statement(small: Store) -> None:
    session = session_over(small, REGISTER)
    session.move("source", "exercise/absent/boris")
    session.open(Target("source", "register"))
    assert session.state.source_at == "exercise/absent/boris"
    session.open(Target("statement", "arcadia/membership/first"))
    assert session.state.source_at is None


def test_a_fact_steps_through_the_statements_behind_it(builtin: Store) -> None:
    session = session_over(builtin, State(record="belarus", pane="record"))
    fact = next(fact for fact in session.here.facts if len(fact.statements) > 1)
    session.move("record", f"={fact.id}")
    seen = [session.state.statement]
    for _ in fact.statements:
        do(session, "next-citation")
        seen.append(session.state.statement)
    assert seen == [*fact.statements, fact.statements[0]]
    assert session.here.fact_at(session.state.at) == fact


@pytest.mark.parametrize(
    ("type", "of", "word", "begins"),
    [
        ("press", None, "press", "press ("),
        ("copy", "TASS", "copy", "copy (a repost or mirror) of TASS"),
        ("dataset", "Wikidata", "data table, a copy", "data table"),
        ("odd", None, "odd", "odd"),
    ],
)
def test_a_class_is_said_in_words(
    well_cited: Store, type: str, of: str | None, word: str, begins: str
) -> None:
    source = well_cited.source("paper")
    assert source is not None
    known = source._replace(type=type, copy_of=of)
    assert class_in_a_word(known) == word
    assert class_in_words(known).startswith(begins)


def test_a_citation_that_only_confirms_says_so(well_cited: Store) -> None:
    session = session_over(well_cited, State(record="meeting", statement="meeting/attended/anna"))
    there = document(session)._replace(citation=Citation("ministry", confirms="2019-01-02"))
    assert "still held on 2 Jan 2019" in normal(words_of(document_lines(there, 60)))


def test_the_fact_that_counts_conflicts_shows_them_and_each_opens(builtin: Store) -> None:
    session = session_over(builtin, State(record="belarus", pane="record"))
    fact = next(fact for fact in session.here.facts if fact.counts_conflicts)
    session.move("record", f"={fact.id}")
    disputes = session.here.grounds
    assert isinstance(disputes, Disputes)
    assert fact.conflicts == len(disputes.serious)
    assert f"{fact.conflicts} matters" in fact.text
    assert len(disputes.keys) == len(builtin.conflicts("belarus"))
    text = normal(words_of([*disputes_head(disputes, 60), *disputes_lines(disputes, 60)]))
    assert f"In doubt {len(disputes.serious)}" in text
    assert disputes.serious[0].topic.split()[0] in text
    with pytest.raises(UserError, match="conflicts"):
        do(session, "uses")
    session.go_pane("source")
    assert session.target() == Target("conflict", disputes.keys[0])
    do(session, "enter")
    assert (session.state.view, session.state.view_of) == ("conflict", disputes.keys[0])


def test_the_cursor_stays_on_a_fact_that_rests_on_no_statement(builtin: Store) -> None:
    session = session_over(builtin, State(record="belarus", pane="record"))
    fact = next(fact for fact in session.here.facts if fact.counts_conflicts)
    session.move("record", f"={fact.id}")
    session.go(pane="index")
    session.go(pane="record")
    assert session.here.cursor == f"={fact.id}"
