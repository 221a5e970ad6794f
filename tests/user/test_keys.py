"""Keys are read as people write them and named as the terminal library names them."""

from __future__ import annotations

import pytest
from textual.binding import Binding
from textual.keys import Keys

from cstoref.tui.keyboard import OFFERED
from cstoref.user.keys import NAMED, SIGNS, key


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("/", "slash"),
        ("slash", "slash"),
        ("Slash", "slash"),
        ("Ctrl+F", "ctrl+f"),
        ("control+f", "ctrl+f"),
        ("shift+ctrl+left", "ctrl+shift+left"),
        ("shift+q", "Q"),
        ("Q", "Q"),
        ("q", "q"),
        ("ф", "ф"),
        ("PgUp", "pageup"),
        ("ESC", "escape"),
        ("return", "enter"),
        ("F12", "f12"),
        ("+", "plus"),
        ("ctrl++", "ctrl+plus"),
        (",", "comma"),
        ("alt+[", "alt+left_square_bracket"),
        (" space ", "space"),
        ("§", "section_sign"),
    ],
)
def test_a_key_has_one_form(written: str, name: str) -> None:
    assert key(written) == name


@pytest.mark.parametrize(
    "written", ["", "+f", "ctrl+", "a b", "f25", "cntrl+f", "ctrl", "\x1b", "a,b", "ctrl+ctrl"]
)
def test_what_is_no_key_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="no key “"):
        key(written)


def test_names_are_those_of_the_library() -> None:
    known = {member.value for member in Keys}
    assert [name for name in NAMED if name not in known] == []
    (*bound,) = Binding.make_bindings([(chr(code), "x", "x") for code in range(0x21, 0x7F) if code != 0x2C])
    assert {binding.key for binding in bound if not binding.key.isalnum() or len(binding.key) > 1} == {
        *SIGNS
    } - {"comma"}


@pytest.mark.parametrize(
    "name", sorted({name for command in OFFERED.values() for name in command.keys.split(",") if name})
)
def test_every_key_of_a_command_can_be_written_in_the_config_file(name: str) -> None:
    assert key(name) == name
