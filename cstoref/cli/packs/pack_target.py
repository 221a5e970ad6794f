"""The pack that authoring commands write to."""

from __future__ import annotations

import os
from pathlib import Path

from cstoref import paths
from cstoref.errors import StoreError, UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..output import Common


def target(common: Common) -> Path:
    """The folder of the pack to write to: the topmost that is named, else the topmost in use. Raises
    UsageError where there is none, StoreError for no pack."""
    if not common.named:
        raise UsageError(
            "no pack of your own is in use; to make one: cstoref pack new DIR --extends csto, then "
            "cstoref pack use DIR, or name it with --pack DIR"
        )
    folder = common.named[-1]
    if os.path.isfile(folder):
        raise UsageError(f"{paths.shown(folder)} is one file, which is read only; name the folder of a pack")
    if not os.path.isdir(os.path.join(folder, "data")):
        raise StoreError(f"{folder} is not a pack: it has no data folder")
    if os.path.realpath(folder) == os.path.realpath(paths.packaged()):
        raise UsageError("the built-in pack is not written to; make one of your own: cstoref pack new DIR")
    return Path(folder)
