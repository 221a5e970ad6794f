"""Writing from a session: the passage lights up at once, the rest follows once compiled, undo leads back."""

from __future__ import annotations

from pathlib import Path

import pytest

from cstoref.authoring.load import load
from cstoref.errors import UserError
from cstoref.intake.draft import Wrong
from cstoref.session.outcomes import Form, Message
from cstoref.session.session import Session
from cstoref.session.state import State
from cstoref.session.statement_form import StatementForm
from cstoref.session.target import Target
from cstoref.session.verbs import BY_ID
from cstoref.store.cache import open_store
from cstoref.store.queries import Store
from cstoref.user.user_data import UserData
from tests.mini_pack import write_pack

FILLED = {"of": "boris", "field": "conduct", "value": "stayed away", "text": "Boris stayed away."}


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "pack")


@pytest.fixture
def session(pack: Path, new_user: None) -> Session:
    """A session on the second sentence of the text of a pack of one's own."""
    session = Session(open_store(str(pack)), UserData("mini", "1", str(pack)))
    session.open(Target("source", "news", 42))
    session.go_pane("source")
    return session


def press(session: Session, *verbs: str) -> object:
    """Run verbs; the outcome of the last."""
    outcome: object = None
    for verb in verbs:
        outcome = BY_ID[verb].run(session, "")
    return outcome


def selected(session: Session) -> str:
    assert session.state.selected and session.here.text
    start, end = session.state.selected
    assert session.here.passage.lit == (start, end)
    return session.here.text.text[start:end]


def form_of(session: Session) -> StatementForm:
    outcome = press(session, "state")
    assert isinstance(outcome, Form) and isinstance(outcome.form, StatementForm)
    return outcome.form


@pytest.mark.parametrize(
    ("verbs", "words"),
    [
        (("select",), "Boris did not come back."),
        (("select", "select"), "Boris did not come back. He sent 12 men in his stead."),
        (("select", "select-less"), "Boris did not come"),
        (("select", "select-more", "select-more"), "Boris did not come back. He sent"),
        (("select", "begin-later"), "did not come back."),
        (("select", "begin-earlier"), "2001.\n\nBoris did not come back."),
        (("select-less", "begin-later", "begin-later"), "not come"),
    ],
)
def test_a_passage_is_selected_by_sentences_and_words(
    session: Session, verbs: tuple[str, ...], words: str
) -> None:
    press(session, *verbs)
    assert selected(session) == words


def test_a_selection_ends_where_the_cursor_moves_and_with_escape(session: Session) -> None:
    press(session, "select")
    session.move("source", 3)
    assert session.state.selected is None
    press(session, "select", "leave")
    assert session.state.selected is None
    assert session.state.source == "news"


def test_a_selection_never_becomes_empty(session: Session) -> None:
    press(session, "select", *["select-less"] * 4)
    assert selected(session) == "Boris"
    with pytest.raises(UserError, match="one word only"):
        press(session, "select-less")


def test_the_form_begins_with_what_the_passage_says_without_doubt(session: Session) -> None:
    form = form_of(session)
    assert form.passage.quote == "Boris did not come back."
    assert form.values == {"of": "boris"}
    assert [one.value for one in form.offered("who", "")] == ["boris"]
    assert [one.value for one in form.offered("field", "conduct")][:1] == ["conduct"]
    assert [one.value for one in form.offered("when", "")] == ["2001-05-04"]
    assert form.with_proposal("who", "anna, bo", "boris") == "anna, boris"
    assert form.with_proposal("of", "bo", "boris") == "boris"


def test_fields_that_are_stated_on_such_records_come_first(session: Session) -> None:
    form = form_of(session)
    form.values["of"] = "meeting"
    assert [one.value for one in form.offered("field", "contrib")] == ["contributed"]
    by_kind = [one.value for one in form.offered("field", "t")]
    assert by_kind[:2] == ["attended", "contributed"]
    form.values["of"] = "boris"
    assert [one.value for one in form.offered("field", "t")][:2] != by_kind[:2]


def test_what_is_written_lights_up_before_it_is_compiled(session: Session, pack: Path) -> None:
    before = session.here.text
    form = form_of(session)
    form.values.update(FILLED)
    assert form.write().startswith("Written: boris/conduct, in data/leaders.toml:")
    session.show_written()
    after = session.here.text
    assert before and after
    (added,) = set(after.passages) - set(before.passages)
    assert after.text[slice(*added)] == "Boris did not come back."
    assert [b.statements - a.statements for a, b in zip(before.sentences, after.sentences, strict=True)] == [
        0,
        1,
        0,
    ]
    assert session.store.statement("boris/conduct") is None
    assert [one.id for one in load(pack).statements if one.subject == "boris"] == ["boris/conduct"]
    session.authorship.stop()


def test_once_it_is_compiled_the_session_goes_on_with_it(session: Session) -> None:
    old = session.store
    form = form_of(session)
    form.values.update(FILLED)
    form.write()
    assert session.renew(wait=True)
    assert session.store is not old
    assert session.store.statement("boris/conduct") is not None
    assert session.here.text and len(session.here.text.passages) == 3
    assert session.authorship.fresh == ()
    assert not session.renew(wait=True)
    session.open(Target("statement", "boris/conduct"))
    assert session.here.statement and session.here.statement.text == "Boris stayed away."


def test_undo_leads_back(session: Session, pack: Path) -> None:
    before = {path.name: path.read_bytes() for path in pack.rglob("*.toml")}
    form = form_of(session)
    form.values.update(FILLED)
    form.write()
    outcome = press(session, "undo")
    assert outcome == Message("Undone: stated boris/conduct.")
    assert {path.name: path.read_bytes() for path in pack.rglob("*.toml")} == before
    assert session.renew(wait=True)
    assert session.store.statement("boris/conduct") is None
    with pytest.raises(UserError, match="nothing to undo"):
        press(session, "undo")


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"text": ""}, "text"),
        ({"field": "conductor"}, "field"),
        ({"of": "Nobody"}, "of"),
        ({"when": "x"}, "when"),
    ],
)
def test_a_wrong_entry_is_named_and_nothing_is_written(
    session: Session, pack: Path, changes: dict[str, str], key: str
) -> None:
    before = {path.name: path.read_bytes() for path in pack.rglob("*.toml")}
    form = form_of(session)
    form.values.update({**FILLED, **changes})
    with pytest.raises(Wrong) as caught:
        form.write()
    assert caught.value.key == key
    assert {path.name: path.read_bytes() for path in pack.rglob("*.toml")} == before
    assert not session.authorship.is_compiling


def test_a_pack_that_was_broken_meanwhile_is_said(session: Session, pack: Path) -> None:
    form = form_of(session)
    form.values.update(FILLED)
    form.write()
    session.authorship.stop()
    (pack / "data" / "places.toml").write_text("[[place]]\n")
    with pytest.raises(UserError, match=r"data/places\.toml"):
        session.renew(wait=True)
    assert session.here.text is not None
    assert not session.renew()


def test_the_built_in_pack_is_not_written_to(builtin: Store, new_user: None) -> None:
    session = Session(builtin, UserData("csto", "1"), State(source="wps-2009-10-19", pane="source"))
    for verb in ("state", "undo"):
        with pytest.raises(UserError, match="the built-in pack is not written to"):
            press(session, verb)


def test_words_that_stand_twice_are_told_apart_by_those_around_them(tmp_path: Path, new_user: None) -> None:
    text = "He came. Anna saw it.\n\nHe came. Boris saw it.\n"
    pack = write_pack(tmp_path / "twice", text, events='[[event]]\nid = "e"\nname = "E"\ntype = "visit"\n')
    session = Session(open_store(str(pack)), UserData("mini", "1", str(pack)))
    session.open(Target("source", "news", 25))
    passage = form_of(session).passage
    assert (passage.quote, passage.start) == ("He came.", 23)
    assert passage.before or passage.after
