"""`cstoref --version`: the program's version, and the edition of the built-in pack."""

from __future__ import annotations

from cstoref import __version__, paths
from cstoref.errors import FOUND

from .output import lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.model import Edition


def show_version() -> int:
    """Print the version; makes no file."""
    edition = _edition()
    lines([f"cstoref {__version__}, edition {edition.edition}, checked until {edition.checked_until}"])
    return FOUND


def _edition() -> Edition:
    """From the compiled pack of a wheel; in a checkout from the file that people edit, to compile nothing."""
    if paths.prebuilt():
        from cstoref.store.cache import open_store

        return open_store().edition
    from pathlib import Path

    from cstoref.authoring.load import load_edition

    return load_edition(Path(paths.builtin_pack()))
