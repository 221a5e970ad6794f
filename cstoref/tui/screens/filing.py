"""A question over the explorer: into which new file."""

from __future__ import annotations

import os
from typing import ClassVar

from .asking import AskWords


class AskFile(AskWords):
    """Ask for the path of a file that is not there yet."""

    SELECTED: ClassVar = True

    def __init__(self, title: str, proposed: str) -> None:
        super().__init__(
            title, proposed, "A new file; one that is there is never written over. Esc leaves it."
        )

    def answer(self, typed: str) -> str:
        """The path, with the home folder written out."""
        path = os.path.expanduser(typed.strip())
        if not path:
            raise ValueError("Type a name for the file.")
        if os.path.lexists(path):
            raise ValueError(f"{path} is there already; choose another name.")
        if not os.path.isdir(os.path.dirname(path) or "."):
            raise ValueError(f"There is no folder {os.path.dirname(path)}.")
        return path
