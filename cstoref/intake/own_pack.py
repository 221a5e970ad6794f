"""The pack of one's own that is written to, and what its author saves for it."""

from __future__ import annotations

from pathlib import Path

from cstoref.authoring.load import load_editions
from cstoref.user.user_data import UserData


def author_of(root: Path) -> UserData:
    """What the author of a pack saves for it. Raises PackError where its `pack.toml` is wrong."""
    _, edition = load_editions([root])[-1]
    return UserData(edition.id, edition.edition, str(root))
