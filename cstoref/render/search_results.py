"""What a search came to, as lines: each hit with its reason and what matched marked, or one of the three
kinds of no.
"""

from __future__ import annotations

from cstoref import sanitize

from .text import Style, clip, pad, spread, width, wrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cstoref.store.search.exact import Hit
    from cstoref.store.search.results import SearchResult

    Word = tuple[str, int]

KIND = 14
"""Columns that the kind of a hit stands in."""
MOST_ALSO = 4
"""Records that are named below a card."""
LISTS = (
    "Try fewer or other words: a state, a person, an event or a year. "
    "What there is: cstoref members, leaders, institutions, events, agreements, places."
)


def heading(result: SearchResult, title: str) -> str:
    """One line on what came of a search that has no single answer. `title` is the pack's."""
    query = clip(result.query, 60)
    if result.status == "ambiguous":
        return f"“{query}” is ambiguous"
    if result.status == "silent":
        return f"“{query}”: {result.suggestions[0].why}"
    if result.status == "outside":
        return f"“{query}” is outside this reference, which is about: {title}"
    return f"nothing is found for “{query}”"


def found_lines(
    result: SearchResult, names: Mapping[str, str], blurbs: Mapping[str, str], style: Style
) -> Iterator[str]:
    """The hits, two lines or more each; without any, where to turn."""
    if not result.hits:
        yield from _elsewhere(result, style)
        return
    for hit in result.hits:
        if hit.statement or hit.record is None:
            yield from _passage(hit, names, style)
        else:
            yield from _record(hit, blurbs, style)


def see_also(hits: Sequence[Hit], style: Style) -> Iterator[str]:
    """Below a card: other records that are called as it is, each with the id that shows it."""
    named = [f"{hit.name} ({hit.record})" for hit in hits[:MOST_ALSO]]
    left = len(hits) - len(named)
    more = f"; and {left} more: cstoref search" if left else ""
    yield from map(style.dim, wrap(f"See also: {'; '.join(named)}{more}", style.width))


def _record(hit: Hit, blurbs: Mapping[str, str], style: Style) -> Iterator[str]:
    spare = (
        style.width
        - KIND
        - 2
        - sum(cells + 1 for _, cells in _words(hit.name, hit.spans, style.width, style))
    )
    why = clip(hit.why, max(style.width // 2, spare))
    room = style.width - KIND - width(why) - 2
    (name, cells), *more = _wrapped(_words(hit.name, hit.spans, room - 1, style), room - 1) or [("", 0)]
    if more:
        name, cells = name + style.marks.more, cells + width(style.marks.more)
    yield pad(hit.kind or "", KIND) + name + " " * (room + 2 - cells) + why
    blurb = blurbs.get(hit.record or "", "")
    if blurb:
        yield " " * KIND + style.dim(clip(blurb, style.width - KIND))


def _passage(hit: Hit, names: Mapping[str, str], style: Style) -> Iterator[str]:
    """A statement, a source or a sentence of one: what it is about, then its words."""
    about = names.get(hit.record or "", hit.source or "")
    kind = hit.kind or ("text" if hit.end else "source")
    room = style.width - KIND
    yield spread(pad(kind, KIND) + about, hit.why, style.width)
    for line, _ in _wrapped(_words(hit.name, hit.spans, room, style), room):
        yield " " * KIND + style.dim(line)


def _words(text: str, spans: Sequence[tuple[int, int]], room: int, style: Style) -> Iterator[Word]:
    """The words of a text, safe to print, with what matched marked, and the cells that each takes."""
    at = 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        inside = [(max(a, start) - start, min(b, at) - start) for a, b in spans if a < at and b > start]
        # Without colour each match stands between two marks, which take a cell each.
        cells = width(sanitize.line(word)) + (0 if style.colour else 2 * len(inside))
        yield (_marked(word, inside, style), cells) if cells <= room else (clip(word, room), room)


def _marked(word: str, spans: Sequence[tuple[int, int]], style: Style) -> str:
    shown, done = "", 0
    for start, end in spans:
        shown += sanitize.line(word[done:start]) + style.matched(sanitize.line(word[start:end]))
        done = end
    return shown + sanitize.line(word[done:])


def _wrapped(words: Iterator[Word], room: int) -> list[Word]:
    """The words in lines, with the cells that each line takes."""
    lines: list[Word] = []
    for word, cells in words:
        if lines and lines[-1][1] + 1 + cells <= room:
            lines[-1] = (f"{lines[-1][0]} {word}", lines[-1][1] + 1 + cells)
        else:
            lines.append((word, cells))
    return lines


def _elsewhere(result: SearchResult, style: Style) -> Iterator[str]:
    if result.status == "silent":
        subject, *told = result.suggestions
        yield clip(f"What they do say of {subject.name} (cstoref show {subject.record}):", style.width)
        for hit in told:
            first, *rest = wrap(f"{hit.name} ({hit.why})", style.width - 2)
            yield from (f"- {first}", *(f"  {line}" for line in rest))
        return
    yield from ["The closest names:"] if result.suggestions else wrap(LISTS, style.width)
    for hit in result.suggestions:
        yield spread(f"  {hit.name}", hit.why, style.width)
