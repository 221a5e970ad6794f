"""A question over the explorer: which new file."""

from __future__ import annotations

import os
from typing import ClassVar

from cstoref.errors import UserError

from .prompt import Prompt


class FilePrompt(Prompt):
    """Asks for the path of a file that does not exist yet."""

    SELECTED: ClassVar = True

    def answer(self, typed: str) -> str:
        """The path, with the home folder written out."""
        path = os.path.expanduser(typed.strip())
        if not path:
            raise UserError("type a name for the file")
        if os.path.lexists(path):
            raise UserError(f"{path} exists already; choose another name")
        if not os.path.isdir(os.path.dirname(path) or "."):
            raise UserError(f"there is no folder {os.path.dirname(path)}")
        return path
