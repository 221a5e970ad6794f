"""About the site: what the marks mean, how a date is answered, how it may be used, whose texts are quoted."""

from __future__ import annotations

from cstoref.provenance import CLASSES
from cstoref.render.text import UNICODE as MARKS

from .address import LinkBase, source_page
from .contents import Contents
from .frame import SitePage, notice, publishers
from .html import Html, in_language, joined, link, tag

MEANINGS = (
    (
        f"{MARKS.quoted}2",
        "quoted: the footnote has the passage, and the page of its source the sentences around it",
    ),
    (f"{MARKS.referenced}3", "referenced: a document elsewhere says so; the footnote says which"),
    (MARKS.inferred, "inferred by the editors from other statements, by a rule that the details name"),
    (f"{MARKS.inferred}8 May 2014", "no cited text states this date; the details say how it was found"),
    ("+", "it rests on more than this one passage"),
    (MARKS.conflict, "sources conflict; it leads to both sides"),
)
"""The marks, and what they mean."""


def about_site_page(contents: Contents, here: LinkBase) -> SitePage:
    """The page about the site."""
    edition = contents.edition
    classes = (f"{words}" for words in CLASSES.values())
    parts = [
        tag("h1", "About"),
        tag("p", edition.description, class_="headline"),
        tag("section", tag("h2", "Marks"), _pairs(MEANINGS), class_="facts"),
        tag(
            "section",
            tag("h2", "Dates"),
            tag(
                "p",
                "A date in “As of” leaves on each page what holds or had happened on that day; the sentences "
                "say where that is only possible, or last known from an earlier day. Facts and tables are "
                "those of the edition: they say for which day.",
            ),
            tag("p", "The classes of sources, the strongest first: ", "; ".join(classes), "."),
        ),
        tag(
            "section",
            tag("h2", "Licence and notices"),
            tag("p", f"{edition.licence.rstrip('.')}."),
            _texts(contents, here),
        ),
        tag(
            "section",
            tag("h2", "This site"),
            tag(
                "p",
                "Made by cstoref from its files. It makes no request to anywhere, sets no cookie and stores "
                "nothing. The same pack always makes the same pages.",
            ),
        ),
    ]
    return SitePage(here.page, "About", joined(parts))


def _pairs(pairs: tuple[tuple[str, str], ...]) -> Html:
    return tag("dl", *(tag("div", tag("dt", name), tag("dd", words)) for name, words in pairs))


def _texts(contents: Contents, here: LinkBase) -> Html:
    texts = [source for source in contents.sources.values() if source.path]
    if not texts:
        return Html("")
    rows = (
        tag(
            "li",
            link(here.to(source_page(source.id)), source.short),
            in_language(source.title, source.language, class_="dim"),
            tag("span", source.publisher, class_="dim"),
        )
        for source in texts
    )
    words = notice(publishers(contents), contents.whole_texts)
    return joined((tag("p", words), tag("ul", *rows, class_="rows")))
