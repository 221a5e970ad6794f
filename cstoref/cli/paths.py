"""`cstoref paths`: every place that is read or written."""

from __future__ import annotations

import os

from cstoref import paths
from cstoref.authoring.load import load_edition
from cstoref.errors import FOUND
from cstoref.store.cache import cached_path
from cstoref.user import config, user_data

from .output import Common, json_value, lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

NO_HOME = "(none: there is no home folder)"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`paths` has no options of its own."""


def run(options: argparse.Namespace, common: Common) -> int:
    """Run `paths`. Makes no file, and names those that may be made."""
    named, folders = common.named, common.folders
    compiled = None if named else paths.prebuilt()
    places = {
        "pack" if named else "built-in pack": ", ".join(map(str, folders)),
        "compiled pack": compiled or cached_path(*map(str, folders)) or "(none: in memory)",
        "cache": paths.cache_dir() or "(none: in memory)",
        "data": paths.data_dir() or NO_HOME,
        "config": paths.config_dir() or NO_HOME,
        "settings": config.path() or NO_HOME,
        "active packs": paths.active_file() or NO_HOME,
        **user_data.files_of(load_edition(*folders).id, os.pathsep.join(named) or None),
    }
    if common.json:
        json_value(places)
    else:
        lines(f"{name:<14}{place}" for name, place in places.items())
    return FOUND
