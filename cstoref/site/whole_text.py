"""The whole text of a source, for a site that is not published: each sentence with what rests on it."""

from __future__ import annotations

from collections.abc import Sequence

from cstoref.model import Source
from cstoref.session.page_items import counted
from cstoref.store.passage_window import within
from cstoref.store.source_reader import Sentence

from .address import LinkBase
from .excerpts import Excerpt, marked
from .html import Html, link, tag


def whole_text(
    here: LinkBase, source: Source, text: str, sentences: Sequence[Sentence], excerpts: Sequence[Excerpt]
) -> Html:
    """The text in its paragraphs; the number after a sentence leads to the first excerpt of it."""
    touching = _by_sentence(sentences, excerpts)
    paragraphs: list[list[Html]] = [[]]
    end = 0
    for at, sentence in enumerate(sentences):
        near = touching.get(at, [])
        if paragraphs[-1] and "\n" in text[end : sentence.start]:
            paragraphs.append([])
        pieces = marked(
            text, sentence.start, sentence.end, [span for one in near for span, _ in one.passages]
        )
        paragraphs[-1] += [tag("span", *pieces, _count(here, sentence, near)), Html(" ")]
        end = sentence.end
    body = (tag("p", *parts) for parts in paragraphs)
    words = tag("div", *body, lang=source.language, dir="auto")
    return tag("section", tag("h2", "Text"), words, class_="whole-text")


def _by_sentence(sentences: Sequence[Sentence], excerpts: Sequence[Excerpt]) -> dict[int, list[Excerpt]]:
    """The excerpts that touch each sentence, by its place."""
    touching: dict[int, list[Excerpt]] = {}
    for excerpt in excerpts:
        for at in within(sentences, excerpt.start, excerpt.end):
            touching.setdefault(at, []).append(excerpt)
    return touching


def _count(here: LinkBase, sentence: Sentence, near: Sequence[Excerpt]) -> Html | None:
    """How many statements rest on a sentence, as a link to the first excerpt of it."""
    if not near or not sentence.statements:
        return None
    words = f"{counted(sentence.statements, 'statement')} on this sentence"
    to = here.to(here.page, near[0].spot)
    return link(to, str(sentence.statements), class_="uses-count", aria_label=words)
