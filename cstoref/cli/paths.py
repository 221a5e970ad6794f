"""`cstoref paths`: every place that is read or written."""

from __future__ import annotations

from pathlib import Path

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
    folder = common.pack or paths.builtin_pack()
    compiled = None if common.pack else paths.prebuilt()
    places = {
        "pack" if common.pack else "built-in pack": folder,
        "compiled pack": compiled or cached_path(folder) or "(none: in memory)",
        "cache": paths.cache_dir() or "(none: in memory)",
        "data": paths.data_dir() or NO_HOME,
        "config": paths.config_dir() or NO_HOME,
        "settings": config.path() or NO_HOME,
        **user_data.files_of(load_edition(Path(folder)).id, common.pack),
    }
    if common.json:
        json_value(places)
    else:
        lines(f"{name:<14}{place}" for name, place in places.items())
    return FOUND
