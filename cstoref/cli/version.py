"""`cstoref --version`: the program's version, and the edition of the built-in pack."""

from __future__ import annotations

from datetime import date

from cstoref import __version__, dates, paths
from cstoref.errors import FOUND

from .output import Common, json_value, lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.model import Edition


def show_version(common: Common = Common()) -> int:
    """Print the version, and the edition of the pack; makes no file."""
    edition = _edition(common)
    if common.json:
        json_value(
            {
                "version": __version__,
                "pack": edition.id,
                "edition": edition.edition,
                "checked_until": edition.checked_until,
            }
        )
        return FOUND
    checked = f"{edition.checked_until}{_age(edition)}"
    lines([f"cstoref {__version__}, edition {edition.edition}, checked until {checked}"])
    return FOUND


def _age(edition: Edition) -> str:
    """How old the data is; nothing where the system date is before it, which says nothing of the data."""
    today = date.fromisoformat(dates.today())
    if edition.checked_from and edition.checked_from <= dates.today() < edition.checked_until:
        return ""  # a month or year that is not over yet
    days = (today - date.fromisoformat(edition.checked_until)).days
    # One day of tolerance for time zones, as in `Store.clock_is_behind`.
    if days < -1:
        return ", after the system date"
    if days < 1:
        return ", today"
    return ", yesterday" if days == 1 else f", {days:,} days ago"


def _edition(common: Common) -> Edition:
    """From the compiled pack of a wheel; else from the file that people edit, to compile nothing."""
    if not common.named and paths.prebuilt():
        from cstoref.store.cache import open_store

        return open_store().edition
    from cstoref.authoring.load import load_edition

    return load_edition(*common.folders)
