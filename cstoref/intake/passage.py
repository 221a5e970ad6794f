"""A passage of a text that a statement is to rest on: its words letter for letter, and what tells it from the
same words elsewhere."""

from __future__ import annotations

from typing import Any, NamedTuple
from unicodedata import normalize

from cstoref.authoring import quotes
from cstoref.authoring.quotes import Context, QuoteError
from cstoref.errors import UserError
from cstoref.store.queries import Store

CONTEXT_WORDS = (3, 6, 12)
"""Words before or after a passage that are tried until they tell it from the same words elsewhere."""


class Passage(NamedTuple):
    """Where it is, in code points, and how a citation names it."""

    source: str
    start: int
    end: int
    quote: str
    before: str = ""
    after: str = ""

    @property
    def cite(self) -> dict[str, Any]:
        """The citation, as it is written."""
        written = {"source": self.source, "quote": self.quote, "before": self.before, "after": self.after}
        return {key: value for key, value in written.items() if value}


def passage_at(store: Store, source: str, start: int, end: int) -> Passage:
    """The passage between two offsets of a text, without the white space around it. Raises UserError."""
    text = store.text(source)
    words = text[start:end]
    start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
    if start >= end:
        raise UserError("there are no words there")
    context = context_of(text, start, end)
    if context is None:
        raise UserError(
            "the same words stand in several places with the same words around them; choose more of them"
        )
    quote = " ".join(text[start:end].split())
    return Passage(source, start, end, quote, context.before or "", context.after or "")


def context_of(text: str, start: int, end: int) -> Context | None:
    """The fewest words around a passage that tell it from the same words elsewhere; None where nothing
    does."""
    quote = text[start:end]
    for context in _contexts(text, start, end):
        try:
            if quotes.find(text, quote, context) == (start, end):
                return context
        except QuoteError:
            continue
    return None


def passage_of(store: Store, quote: str, source: str = "", context: Context | None = None) -> Passage:
    """The passage that a quote names, in one text, or in whichever has it. Raises UserError."""
    sources = [source] if source else [one.id for one in store.sources() if one.path]
    if source and (known := store.source(source)) is not None and not known.path:
        raise UserError(f"the pack has no text of “{source}”; cstoref pack attach {source} FILE brings it in")
    if source and known is None:
        raise UserError(f"no source “{source}”")
    quote = normalize("NFC", quote)
    context = context or Context()
    problem = "there are no texts to quote from"
    for id in sources:
        try:
            start, end = quotes.find(store.text(id), quote, context)
        except QuoteError as error:
            # What is found twice in one text is told rather than that another does not have it.
            problem = str(error) if source or " times" in str(error) else problem
            continue
        words = " ".join(store.text(id)[start:end].split())
        return Passage(id, start, end, words, context.before or "", context.after or "")
    if not source and sources and problem.startswith("there are no"):
        problem = f"no text has “{quote[:60]}”; name the source with --source for the nearest passage"
    raise UserError(problem)


def _contexts(text: str, start: int, end: int) -> list[Context]:
    """No words around a passage, then some before it or after it."""
    contexts = [Context()]
    for number in CONTEXT_WORDS:
        before = " ".join(text[max(0, start - 400) : start].split()[-number:])
        after = " ".join(text[end : end + 400].split()[:number])
        contexts += [Context(before=before)] if before else []
        contexts += [Context(after=after)] if after else []
    return contexts
