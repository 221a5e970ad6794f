"""Every command: the module that runs it, its line of help, what the words after it are, and which of the
common options it obeys. A command takes no common option that it would ignore."""

from __future__ import annotations

from cstoref.namedtuples import NamedTuple

ANY, FILTER, NAME, NAMED_TIME, TWO, IDS, SOURCE, FOLDER, SHELL, NONE, SUBCOMMAND = (
    "any", "filter", "name", "name and time", "two names", "ids", "source", "folder", "shell", "none",
    "subcommand",
)  # fmt: skip
"""What the words after a command are. `arguments.py` decides by it whether they can be that."""

ID_MARKS = "/@:"
"""What stands in the ids of statements and in spots, and hardly in a name."""


class Command(NamedTuple):
    """One command of the command line."""

    module: str
    """Its name in `cli`."""
    summary: str
    words: str
    """One of the constants above."""
    options: str
    """The common options that the command obeys, without dashes, separated by blanks."""


_READ = "pack as-of json color width"
_ANY_DATE = "pack json color width"

PACK_SUBCOMMANDS = {
    "new": (1, 1),
    "list": (0, 0),
    "use": (1, 9),
    "drop": (1, 9),
    "diff": (2, 2),
    "build": (0, 0),
    "fields": (0, 2),
    "add": (1, 1_000),
    "attach": (2, 2),
    "todo": (0, 1_000),
    "record": (1, 20),
    "state": (0, 0),
    "undo": (0, 0),
    "import": (1, 1_000),
    "merge": (2, 2),
    "schema": (0, 0),
}
"""The subcommands of `pack`, each with the fewest and the most words that follow it. With others, the words
are a question."""

COMMANDS: dict[str, Command] = {
    "show": Command("lookup", "print the card of a record, found by name", ANY, _READ),
    "open": Command("explore", "open the explorer at a record, statement or passage", NAME, "pack as-of"),
    "web": Command("web", "the explorer in a browser on this machine", NAME, "pack as-of"),
    "plain": Command(
        "plain",
        "the explorer as a numbered conversation: for screen readers, serial lines, scripts",
        NAME,
        "pack as-of width",
    ),
    "pick": Command(
        "pick", "search under the prompt, and print the id of what is picked", ANY, "pack as-of json"
    ),
    "search": Command("search", "search names, statements and source text", ANY, _READ),
    "members": Command("lists", "list the states", FILTER, _READ),
    "leaders": Command("lists", "list the people", FILTER, _READ),
    "institutions": Command("lists", "list the institutions", FILTER, _READ),
    "events": Command("lists", "list the events", FILTER, _READ),
    "agreements": Command("lists", "list the agreements", FILTER, _READ),
    "places": Command("lists", "list the places", FILTER, _READ),
    "sources": Command("sources", "list the sources, or show one", SOURCE, _ANY_DATE),
    "statements": Command(
        "statements", "list statements by speaker, field, record, stance or time", FILTER, _READ
    ),
    "timeline": Command("timeline", "events in order, and terms of office as bars", NAMED_TIME, _READ),
    "changes": Command("changes", "what began, ended and happened between two days", NAMED_TIME, _ANY_DATE),
    "matrix": Command("matrix", "members by events: attendance, signatures or contributions", NONE, _READ),
    "conflicts": Command("conflicts", "where sources conflict or names mislead", NAMED_TIME, _ANY_DATE),
    "compare": Command("compare", "compare two records side by side", TWO, _READ),
    "cite": Command("cite", "cite a source, a statement or a record", IDS, "pack json"),
    "pin": Command("pins", "pin statements for a memo, or list the pins", IDS, _ANY_DATE),
    "unpin": Command("pins", "unpin statements", IDS, "pack"),
    "memo": Command("pins", "write the pinned statements as Markdown with footnotes", NONE, "pack json"),
    "coverage": Command("coverage", "list the sentences that statements rest on", SOURCE, _ANY_DATE),
    "verify": Command("verify", "check every text, quote, reference and date", FOLDER, "pack json"),
    "pack": Command(
        "packs.pack",
        "start a pack of your own, choose the packs in use, or look up their vocabulary",
        SUBCOMMAND,
        "pack json",
    ),
    "export": Command(
        "export", "write the pack for other programs: JSON Lines, tables, SQLite, JSON-LD …", NONE, "pack"
    ),
    "site": Command("site", "write a web site of plain files, which needs no server", NONE, "pack"),
    "mcp": Command(
        "mcp", "serve assistants by the Model Context Protocol, on stdin and stdout", NONE, "pack"
    ),
    "keys": Command("keys", "list the explorer's keys", NONE, "json width"),
    "completion": Command("completion", "print a shell-completion script", SHELL, ""),
    "paths": Command("paths", "list the files and folders that are used", NONE, "pack json"),
}
