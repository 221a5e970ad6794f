"""How one statement is said in a line, and how its footnote reads. Shared by every list and card."""

from __future__ import annotations

from cstoref import dates, sanitize
from cstoref.attributes import ATTRIBUTES, Attribute
from cstoref.model import Citation, Statement, of_layer

from .text import Marks, Style, clip

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

SAID = {
    "denied": "denied",
    "planned": "planned",
    "promised": "promised",
    "proposed": "proposed",
    "predicted": "forecast",
    "opinion": "opinion",
    "reported": "reported",
}


DOUBTS = {dates.POSSIBLY: "possibly", dates.END_UNKNOWN: "end not known", "undated": "undated"}
"""What stands before a sentence that counts on a day in another way than certainly or as last known."""


def when(statement: Statement) -> str:
    """The time of a statement in words, `≈` before it where we found the date."""
    spoken = dates.spoken(statement.when)
    return f"{dates.FOUND}{spoken}" if spoken and statement.when_basis else spoken


def sentence(statement: Statement, names: Mapping[str, str]) -> str:
    """The statement's text with its time and, in brackets, who says so and how surely."""
    text = statement.text.rstrip(".")
    spoken = when(statement)
    # Most dates end with their year; a sentence that has it needs no date behind it.
    year = spoken[-4:]
    if spoken and year not in text:
        text = f"{text}, {spoken}"
    said = speaker(statement, names)
    return of_layer(f"{text} ({said})" if said else f"{text}.", statement.layer)


def speaker(statement: Statement, names: Mapping[str, str]) -> str:
    """Who says so and how surely, or nothing where it is the source's own plain assertion."""
    parts = [SAID.get(statement.stance, "")]
    who = names.get(statement.said_by or "", statement.said_by or "") or statement.said_by_text or ""
    # The last word is the surname, which is enough to know who speaks.
    if who and who.split()[-1] not in statement.text:
        parts.append(who)
    carriers = [names.get(r.by or "", r.by or "") or r.by_text or "" for r in statement.via]
    if carriers:
        parts.append(f"via {', '.join(carriers)}")
    if statement.hedge:
        parts.append(f"“{statement.hedge}”")
    if statement.rank == "deprecated":
        parts.append("shown to be wrong")
    return sanitize.line(": ".join([*parts[:1], ", ".join(part for part in parts[1:] if part)]).strip(": "))


def footnote(citation: Citation, mark: str, short: str, style: Style) -> str:
    """One line: mark and number, the source, the paragraph, then the quote or what the source says."""
    where = f"{short} ¶{citation.paragraph}" if citation.paragraph else short
    head = f"{mark} {where}"
    text = f"{head}  “{citation.quote}”" if citation.quote else f"{head}  {citation.says or ''}".rstrip()
    return style.linked(clip(text, style.width, style.marks.more), citation.source)


def meanings(marks: Marks, used: Container[str]) -> list[str]:
    """What those of the marks mean that are in use: `◇ referenced`."""
    words = {
        marks.quoted: "quoted",
        marks.referenced: "referenced",
        marks.inferred: "inferred",
        marks.conflict: "sources conflict",
    }
    return [f"{mark} {words[mark]}" for mark in words if mark in used]


def in_our_words(citation: Citation) -> str:
    """What the source says on the point as the editors put it; else that it confirms a state, and when."""
    confirms = f"confirms it for {dates.spoken(citation.confirms)}" if citation.confirms else ""
    return citation.says or confirms


def clipped(text: str, style: Style) -> str:
    """Words on one line of the style's width."""
    return clip(text, style.width, style.marks.more)


def on_day(text: str, held: str, confirmed: str | None) -> str:
    """A sentence with how it counts on the day of asking, where that is not certain."""
    if held == dates.LAST_KNOWN and confirmed:
        return f"{text.rstrip('.')}, last known {dates.spoken(confirmed)}."
    words = DOUBTS.get(held)
    return f"{words}: {text}" if words else text


def facts(statement: Statement, label: str, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What a statement says of itself beside its sentence, each with its name; `label` is its field's."""

    def name(id: str | None) -> str:
        return names.get(id or "", id or "")

    named_facts: list[tuple[str, str | None]] = [("field", label)]
    named_facts += [
        (role.role.replace("_", " "), name(role.record) or role.words) for role in statement.roles
    ]
    named_facts += [
        ("when", when(statement)),
        ("in its words", statement.when_text),
        ("dated by", statement.when_basis),
        ("said by", name(statement.said_by) or statement.said_by_text),
        ("said on", dates.spoken(statement.said_on)),
    ]
    for relay in statement.via:
        on = f", {dates.spoken(relay.on)}" if relay.on else ""
        named_facts.append(("via", f"{name(relay.by) or relay.by_text or ''}{on}"))
    named_facts += [
        ("stance", None if statement.stance == "asserted" else statement.stance),
        ("hedge", f"“{statement.hedge}”" if statement.hedge else None),
        ("rank", f"{statement.rank}: {statement.rank_reason}" if statement.rank_reason else None),
        ("confirmed", dates.spoken(statement.confirmed)),
    ]
    named_facts += [
        (attribute.label, _attribute(statement, attribute)) for attribute in ATTRIBUTES if attribute.label
    ]
    named_facts.append(("id", statement.id))
    yield from ((what, words) for what, words in named_facts if words)


def _attribute(statement: Statement, attribute: Attribute) -> str | None:
    """A plain attribute in words, or None where it is not given."""
    value: str | bool | None = getattr(statement, attribute.name)
    return ("yes" if value else None) if isinstance(value, bool) else value
