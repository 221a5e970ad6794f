"""What a search came to, as lines: each hit with its reason, or one of the three kinds of no."""

from __future__ import annotations

from .text import Style, clip, pad, spread, wrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cstoref.store.finding import Found
    from cstoref.store.naming import Hit

KIND = 13


def found_lines(
    found: Found, names: Mapping[str, str], blurbs: Mapping[str, str], style: Style
) -> Iterator[str]:
    """The hits, two lines each; or why there are none, and where to turn."""
    if not found.hits:
        yield from _no(found, style)
        return
    if found.status == "ambiguous":
        yield clip(f"“{found.query}” may be:", style.width)
    for hit in found.hits:
        yield from _hit(hit, names, blurbs, style)


def _hit(hit: Hit, names: Mapping[str, str], blurbs: Mapping[str, str], style: Style) -> Iterator[str]:
    if hit.statement or hit.record is None:
        about = names.get(hit.record or "", "source text")
        kind = hit.kind or "text"
        yield spread(pad(kind, KIND) + clip(about, style.width), hit.why, style.width)
        for line in wrap(hit.name, style.width - KIND):
            yield " " * KIND + style.dim(line)
        return
    yield spread(pad(hit.kind or "", KIND) + hit.name, hit.why, style.width)
    blurb = blurbs.get(hit.record, "")
    if blurb:
        yield " " * KIND + style.dim(clip(blurb, style.width - KIND))


def _no(found: Found, style: Style) -> Iterator[str]:
    query = clip(found.query, 60)
    if found.status == "silent":
        subject = found.suggestions[0]
        yield from wrap(f"“{query}”: {subject.why}.", style.width)
        yield clip(f"What they do say of {subject.name}: cstoref show {subject.record}", style.width)
        return
    if found.status == "outside":
        yield clip(f"“{query}” is outside this reference, which is about the CSTO.", style.width)
    else:
        yield clip(f"Nothing is found for “{query}”.", style.width)
    if found.suggestions:
        yield "The closest names:"
    for hit in found.suggestions:
        yield spread(f"  {hit.name}", hit.why, style.width)
