"""The settings that a person writes by hand, in `config.toml`.

The file is theirs: it is read, never written. Whatever is wrong in it is one sentence that names file, line
and nearest valid word, and runs with the default. Must not raise, and must not be read by a look-up.
"""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Callable, Collection, Mapping
from difflib import get_close_matches
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from cstoref import dates, paths, sanitize
from cstoref.errors import reason
from cstoref.namedtuples import NamedTuple

from . import files
from .keys import key

if TYPE_CHECKING:
    from .toml_lines import Path

NAME = "config.toml"
KEYS = "keys"
THEMES = ("auto", "dark", "light", "contrast")
SAMPLE = """\
# Settings of cstoref. Every line is optional; what is shown is the default.
# To change a setting, remove the # before it.

# Colours: "auto" goes by what the terminal says (COLORFGBG); else "dark", "light" or "contrast".
#theme = "auto"

# Whether clicking and the wheel do something. Without, the terminal selects text itself.
#mouse = true

# Whether anything may move by itself.
#animation = true

# Whether the first screen offers to go back to where the explorer was left.
#restore = true

# The day to answer for from the start: "2009-06-14", "2009-06", "today"; "" is all time.
#as_of = ""

# Other keys for commands. `cstoref keys` lists the commands, and shows what your terminal sends for a key.
# The keys given here take the place of the command's own.
#[keys]
#find = ["slash", "ctrl+f"]
#back = ["left_square_bracket", "backspace"]
"""


class Settings(NamedTuple):
    """How a person wants it, with the default for everything that was not said or not understood."""

    theme: str = "auto"
    """`auto`, `dark`, `light` or `contrast`."""
    mouse: bool = True
    animation: bool = True
    restore: bool = True
    """Whether the first screen offers to go back to where the explorer was left."""
    as_of: str | None = None
    """The day (ISO) for which to answer from the start; None is no day in particular."""
    keys: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """By command id, the keys that take the place of its own; never none."""
    problems: tuple[str, ...] = ()
    """One sentence for each thing that was not understood."""


class _Problem(NamedTuple):
    where: Path
    sentence: str


def path() -> str | None:
    """Where the config file is looked for, or None without a home."""
    folder = paths.config_dir()
    return os.path.join(folder, NAME) if folder else None


def load(known_commands: Collection[str]) -> Settings:
    """The settings in the config file; the defaults where there is none."""
    place = path()
    if place is None:
        return Settings()
    try:
        raw = files.contents(place)
    except files.FAILURES as error:
        return _defaults(f"{paths.shown(place)} cannot be read: {reason(error)}")
    return Settings() if raw is None else read(raw, known_commands, paths.shown(place))


def read(raw: bytes, known_commands: Collection[str], place: str = NAME) -> Settings:
    """The settings in the bytes of a config file; `place` is how problems name it."""
    import tomli  # most people have no such file

    from .toml_lines import places

    try:
        text = raw.decode("utf-8-sig")
        content = tomli.loads(text)
    except UnicodeDecodeError as error:
        number = raw.count(b"\n", 0, error.start) + 1
        return _defaults(f"{place} line {number}: it is not UTF-8; the defaults are used")
    except (ValueError, RecursionError) as error:
        return _defaults(_not_toml(place, str(error), text.count("\n") + 1))
    problems: list[_Problem] = []
    given = content.pop(KEYS, {})
    values = _settings(content, problems)
    keys = _keys(given, known_commands, problems)
    lines = places(text) if problems else {}
    sentences = [f"{place} line {_line(lines, problem.where)}: {problem.sentence}" for problem in problems]
    return Settings(**values, keys=keys, problems=tuple(sanitize.line(sentence) for sentence in sentences))


def _defaults(problem: str) -> Settings:
    return Settings(problems=(sanitize.line(problem),))


def _not_toml(place: str, message: str, last: int) -> str:
    at = re.search(r" \(at line (\d+), column \d+\)$", message)
    number = at[1] if at else str(last)
    words = re.sub(r" \(at [^()]*\)$", "", message)
    return f"{place} line {number}: it is not TOML ({words}); the defaults are used"


def _line(lines: Mapping[Path, int], where: Path) -> int:
    while where and where not in lines:
        where = where[:-1]
    return lines.get(where, 1)


def _settings(content: Mapping[str, Any], problems: list[_Problem]) -> dict[str, Any]:
    values = {}
    for name, value in content.items():
        reader = _READERS.get(name)
        if reader is None:
            problems.append(_Problem((name,), _no("setting", name, (*_READERS, KEYS))))
            continue
        try:
            values[name] = reader(value)
        except ValueError as error:
            problems.append(_Problem((name,), f"“{name}” {error}"))
    return values


def _keys(given: Any, known: Collection[str], problems: list[_Problem]) -> Mapping[str, tuple[str, ...]]:
    if not isinstance(given, dict):
        problems.append(_Problem((KEYS,), f"“{KEYS}” must be a table: [{KEYS}]"))
        return MappingProxyType({})
    bound: dict[str, tuple[str, ...]] = {}
    for command, written in given.items():
        where = (KEYS, command)
        if command not in known:
            problems.append(_Problem(where, _no_command(command, known)))
            continue
        keys = _keys_of(command, written, bound, problems)
        if keys:
            bound[command] = keys
    return MappingProxyType(bound)


def _keys_of(
    command: str, written: Any, bound: Mapping[str, tuple[str, ...]], problems: list[_Problem]
) -> tuple[str, ...]:
    """The keys for a command that can be understood and that no command before was given."""
    if not isinstance(written, list) or not written or not all(isinstance(text, str) for text in written):
        sentence = f'“{command}” must be a list of keys, such as {command} = ["ctrl+f"]'
        problems.append(_Problem((KEYS, command), sentence))
        return ()
    keys: dict[str, None] = {}
    for text in written:
        try:
            name = key(text)
            taken = next((other for other, theirs in bound.items() if name in theirs), None)
            if taken:
                raise ValueError(f"the key “{text}” is given to “{taken}” already")
            keys[name] = None
        except ValueError as error:
            problems.append(_Problem((KEYS, command), f"“{command}”: {error}"))
    return tuple(keys)


def _no_command(name: str, known: Collection[str]) -> str:
    if name in _READERS:
        return f"no command “{name}”; the setting “{name}” must stand above [{KEYS}]"
    return _no("command", name, known)


def _no(sort: str, name: str, known: Collection[str]) -> str:
    # 0.5 instead of the 0.6 of difflib: names are short, and a proposal that is wrong does no harm.
    near = get_close_matches(name, known, 1, 0.5)
    if near:
        return f"no {sort} “{name}”; did you mean “{near[0]}”?"
    if sort == "command":
        return f"no command “{name}”; `cstoref keys` lists them"
    return f"no {sort} “{name}”; there are {', '.join(known)}"


def _theme(value: object) -> str:
    if isinstance(value, str) and value in THEMES:
        return value
    near = get_close_matches(str(value), THEMES, 1)
    meant = f"; did you mean “{near[0]}”?" if near else ""
    raise ValueError(f"must be one of {', '.join(THEMES)}, not {_written(value)}{meant}")


def _switch(value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise ValueError(f"must be true or false, not {_written(value)}")


def _day(value: object) -> str | None:
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value.isoformat()
    if not isinstance(value, str):
        raise ValueError(f'must be a date in quotes, such as "2009-06-14", not {_written(value)}')
    try:
        return dates.day(value) if value else None
    except ValueError as error:
        raise ValueError(f"must be a date or empty: {error}") from None


def _written(value: object) -> str:
    """A value as it would stand in the file, cut short."""
    text = (
        str(value).lower()
        if isinstance(value, bool)
        else f"“{value}”"
        if isinstance(value, str)
        else str(value)
    )
    return text if len(text) <= 40 else f"{text[:39]}…"


_READERS: dict[str, Callable[[object], object]] = {
    "theme": _theme,
    "mouse": _switch,
    "animation": _switch,
    "restore": _switch,
    "as_of": _day,
}
