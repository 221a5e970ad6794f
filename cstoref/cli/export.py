"""`cstoref export`: the whole pack for other programs."""

from __future__ import annotations

from cstoref import output_file
from cstoref.errors import FOUND, UsageError
from cstoref.export import FORMATS

from . import output_option
from .output import Common, stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `export`."""
    told = "; ".join(f"{name}: {one.description}" for name, one in FORMATS.items())
    parser.add_argument("--format", choices=sorted(FORMATS), default="jsonl", help=f"default: jsonl. {told}")
    parser.add_argument(
        "--texts", action="store_true", help="with jsonl and json: the texts of the sources too"
    )
    output_option.add_output(parser)


def run(options: argparse.Namespace, common: Common) -> int:
    """Run `export`. The bytes are the same to a file, a pipe and a terminal."""
    file = output_option.file_of(options)
    wanted = FORMATS[options.format]
    if file is None and wanted.form != "text":
        raise UsageError(f"--format {options.format} writes a {wanted.form}; name it with -o")
    if options.texts and not wanted.texts:
        raise UsageError(f"--format {options.format} has no texts; jsonl and json can have them")
    store = common.store()
    more = {"texts": True} if options.texts else {}
    if file is None:
        wanted.write(store, stream(), **more)
    elif wanted.form == "text":
        output_option.write(options, file, lambda out: wanted.write(store, out, **more))
    else:
        _write_path(options, file, lambda path: wanted.write(store, path), wanted.form)
    return FOUND


def _write_path(options: argparse.Namespace, path: str, make: output_file.Make, form: str) -> None:
    """Write a file that is no text, or a folder. Raises UsageError if there is one."""
    if form == "folder":
        try:
            output_file.write_folder(path, make)
        except output_file.FileExists as error:
            raise UsageError(f"{error}; name a folder that does not exist") from None
        return
    try:
        output_file.write_binary(path, make, options.force)
    except output_file.FileExists as error:
        raise UsageError(f"{error}; --force replaces it") from None
