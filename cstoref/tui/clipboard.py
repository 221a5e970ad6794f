"""To the clipboard: through the terminal (OSC 52) where it may take it, else by a program of the system.

Whether a terminal took what it was sent cannot be asked. So those that are known not to are not trusted, and
what was copied can always be shown in a box.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence

from textual.app import App

LONGEST = 74_000
"""Bytes that terminals take by OSC 52; many take no more."""
WITHOUT = ("linux", "dumb", "vt100", "vt220", "cons25")
"""Terminals, by TERM, that know nothing of it."""
WAITING = 2.0
"""Seconds that a program has to take the text."""


def copy(app: App[None], text: str) -> bool:
    """Copy a text; False where there is no way to."""
    # A page of a browser takes a text of any length; the programs of the system may be those of another
    # machine.
    if app.is_web or _through_terminal(text):
        app.copy_to_clipboard(text)
        return True
    program = _program()
    return program is not None and _given_to(program, text)


def _through_terminal(text: str) -> bool:
    refused = os.environ.get("TERM", "") in WITHOUT or os.environ.get("TERM_PROGRAM") == "Apple_Terminal"
    # OSC 52 carries base64, four letters for three bytes.
    return not refused and len(text.encode("utf-8", "replace")) * 4 // 3 <= LONGEST


def _program() -> Sequence[str] | None:
    """The program of the system that takes a text to the clipboard, if there is one."""
    choices: list[tuple[bool, Sequence[str]]] = [
        (sys.platform == "darwin", ("pbcopy",)),
        (sys.platform == "win32", ("clip",)),
        ("WAYLAND_DISPLAY" in os.environ, ("wl-copy",)),
        ("DISPLAY" in os.environ, ("xclip", "-selection", "clipboard")),
        ("DISPLAY" in os.environ, ("xsel", "--input", "--clipboard")),
    ]
    return next((words for fits, words in choices if fits and shutil.which(words[0])), None)


def _given_to(program: Sequence[str], text: str) -> bool:
    try:
        done = subprocess.run(
            program,
            input=text.encode("utf-8", "replace"),
            # xclip stays behind to serve the selection; with our pipes open, waiting for it would never end.
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=WAITING,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0
