"""`cstoref pack add`, `pack attach` and `pack undo`: documents into a pack, and back out."""

from __future__ import annotations

from cstoref.errors import FOUND, UsageError

from ..output import Common, json_value, lines, say
from ..questions import ask, can_ask, piped
from .pack_target import target

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from typing import Any

    from cstoref.intake.add import Added, Paper
    from cstoref.intake.document import Document
    from cstoref.intake.source_entry import Given

OF_SOURCE = ("id", "title", "author", "publisher", "abbr", "date", "url", "type", "language", "read")
ADD_OPTIONS = (*OF_SOURCE, "encoding", "format")
ATTACH_OPTIONS = ("encoding", "format")
STDIN = "-"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `add` and `attach`."""
    group = parser.add_argument_group("options of add (the last two also of attach)")
    group.add_argument("--id", help="the id of the source")
    group.add_argument("--title", help="its title")
    group.add_argument(
        "--author", action="append", metavar="NAME", help="an author; again for each further one"
    )
    group.add_argument("--publisher", metavar="NAME", help="who published it")
    group.add_argument("--abbr", metavar="NAME", help="how footnotes name it (the publisher)")
    group.add_argument("--date", help="when it was published: YYYY-MM-DD, YYYY-MM or YYYY")
    group.add_argument("--url", metavar="ADDRESS", help="its address on the web")
    group.add_argument("--type", help="its class: press, agency, official …")
    group.add_argument("--language", metavar="CODE", help="its language, such as ru")
    group.add_argument("--read", metavar="DATE", help="when you read it")
    group.add_argument("--encoding", metavar="NAME", help="the encoding of a text, where it is not UTF-8")
    group.add_argument(
        "--as", dest="format", metavar="FORMAT", help="what the file is, where its name does not say"
    )


def add(options: argparse.Namespace, common: Common) -> int:
    """Bring files into a pack."""
    from cstoref.intake.add import add as bring_in
    from cstoref.intake.own_pack import author_of

    given = given_of(options)
    names = options.arguments
    if len(names) > 1 and (options.id or options.title):
        raise UsageError("an id and a title belong to one file; add the files one by one")
    root = target(common)
    papers = [_paper(name, options.format or "") for name in names]
    added = bring_in(root, papers, given, author_of(root), _completed, options.encoding or "")
    if common.json:
        json_value([_as_json(one) for one in added])
        return FOUND
    for one in added:
        lines(_lines(one))
    lines(["", f"Next: {_command('todo', common, added[0].entry.id)}", f"Undo: {_command('undo', common)}"])
    return FOUND


def attach(options: argparse.Namespace, common: Common) -> int:
    """Give a source that is referred to its text."""
    from cstoref.intake.add import attach as give_text
    from cstoref.intake.own_pack import author_of

    source, name = options.arguments
    root = target(common)
    paper = _paper(name, options.format or "")
    document = give_text(root, source, paper, author_of(root), options.encoding or "")
    if common.json:
        json_value({"source": source, "file": f"corpus/{source}.txt", "remarks": list(document.remarks)})
        return FOUND
    lines([f"corpus/{source}.txt: {_size(document)}", *(f"  {remark}" for remark in document.remarks)])
    lines([f"Next: {_command('todo', common, source)}"])
    return FOUND


def undo(options: argparse.Namespace, common: Common) -> int:
    """Take back what was written last."""
    from cstoref.intake.change import undo as take_back
    from cstoref.intake.own_pack import author_of

    root = target(common)
    what = take_back(root, author_of(root))
    if common.json:
        json_value({"undone": what})
    else:
        lines([f"undone: {what}"])
    return FOUND


def _paper(name: str, format: str) -> Paper:
    from cstoref.authoring import limits
    from cstoref.intake.add import paper

    if name != STDIN:
        return paper(name, format)
    raw = piped(limits.DOCUMENT.most + 1)
    if len(raw) > limits.DOCUMENT.most:
        raise UsageError(f"stdin has {limits.DOCUMENT}")
    return paper("stdin.txt" if not format else f"stdin.{format}", format, raw)


def given_of(options: argparse.Namespace) -> Given:
    """What the options say of a source."""
    from cstoref.intake.source_entry import Given

    said = {key: getattr(options, key) or "" for key in OF_SOURCE if key != "author"}
    return Given(**said, authors=tuple(options.author or ()))


def _completed(name: str, given: Given, document: Document) -> Given:
    """What a person at the terminal adds to what is known of a document."""
    from cstoref.intake.source_entry import ASKED, missing
    from cstoref.provenance import SOURCE_TYPES

    left = missing(given)
    if not left or not can_ask():
        return given
    say(f"{name}: {given.title or 'no title stated'}; an empty answer leaves it to be filled in later")
    for remark in document.remarks:
        say(remark)
    answers: dict[str, Any] = {
        key: ask(ASKED[key], choices=SOURCE_TYPES if key == "type" else ()) for key in left
    }
    return given._replace(**answers)


def _lines(added: Added) -> list[str]:
    entry, document = added.entry, added.document
    shown = [f"corpus/{entry.id}.txt: {_size(document)}"]
    for key in ("title", "authors", "publisher", "issued", "url"):
        if key in entry.values:
            value = entry.values[key]
            shown.append(f"  {key:<10} {', '.join(value) if isinstance(value, list) else value}")
    shown += [f"  {remark}" for remark in entry.remarks]
    if entry.missing:
        shown.append(f"  still to fill in, in data/sources.toml: {', '.join(entry.missing)}")
    return shown


def _size(document: Document) -> str:
    words = sum(len(paragraph.split()) for paragraph in document.paragraphs)
    by = f", read by {document.reader}" if document.reader else ""
    return f"{len(document.paragraphs):,} paragraphs, {words:,} words{by}"


def _as_json(added: Added) -> dict[str, object]:
    return {
        "source": added.entry.values,
        "file": f"corpus/{added.entry.id}.txt",
        "reader": added.document.reader or None,
        "missing": list(added.entry.missing),
        "remarks": list(added.entry.remarks),
    }


def _command(subcommand: str, common: Common, *words: str) -> str:
    """What to type for the same packs; those in use need not be named."""
    from cstoref import paths

    named = [word for pack in common.packs for word in ("--pack", paths.shown(pack))]
    return " ".join(["cstoref pack", subcommand, *words, *named])
