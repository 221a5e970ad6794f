"""Whose files are: what root makes in a home (`sudo cstoref`) belongs to whom the home belongs to."""

from __future__ import annotations

import os
from contextlib import suppress


def give(place: str | int, like: os.stat_result) -> None:
    """Give a file or folder that root has made, by its path or handle, to the owner of another."""
    if getattr(os, "geteuid", lambda: 1)() == 0:
        with suppress(OSError):
            os.chown(place, like.st_uid, like.st_gid)
