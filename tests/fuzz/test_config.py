"""Whatever stands in the files of a person, the program runs, and says what it did not understand."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cstoref.session.state import State
from cstoref.tui.keyboard import OFFERED
from cstoref.user import config, files
from cstoref.user.bookmarks import Bookmark
from cstoref.user.drafts import SavedDraft
from cstoref.user.edits import Edit, EditedFile
from cstoref.user.last_place import LastPlace, restored
from cstoref.user.user_data import FORMS
from tests.hostile.texts import ANY_TEXT
from tests.tally import count

from . import FEW

COMMANDS = tuple(OFFERED)
FIELDS = list(State._fields)
SPLICED = st.lists(
    st.sampled_from(
        [*config.SAMPLE.replace("#", "").splitlines(True), "[keys]\n", "[[keys]]\n", "=", '"""', "\\u"]
    )
    | st.text(max_size=6),
    max_size=12,
).map("".join)
JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | ANY_TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(ANY_TEXT, inner, max_size=4),
    max_leaves=12,
)
NAMED: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {"version": st.just(files.VERSION)},
    optional={
        name: JSON | st.dictionaries(st.sampled_from(FIELDS), JSON, max_size=5)
        for name in ("bookmarks", "notes", "pins", "recent", "edition", "state", "session")
    },
)


@given(SPLICED.map(lambda text: text.encode("utf-8", "replace")) | st.binary(max_size=60))
@example(b"\xff")
@example(b"[keys]\n'' = ['']")
@example(b"theme = 9999-99-99")
@example(b"a = " + b"[" * 2000)
def test_any_config_file_is_read_or_complained_of(raw: bytes) -> None:
    count("fuzz: files of a person")
    settings_ = config.read(raw, COMMANDS)
    assert settings_.theme in config.THEMES
    assert set(settings_.keys) <= {*COMMANDS}
    assert all(problem.isprintable() and " line " in problem for problem in settings_.problems)


SOMETHING = {
    "bookmarks.json": (Bookmark("a", "2026-01-01"),),
    "drafts.json": (SavedDraft("a", "text", "", "run"),),
    "edits.json": (Edit("a", (EditedFile("b", "text", 3), EditedFile("c", sha256="0"))),),
    "notes.json": {"a": "text"},
    "pins.json": ("a",),
    "recent.json": ("a",),
    "session.json": LastPlace("1", {"record": "a"}),
}
"""A value of each form."""


@settings(max_examples=FEW)
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
@given(content=NAMED | JSON)
def test_any_kept_file_is_read_set_aside_or_left_alone(
    tmp_path_factory: pytest.TempPathFactory, form: files.FileForm[Any], content: Any
) -> None:
    count("fuzz: files of a person")
    folder = tmp_path_factory.mktemp("kept")
    raw = json.dumps(content).encode()
    (folder / form.name).write_bytes(raw)
    loaded = files.load(str(folder), form)
    assert (loaded.problem == "") == (loaded.writable and not loaded.damaged)
    assert loaded.problem.isprintable()
    assert loaded.value == form.empty or not loaded.problem
    made = files.change(str(folder), form, lambda _: SOMETHING[form.name])
    if loaded.writable:
        assert files.load(str(folder), form) == files.LoadedFile(SOMETHING[form.name])
    else:
        assert made.problem == loaded.problem and (folder / form.name).read_bytes() == raw
    if loaded.damaged:
        assert (folder / f"{form.name}.damaged-1").read_bytes() == raw


@given(st.dictionaries(st.sampled_from([*FIELDS, "x"]), JSON, max_size=6))
def test_any_state_that_was_kept_is_a_state(kept: dict[str, Any]) -> None:
    count("fuzz: files of a person")
    state = restored(State(), kept)
    assert isinstance(state, State)
