"""`cstoref sources [ID]`: what the reference rests on; one source with its text."""

from __future__ import annotations

from cstoref.errors import FOUND, CstorefError
from cstoref.export import lines as export_lines
from cstoref.render.lists import source_lines, source_page

from .output import Common, json_value, lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from cstoref.store.queries import Store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `sources`."""
    parser.add_argument("id", nargs="?", help="show this source with its text")
    parser.add_argument("--texts", action="store_true", help="only sources whose text is in the pack")


def run(options: argparse.Namespace, common: Common) -> int:
    """Run `sources`."""
    store = common.store()
    if options.id:
        return _one(store, options.id, common)
    sources = [source for source in store.sources() if source.path or not options.texts]
    resting = store.resting_by_source()
    if common.json:
        json_value(
            [{**export_lines.source(source), "statements": resting.get(source.id, 0)} for source in sources]
        )
    else:
        counts = {source.id: resting.get(source.id, 0) for source in sources}
        lines(source_lines(sources, counts, common.style()))
    return FOUND


def _one(store: Store, id: str, common: Common) -> int:
    source = store.source(id)
    if source is None:
        known = ", ".join(known.id for known in store.sources() if known.path)
        raise CstorefError(f'no source "{id}"; the texts are {known}')
    sentences = store.sentences(id)
    done = sum(sentence.state != "bare" for sentence in sentences)
    coverage = f"{done} of {len(sentences)} sentences" if sentences else ""
    text = store.text(id) if source.path else None
    if common.json:
        json_value({**export_lines.source(source), "statements": store.resting(id), "text": text})
    else:
        lines(source_page(source, store.resting(id), coverage, text, common.style()))
    return FOUND
