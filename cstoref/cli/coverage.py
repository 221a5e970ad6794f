"""`cstoref coverage [SOURCE]`: which sentences of each text the statements rest on. Exit code 4 on a gap.

`cstoref coverage --offices`: for which state, office and year a holder is known.
"""

from __future__ import annotations

from cstoref.errors import DAMAGED, FOUND, NOT_FOUND, UsageError, UserError
from cstoref.render.text import Style, clip, spread, width, wrap

from .output import Common, json_value, lines, say

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from cstoref.coverage import SentenceCoverage


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `coverage`."""
    parser.add_argument("source", nargs="?", help="only this source, sentence by sentence")
    parser.add_argument("--offices", action="store_true", help="for which office and year a holder is known")


def run(options: argparse.Namespace, common: Common) -> int:
    """Run `coverage`. Reads the pack's own files, not the compiled form, but for the offices.

    Raises UserError for a source that has no text in the pack.
    """
    if options.offices:
        return _offices(options, common)
    from cstoref.authoring.load import load
    from cstoref.coverage import BARE, PARTLY, coverage

    pack = load(*common.folders)
    if options.source and options.source not in dict(pack.texts):
        known = ", ".join(id for id, _ in pack.texts)
        raise UserError(f"no text “{options.source}”; use one of {known}")
    found = coverage(pack, options.source)
    if common.json:
        json_value([sentence._asdict() for sentence in found])
    else:
        lines(_lines(found, bool(options.source), common.style()))
    gaps = sum(sentence.state in (BARE, PARTLY) for sentence in found)
    if gaps:
        say(f"{gaps} of {len(found)} sentences are not covered")
    if not found:
        say("this pack has no texts")
        return NOT_FOUND
    return DAMAGED if gaps else FOUND


def _offices(options: argparse.Namespace, common: Common) -> int:
    """The coverage of offices; exit code 1 where the pack names no post that sits in a council."""
    from cstoref.render.rows import written
    from cstoref.session.state import State
    from cstoref.session.views import view_class
    from cstoref.user.user_data import UserData

    if options.source:
        raise UsageError("coverage --offices takes no source: it shows every office")
    store = common.store()
    view = view_class("coverage")(store, UserData(store.pack["id"], store.pack["edition"], store.folder))
    state, style = State(view="coverage"), common.style()
    head = view.head(state, style)
    if not head:
        say("this pack names no post that sits in a council")
    if common.json:
        json_value(view.json(state))
    else:
        lines(written([*head, *view.rows(state, style)], style))
    return FOUND if head else NOT_FOUND


def _lines(found: list[SentenceCoverage], each: bool, style: Style) -> Iterator[str]:
    from cstoref.coverage import BARE, COVERED, PARTLY, SILENT

    for source in dict.fromkeys(sentence.source for sentence in found):
        of_source = [sentence for sentence in found if sentence.source == source]
        if each:
            yield from _every_sentence(of_source, style)
        count = {state: sum(s.state == state for s in of_source) for state in (COVERED, SILENT, PARTLY, BARE)}
        done = count[COVERED] + count[SILENT]
        statements = len({id for sentence in of_source for id in sentence.statements})
        share = 100 * done / len(of_source)
        left = (
            f"{source}: {len(of_source)} sentences, {count[COVERED]} covered, {count[SILENT]} silent, "
            f"{count[PARTLY]} partly, {count[BARE]} bare; {statements} statements"
        )
        if width(left) + 6 <= style.width:
            yield spread(left, f"{share:.0f}%", style.width)
        else:
            yield from wrap(f"{left}; {share:.0f}%", style.width)
        for sentence in of_source:
            if sentence.state in (BARE, PARTLY) and not each:
                yield clip(f"  {sentence.state:<7} {sentence.number:>3}  {sentence.text}", style.width)


def _every_sentence(found: list[SentenceCoverage], style: Style) -> Iterator[str]:
    for sentence in found:
        count = str(len(sentence.statements)) if sentence.statements else style.marks.dot
        for n, line in enumerate(wrap(sentence.text, style.width - 16)):
            head = f"{sentence.number:>3} {count:>3} {sentence.state:<8}" if n == 0 else " " * 16
            yield f"{head:<16}{line}"
