"""Every command: its name, the module that runs it, and its one line of help. Imports nothing."""

from __future__ import annotations

COMMANDS: dict[str, tuple[str, str]] = {
    "show": ("lookup", "print the card of a record, found by name"),
    "open": ("explore", "open the explorer at a record, statement or passage"),
    "plain": ("plain", "the explorer as a numbered conversation: for screen readers, serial lines, scripts"),
    "search": ("search", "ranked hits over names, statements and source text"),
    "members": ("lists", "list the states"),
    "leaders": ("lists", "list the people"),
    "institutions": ("lists", "list the institutions"),
    "events": ("lists", "list the events"),
    "agreements": ("lists", "list the agreements"),
    "places": ("lists", "list the places"),
    "sources": ("sources", "list the sources, or show one"),
    "statements": ("statements", "list statements by speaker, field, record, stance or time"),
    "timeline": ("timeline", "what happened when, and who led then, as bars"),
    "matrix": ("matrix", "who came and who stayed away, who signed, who gave how much"),
    "conflicts": ("conflicts", "where the sources disagree or names mislead"),
    "compare": ("compare", "two records beside each other"),
    "cite": ("cite", "cite a source, a statement or a record"),
    "pin": ("pins", "pin statements for a memo, or list what is pinned"),
    "unpin": ("pins", "pin statements no longer"),
    "memo": ("pins", "write the pinned statements as a Markdown note with footnotes"),
    "coverage": ("coverage", "which sentences the statements rest on"),
    "verify": ("verify", "check every text, quote, reference and date"),
    "export": ("export", "write the pack as jsonl, json or csv"),
    "keys": ("keys", "list the explorer's keys"),
    "completion": ("completion", "lines for a shell that completes commands, options and names"),
    "paths": ("paths", "list every place that is read or written"),
}
