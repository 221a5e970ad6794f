"""The card: who or what a record is, its most telling statements, and on what they rest, in one screen."""

from __future__ import annotations

from cstoref import dates, sanitize
from cstoref.model import Citation

from . import statements
from .text import Style, clip, pad, spread, wrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cstoref.model import Value
    from cstoref.store.pages import Entry, Page

    Said = tuple[str, str, Value | None]

LABEL = 14
MOST_LINES = 23
MOST_OF_GROUP = 3
FIRST_GROUPS = 4
"""A card begins with one statement of each of the most telling groups, then fills up."""


def card(page: Page, style: Style, everything: bool = False) -> list[str]:
    """The lines of a card: at most 23, or as many as it takes with `everything`."""
    head = _head(page, style)
    chosen = list(page.entries) if everything else _choose(page, style, MOST_LINES - len(head) - 2)
    notes = _Notes(page, style)
    body = _body(page, chosen, notes, style)
    foot = notes.lines()
    shown = f"{len(chosen)} of {page.total} statements"
    more = f"{shown} {style.marks.dot} all: --all" if len(chosen) < page.total else shown
    legend = _legend(notes.used, page.record.id, style)
    return [*head, *body, style.dim(f"{more:>{style.width}}"), *foot, style.dim(legend)]


def _head(page: Page, style: Style) -> list[str]:
    record = page.record
    codes = dict(record.identifiers)
    facts = [record.kind if record.type in ("state", "person") else record.type]
    facts += [codes[scheme] for scheme in ("iso3166", "wikidata") if scheme in codes]
    title = spread(record.name, f" {style.marks.dot} ".join(facts), style.width)
    name = sanitize.line(record.name)
    if style.colour and title.startswith(name):
        title = style.bold(name) + title[len(name) :]
    day = f"as of {dates.spoken(page.day)}"
    first, *rest = wrap(page.headline, style.width - len(day) - 2) or [""]
    return [
        title,
        spread(first, day, style.width),
        *rest,
        style.dim(style.marks.rule * style.width),
    ]


def _choose(page: Page, style: Style, room: int) -> list[Entry]:
    """The most telling entries that fit with their footnotes, not too many of one group, in page order."""
    sure = {_said(entry) for entry in page.entries if entry.held == dates.CERTAINLY}
    ranked = sorted(page.entries, key=lambda entry: _precedence(entry, sure))
    chosen: set[int] = set()
    heights: dict[int, int] = {}  # wrapping is what a card costs most: each entry once
    of_group: dict[str, int] = {}
    notes = _Notes(page, style)
    for groups, most in ((FIRST_GROUPS, 1), (99, MOST_OF_GROUP), (99, 99)):
        for entry in ranked:
            if entry.group not in of_group and len(of_group) >= groups:
                continue
            if entry.telling in chosen or of_group.get(entry.group, 0) >= most:
                continue
            if entry.telling not in heights:
                heights[entry.telling] = len(_entry_lines(page, entry, "", style))
            needs = heights[entry.telling] + notes.would_add(entry)
            if needs > room:
                continue
            room -= needs
            notes.add(entry)
            of_group[entry.group] = of_group.get(entry.group, 0) + 1
            chosen.add(entry.telling)
    return [entry for entry in page.entries if entry.telling in chosen]


def _precedence(entry: Entry, sure: set[Said]) -> tuple[bool, bool, bool, bool, int]:
    """What goes first: what is thought right, what is stated of it and not only by it, what is certain or a
    term that may include the day where nothing surer says the same; on a day, who is in office."""
    statement = entry.statement
    term = "/" in (statement.when or "")
    vague = entry.held == dates.POSSIBLY and (not term or _said(entry) in sure)
    in_office = bool(entry.held) and term and statement.field == "office"
    return statement.rank == "deprecated", entry.part == "speaker", vague, not in_office, entry.telling


def _said(entry: Entry) -> Said:
    return entry.statement.subject, entry.statement.field, entry.statement.value


def _body(page: Page, chosen: list[Entry], notes: _Notes, style: Style) -> list[str]:
    lines: list[str] = []
    group = ""
    for entry in chosen:
        label = entry.group if entry.group != group else ""
        group = entry.group
        marks = notes.add(entry)
        lines += _entry_lines(page, entry, marks, style, label)
    if not lines and page.entries:
        return ["What is stated of it is too long for a card."]
    return lines or ["Nothing is stated of it on this day." if page.as_of else "Nothing is stated of it."]


def _entry_lines(page: Page, entry: Entry, marks: str, style: Style, label: str = "") -> list[str]:
    """The sentence in the middle column, the marks at the end of its last line."""
    room = style.width - LABEL - 8
    text = statements.sentence(entry.statement, page.names)
    if entry.held == dates.POSSIBLY:
        text = f"possibly: {text}"
    elif entry.held == "undated":
        text = f"undated: {text}"
    wrapped = wrap(text, room) or [""]
    first = clip(label, LABEL - 1)
    lines = [pad(first if n == 0 else "", LABEL) + line for n, line in enumerate(wrapped)]
    lines[-1] = spread(lines[-1], marks, style.width) if marks else lines[-1]
    return lines


class _Notes:
    """Numbers the passages that a card rests on, each once, in the order of their first use."""

    def __init__(self, page: Page, style: Style) -> None:
        self._page = page
        self._style = style
        self._numbers: dict[tuple[object, ...], int] = {}
        self._kept: list[tuple[str, Citation]] = []
        self.used: dict[str, None] = {}

    def would_add(self, entry: Entry) -> int:
        """How many footnotes an entry would add."""
        keys = {_note_key(citation) for citation in entry.statement.citations[:1]}
        return len(keys - self._numbers.keys())

    def add(self, entry: Entry) -> str:
        """The entry's marks, its passages numbered: `“2 “3 !`."""
        marks = self._style.marks
        parts: list[str] = []
        if not entry.statement.citations:
            parts.append(marks.inferred)
            self.used[marks.inferred] = None
        for citation in entry.statement.citations[:1]:
            mark = marks.quoted if citation.quote else marks.referenced
            self.used[mark] = None
            number = self._numbers.setdefault(_note_key(citation), len(self._numbers) + 1)
            if number > len(self._kept):
                self._kept.append((mark, citation))
            parts.append(f"{mark}{number}")
        if len(entry.statement.citations) > 1:
            parts[-1] += "+"
        if entry.conflicts:
            parts.append(marks.conflict)
            self.used[marks.conflict] = None
        return " ".join(dict.fromkeys(parts))

    def lines(self) -> list[str]:
        """The footnotes, a line each."""
        return [
            statements.footnote(citation, f"{mark}{number}", self._page.shorts[citation.source], self._style)
            for number, (mark, citation) in enumerate(self._kept, 1)
        ]


def _note_key(citation: Citation) -> tuple[object, ...]:
    return citation.source, citation.start, citation.end


def _legend(used: dict[str, None], record: str, style: Style) -> str:
    """What the marks mean that the card used, and how to go on from here."""
    marks = style.marks
    words = {
        marks.quoted: "quoted",
        marks.referenced: "referenced",
        marks.inferred: "inferred",
        marks.conflict: "conflict",
    }
    parts = [f"{mark} {words[mark]}" for mark in words if mark in used]
    parts.append(f"open: cstoref -i {record}")
    return clip(f" {marks.dot} ".join(parts), style.width, marks.more)
