"""From what an author cites to a passage: where each quote stands in the text of its source."""

from __future__ import annotations

from collections.abc import Iterator

from cstoref.model import Citation

from . import limits, quotes
from .known import Known
from .problems import Problems, Spot, did_you_mean
from .schema import AuthoredCite, AuthoredStatement
from .validation import read_date

SHOWN = 300
"""Letters of a quote that a problem repeats."""


class CitedPassages:
    """Finds quotes, noting every problem, and how much text was searched for all of them."""

    def __init__(self, known: Known, problems: Problems) -> None:
        self._known = known
        self._problems = problems
        self._sought = 0

    def of(self, cites: list[AuthoredCite] | None, spot: Spot) -> tuple[Citation, ...]:
        """Each quote with its place in its source; a problem for each not found or there twice."""
        resolved: dict[tuple[str, int | None, int | None], Citation] = {}
        for number, cite in enumerate(cites or ()):
            here = spot.at("cite", "cite", number)
            citation = self._citation(cite, here)
            if citation and resolved.setdefault(citation.place, citation) is not citation:
                self._problems.add(here, f'"{cite.source}" is cited twice for the same; keep one')
        return tuple(resolved.values())

    def confirming(self, authored: AuthoredStatement, spot: Spot) -> Iterator[Citation]:
        """The citations that show that an open state still held on a later day."""
        given, here = authored.confirmed, spot.at("confirmed")
        if given is None:
            return
        day = read_date(given.on, here, "on", self._problems)
        if day and "/" in day:
            self._problems.add(here.at("on"), "give the one day on which the state still held")
        if not (authored.when or "").endswith("/.."):
            self._problems.add(here, "only an open state is confirmed; write `when` as START/..")
        for citation in self.of(given.cite, here):
            yield citation._replace(confirms=day)

    def _citation(self, cite: AuthoredCite, spot: Spot) -> Citation | None:
        has_text = self._known.sources.get(cite.source)
        if has_text is None:
            if not self._known.faulty.source(cite.source):
                near = self._known.absent(cite.source) or did_you_mean(cite.source, self._known.sources)
                self._problems.add(spot.at("source"), f'no source "{cite.source}"{near}')
            return None
        if not has_text:
            if cite.quote is not None:
                self._problems.add(
                    spot.at("quote"),
                    f'"{cite.source}" has no text to quote from; put it into corpus/{cite.source}.txt, '
                    "or leave the quote out and say in `note` where it is",
                )
            return Citation(cite.source, note=cite.note, says=cite.says)
        if cite.quote is None and cite.source in self._known.attached:
            return Citation(cite.source, note=cite.note, says=cite.says)
        if cite.quote is None:
            self._problems.add(spot.at("quote"), f'quote the passage of "{cite.source}"')
            return None
        text = self._known.texts.get(cite.source)
        if text is None:  # the text itself is missing, which is a problem of its own
            return None
        self._sought += len(text)
        if self._sought > limits.SOUGHT.most:
            self._problems.beyond(spot.at("quote"), limits.SOUGHT)
            return None
        try:
            start, end = quotes.find(
                text, cite.quote, quotes.Context(cite.before, cite.after, cite.nth, cite.of)
            )
        except quotes.QuoteError as error:
            self._problems.add(spot.at("quote"), f'"{cite.quote[:SHOWN]}": {error}')
            return None
        paragraph = quotes.paragraph(text, start)
        return Citation(cite.source, start, end, text[start:end], cite.note, paragraph, cite.says)
