"""What a person does before an upgrade, and must find again after it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from bench.terminal import Terminal

from .log import Failure, must
from .machine import Machine

DATA = Path(".local/share/cstoref")
SETTINGS = Path(".config/cstoref/config.toml")
PACK = DATA / "packs" / "mine"
WRITTEN = {
    SETTINGS: 'theme = "contrast"\n',
    PACK / "data" / "pack.toml": 'id = "mine"\ntitle = "Mine"\nedition = "1"\nchecked_until = "2026-01-01"\n'
    'licence = "none"\ndescription = "Of the person\'s own."\n',
    PACK / "data" / "sources.toml": "",
    PACK / "data" / "members.toml": '[[member]]\nid = "xanadu"\nname = "Xanadu"\ntype = "state"\n',
}
"""What the person writes by hand, by its path in the home."""
KEPT = ("bookmarks", "notes", "pins")
"""What the person makes in the explorer: the file of each has a list or table of that name."""
NOTE = "ask again"
OWN = (".local/share/cstoref/", ".config/")
"""What begins so in a home is the person's own."""


def explored(machine: Machine) -> Mapping[str, str]:
    """The explorer is drawn, finds a record, marks it, pins a statement of it and notes something; returns
    what then is the person's own."""
    for path, text in WRITTEN.items():
        file = machine.home / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    with _explorer(machine) as terminal:
        terminal.until("Members", "Leaders", "F1 help")
        terminal.send("belarus")
        terminal.settle()
        terminal.press("enter")
        terminal.until("Belarus", "member · BY")
        for key in ("m", "space", "e", NOTE, "f2"):
            terminal.press(key)
        _left(terminal)
    for name in KEPT:
        kept = json.loads((machine.home / DATA / "csto" / f"{name}.json").read_text(encoding="utf-8"))
        must(len(kept[name]) == 1, f"there is not one of the {name}: {kept}")
    return own(machine)


def remembered(machine: Machine) -> None:
    """The explorer lists the bookmark and the note of before the upgrade; the pin and the pack are found."""
    with _explorer(machine, "open", "russia") as terminal:
        terminal.until("Russia", "member · RU")
        terminal.settle()
        terminal.send("'")
        terminal.until("elarus", NOTE)
        _left(terminal)
    must("elarus" in machine.run("cstoref", "pin").out, "the pinned statement is not listed")
    found = machine.run("cstoref", "xanadu", "--pack", machine.home / PACK).out
    must("Xanadu" in found, f"the pack is not read: {found}")


def _explorer(machine: Machine, *words: str) -> Terminal:
    return Terminal(machine.traced([machine.command, *words]), env=machine.env)


def _left(terminal: Terminal) -> None:
    terminal.settle()
    terminal.send("q")
    try:
        while terminal.read(30):
            pass
    except EOFError:
        return
    raise Failure(f"the explorer does not leave:\n{terminal.text}")


def must_keep(machine: Machine, mine: Mapping[str, str]) -> None:
    """Raises Failure unless the person's own is as it was."""
    unlike = sorted(path for path, _ in mine.items() ^ own(machine).items())
    must(not unlike, f"what is the person's own has changed: {unlike}")


def own(machine: Machine) -> dict[str, str]:
    """The person's own files, by path, with what each holds."""
    return {path: held for path, held in machine.files().items() if path.startswith(OWN)}
