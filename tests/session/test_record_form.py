"""A record from a name in a text: what is offered, what is written, and that it shows at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import tomli

from cstoref.errors import UserError
from cstoref.intake.draft import Wrong
from cstoref.session.outcomes import Form, NameChoices
from cstoref.session.record_form import RecordForm
from cstoref.session.session import Session
from cstoref.session.target import Target
from cstoref.session.verbs import BY_ID
from cstoref.store.cache import open_store
from cstoref.store.queries import Store
from cstoref.user.user_data import UserData
from tests.mini_pack import write_pack

TEXT = (
    "Anna met Zoran Petrov in Xanadu.\n\n"
    "The Lakeside Institute said that Zoran Petrov and Anja Iwanova came.\n\n"
    "Boris did not come back.\n"
)
NO_STATEMENTS = '[[event]]\nid = "meeting"\nname = "The meeting"\ntype = "meeting"\n'


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "pack", TEXT, events=NO_STATEMENTS)


@pytest.fixture
def session(pack: Path, new_user: None) -> Iterator[Session]:
    """A session on the first sentence of the text of a pack of one's own."""
    session = Session(open_store(str(pack)), UserData("mini", "1", str(pack)))
    session.open(Target("source", "news", 0))
    session.go_pane("source")
    yield session
    session.authorship.stop()


def names(session: Session) -> dict[str, bool]:
    """The names in the text, and whether a record has them."""
    text = session.here.text
    assert text is not None
    return {text.text[name.start : name.end]: name.known for name in text.names}


def made_form(session: Session) -> RecordForm:
    outcome = BY_ID["make-record"].run(session, "")
    assert isinstance(outcome, Form) and isinstance(outcome.form, RecordForm)
    return outcome.form


def test_a_text_of_ones_own_has_its_names_known_and_unknown(session: Session) -> None:
    assert names(session) == {
        "Anna": True,
        "Zoran Petrov": False,
        "Xanadu": True,
        "Lakeside Institute": False,
        "Anja Iwanova": False,
        "Boris": True,
    }


def test_in_the_built_in_pack_no_names_are_marked_and_no_record_is_made(
    builtin: Store, new_user: None
) -> None:
    session = Session(builtin, UserData("csto", "1"))
    session.open(Target("source", "wps-2009-10-19", 0))
    session.go_pane("source")
    assert session.here.text is not None and session.here.text.names == ()
    with pytest.raises(UserError, match="the built-in pack is not written to"):
        BY_ID["make-record"].run(session, "")


def test_the_one_unknown_name_of_a_sentence_is_filled_in(session: Session, pack: Path) -> None:
    form = made_form(session)
    assert form.values == {"name": "Zoran Petrov"}
    assert list(form.about) == ["“Zoran Petrov”", "No name here sounds like it."]
    assert form.begin == "type"
    assert [one.value for one in form.offered("type", "pers")] == ["person"]
    with pytest.raises(Wrong, match="type: is missing") as missing:
        form.write()
    assert missing.value.key == "type"
    form.values["type"] = "person"
    assert form.write().startswith("Written: zoran-petrov, in data/leaders.toml:")
    session.show_written()
    assert names(session)["Zoran Petrov"]  # before it is compiled
    assert session.renew(wait=True)
    assert names(session)["Zoran Petrov"]
    assert session.store.record("zoran-petrov") is not None
    assert session.undo() == "Undone: made the record zoran-petrov."
    assert session.renew(wait=True)
    assert not names(session)["Zoran Petrov"]
    assert "zoran" not in (pack / "data" / "leaders.toml").read_text()


def test_of_several_unknown_names_one_is_chosen(session: Session) -> None:
    session.move("source", 2)
    choices = BY_ID["make-record"].run(session, "")
    assert isinstance(choices, NameChoices)
    assert choices.names == ["Lakeside Institute", "Zoran Petrov", "Anja Iwanova"]
    outcome = choices.choose(session, "2")
    assert isinstance(outcome, Form) and outcome.form.values == {"name": "Anja Iwanova"}
    assert outcome.form.begin == "same"
    assert [one.value for one in outcome.form.offered("same", "")] == ["anna"]


def test_a_name_may_be_another_of_a_record(session: Session, pack: Path) -> None:
    session.move("source", 2)
    choices = BY_ID["make-record"].run(session, "")
    assert isinstance(choices, NameChoices)
    outcome = choices.choose(session, "2")
    assert isinstance(outcome, Form)
    outcome.form.values["same"] = "anna"
    assert not outcome.form.takes("type")
    outcome.form.write()
    assert tomli.loads((pack / "data" / "leaders.toml").read_text())["leader"][0]["names"] == [
        "Анна",
        "Anja Iwanova",
    ]


def test_the_selected_words_are_the_name(session: Session) -> None:
    session.move("source", 3)
    with pytest.raises(UserError, match="select one with v"):
        BY_ID["make-record"].run(session, "")
    for verb in ("select", "select-less", "select-less"):
        BY_ID[verb].run(session, "")
    assert made_form(session).values == {"name": "Boris did not"}


def test_a_statement_after_it_can_be_about_the_record(session: Session) -> None:
    form = made_form(session)
    form.values["type"] = "person"
    form.write()
    session.show_written()
    outcome = BY_ID["state"].run(session, "")
    assert isinstance(outcome, Form)
    outcome.form.values.update(
        {"of": "zoran-petrov", "field": "conduct", "value": "met", "text": "He met Anna."}
    )
    assert outcome.form.write().startswith("Written: zoran-petrov/conduct, in data/leaders.toml:")
