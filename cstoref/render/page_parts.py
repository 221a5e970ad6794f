"""What a record's page says beside its statements, for every front end: what the record is, its other names,
and the numbers of the passages it rests on."""

from __future__ import annotations

from cstoref import dates

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from cstoref.model import Citation, Fact
    from cstoref.store.pages import Entry, Page

    PassageKey = tuple[str, int | None, int | None]


def described(page: Page) -> list[str]:
    """What it is in a few parts: when it was, its headline, and its description, each only where nothing else
    at the head of the page says so."""
    record = page.record
    parts = [page.headline]
    is_told = page.headline.startswith((record.blurb or "").rstrip(".")) or any(f.head for f in page.facts)
    if record.blurb and not is_told:
        parts.append(record.blurb)
    when = dates.spoken(record.when)
    if record.kind in ("event", "agreement") and not any(when in fact.text for fact in page.facts):
        parts.insert(0, when)
    return [part for part in parts if part]


def other_names(page: Page) -> tuple[str, ...]:
    """The names beside the one above the page."""
    return tuple(name.text for name in page.record.names if name.text != page.record.name)


def below_head(page: Page) -> tuple[Fact, ...]:
    """The facts below the line under the name: what is known comes before what the sources do not give."""
    return tuple(sorted((fact for fact in page.facts if not fact.head), key=lambda fact: fact.missing))


def cited_passages(page: Page, facts: Iterable[Fact], entries: Iterable[Entry]) -> dict[PassageKey, Citation]:
    """The first citation of each passage, in the order in which a page comes to them: of each fact the first
    passage, of each statement all. The place in that order is the number of the passage."""
    firsts = (page.cited.get(fact.statements[0]) for fact in facts if fact.statements)
    cited = [cite for cite in firsts if cite is not None]
    cited += [citation for entry in entries for citation in entry.statement.citations]
    passages: dict[PassageKey, Citation] = {}
    for citation in cited:
        passages.setdefault(citation.place, citation)
    return passages
