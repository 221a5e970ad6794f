"""Settings: what is right is taken, what is wrong is one sentence with its line, and nothing raises."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from cstoref.tui.keyboard import OFFERED
from cstoref.user import config
from cstoref.user.config import Settings

COMMANDS = ("find", "back", "zoom", "open-linked")


def read(text: str) -> Settings:
    return config.read(text.encode(), COMMANDS)


def write(home: Path, raw: bytes) -> str:
    path = home / "config" / "cstoref" / "config.toml"
    path.parent.mkdir(parents=True)
    path.write_bytes(raw)
    return str(path)


def test_without_a_file_or_a_home_everything_is_the_default(
    own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert config.load(COMMANDS) == Settings()
    assert list(own_home.iterdir()) == []
    monkeypatch.setattr("cstoref.paths.config_dir", lambda: None)
    assert config.load(COMMANDS) == Settings()


def test_every_setting_is_taken() -> None:
    settings = read(
        'theme = "light"\nmouse = false\nanimation = false\nrestore = false\nas_of = "2009-06"\n'
        '[keys]\nfind = ["/", "Ctrl+F"]\nopen-linked = ["O"]\n'
    )
    keys = {"find": ("slash", "ctrl+f"), "open-linked": ("O",)}
    assert settings == Settings("light", False, False, False, "2009-06-30", keys)


@pytest.mark.parametrize(
    ("written", "day"),
    [('""', None), ('"2009"', "2009-12-31"), ('"2009-06-14"', "2009-06-14"), ("2009-06-14", "2009-06-14")],
)
def test_a_day_is_read(written: str, day: str | None) -> None:
    assert read(f"as_of = {written}") == Settings(as_of=day)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('\n\n\nthme = "dark"', "line 4: no setting “thme”; did you mean “theme”?"),
        ("xyzzy = 1", "line 1: no setting “xyzzy”; there are theme, mouse, animation, restore, as_of, keys"),
        ("[key]\nfind = ['f']", "line 1: no setting “key”; did you mean “keys”?"),
        (
            '# a\ntheme = "drak"',
            "line 2: “theme” must be one of auto, dark, light, contrast, not “drak”; did you mean “dark”?",
        ),
        ("theme = 7", "line 1: “theme” must be one of auto, dark, light, contrast, not 7"),
        ('mouse = "yes"', "line 1: “mouse” must be true or false, not “yes”"),
        ("animation = 0", "line 1: “animation” must be true or false, not 0"),
        ("as_of = 2009", 'line 1: “as_of” must be a date in quotes, such as "2009-06-14", not 2009'),
        (
            'as_of = "2009-13"',
            "line 1: “as_of” must be a date or empty: '2009-13' is not a day of the calendar"
            " (month must be in 1..12)",
        ),
        (
            "as_of = 2009-06-14T10:00:00",
            'line 1: “as_of” must be a date in quotes, such as "2009-06-14", not 2009-06-14 10:00:00',
        ),
        ("as_of = true", 'line 1: “as_of” must be a date in quotes, such as "2009-06-14", not true'),
        ("[keys]\nfnid = ['f']", "line 2: no command “fnid”; did you mean “find”?"),
        ("[keys]\nxyzzy = ['f']", "line 2: no command “xyzzy”; `cstoref keys` lists them"),
        (
            "[keys]\nmouse = false",
            "line 2: no command “mouse”; the setting “mouse” must stand above [keys]",
        ),
        ("[keys]\nfind = 'f'", 'line 2: “find” must be a list of keys, such as find = ["ctrl+f"]'),
        ("[keys]\nfind = []", 'line 2: “find” must be a list of keys, such as find = ["ctrl+f"]'),
        ("[keys]\nfind = [1]", 'line 2: “find” must be a list of keys, such as find = ["ctrl+f"]'),
        ("[keys]\nfind = ['slahs']", "line 2: “find”: no key “slahs”; did you mean “slash”?"),
        ("[keys]\nfind = ['cntrl+f']", "line 2: “find”: no key “cntrl+f”; did you mean “ctrl+f”?"),
        ("keys = 1", "line 1: “keys” must be a table: [keys]"),
        ("keys.fnid = ['f']", "line 1: no command “fnid”; did you mean “find”?"),
        ("mouse = true\nkeys = { fnid = ['f'] }", "line 2: no command “fnid”; did you mean “find”?"),
        ('\n"the\\u006de" = 1', "line 2: “theme” must be one of auto, dark, light, contrast, not 1"),
        ('# thme\n# thme = 1\n"thme\\u001b" = 1', "line 3: no setting “thme␛”; did you mean “theme”?"),
    ],
)
def test_one_thing_wrong_is_one_sentence_and_the_default(text: str, problem: str) -> None:
    assert read(text) == Settings(problems=(f"config.toml {problem}",))


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b'mouse = true\n\ntheme "dark"', "line 3: it is not TOML (Expected '=' after a key"),
        (b"mouse = true\nmouse = false\n", "line 2: it is not TOML (Cannot overwrite a value"),
        (b'mouse = true\ntheme = """dark\n\n', "line 4: it is not TOML ("),
        (b"mouse = true\ntheme = '\xe4'\n", "line 2: it is not UTF-8"),
        (b"theme = " + b"[" * 5000, "line 1: it is not TOML ("),
        (b"theme = " + b"9" * 5000, "line 1: it is not TOML ("),
    ],
)
def test_a_file_that_is_no_toml_is_one_sentence_and_the_defaults(raw: bytes, problem: str) -> None:
    settings = config.read(raw, COMMANDS)
    (said,) = settings.problems
    assert said.startswith(f"config.toml {problem}")
    assert settings == Settings(problems=(said,))


def test_what_is_right_is_taken_beside_what_is_wrong() -> None:
    settings = read(
        'theme = "light"\r\nmuose = false\r\n\r\nrestore = 1\r\n'
        '[keys]\r\nfind = [\r\n  "nokey",\r\n  "F2",\r\n]\r\nzoom = ["f2", "+"]\r\n'
    )
    assert (settings.theme, settings.mouse, settings.restore) == ("light", True, True)
    assert settings.keys == {"find": ("f2",), "zoom": ("plus",)}
    assert [problem.split(":")[0].split()[-1] for problem in settings.problems] == ["2", "4", "6", "10"]


def test_a_key_is_given_to_one_command() -> None:
    settings = read("[keys]\nfind = ['f', 'F2', 'f']\n\nzoom = ['z', 'f']")
    assert settings.keys == {"find": ("f", "f2"), "zoom": ("z",)}
    assert settings.problems == ("config.toml line 4: “zoom”: the key “f” is given to “find” already",)


def test_a_problem_names_the_file(own_home: Path) -> None:
    path = write(own_home, b"\xef\xbb\xbfthme = 1\n")
    assert config.load(COMMANDS).problems == (f"{path} line 1: no setting “thme”; did you mean “theme”?",)


def test_a_folder_in_the_place_of_the_file_is_a_sentence(own_home: Path) -> None:
    (own_home / "config" / "cstoref" / "config.toml").mkdir(parents=True)
    (problem,) = config.load(COMMANDS).problems
    assert problem.endswith("config.toml cannot be read: it is not a file")


def uncommented(sample: str) -> str:
    """The sample with the # before each of its settings removed; its explanations keep theirs."""
    return re.sub(r"^#(?=[\w\[])", "", sample, flags=re.MULTILINE)


def test_the_sample_says_nothing_as_it_is_and_the_defaults_without_its_comments() -> None:
    assert config.read(config.SAMPLE.encode(), tuple(OFFERED)) == Settings()
    bare = uncommented(config.SAMPLE)
    settings = config.read(bare.encode(), tuple(OFFERED))
    assert settings.problems == ()
    assert settings == Settings(keys=settings.keys)
    assert set(tomli.loads(bare)) == {"theme", "mouse", "animation", "restore", "as_of", "keys"}
    assert settings.keys


VALUES: st.SearchStrategy[Any] = st.sampled_from(
    [
        '"dark"',
        "true",
        "1",
        "-0x1",
        '""',
        "[]",
        '["/"]',
        '["ctrl+ö", "++"]',
        "{}",
        "nan",
        "07:32:00",
        "'''\nx'''",
    ]
)
LINES = st.one_of(
    st.tuples(
        st.sampled_from(["theme", "mouse", "as_of", "keys", "find", '"find"', "keys.zoom", "x"]), VALUES
    ).map(" = ".join),
    st.sampled_from(["[keys]", "[[keys]]", "[keys.find]", "# a", "", "]"]),
    st.text(max_size=12),
)


@given(st.lists(LINES, max_size=6))
def test_nothing_raises_and_everything_wrong_has_a_line_that_exists(lines: list[str]) -> None:
    text = "\n".join(lines)
    settings = config.read(text.encode("utf-8", "replace"), COMMANDS)
    assert settings.theme in config.THEMES
    for problem in settings.problems:
        number = re.match(r"config\.toml line (\d+): ", problem)
        assert number and 1 <= int(number[1]) <= text.count("\n") + 1
        assert problem.isprintable()
