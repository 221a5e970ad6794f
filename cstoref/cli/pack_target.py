"""The pack that authoring commands write to."""

from __future__ import annotations

import os
from pathlib import Path

from cstoref import paths
from cstoref.errors import StoreError, UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.user.user_data import UserData

    from .output import Common


def target(common: Common) -> Path:
    """The folder of the pack to write to. Raises UsageError where none is named, StoreError for no pack."""
    if not common.pack:
        raise UsageError("name your pack with --pack DIR; to make one: cstoref pack new DIR")
    if not os.path.isdir(os.path.join(common.pack, "data")):
        raise StoreError(f"{common.pack} is not a pack: it has no data folder")
    if os.path.realpath(common.pack) == os.path.realpath(paths.packaged()):
        raise UsageError("the built-in pack is not written to; make one of your own: cstoref pack new DIR")
    return Path(common.pack)


def user_data(root: Path) -> UserData:
    """What a person saves for a pack of their own. Raises PackError where its `pack.toml` is wrong."""
    from cstoref.authoring.load import load_edition
    from cstoref.user.user_data import UserData

    edition = load_edition(root)
    return UserData(edition.id, edition.edition, str(root))
