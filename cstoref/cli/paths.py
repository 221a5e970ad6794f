"""`cstoref paths`: every place that is read or written."""

from __future__ import annotations

from cstoref import paths
from cstoref.errors import FOUND

from .output import Common, json_value, lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`paths` has no options of its own."""


def run(options: argparse.Namespace, common: Common) -> int:
    """Run `paths`."""
    places = {
        "built-in pack": paths.builtin_pack(),
        "compiled pack": paths.prebuilt() or "(in the cache)",
        "cache": paths.cache_dir() or "(none: in memory)",
        "data": paths.data_dir() or "(none: nothing is kept)",
        "config": paths.config_dir() or "(none: defaults)",
    }
    if common.json:
        json_value(places)
    else:
        lines(f"{name:<14}{place}" for name, place in places.items())
    return FOUND
