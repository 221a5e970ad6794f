"""`cstoref site`: the reference as a web site of plain files."""

from __future__ import annotations

import gc
import sys

from cstoref import paths
from cstoref.errors import FOUND, UsageError

from . import output_option
from .output import Common, compiled_store, say, stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from cstoref.export.difference import Difference
    from cstoref.store.queries import Store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `site`."""
    parser.add_argument(
        "-o",
        "--output",
        metavar="DIR",
        help="write into this folder, a new one, an empty one or an earlier site",
    )
    parser.add_argument(
        "--single", action="store_true", help="write one file with everything; -o names the file"
    )
    parser.add_argument(
        "--texts", action="store_true", help="with the whole texts of the sources, not to be published"
    )
    parser.add_argument(
        "--since", metavar="EDITION", help="add a page of what changed since this pack or edition of it"
    )
    parser.add_argument(
        "--force", action="store_true", help="write into a folder with other files, replace files that exist"
    )


def run(options: argparse.Namespace, common: Common) -> int:
    """Run `site`. Says on a terminal how much was written."""
    from cstoref.site.folder import write_site
    from cstoref.site.pages import Site

    if not options.output:
        raise UsageError("name a folder with -o, or with --single a file")
    gc.enable()  # a look-up ends before there is garbage; a site is many pages
    store = common.store()
    site = Site(store, options.texts, _changes(options.since, store))
    if not options.single:
        size = write_site(options.output, site.files(), options.force)
        if sys.stderr.isatty():
            say(f"wrote {size / 1e6:.1f} MB to {options.output}; open index.html there")
        return FOUND
    file = output_option.file_of(options)
    if file is None:
        stream().writelines(site.single_file())
    else:
        output_option.write(options, file, lambda out: out.writelines(site.single_file()))
    return FOUND


def _changes(since: str | None, store: Store) -> Difference | None:
    if since is None:
        return None
    from cstoref.export.difference import difference

    return difference(compiled_store(paths.named_packs([since])), store)
