"""How an export may be used, in one line that every format has a place for."""

from __future__ import annotations

from cstoref.model import Edition

QUOTES = "Quotes belong to the publishers of their sources."


def terms(edition: Edition) -> str:
    """The licence of a pack, and whose the quotes are: `CC-BY-4.0 for the records; …. Quotes belong …`."""
    licence = edition.licence.rstrip(". ")
    return f"{licence}. {QUOTES}" if licence else QUOTES


def licence_address(edition: Edition) -> str | None:
    """The address of a licence of Creative Commons, for what takes no words; None for any other licence."""
    name = (edition.licence.split() or [""])[0].upper().rstrip(";,.")
    if name in ("CC0", "CC0-1.0"):
        return "https://creativecommons.org/publicdomain/zero/1.0/"
    kind, _, version = name.removeprefix("CC-").rpartition("-")
    if not name.startswith("CC-BY") or version not in ("3.0", "4.0"):
        return None
    return f"https://creativecommons.org/licenses/{kind.lower()}/{version}/"
