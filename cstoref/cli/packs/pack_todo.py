"""`cstoref pack todo [SOURCE…]`: what is still to be done for the texts of a pack."""

from __future__ import annotations

from cstoref.errors import FOUND, NOT_FOUND
from cstoref.render.text import Style, wrap

from ..output import Common, json_value, lines, say

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from cstoref.intake.suggestions import Suggestions
    from cstoref.intake.work_list import WorkList

MOST_NAMES = 20
LABEL = 8
"""Columns of the words before what is suggested."""


def todo(options: argparse.Namespace, common: Common) -> int:
    """Print the work list; exit code 1 where there is nothing to do."""
    from cstoref.intake.work_list import work_list

    store = common.store()
    work = work_list(store, options.arguments)
    if common.json:
        json_value(work.as_json())
    else:
        lines(_lines(work, common.style()))
    if not work.open and not work.unanchored and not work.names:
        say("there is nothing to do" if work.sources else "this pack has no texts")
        return NOT_FOUND
    return FOUND


def _lines(work: WorkList, style: Style) -> Iterator[str]:
    for sentence in work.open:
        yield f"{sentence.source}:{sentence.start}  {sentence.state}"
        yield from _indented("", sentence.text, style)
        yield from _suggested(sentence.suggested, style)
        yield ""
    for citation in work.unanchored:
        yield f"{citation.statement} cites {citation.source} without a passage"
        yield from _indented("", citation.text, style)
        for start, words in citation.likely:
            yield from _indented("perhaps", f"{citation.source}:{start}  {words}", style)
        yield ""
    if work.names:
        shown = ", ".join(f"{one.name} ({one.times})" for one in work.names[:MOST_NAMES])
        more = len(work.names) - MOST_NAMES
        yield "names that no record has:"
        yield from _indented("", shown + (f" and {more} more (--json lists them)" if more > 0 else ""), style)
        yield ""
    yield f"{len(work.open)} of {work.sentences} sentences have no statement, or too little of them has"


def _suggested(suggested: Suggestions, style: Style) -> Iterator[str]:
    """The suggestions for a sentence, a line for each sort; nothing for what there is none of."""
    known = {mention.text: mention.records for mention in suggested.mentions if mention.records}
    unknown = dict.fromkeys(mention.text for mention in suggested.mentions if not mention.records)
    times = dict.fromkeys(f"{time.edtf or '?'} “{time.words}”" for time in suggested.times)
    rows = {
        "names": ", ".join(f"{text} ({' or '.join(ids)})" for text, ids in known.items()),
        "unknown": ", ".join(unknown),
        "when?": ", ".join(times),
        "number?": ", ".join(f"{one.words} {one.unit}".strip() for one in suggested.numbers),
        "field?": ", ".join(suggested.fields),
        "stance?": ", ".join(suggested.stances),
        "hedge?": ", ".join(f"“{words}”" for words in suggested.hedges),
    }
    for label, words in rows.items():
        if words:
            yield from _indented(label, words, style)


def _indented(label: str, words: str, style: Style) -> Iterator[str]:
    margin = LABEL + 3 if label else 2
    for at, line in enumerate(wrap(words, style.width - margin)):
        yield f"  {label if at == 0 else '':<{LABEL}} {line}" if label else f"  {line}"
