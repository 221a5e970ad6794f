"""`cstoref compare A B`: two records beside each other."""

from __future__ import annotations

from cstoref.errors import FOUND, UsageError
from cstoref.render.comparison import comparison_rows
from cstoref.render.rows import written
from cstoref.store.comparison import compare
from cstoref.store.search.record_name import record_named

from .output import WHOLE, Common, json_value, lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `compare`."""
    parser.add_argument("left", metavar="A", help="a name or id, in quotes if it has several words")
    parser.add_argument("right", metavar="B", help="the other name or id")
    parser.add_argument("--all", action="store_true", help="all statements, not only the most important")


def run(options: argparse.Namespace, common: Common) -> int:
    """Run `compare`. Raises UsageError if both names mean one record."""
    store = common.store()
    left, right = (record_named(store, name) or "" for name in (options.left, options.right))
    if left == right:
        raise UsageError(f"“{options.left}” and “{options.right}” are the same record")
    found = compare(store, left, right, common.as_of)
    assert found is not None
    if common.json:
        from cstoref.export.views import comparison_json

        json_value(comparison_json(found))
    else:
        style = common.style(WHOLE)
        lines(written(comparison_rows(found, style, common.all), style))
    return FOUND
