"""cstoref in an empty system without a network, as a person there uses it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from bench.terminal import Terminal
from tests.intake.documents import pdf

from .isolation import Way
from .log import Failure, Teller, must
from .questions import answers, verdict
from .roots import HOME, inside
from .targets import ROOT

RUN = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from cstoref.cli.main import command; command()"
ENV = {
    "HOME": HOME,
    "LANG": "C.UTF-8",
    "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    "TERM": "xterm-256color",
}
BOOKMARKS = ".local/share/cstoref/csto/bookmarks.json"
LIMIT = 300
"""Seconds after which a command is taken to hang."""


class Rooted:
    """Runs commands in a root."""

    def __init__(self, way: Way, root: Path) -> None:
        must(bool(way.command), "no namespace without a network can be made here")
        self.root = root
        self._before = inside(way.command, root)

    @property
    def home(self) -> Path:
        """The person's home, from outside."""
        return self.root / HOME.lstrip("/")

    def run(self, *command: str, code: int = 0) -> str:
        """Run a command; returns what it says. Raises Failure for another exit code."""
        done = subprocess.run(
            [*self._before, *command],
            cwd="/",
            env=ENV,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=LIMIT,
        )
        if done.returncode != code or "Traceback" in done.stderr:
            raise Failure(f"{' '.join(command)}\nexit code {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout + done.stderr

    def files(self, without: Sequence[str]) -> dict[str, str]:
        """Every file, link and folder of the root with what it holds, but for what is below some folders."""
        left_out = {self.root / folder for folder in without}
        found = {}
        waiting = [self.root]
        while waiting:
            for path in waiting.pop().iterdir():
                if path not in left_out:
                    found[str(path.relative_to(self.root))] = _content(path)
                    if path.is_dir() and not path.is_symlink():
                        waiting.append(path)
        return found

    def must_work(self, command: str, scratch: Path, tell: Teller) -> None:
        """What a person does with it, step by step."""
        with tell.step("answers as the checkout does"):
            self.must_answer_alike(command, scratch)
        with tell.step("the explorer is drawn, keeps a bookmark and leaves"):
            self.must_explore(command)
        with tell.step("a document is read by a process of its own into a pack in the home"):
            self.must_read_a_document(command)

    def must_answer_alike(self, command: str, scratch: Path) -> None:
        """Every answer is that of the checkout, to the letter."""
        scratch.mkdir(parents=True, exist_ok=True)
        model = answers([sys.executable, "-c", RUN], scratch)
        asked = answers([*self._before, command], Path(HOME))
        must(not verdict(asked, model), verdict(asked, model))

    def must_explore(self, command: str) -> None:
        """The explorer is drawn at a record, keeps a bookmark in the home, and leaves."""
        with Terminal([*self._before, command, "open", "belarus"], env=ENV) as terminal:
            terminal.until("Belarus", "member · BY")
            terminal.press("m")
            terminal.settle()
            terminal.send("q")
            try:
                while terminal.read(LIMIT):
                    pass
            except EOFError:
                kept = json.loads((self.home / BOOKMARKS).read_text(encoding="utf-8"))
                must(len(kept["bookmarks"]) == 1, f"there is not one bookmark: {kept}")
                return
            raise Failure(f"the explorer does not leave:\n{terminal.text}")

    def must_read_a_document(self, command: str) -> None:
        """Documents come into a pack of the person's own, and are found; a process of its own reads each."""
        pack, details = f"{HOME}/mine", ("--publisher", "Anna", "--date", "2021-05-05")
        written = {
            "note.txt": b"A note\n\nExperts met in Shangri-La on 4 May 2021.\n",
            "report.pdf": pdf([["Envoys met in Xanadu on 5 May 2021."]]),
        }
        self.run(command, "pack", "new", pack, "--extends", "csto")
        for name, content in written.items():
            (self.home / name).write_bytes(content)
            self.run(command, "pack", "add", f"{HOME}/{name}", "--pack", pack, "--title", name, *details)
        for asked, words in (("shangri-la", "Experts met"), ("xanadu", "Envoys met")):
            must(words in self.run(command, "search", asked, "--pack", pack), f"{words} is not found")


def _content(path: Path) -> str:
    if path.is_symlink():
        return str(path.readlink())
    return sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
