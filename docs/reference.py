"""Writes docs/reference.md from the code: `make reference`. A test fails when the page is stale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from command_arguments import Argument, common, groups, subcommands  # beside this file, as is the next
from vocabulary import DECLARED, vocabulary

from cstoref.authoring.declared import ROLES
from cstoref.cli.commands import COMMANDS
from cstoref.errors import EXIT_CODES
from cstoref.export import FORMATS, jsonl
from cstoref.export.sqlite import VIEWS
from cstoref.export.tables import TABLES
from cstoref.model import NATURES, RANKS, STANCES
from cstoref.provenance import SOURCE_TYPES
from cstoref.store.cache import open_store
from cstoref.store.queries import Store
from cstoref.tui.keyboard import OFFERED, Keys

PAGE = Path(__file__).parent / "reference.md"
HEAD = """# Reference

Written by `make reference` from the code; not edited by hand. The data itself is described in
[data.md](data.md), use by task in [guide.md](guide.md).
"""


def main() -> None:
    """Write the page."""
    PAGE.write_text(reference(open_store()), encoding="utf-8")


def reference(store: Store) -> str:
    """The whole page."""
    parts = (commands(), exit_codes(), keys(), kinds(), fields(), words(), export_lines(store))
    return "\n".join((HEAD, *("\n".join(part) + "\n" for part in parts)))


def commands() -> Iterator[str]:
    """Every command with its own options, after those that several of them take."""
    yield "## Commands\n"
    yield "`cstoref NAME…` is `cstoref show NAME…`, `cstoref` alone is `cstoref open`."
    yield "The common options are:\n"
    yield from _arguments(common())
    yield "\nA command takes those that are listed with it, and `--debug`."
    for name, command in COMMANDS.items():
        yield f"\n### `cstoref {name}`\n\n{_sentence(command.summary)}"
        if command.options:
            yield f"Common options: {', '.join(f'`--{option}`' for option in command.options.split())}."
        if listed := subcommands(name):
            yield ""
            yield from _table("subcommand", "what it does")
            yield from (f"| `cstoref {usage}` | {summary} |" for usage, summary in listed.items())
        own = list(_arguments([one for group in groups(name).values() for one in group]))
        if own:
            yield ""
            yield from own


def _arguments(shown: Sequence[Argument]) -> Iterator[str]:
    if shown:
        yield from _table("argument", "meaning")
    for one in shown:
        value = f" {_cell(one.value)}" if one.value else ""
        spelt = ", ".join(f"`{option}{value}`" for option in one.spellings) or f"`{one.value}`"
        yield f"| {spelt} | {one.help} |"


def exit_codes() -> Iterator[str]:
    """Every exit code."""
    yield "## Exit codes\n"
    yield from _table("code", "meaning")
    yield from (f"| {code} | {meaning} |" for code, meaning in EXIT_CODES.items())


def keys() -> Iterator[str]:
    """Every key of the explorer, by group."""
    yield "## Keys of the explorer\n"
    yield "The id binds a command to other keys in the settings file; `cstoref keys` lists the same.\n"
    yield from _table("keys", "id", "what it does")
    for group in dict.fromkeys(command.group for command in OFFERED.values()):
        for command in OFFERED.values():
            if command.group == group:
                yield f"| {_code(Keys({}).all_of(command))} | `{command.id}` | {_cell(command.help)} |"


def kinds() -> Iterator[str]:
    """Every kind of record with its types."""
    yield "## Kinds of records\n"
    yield from _table("kind", "file", "types")
    for rule in DECLARED.kinds.values():
        types = ", ".join(f"`{type}`" for type in rule.types)
        yield f"| `{rule.kind.id}` | `data/{rule.kind.plural}.toml` | {types} |"


def fields() -> Iterator[str]:
    """Every field of statements, as in data.md."""
    yield "## Fields of statements"
    yield vocabulary().rstrip()


def words() -> Iterator[str]:
    """The closed lists that statements, conflicts and sources draw on."""
    yield "## Words of statements, conflicts and sources\n"
    for what, listed in (
        ("Roles", ROLES),
        ("Stances", STANCES),
        ("Ranks", RANKS),
        ("Natures of conflicts", NATURES),
        ("Classes of sources", SOURCE_TYPES),
    ):
        yield f"- {what}: {', '.join(f'`{word}`' for word in listed)}."


def export_lines(store: Store) -> Iterator[str]:
    """The formats, and what the lines of an export hold."""
    yield "## Export\n"
    yield f"The formats are {', '.join(f'`{name}`' for name in FORMATS)}. A jsonl export has one object"
    yield "a line, the types in this order, each with all of these keys, `null` where nothing is known.\n"
    yield from _table("type", "keys")
    seen: set[str] = set()
    for line in jsonl.objects(store):
        if line["type"] not in seen:
            seen.add(line["type"])
            yield f"| `{line['type']}` | {', '.join(f'`{key}`' for key in line)} |"
    yield "\nThe tables of csv (files in a folder) and sqlite have these columns:\n"
    yield "| table | what it holds | columns |"
    yield "|---|---|---|"
    for table in TABLES:
        columns = ", ".join(
            f"`{column.name}`" + (f" → `{column.of}`" if column.of else "") for column in table.columns
        )
        yield f"| `{table.name}` | {table.description} | {columns} |"
    yield "\nThe views of sqlite are:\n"
    yield "| view | shows |"
    yield "|---|---|"
    yield from (f"| `{name}` | {shows} |" for name, (shows, _) in VIEWS.items())


def _table(*heads: str) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"


def _code(text: str) -> str:
    return " ".join(f"`{word}`" for word in _cell(text).split())


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


if __name__ == "__main__":
    main()
