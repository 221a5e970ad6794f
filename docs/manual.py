"""Writes the manual page docs/cstoref.1 from the code: `make reference`. A test fails when the page is stale.

The page is in mdoc(7), which mandoc and groff read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from textwrap import wrap

from command_arguments import Argument, common, groups, subcommands  # beside this file

from cstoref.authoring.load import load_edition
from cstoref.cli.commands import COMMANDS
from cstoref.errors import EXIT_CODES

PAGE = Path(__file__).parent / "cstoref.1"
WIDTH = 78
"""Letters on a line of the file."""
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DESCRIPTION = """\
.Nm
is a reference about the Collective Security Treaty Organization:
members, leaders, institutions, events, agreements and places.
Every statement names the source that it rests on.
The program never uses a network.
.Pp
Without arguments it opens the explorer; press
.Ic \\&?
there for its keys.
The first word is a command if it is one and the words after it can be its
arguments.
Otherwise all words are a name or a question.
Use
.Cm show
to look up a name that is also a command."""
ENVIRONMENT = {
    "XDG_CACHE_HOME": "The folder of compiled packs, instead of ~/.cache.",
    "XDG_CONFIG_HOME": "The folder of the settings, instead of ~/.config.",
    "XDG_DATA_HOME": "The folder of bookmarks, notes, pins and packs, instead of ~/.local/share.",
    "NO_COLOR": "With any value: no colour, unless --color says otherwise.",
    "TERM": "With the value dumb: no colour and no explorer.",
    "COLORFGBG": "Whether the terminal is dark or light.",
    "CSTOREF_LARGE": "With the value 1: larger limits for packs and documents.",
}
FILES = {
    "~/.config/cstoref/config.toml": "Settings; optional, never written by the program.",
    "~/.local/share/cstoref": "Bookmarks, notes, pins, the last session, and the list of the packs in use.",
    "~/.cache/cstoref": "Compiled packs; can be removed at any time.",
}
EXAMPLES = {
    "Print the card of Belarus:": "cstoref belarus",
    "Ask in everyday words, and for a date:": "cstoref who led kyrgyzstan --as-of 2006-01-01",
    "Open the explorer at a record:": "cstoref -i belarus",
    "Choose a record or statement, and cite it:": 'cstoref cite "$(cstoref pick)"',
    "Export everything as a database:": "cstoref export --format sqlite -o csto.db",
}


def main() -> None:
    """Write the page."""
    PAGE.write_text(manual(), encoding="utf-8")


def manual() -> str:
    """The whole page."""
    day = date.fromisoformat(load_edition(PAGE.parent.parent).checked_until)
    return (
        "\n".join(
            [
                '.\\" Written by make reference from the code; not edited by hand.',
                f".Dd {MONTHS[day.month - 1]} {day.day}, {day.year}",
                ".Dt CSTOREF 1",
                ".Os",
                ".Sh NAME",
                ".Nm cstoref",
                ".Nd offline reference about the Collective Security Treaty Organization",
                ".Sh SYNOPSIS",
                ".Nm",
                ".Op Ar NAME ... | COMMAND ...",
                ".Op Ar options",
                ".Sh DESCRIPTION",
                DESCRIPTION,
                ".Ss Common options",
                "A command takes those that are listed with it, and",
                ".Fl -debug .",
                *_arguments(common()),
                ".Sh COMMANDS",
                *(line for name in COMMANDS for line in _command(name)),
                ".Sh ENVIRONMENT",
                *_list("Ev", ENVIRONMENT),
                ".Sh FILES",
                ".Nm",
                ".Cm paths",
                "lists every file and folder that is used.",
                *_list("Pa", FILES),
                ".Sh EXIT STATUS",
                ".Bl -tag -width Ds",
                *(
                    line
                    for code, meaning in EXIT_CODES.items()
                    for line in (f".It {code}", _sentence(meaning))
                ),
                ".El",
                ".Sh EXAMPLES",
                *(
                    line
                    for what, typed in EXAMPLES.items()
                    for line in (what, f".Dl {_literal(typed)}", ".Pp")
                ),
            ][:-1]
        )
        + "\n"
    )


def _command(name: str) -> Iterator[str]:
    """What a command is for, its subcommands and what it takes."""
    command = COMMANDS[name]
    yield f".Ss cstoref {name}"
    yield _sentence(command.summary)
    if command.options:
        yield "Common options:"
        spelt = [f".Fl -{option}" for option in command.options.split()]
        yield from (
            f"{one} {mark}" for one, mark in zip(spelt, ["," for _ in spelt[1:]] + ["."], strict=True)
        )
    if listed := subcommands(name):
        yield from _list("Ic", {f"cstoref {usage}": summary for usage, summary in listed.items()})
    for title, arguments in groups(name).items():
        if title:
            yield ".Pp"
            yield f"{_text(title[:1].upper() + title[1:])}:"
        yield from _arguments(arguments)


def _arguments(arguments: Iterable[Argument]) -> Iterator[str]:
    yield ".Bl -tag -width Ds"
    for one in arguments:
        value = f" Ar {_literal(one.value)}" if one.value else ""
        spelt = " , ".join(f"Fl {_literal(option[1:])}{value}" for option in one.spellings)
        yield f".It {spelt}" if spelt else f".It{value}"
        yield _sentence(one.help)
    yield ".El"


def _list(macro: str, entries: Mapping[str, str]) -> Iterator[str]:
    yield ".Bl -tag -width Ds"
    for name, about in entries.items():
        yield f".It {macro} {_literal(name)}"
        yield _sentence(about)
    yield ".El"


def _sentence(text: str) -> str:
    """A line of help as a sentence; one that begins with the name of something keeps its small letter."""
    return _text(f"{text[:1].upper()}{text[1:]}" + ("" if text.endswith((".", "…")) else "."))


def _text(text: str) -> str:
    """Words as they are, on lines of at most 80 bytes; options in them can be copied: a plain hyphen would be
    printed as a typographic one."""
    escaped = re.sub(
        r"(?<!\S)--?(?=\w)", lambda dashes: dashes[0].replace("-", r"\-"), text.replace("\\", r"\e")
    )
    lines = [
        line
        for sentence in re.split(r"(?<=\.) ", escaped)
        for line in wrap(sentence, WIDTH, break_long_words=False, break_on_hyphens=False)
    ]
    return "\n".join(rf"\&{line}" if line.startswith((".", "'")) else line for line in lines)


def _literal(text: str) -> str:
    """Words that are typed, in the line of a macro: no word is a macro, no hyphen a typographic one, and a
    list of choices can be broken."""
    escaped = text.replace("\\", r"\e").replace("-", r"\-").replace('"', r"\(dq").replace("|", r"|\:")
    return " ".join(rf"\&{word}" if _is_request(word) else word for word in escaped.split(" "))


def _is_request(word: str) -> bool:
    """Whether mdoc could take a word for a macro or for punctuation."""
    return (word.isalpha() and len(word) == 2) or word[:1] in ".,:;!?|"


if __name__ == "__main__":
    main()
