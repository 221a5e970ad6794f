"""What each verb does, without any front end: state in, state or value out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cstoref.errors import UserError
from cstoref.session.outcomes import (
    ConflictChoices,
    FacetChoices,
    Message,
    Peek,
    Question,
    RecordChoices,
    RecordNames,
    StatementChoices,
    StatementDetails,
    TakenText,
    TextChoices,
)
from cstoref.session.state import State
from cstoref.session.target import Target
from cstoref.session.verbs import VERBS, Verb
from cstoref.store.queries import Store

from .conftest import do, session_over

PACT = State(section="agreement", record="pact", pane="record")
SIGNED = "pact/signed/anna"
DISPUTED = "pact/refused/boris-never"


def test_open_step_filter_back_and_cite(small: Store) -> None:
    session = session_over(small)
    do(session, "open", "arcadia")
    do(session, "later-day")
    do(session, "later-day")
    assert session.state.as_of == "2001-06-01"
    do(session, "as-of")
    do(session, "open", "boris")
    session.filter("never")
    assert [entry.statement.id for block in session.here.blocks for entry in block.entries] == [DISPUTED]
    do(session, "back")
    assert session.state.record == "arcadia"
    cited = do(session, "cite", f"{SIGNED} bibtex")
    assert isinstance(cited, TakenText)
    assert cited.text.startswith("@article{news,")


def test_search_results_open_and_stay_listed(small: Store) -> None:
    session = session_over(small)
    do(session, "find", "observers")
    assert session.state.statement == "exercise/contributed/arcadia"
    do(session, "enter")
    assert (session.state.pane, session.state.query) == ("record", "observers")
    do(session, "leave")
    assert (session.state.pane, session.state.finding) == ("index", True)


def test_from_a_statement_to_its_sentence_and_to_what_else_rests_on_it(small: Store) -> None:
    session = session_over(small, State(record="boris", statement="boris/said", pane="record"))
    do(session, "enter")
    assert session.state.pane == "source"
    do(session, "next-cited")
    uses = do(session, "uses")
    assert isinstance(uses, StatementChoices)
    assert len(uses.statements) == 2
    uses.choose(session, uses.statements[0].statement.id)
    assert session.state.statement == uses.statements[0].statement.id
    for _ in range(3):
        try:
            do(session, "next-cited")
        except UserError as error:
            assert str(error) == "there are no more below"


def test_details_names_and_linked_records_are_values(small: Store) -> None:
    session = session_over(small, State(record="pact", statement=DISPUTED, pane="record"))
    details = do(session, "details")
    assert isinstance(details, StatementDetails)
    assert [conflict.id for conflict in details.conflicts] == ["did-boris-sign"]
    details.choose(session, "0")
    assert session.state.pane == "source"
    session.go_pane("record")
    linked = do(session, "open-linked")
    if isinstance(linked, RecordChoices):
        linked.choose(session, "boris")
    assert (session.state.record, session.state.statement) == ("boris", DISPUTED)
    names = do(session_over(small, State(record="arcadia", pane="record")), "names")
    assert isinstance(names, RecordNames)
    assert ("ISO 3166", "AC") in names.identifiers


def test_a_conflict_opens_from_its_statement_and_closes_again(small: Store) -> None:
    session = session_over(small, State(record="pact", statement=DISPUTED, pane="record"))
    assert do(session, "conflicts") is None
    assert (session.state.view, session.state.view_of) == ("conflict", "did-boris-sign")
    do(session, "conflicts")
    assert (session.state.view, session.state.statement) == ("", DISPUTED)
    several = ConflictChoices("two", small.conflicts(), None)
    several.choose(session, "did-boris-sign")
    assert session.state.view == "conflict"


def test_the_matrices_come_in_turn_and_a_view_is_sorted_in_its_own_orders(small: Store) -> None:
    session = session_over(small, PACT)
    met = []
    for _ in range(4):
        do(session, "matrix")
        met.append(session.state.view)
    assert met == ["attendance", "signatures", "contributions", "attendance"]
    do(session, "sort")
    assert session.state.record_sort == "oldest first"
    with pytest.raises(UserError, match="there is no order “sideways” here"):
        do(session, "sort", "sideways")


def test_two_records_are_compared(small: Store) -> None:
    session = session_over(small, State(record="boris", pane="record"))
    question = do(session, "compare")
    assert isinstance(question, Question)
    assert question.title == "Compare Boris with"
    do(session, "compare", "anna")
    assert (session.state.view, session.state.record, session.state.view_of) == ("compare", "boris", "anna")
    do(session, "back")
    for name, wrong in (("boris", "the same record"), ("zzzzzzzz", "no record is found")):
        with pytest.raises(UserError, match=wrong):
            do(session, "compare", name)


def test_facets_are_listed_set_and_cleared(small: Store) -> None:
    session = session_over(small, PACT)
    choices = do(session, "facets")
    assert isinstance(choices, FacetChoices)
    assert ("stance: reported", 1) in choices.facets
    choices.choose(session, "stance: reported")
    assert session.state.statement == DISPUTED
    do(session, "clear")
    assert session.state.record_facet == ""


def test_everything_can_be_copied_and_json_is_that_of_the_export(small: Store) -> None:
    session = session_over(small, PACT)
    copies = do(session, "copy")
    assert isinstance(copies, TextChoices)
    texts = {name: make() for name, make in zip(copies.names, copies.texts, strict=True)}
    assert json.loads(texts["JSON"])["id"] == SIGNED
    assert texts["link"] == f"cstoref open small:{SIGNED}@1"
    assert texts["quote"] == "“Anna signed the pact”"
    printed = do(session, "json", "pact")
    assert isinstance(printed, TakenText)
    assert json.loads(printed.text)["id"] == "pact"


def test_all_pins_can_be_copied_where_there_are_any(small: Store) -> None:
    session = session_over(small, PACT)
    copies = do(session, "copy")
    assert isinstance(copies, TextChoices)
    assert "all pins" not in copies.names
    session.user.pin("pact/signed/boris")
    copies = do(session, "copy")
    assert isinstance(copies, TextChoices)
    text = copies.choose(session, str(list(copies.names).index("all pins")))
    assert isinstance(text, TakenText)
    assert "Boris signed the pact" in text.text
    assert "Anna Ivanova signed" not in text.text


def test_pins_become_a_memo_in_a_new_file(small: Store, tmp_path: Path) -> None:
    session = session_over(small, PACT)
    with pytest.raises(UserError, match="nothing is pinned"):
        do(session, "memo", str(tmp_path / "memo.md"))
    assert do(session, "pin") == Message("Pinned, number 1. u undoes it.")
    assert do(session, "pin", DISPUTED) == Message("Pinned, number 2. u undoes it.")
    assert isinstance(do(session, "memo"), Question)
    path = tmp_path / "memo.md"
    assert do(session, "memo", str(path)) == Message(f"2 statements written to {path}.")
    with pytest.raises(UserError, match="exists already; choose another name"):
        do(session, "memo", str(path))
    sources = tmp_path / "memo.bib"
    said = do(session, "memo", str(sources))
    assert said == Message(f"The sources of what is pinned are written to {sources}.")
    assert sources.read_text().startswith("@")
    assert path.read_text().startswith("#")
    assert do(session, "pin", DISPUTED) == Message("Unpinned; 1 left. u undoes it.")


def test_bookmarks_and_notes_are_saved(small: Store) -> None:
    session = session_over(small, PACT)
    assert do(session, "bookmark") == Message("Bookmark added. u undoes it.")
    assert do(session, "bookmark", "anna") == Message("Bookmark added. u undoes it.")
    assert do(session, "note", "anna Look here.") == Message("Note saved on Anna Ivanova.")
    do(session, "bookmarks")
    assert session.state.at == SIGNED
    do(session, "bookmark-down")
    assert [bookmark.id for bookmark in session.user.bookmarks] == ["anna", SIGNED]
    assert do(session, "unnote", "anna") == Message("Note removed.")
    with pytest.raises(UserError, match="only records and statements"):
        do(session, "bookmark", "news")


def test_the_day_is_set_and_cleared(small: Store) -> None:
    session = session_over(small, PACT)
    do(session, "as-of", "2001-06")
    assert session.state.as_of == "2001-06-30"
    with pytest.raises(UserError, match="is not a date"):
        do(session, "as-of", "soon")
    do(session, "as-of")
    assert session.state.as_of is None


@pytest.mark.parametrize("paged", [False, True])
@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.id)
def test_no_verb_fails_but_with_a_sentence_for_the_user(small: Store, verb: Verb, paged: bool) -> None:
    places = (
        Target("home"), Target("record", "pact"), Target("statement", SIGNED), Target("source", "news", 45),
        Target("source", "register"), Target("conflicts"), Target("attendance"), Target("bookmarks"),
        Target("results", "boris"), Target("section", "leader"),
    )  # fmt: skip
    for place in places:
        for typed in ("", "boris", SIGNED, "nothing of the kind"):
            session = session_over(small, paged=paged)
            session.open(place)
            try:
                verb.run(session, typed if verb.id != "memo" else "")
            except UserError as error:
                assert error.sentence[0].isupper() or not error.sentence[0].isalpha()
                assert error.sentence.endswith((".", "?"))


def test_a_statement_and_a_record_are_looked_at_without_going_there(small: Store) -> None:
    session = session_over(small, State(record="meeting", statement="meeting/attended/anna", pane="record"))
    before = session.state
    peek = do(session, "peek")
    assert isinstance(peek, Peek)
    assert peek.statement is not None
    assert [one.id for one in peek.glances] == ["anna"]
    assert session.state == before
    peek.choose(session, "anna")
    assert session.state.record == "anna"
    do(session, "back")
    peek.choose(session, "0")
    assert session.state.pane == "source"
    in_list = session_over(small, State(section="leader", pane="index"))
    in_list.move("index", "boris")
    peek = do(in_list, "peek")
    assert isinstance(peek, Peek)
    assert [one.name for one in peek.glances] == ["Boris"]
