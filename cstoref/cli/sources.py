"""`cstoref sources [ID]`: what the reference rests on; one source with its text."""

from __future__ import annotations

from cstoref.errors import FOUND, NOT_FOUND, UserError
from cstoref.export import lines as export_lines
from cstoref.render.rows import written
from cstoref.render.sources import overview_rows, reading_rows
from cstoref.store.sources import SourceOverview, overviews, reading

from .output import Common, json_value, lines, say

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from typing import Any

    from cstoref.store.queries import Store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `sources`."""
    parser.add_argument("id", nargs="?", help="show this source with its text")
    parser.add_argument("--texts", action="store_true", help="only sources whose text is in the pack")


def run(options: argparse.Namespace, common: Common) -> int:
    """Run `sources`."""
    store = common.store()
    if options.id:
        return show_source(store, options.id, common)
    found = overviews(store, texts=options.texts)
    if common.json:
        json_value([_line(one) for one in found])
    elif found:
        style = common.style()
        lines(written(overview_rows(found, style), style))
    if not found:
        say("this pack has no texts" if options.texts else "this pack has no sources")
    return FOUND if found else NOT_FOUND


def show_source(store: Store, id: str, common: Common) -> int:
    """Print one source with its text. Raises UserError if there is none of the id."""
    found = reading(store, id)
    if found is None:
        known = ", ".join(one.source.id for one in overviews(store, texts=True))
        raise UserError(f"no source “{id}”; the texts are {known}")
    if common.json:
        sentences = [sentence._asdict() for sentence in found.sentences]
        json_value({**_line(found.overview), "text": found.text or None, "each_sentence": sentences})
    else:
        style = common.style()
        lines(written(reading_rows(found, style), style))
    return FOUND


def _line(overview: SourceOverview) -> dict[str, Any]:
    """A source's line and its figures."""
    figures = {name: value for name, value in overview._asdict().items() if name != "source"}
    return {**export_lines.source(overview.source), **figures}
