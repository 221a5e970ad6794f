"""The pack that authoring commands write to."""

from __future__ import annotations

import os
from pathlib import Path

from cstoref import paths
from cstoref.errors import StoreError, UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
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
