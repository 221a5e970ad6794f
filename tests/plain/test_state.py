"""A statement as a series of questions: proposals by number, back, cancel, what is wrong, undo."""

from __future__ import annotations

from pathlib import Path

import pytest

from cstoref.authoring.load import load
from cstoref.plain.conversation import Conversation
from cstoref.store.cache import open_store
from cstoref.user.user_data import UserData
from tests.mini_pack import write_pack


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "pack")


@pytest.fixture
def talk(pack: Path) -> Conversation:
    """A conversation at the text of a pack of one's own."""
    conversation = Conversation(open_store(str(pack)), UserData("mini", "1", str(pack)))
    conversation.begin("news")
    return conversation


def answers(talk: Conversation, *typed: str) -> str:
    """What the last of some typed lines comes to."""
    said: list[str] = []
    for line in typed:
        said = talk.answer(line)
    return " ".join(said)


def test_questions_lead_to_a_statement_and_undo_leads_back(talk: Conversation, pack: Path) -> None:
    before = (pack / "data" / "leaders.toml").read_bytes()
    asked = answers(talk, "state 2")
    assert "State what this passage says: “Boris did not come back.”" in asked
    assert "1 boris, Boris · person" in asked
    assert "[boris]" in asked
    assert "field: what is stated" in answers(talk, "")
    assert "value: " in answers(talk, "conduct")
    assert "text: the sentence" in answers(talk, "stayed away", "1", "", "", "")
    assert "text is needed." in answers(talk, "")
    said = answers(talk, "Boris stayed away.", *[""] * 6)
    assert said.startswith("Written: boris/conduct/boris, in data/leaders.toml:")
    (statement,) = [one for one in load(pack).statements if one.subject == "boris"]
    assert statement.citations[0].quote == "Boris did not come back."
    assert "Boris did not come back. (1 statement)" in answers(talk, "again")
    assert answers(talk, "undo").startswith("Undone: stated boris/conduct/boris.")
    assert (pack / "data" / "leaders.toml").read_bytes() == before
    assert "Boris did not come back. (nothing rests on it)" in answers(talk, "again")


def test_a_wrong_answer_is_asked_again_and_the_others_stand(talk: Conversation, pack: Path) -> None:
    said = answers(talk, "state 2", "", "signed", "boris", "", "", "", "He signed.", *[""] * 6)
    assert 'Field: "signed" is stated on agreement, not on leader' in said
    assert "field: what is stated" in said
    # `signed` takes no value, so that none was asked for; conduct does.
    assert answers(talk, "conduct").startswith("Written: boris/conduct/boris")


def test_back_and_cancel(talk: Conversation, pack: Path) -> None:
    before = (pack / "data" / "leaders.toml").read_bytes()
    assert "record: " in answers(talk, "state 2", "", "b")
    assert answers(talk, "cancel") == "Nothing is written."
    assert (pack / "data" / "leaders.toml").read_bytes() == before
    assert "Nothing found" in answers(talk, "cancel")


def test_a_record_is_made_of_a_name_by_questions_and_undone(talk: Conversation, pack: Path) -> None:
    before = (pack / "data" / "leaders.toml").read_bytes()
    assert "No name without a record was found" in answers(talk, "record 2")
    asked = answers(talk, "record Anja Ivanova")
    assert "Make a record of a name: “Anja Ivanova”" in asked
    assert "1 anna, Anna Ivanova · person" in asked
    assert "name: as readers are to see it [Anja Ivanova]" in answers(talk, "")
    assert "type: " in answers(talk, "")
    assert "There is no type" not in answers(talk, "person")
    said = answers(talk, "", "", "")
    assert said.startswith("Written: anja-ivanova, in data/leaders.toml:")
    assert "Anja Ivanova" in answers(talk, "open anja ivanova")
    assert answers(talk, "undo").startswith("Undone: made the record anja-ivanova")
    assert (pack / "data" / "leaders.toml").read_bytes() == before


def test_a_name_that_a_record_has_too_takes_two_answers_by_questions(talk: Conversation, pack: Path) -> None:
    said = answers(talk, "record Anja Ivanova", "1", "", "Ania; Anya")
    assert said.startswith("Written: anna, in data/leaders.toml:")
    (anna,) = [one for one in load(pack).records if one.id == "anna"]
    assert [name.text for name in anna.names] == ["Анна", "Anja Ivanova", "Ania", "Anya"]
