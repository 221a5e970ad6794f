"""The whole text of a source, for a site that is not published: each sentence with what rests on it."""

from __future__ import annotations

from collections.abc import Sequence

from cstoref.model import Source
from cstoref.session.page_items import counted
from cstoref.store.queries import Sentence

from .address import Here
from .excerpts import Excerpt, marked
from .html import Html, link, tag


def whole_text(
    here: Here, source: Source, text: str, sentences: Sequence[Sentence], excerpts: Sequence[Excerpt]
) -> Html:
    """The text in its paragraphs; the number after a sentence leads to the first excerpt of it."""
    spans = sorted({span for excerpt in excerpts for span, _ in excerpt.passages})
    paragraphs: list[list[Html]] = [[]]
    end = 0
    for sentence in sentences:
        if paragraphs[-1] and "\n" in text[end : sentence.start]:
            paragraphs.append([])
        pieces = marked(text, sentence.start, sentence.end, spans)
        paragraphs[-1] += [tag("span", *pieces, _count(here, sentence, excerpts)), Html(" ")]
        end = sentence.end
    body = (tag("p", *parts) for parts in paragraphs)
    words = tag("div", *body, lang=source.language, dir="auto")
    return tag("section", tag("h2", "Text"), words, class_="whole-text")


def _count(here: Here, sentence: Sentence, excerpts: Sequence[Excerpt]) -> Html | None:
    """How many statements rest on a sentence, as a link to them."""
    excerpt = next((e for e in excerpts if e.start < sentence.end and e.end > sentence.start), None)
    if excerpt is None or not sentence.statements:
        return None
    words = f"{counted(sentence.statements, 'statement')} on this sentence"
    return link(
        here.to(here.page, excerpt.spot), str(sentence.statements), class_="uses-count", aria_label=words
    )
