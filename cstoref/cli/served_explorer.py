"""The process of an explorer that draws for a page of a browser: `cstoref web` starts it."""

from __future__ import annotations

import sys

from cstoref.errors import UserError

from .explore import explore
from .options import common, read
from .output import say


def main(columns: str, rows: str, *words: str) -> None:
    """Open the explorer in a page of that size, with the words of `cstoref open`."""
    options = read("open", list(words))
    try:
        code = explore(options, common(options), (int(columns), int(rows)))
    except UserError as error:
        say(str(error))
        code = error.exit_code
    sys.exit(code)
