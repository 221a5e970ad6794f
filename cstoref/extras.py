"""How to come by a package that an installation lacks. Debian package and folder take none: whoever has one
of these and follows a command for pipx would only be told that there is no such environment."""

from __future__ import annotations

import sys

LIBRARY = "/usr/lib/cstoref"
"""Where the Debian package has the program."""


def remedy(package: str) -> str:
    """What adds a package, as the end of a sentence that says what it is missing for."""
    if getattr(sys, "frozen", False) or __file__.startswith(f"{LIBRARY}/"):
        return f"it cannot be added here, only to an installation by pipx: pipx inject cstoref {package}"
    return f"`pipx inject cstoref {package}` adds it"
