"""The card: who or what a record is, in one screen: its facts, then its newest and most important statements.

Every line ends with the marks of what it rests on, and the numbers lead to the footnotes below.
"""

from __future__ import annotations

from cstoref import dates, sanitize
from cstoref.model import INFERRED, QUOTED, REFERENCED, of_layer

from . import statements
from .footnotes import Footnotes
from .text import Style, clip, pad, spread, width, wrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cstoref.model import Fact
    from cstoref.store.pages import Entry, Page

LABEL = 14
MOST_LINES, UNLIMITED = 23, 10_000
MARKS = 8
"""Cells at the end of a line for marks and numbers."""
DOUBTFUL = "None of its statements is certain and telling enough for a card."


def card(page: Page, style: Style, everything: bool = False) -> list[str]:
    """The lines of a card: at most 23, or as many as it takes with `everything` or with the ids of
    statements."""
    notes = Footnotes(style, page.shorts)
    head = _head(page, notes, style)
    facts = [fact for fact in page.facts if not fact.head and (everything or not fact.missing)]
    if everything:
        body = [line for fact in facts for line in _fact_lines(page, fact, notes, style)]
        chosen = list(page.entries)
    else:
        # 2 for the line of counts and the legend. 23 lines leave one for the prompt on a screen of 24.
        most = UNLIMITED if style.ids else MOST_LINES
        body = _fitting(page, facts, notes, style, most - len(head) - 2)
        room = most - len(head) - len(body) - len(notes.lines()) - 2
        chosen = _chosen(page, notes, style, room)
    body += _entries(page, chosen, notes, style)
    if any(dates.FOUND in line for line in body):
        notes.explain(INFERRED)
    more = _counted(len(chosen), page, style)
    foot = [
        style.dim(spread(page.age, more, style.width)),
        *notes.lines(),
        style.dim(_legend(notes, page, style)),
    ]
    told = body or any(fact.statements for fact in page.facts)
    return [*head, *(body if told else wrap(_nothing(page), style.width)), *foot]


def _counted(shown: int, page: Page, style: Style) -> str:
    """How many statements there are below the facts, how many of all are of layers, and how to see the
    rest."""
    total = page.total
    added = f", {page.added} from layers" if page.added else ""
    if shown == total:
        return f"{total} statement{'s' * (total != 1)}{added}" if total else "no statements"
    of = f"{shown} of {total} statements" if shown else f"{total} statement{'s' * (total != 1)}"
    return f"{of}{added} {style.marks.dot} all: --all"


def _head(page: Page, notes: Footnotes, style: Style) -> list[str]:
    record = page.record
    about = [of_layer(page.what, record.layer), *page.codes]
    title = spread(record.name, f" {style.marks.dot} ".join(about), style.width)
    name = sanitize.line(record.name)
    if style.colour and title.startswith(name):
        title = style.bold(name) + title[len(name) :]
    day = f"as of {dates.spoken(page.day)}"
    fact = next((fact for fact in page.facts if fact.head), None)
    marks = _marks(page, fact, notes) if fact else ""
    *lines, last = wrap(page.headline, style.width - len(day) - len(marks) - 3) or [""]
    first, *rest = [*lines, f"{last} {marks}".strip()]
    ids = [style.dim(id) for id in fact.statements] if fact and style.ids else []
    return [title, spread(first, day, style.width), *rest, *ids, style.dim(style.marks.rule * style.width)]


def _marks(page: Page, fact: Fact, notes: Footnotes) -> str:
    """The mark and number of the first statement behind a fact, `+` if there are more, `!` if disputed."""
    if not fact.statements:
        return ""
    citation = page.cited.get(fact.statements[0])
    grounding = INFERRED if citation is None else QUOTED if citation.quote else REFERENCED
    return notes.add(grounding, citation, len(fact.statements) > 1, bool(fact.conflicts))


def _fitting(page: Page, facts: Iterable[Fact], notes: Footnotes, style: Style, room: int) -> list[str]:
    """The lines of as many facts as fit with their footnotes; a fact is shown whole or not at all."""
    lines: list[str] = []
    for fact in facts:
        before = notes.state()
        added = _fact_lines(page, fact, notes, style)
        # The footnotes are part of the room: whether a fact fits shows only after its passage was numbered.
        if len(lines) + len(added) + len(notes.lines()) > room:
            notes.restore(before)
        else:
            lines += added
    return lines


def _fact_lines(page: Page, fact: Fact, notes: Footnotes, style: Style) -> list[str]:
    text = of_layer(fact.text, fact.layer)
    return _lines(fact.label, text, _marks(page, fact, notes), style, fact.statements)


def _lines(label: str, text: str, marks: str, style: Style, ids: Sequence[str]) -> list[str]:
    """A label, words in the middle column, and marks at the end of the last line; the ids of statements below
    if they are wanted, each on a line that is not broken."""
    wrapped = wrap(text, style.width - LABEL - MARKS) or [""]
    first = clip(label, LABEL - 1)
    lines = [pad(first if n == 0 else "", LABEL) + line for n, line in enumerate(wrapped)]
    if marks:
        lines[-1] = spread(lines[-1], marks, style.width)
    if style.ids:
        lines += [style.dim(pad("", LABEL) + id) for id in ids]
    return lines


def _chosen(page: Page, notes: Footnotes, style: Style, room: int) -> list[Entry]:
    """The statements of the page in their order, as many as there is room for."""
    chosen: list[Entry] = []
    if room < 1:  # every entry takes a line at least
        return chosen
    before = notes.state()
    for entry in page.entries:
        needs = len(_entry_lines(page, entry, "", style)) + notes.would_add(entry.statement.citations[:1])
        if needs <= room:
            room -= needs
            chosen.append(entry)
            _entry_marks(entry, notes)
    notes.restore(before)
    return chosen


def _entries(page: Page, chosen: Iterable[Entry], notes: Footnotes, style: Style) -> list[str]:
    lines: list[str] = []
    group = ""
    for entry in chosen:
        label = _label(entry) if entry.group != group else ""
        group = entry.group
        lines += _entry_lines(page, entry, _entry_marks(entry, notes), style, label)
    return lines


def _label(entry: Entry) -> str:
    """The group of a statement; what the record does in it where it is only one of those concerned, so that
    one who refused does not stand under signatures."""
    label = f"{entry.label[:1].upper()}{entry.label[1:]}"
    takes_part = entry.part in ("role", "value") and not entry.statement.negated
    return label if takes_part and width(label) < LABEL else entry.group


def _entry_marks(entry: Entry, notes: Footnotes) -> str:
    s = entry.statement
    citation = s.citations[0] if s.citations else None
    grounding = INFERRED if citation is None else QUOTED if citation.quote else REFERENCED
    return notes.add(grounding, citation, len(s.citations) > 1, bool(entry.conflicts))


def _entry_lines(page: Page, entry: Entry, marks: str, style: Style, label: str = "") -> list[str]:
    """The sentence, with how it counts on the day where that is not certain."""
    text = statements.sentence(entry.statement, page.names)
    told = statements.on_day(text, entry.held, entry.statement.confirmed)
    return _lines(label, told, marks, style, (entry.statement.id,))


def _nothing(page: Page) -> str:
    if page.entries:
        return "What is stated of it is too long for a card."
    if page.as_of:
        return f"Nothing {'that stands out ' if page.total else ''}is stated of it on this day."
    return DOUBTFUL if page.total else "Nothing is stated of it."


def _legend(notes: Footnotes, page: Page, style: Style) -> str:
    """What the marks mean that the card used, and how to go on from here: a command whole, or its option."""
    id = f"{page.pack}:{page.record.id}" if page.pack else page.record.id
    line = ""
    for way in (f"cstoref -i {id}", "-i"):
        line = f" {style.marks.dot} ".join([*notes.legend(), f"open: {way}"])
        if width(line) <= style.width:
            break
    return clip(line, style.width, style.marks.more)
