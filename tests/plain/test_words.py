"""What each word does, in conversations over a small pack."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cstoref.plain.conversation import Conversation
from cstoref.plain.parts import PART
from cstoref.render.text import width
from cstoref.store.queries import Store

from .conftest import talk_over


def said(talk: Conversation, *typed: str) -> str:
    """What the last of some typed lines comes to, on one line."""
    for line in typed[:-1]:
        talk.answer(line)
    return " ".join(part.strip() for part in talk.answer(typed[-1]))


def test_the_first_page_says_what_this_is_and_leads_to_every_section(small: Store) -> None:
    talk = talk_over(small)
    greeting = talk.begin()
    assert greeting[0] == "The League"
    assert greeting[-1] == "Number 1 of 18; n for the next part."
    assert len(" ".join(greeting).split()) <= 40
    whole = talk.answer("all")
    assert [line.partition(". ")[2] for line in whole if ", 2" in line][:2] == ["Members, 2", "Leaders, 2"]
    assert any("Conflicts: where sources disagree" in line for line in whole)
    assert talk.answer("n")[1] == "About"


def test_a_number_leads_to_a_record_a_statement_its_passage_and_its_uses(talk: Conversation) -> None:
    assert said(talk, "1").startswith("Members, 2")
    assert said(talk, "2").startswith("Arcadia Former member of")
    assert "refused to sign" not in said(talk, "filter observers")
    assert said(talk, "1").startswith("Statement on Exercise after the meeting Arcadia sent 12 observers")
    assert said(talk, "1").startswith("The news News, 4 May 2001. The passage is in number 7.")
    assert said(talk, "7").startswith("Number 7 of News, 4 May 2001 “Arcadia sent 12 observers")


def test_back_and_forward_keep_how_a_page_was_narrowed(talk: Conversation) -> None:
    said(talk, "events", "filter exercise", "1")
    assert said(talk, "b") == said(talk, "again")
    assert "Filter: exercise." in said(talk, "again")
    assert said(talk, "f").startswith("Exercise after the meeting")
    assert said(talk, "f") == "This is the latest page."
    assert said(talk, "b", "b", "b") == "There is no earlier page."


def test_a_new_branch_cuts_what_lay_ahead(talk: Conversation) -> None:
    said(talk, "members", "b", "leaders")
    assert said(talk, "f") == "This is the latest page."


def test_a_long_page_is_read_part_by_part_and_nothing_is_lost(builtin: Store) -> None:
    talk = talk_over(builtin, 60)
    parts = [talk.begin("belarus")]
    while (answer := talk.answer("n")) != ["This is the end of the page."]:
        parts.append(answer)
    numbers = [line.split(".")[0] for part in parts for line in part if line.split(".")[0].isdecimal()]
    assert numbers == [str(n) for n in range(1, len(numbers) + 1)]
    assert all(len([line for line in part if line[:1] in "123456789 "]) <= PART for part in parts[:-1])
    assert talk.answer("last")[-2] == parts[-1][-2]
    whole = talk.answer("all")
    assert [line.split(".")[0] for line in whole if line.split(".")[0].isdecimal()] == numbers
    assert talk.answer("first")[-1] == parts[0][-1]
    assert talk.answer("n") == parts[1]
    assert talk.answer("p")[-1] == parts[0][-1]
    assert talk.answer("p") == ["This is the beginning of the page."]


def test_finding_says_why_and_leads_there(talk: Conversation) -> None:
    assert "Find: аркадия 3 results. 1. Arcadia, former member: Russian spelling Аркадия" in said(
        talk, "/ аркадия"
    )
    assert said(talk, "1").startswith("Arcadia")
    assert said(talk, "/arcadia") == said(talk, "/ arcadia")
    assert "Type the words after it" in said(talk, "/")


def test_a_no_says_what_it_is(talk: Conversation) -> None:
    assert "Nothing found." in said(talk, "/ qqqqq")
    assert "Boris" in said(talk, "/ boriss")


@pytest.mark.parametrize(
    ("typed", "begins"),
    [
        ("open anna", "Anna Ivanova"),
        ("open pact/signed/anna", "Statement on The pact"),
        ("open news", "The news"),
        ("open news:45", "The news News, 4 May 2001. The passage is in number 2."),
        ("open did-boris-sign", "Whether Boris signed"),
        ("open anna@0", "This was cited from edition 0; this is edition 1. Anna Ivanova"),
    ],
)
def test_a_spot_opens(talk: Conversation, typed: str, begins: str) -> None:
    assert said(talk, typed).startswith(begins)


def test_narrowing_and_sorting(talk: Conversation) -> None:
    assert said(talk, "open pact", "facet") == (
        "about: Said, 1 about: Signatures, 4 best source: quoted from press, 5 "
        "conflict: sources conflict, 2 evidence: quoted, 5 publishers: one, 5 stance: asserted, 4 "
        "stance: reported, 1 year: 2001, 3 year: 2004, 1 year: 2005, 1"
    )
    assert "Only stance: reported." in said(talk, "facet reported")
    assert "a clerk wrote" in said(talk, "again")
    assert "No lines have “nonsense”" in said(talk, "facet nonsense")
    assert "Only" not in said(talk, "widen")
    assert "Sorted: time." in said(talk, "sort")
    assert "Sorted: importance." in said(talk, "sort importance")
    assert said(talk, "sort nonsense") == (
        "There is no order “nonsense” here; there are grouped, time, importance."
    )
    assert "Sorted" not in said(talk, "sort grouped")


def test_only_takes_years(talk: Conversation) -> None:
    assert "2. " not in said(talk, "open pact", "filter 2004")
    assert "Boris signed the pact in 2004" in said(talk, "again")
    assert "1. Boris signed the pact in 2004" in said(talk, "filter 2003-2004")
    assert "No lines match “1990”. Type clear to clear the filter." in said(talk, "filter 1990")


def test_quoted_only_holds_everywhere_until_it_is_said_again(talk: Conversation) -> None:
    assert "inferred" not in said(talk, "open xanadu", "quoted only").lower()
    assert "Quoted only." in said(talk, "open arcadia")
    assert said(talk, "quoted only").startswith("Showing all statements.")
    assert "Inferred." in said(talk, "open xanadu")


def test_everything_answers_for_a_day_until_it_is_taken_back(talk: Conversation) -> None:
    assert "member of" in said(talk, "open arcadia", "as of 2004-01-01")
    assert "Showing 1 Jan 2004." in said(talk, "members")
    assert "Arcadia" not in said(talk, "as of 2010")
    assert said(talk, "as of").startswith("Showing all dates.")
    assert "is not a date" in said(talk, "as of never")
    said(talk, "open arcadia", "later")
    first = talk.session.state.as_of
    said(talk, "later")
    assert first and (talk.session.state.as_of or "") > first
    said(talk, "earlier")
    assert talk.session.state.as_of == first
    assert said(talk, "earlier") == "Nothing changes before this day."


def test_a_passage_its_uses_and_back(talk: Conversation) -> None:
    said(talk, "open exercise", "filter stayed away")
    assert said(talk, "source 1").startswith("This is the first of 2 passages;")
    assert "The passage is in number 7." in said(talk, "again")
    assert "Boris stayed away" in said(talk, "uses 7")
    assert said(talk, "source").startswith("The news")
    assert "Boris stayed away" in said(talk, "uses")
    listed = said(talk, "open register", "uses")
    assert "Arcadia was a member" in listed and "Boris stayed away" in listed
    assert said(talk, "home", "source") == "This is not a statement; give the number of one."


def test_sentences_that_nothing_rests_on_are_told_apart(talk: Conversation) -> None:
    found = said(talk, "open news", "facet uncited")
    assert "Nobody knows why." in found
    assert "Anna signed the pact." not in found


def test_views_lead_to_cells_and_cells_to_statements(talk: Conversation) -> None:
    assert "The pact; 0 of 0 signed" not in said(talk, "signatures")
    assert said(talk, "contributions").count("Exercise after the meeting") == 1
    assert "Arcadia: 12 observers" in said(talk, "1")
    assert said(talk, "1").startswith("Statement on Exercise after the meeting")
    assert "No entries." in said(talk, "attendance")
    assert "3 May 2001: Meeting in Kublai; meeting" in said(talk, "timeline")
    assert said(talk, "timeline pact").startswith("Timeline of The pact")


def test_conflicts_of_everything_of_a_record_and_of_a_statement(talk: Conversation) -> None:
    assert "Disagreement, 1 1. Whether Boris signed" in said(talk, "conflicts")
    opened = said(talk, "1")
    assert "The newspaper says that he did" in opened
    assert "News, 4 May 2001, paragraph 4: “In 2004 Boris signed after all”" in opened
    assert said(talk, "open pact", "conflicts this").startswith("Conflicts on The pact")
    assert said(talk, "open pact/signed/boris", "conflict") == opened
    assert said(talk, "open pact/signed/anna", "conflict") == "No conflict concerns this statement."


def test_two_records_are_compared(talk: Conversation) -> None:
    compared = said(talk, "open anna", "compare boris")
    assert compared.startswith("Anna Ivanova and Boris")
    assert "Meeting in Kublai; Anna Ivanova: attended; Boris: attended" in compared
    assert said(talk, "open boris", "compare").startswith("Boris and Anna Ivanova")
    assert said(talk, "open boris", "compare boris") == "This is the same record; choose another."
    assert said(talk, "home", "compare boris") == "There is no record here; open one first."


def test_citations_links_and_json_are_printed(talk: Conversation) -> None:
    said(talk, "open pact")
    assert "cstoref open small:pact/" in said(talk, "cite 1")
    assert said(talk, "cite 1 bibtex").startswith("@article{news,")
    assert said(talk, "link") == "cstoref open small:pact@1"
    assert json.loads("\n".join(talk.answer("json")))["id"] == "pact"
    assert json.loads("\n".join(talk.answer("json 1")))["type"] == "statement"
    assert said(talk, "open news", "link 2").startswith("cstoref open small:news:")
    assert said(talk, "home", "cite") == "Say which: the number of a line that leads somewhere."


def test_pins_become_a_memo(talk: Conversation, tmp_path: Path) -> None:
    path = tmp_path / "memo.md"
    assert said(talk, f"memo {path}").startswith("Nothing is pinned")
    assert said(talk, "pin pact/signed/anna") == "Pinned, number 1."
    assert said(talk, "open pact/signed/boris", "pin") == "Pinned, number 2."
    assert "Pinned, number 2." in said(talk, "again")
    assert said(talk, "pin pact") == "Only statements can be pinned; give the number of one."
    assert said(talk, "pins").startswith("Pins 2 statements; memo FILE writes them to a file. 1. The")
    assert said(talk, f"memo {path}") == f"2 statements written to {path}."
    assert path.read_text(encoding="utf-8").count("[^1]: ") == 1
    assert said(talk, f"memo {path}") == f"{path} exists already; choose another name."
    assert said(talk, f"memo {tmp_path}/no/memo.md").endswith("was not written: No such file or directory.")
    assert said(talk, "unpin 1") == "Unpinned; 1 left."
    assert said(talk, "unpin pact/signed/anna") == "It is not pinned."


def test_marks_and_notes_are_kept_and_moved(talk: Conversation) -> None:
    assert said(talk, "bookmark anna", "bookmark boris") == "Bookmark added."
    assert said(talk, "bookmark boris") == "It has a bookmark already."
    assert said(talk, "note pact/signed/anna Look here.").startswith("Note saved on “")
    assert said(talk, "note pact/signed/anna") == "Your note: Look here."
    assert said(talk, "bookmarks").startswith(
        "Bookmarks and notes Bookmarks, 2 1. Anna Ivanova, leader. 2. Boris, leader. Notes, 1 3. The pact"
    )
    assert "1. Boris, leader. 2. Anna Ivanova, leader." in said(talk, "up 2")
    assert "1. Anna Ivanova, leader. 2. Boris, leader." in said(talk, "down 1")
    assert said(talk, "unbookmark 1") == "Bookmark removed."
    assert said(talk, "up 2") == "It has no bookmark."
    assert said(talk, "unnote 2") == "Note removed."
    assert (
        said(talk, "bookmark news")
        == "Only records and statements can have bookmarks and notes; give the number of one."
    )


def test_what_is_no_command_is_searched_for_unless_it_is_almost_one(talk: Conversation) -> None:
    assert talk.answer("tiemline") == ["Nothing is called “tiemline”. Did you mean the command timeline?"]
    assert talk.answer("99") == ["There is no number 99 here; the numbers go from 1 to 18."]
    assert talk.answer("") == []
    assert talk.answer("arcadia") == talk.answer("/ arcadia")
    assert talk.answer("9" * 5000)[0].startswith("There is no number 9")
    assert talk.answer("frobnicate")[:2] == ["Find: frobnicate", "Nothing found."]
    assert not talk.ended


def test_help_for_a_word(talk: Conversation) -> None:
    assert "unpin NUMBER: Unpin a statement." in talk.answer("? pin")
    assert said(talk, "? frobnicate") == "No command matches “frobnicate”; ? lists them all."


def test_words_may_be_typed_in_capitals(talk: Conversation) -> None:
    assert said(talk, "MEMBERS").startswith("Members, 2")
    assert said(talk, "Quoted Only", "members").startswith("Members, 2 Quoted only.")


@pytest.mark.parametrize("cells", [40, 60, 80])
def test_every_page_keeps_to_its_width_and_says_marks_in_words(builtin: Store, cells: int) -> None:
    talk = talk_over(builtin, cells)
    talk.begin()
    for typed in (
        "members", "open belarus", "n", "1", "source 1", "timeline", "attendance", "1", "b", "signatures",
        "contributions", "1", "conflicts", "1", "open karimov", "compare lukashenko", "sources", "?",
        "open crrf-agreement", "names", "/ dairy ban", "uses 2",
    ):  # fmt: skip
        for line in talk.answer(typed):
            assert width(line) <= cells, f"{typed}: {line}"
            assert not set(line) & set("≈◇│─●○▐█·¶"), f"{typed}: {line}"


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("last meeting", "Find: last meeting"),
        ("back to start", "Find: back to start"),
        ("state of the league", "Find: state of the league"),
        ("members of the league", "Find: members of the league"),
        ("members arcadia", "Members"),
    ],
)
def test_a_question_may_begin_with_the_word_of_a_command(talk: Conversation, typed: str, title: str) -> None:
    assert said(talk, typed).startswith(title)


def test_a_note_without_a_number_is_on_the_page_that_is_read(talk: Conversation) -> None:
    assert said(talk, "note Look here.") == (
        "Only records and statements can have bookmarks and notes; give the number of one."
    )
    said(talk, "open boris")
    assert said(talk, "note Look here.") == "Note saved on Boris."
    assert said(talk, "note anna was there, too") == "Added to your note on Boris."
    assert said(talk, "note") == "Your note: Look here. anna was there, too"
    assert said(talk, "note this and that") == "Added to your note on Boris."
    assert said(talk, "note anna").startswith("It has no note")
    assert said(talk, "note boris").endswith("this and that")
