"""Where the explorer opens, with which settings, and what it keeps of where it was left."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from cstoref.errors import UserError
from cstoref.session.entry import state_at
from cstoref.session.state import State
from cstoref.store.queries import Store
from cstoref.tui import app as app_module
from cstoref.tui.app import CstorefApp, Ended, run, user_data
from cstoref.tui.keyboard import OFFERED, verbs_by_key
from cstoref.tui.start import Start, left, opening, theme_name
from cstoref.user.config import Settings, load
from cstoref.user.last_place import Plain, taken

from .helpers import Driver, drive, explorer, focused, frame, press, seen, state

BORIS = State(section="leader", record="boris", statement="boris/said", pane="record")


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("arcadia", {"section": "member", "record": "arcadia", "pane": "record"}),
        ("Аркадия", {"section": "member", "record": "arcadia", "pane": "record"}),
        ("pact/signed/anna", {"section": "agreement", "record": "pact", "statement": "pact/signed/anna"}),
        ("news", {"section": "sources", "source": "news", "sentence": None, "pane": "source"}),
        ("news:0", {"source": "news", "sentence": 1, "pane": "source"}),
        ("news:90", {"source": "news", "sentence": 3}),
        ("register", {"source": "register", "pane": "source"}),
        ("bookmarks", {"view": "bookmarks", "record": None, "pane": "record"}),
        ("rained", {"source": "news", "pane": "source"}),
        ("paper", {"record": "boris", "pane": "record"}),
    ],
)
def test_a_name_an_id_a_passage_or_a_view_can_be_opened(
    small: Store, text: str, there: Mapping[str, object]
) -> None:
    opened = state_at(small, text, State(as_of="2001-06-01"))
    assert {name: getattr(opened, name) for name in there} == there
    assert opened.as_of == "2001-06-01"


def test_a_question_opens_what_answers_it(builtin: Store) -> None:
    asked = ("last summit", "who leads kyrgyzstan", "first summit")
    records = [state_at(builtin, text, State()).record for text in asked]
    assert [builtin.named([record])[record].name for record in records if record] == [
        "CSTO summit in Bishkek, November 2025",
        "Sadyr Japarov",
        "Summit of the Collective Security Treaty in Bishkek, October 2000",
    ]


def test_what_is_not_found_is_told(small: Store) -> None:
    with pytest.raises(UserError, match="nothing is found for “zzyzx”"):
        state_at(small, "zzyzx", State())


def page_of(
    store: Store, kept: State, start: Start | None = None, settings: Settings | None = None
) -> State | None:
    return left(store, start or Start(), settings or Settings(), taken(kept))


def test_it_begins_with_the_first_screen_and_the_page_that_was_left_is_one_key_away(small: Store) -> None:
    kept = BORIS._replace(as_of="2002-01-01", record_filter="paper", quoted_only=True, query="typed")
    assert opening(small, Start(), Settings()).starting
    assert page_of(small, kept) == BORIS._replace(as_of="2002-01-01")

    async def scenario(pilot: Driver) -> None:
        assert "back to Boris, as of 1 Jan 2002" in seen(pilot, "index")
        assert (focused(pilot), state(pilot).as_of) == ("find", None)
        await press(pilot, "enter")
        assert (state(pilot).record, state(pilot).as_of) == ("boris", "2002-01-01")
        assert state(pilot).record_filter == ""

    drive(CstorefApp(small, opening(small, Start(), Settings()), left=page_of(small, kept)), scenario)


@pytest.mark.parametrize(
    ("start", "settings"), [(Start("arcadia"), Settings()), (Start(), Settings(restore=False))]
)
def test_not_where_it_was_left_if_a_record_is_asked_for_or_it_is_turned_off(
    small: Store, start: Start, settings: Settings
) -> None:
    assert page_of(small, BORIS, start, settings) is None
    assert opening(small, start, settings).record != "boris"


@pytest.mark.parametrize(
    ("kept", "record"),
    [
        (BORIS._replace(record="gone"), None),
        (BORIS._replace(statement="gone"), "boris"),
        (BORIS._replace(source="gone", sentence=3), "boris"),
        (BORIS._replace(view="gone", at="x"), "boris"),
        (BORIS._replace(section="gone"), "boris"),
        (BORIS._replace(as_of="not a day"), "boris"),
        (BORIS._replace(citation=-5), "boris"),
        (State(pane="source", statement="gone", record="gone"), None),
    ],
)
def test_what_the_pack_does_not_have_any_more_is_left_out(
    small: Store, kept: State, record: str | None
) -> None:
    page = page_of(small, kept)
    assert (page.record if page else None) == record
    drive(CstorefApp(small, left=page), lambda pilot: press(pilot, "enter", "j", "tab", "0"))


def test_a_day_that_is_asked_for_goes_before_the_settings_and_they_before_none(small: Store) -> None:
    settings = Settings(as_of="2001-01-01")
    assert opening(small, Start(), settings).as_of == "2001-01-01"
    assert opening(small, Start(as_of="2003-01-01"), settings).as_of == "2003-01-01"


@pytest.mark.parametrize(
    ("ground", "chosen", "name"),
    [
        ("", "auto", "cstoref-dark"), ("0;15", "auto", "cstoref-light"), ("15;0", "auto", "cstoref-dark"),
        ("0;15", "dark", "cstoref-dark"), ("", "contrast", "cstoref-contrast"),
        ("", "light", "cstoref-light"),
    ],
)  # fmt: skip
def test_the_theme_is_chosen_or_follows_the_terminal(
    monkeypatch: pytest.MonkeyPatch, ground: str, chosen: str, name: str
) -> None:
    monkeypatch.setenv("COLORFGBG", ground)
    assert theme_name(chosen) == name


def settings_of(tmp_path: Path, text: str) -> Settings:
    folder = tmp_path / "config" / "cstoref"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text(text, encoding="utf-8")
    return load(OFFERED)


def test_a_persons_own_keys_take_the_place_of_the_commands_own(small: Store, tmp_path: Path) -> None:
    settings = settings_of(tmp_path, '[keys]\nzoom = ["w", "F2"]\nquoted-only = ["z"]\n')
    bound = verbs_by_key(settings.keys)
    for id, keys in (("zoom", "w,f2,ц,ո"), ("quoted-only", "z,я,զ")):
        assert [key for key, verb in bound.items() if verb == id] == keys.split(",")

    async def scenario(pilot: Driver) -> None:
        await press(pilot, "z")
        assert (state(pilot).quoted_only, state(pilot).zoomed) == (True, False)
        for key, zoomed in (("w", True), ("f2", False), ("ц", True)):
            await press(pilot, key)
            assert state(pilot).zoomed is zoomed
        assert explorer(pilot).runner.keys.all_of(OFFERED["zoom"]) == "w F2"
        await press(pilot, "question_mark")
        await press(pilot, *"whole")
        assert "w F2" in seen(pilot, "dialog-list")

    drive(CstorefApp(small, BORIS, settings=settings), scenario)


def test_wrong_settings_are_told_over_a_working_explorer(small: Store, tmp_path: Path) -> None:
    settings = settings_of(tmp_path, 'thme = "dark"\n[keys]\nzoo = ["w"]\nfind = ["cntrl+f"]\n')

    async def scenario(pilot: Driver) -> None:
        shown = frame(pilot)
        for words in ("line 1: no setting “thme”", "did you mean “theme”?", "did you mean “zoom”?", "ctrl+f"):
            assert words in shown
        await press(pilot, "escape", "j")
        assert focused(pilot) == "record"

    drive(CstorefApp(small, BORIS, settings=settings), scenario)


class Left(CstorefApp):
    """The application as if a person went from Boris to Arcadia and left."""

    def run(self, **options: object) -> None:
        assert options == {"mouse": False, "size": None}
        drive(self, lambda pilot: press(pilot, "1", "j", "enter"))


def test_what_was_opened_and_where_it_was_left_are_kept(
    small: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    settings_of(tmp_path, "mouse = false\nanimation = false\n")
    monkeypatch.setattr(app_module, "CstorefApp", Left)
    assert run(small, Start("boris")) == Ended(0, ())
    kept = user_data(small)
    assert kept.recent == ("xanadu", "boris")
    session: Mapping[str, Plain] | None = kept.session
    assert session is not None
    page = left(small, Start(), Settings(), session)
    assert page is not None
    assert page.record == "xanadu"


def test_a_home_that_cannot_be_written_is_told_once(
    small: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "data").write_text("not a folder")

    async def scenario(pilot: Driver) -> None:
        await press(pilot, "m")
        assert "not saved" in explorer(pilot).widgets.keys.said
        assert "★" in seen(pilot, "record")
        await press(pilot, "m", "m")
        assert "Your changes are not saved" not in explorer(pilot).widgets.keys.said

    drive(CstorefApp(small, BORIS), scenario)
