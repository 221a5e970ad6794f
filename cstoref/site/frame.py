"""What stands around every page: head, search and day, sections, licence; and how pages make one file."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cstoref import dates
from cstoref.session.sections import sections

from .address import HOME, LinkBase, kind_page
from .contents import Contents
from .html import Html, escaped, joined, link, tag

STYLE, SCRIPT, INDEX = "site.css", "site.js", "search-index.js"
"""The files beside the pages."""
VIEWS = (
    ("timeline", "Timeline"),
    ("attendance", "Attendance"),
    ("signatures", "Signatures"),
    ("contributions", "Contributions"),
    ("membership", "Membership"),
    ("conflicts", "Conflicts"),
)
"""The pages over the whole pack, each with its name."""


class SitePage(NamedTuple):
    """One page: its id, its title, what is in its main part, and the pages above it with their names."""

    id: str
    title: str
    body: Html
    trail: tuple[tuple[str, str], ...] = ()
    script_data: str = ""
    """A script that only gives data, where a page has one of its own."""


class Frame:
    """Puts pages into their frame."""

    def __init__(self, contents: Contents, changes: bool = False) -> None:
        self._contents = contents
        self._sections = _section_links(contents, changes)
        self._publishers = publishers(contents)

    def folder_page(self, page: SitePage) -> str:
        """A page as a file of a folder, beside the style and the scripts that it names."""
        here = LinkBase(page.id)
        # Only the site's own files: nothing is asked for from anywhere else, whatever a text holds.
        policy = (
            "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'"
        )
        head = joined(
            (
                tag("link", rel="stylesheet", href=f"{here.root}{STYLE}"),
                tag("script", src=f"{here.root}{SCRIPT}", defer=True),
            )
        )
        title = self._title(page)
        main = tag("main", self._main(here, page), id="content", tabindex="-1")
        return self._document(here, title, policy, head, main)

    def single_file(self, pages: Iterable[SitePage], style: str, script: str, data: str) -> Iterator[str]:
        """All pages as one file that holds its style and scripts, in parts."""
        here = LinkBase(HOME, is_single=True)
        policy = (
            f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(data)} {_digest(script)}; "
            "base-uri 'none'; form-action 'none'"
        )
        # Neither script holds `</script`: see `search_index`.
        head = joined((Html(f"<style>{style}</style>"),))
        opening = tag("main", id="content", tabindex="-1").removesuffix("</main>")
        whole = self._document(here, self._contents.edition.title, policy, head, Html("\0"))
        before, after = whole.split("\0")
        yield before + opening
        for page in pages:
            own = LinkBase(page.id, is_single=True)
            first = " first" if page.id == HOME else ""
            yield tag(
                "article",
                self._main(own, page),
                id=own.id(""),
                class_=f"page{first}",
                data_title=self._title(page),
            )
        yield "</main>"
        foot, end = after.split("</body>")
        yield f"{foot}<script>{data}</script><script>{script}</script></body>{end}"

    def _title(self, page: SitePage) -> str:
        title = self._contents.edition.title
        return title if page.id == HOME else f"{page.title} · {title}"

    def _document(self, here: LinkBase, title: str, policy: str, head: Html, main: Html) -> str:
        language = self._contents.edition.language
        return (
            f'<!DOCTYPE html>\n<html lang="{escaped(language)}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            '<meta name="referrer" content="no-referrer">\n<meta name="generator" content="cstoref">\n'
            f"{tag('title', title)}\n{head}\n</head>\n"
            f'<body data-root="{here.root}" data-day="{escaped(self._contents.store.default_day)}">\n'
            # In one file the address says which page is shown; the script skips without changing it.
            f"{link('#content', 'Skip to the content', class_='skip', hidden=here.is_single)}\n"
            f"{self._header(here)}\n{main}\n{self._footer(here)}\n</body>\n</html>\n"
        )

    def _main(self, here: LinkBase, page: SitePage) -> Html:
        """The way to a page and its content."""
        if page.id == HOME:
            return page.body
        trail = [
            link(here.to(HOME), self._contents.title),
            *(link(here.to(id), name) for id, name in page.trail),
        ]
        return joined((tag("nav", joined(trail, " › "), class_="trail", aria_label="Breadcrumb"), page.body))

    def _header(self, here: LinkBase) -> Html:
        # Hidden until the script that makes them work shows them.
        search = tag(
            "form",
            tag("label", "Search", for_="search", class_="aloud"),
            tag(
                "input",
                id="search",
                type="search",
                autocomplete="off",
                spellcheck="false",
                placeholder="Search names and statements",
            ),
            role="search",
            hidden=True,
        )
        day = tag(
            "form",
            tag("label", "As of ", for_="day"),
            tag("input", id="day", type="date"),
            tag("button", "All dates", type="reset"),
            class_="day-control",
            hidden=True,
        )
        found = tag(
            "section",
            tag("p", role="status", id="found-count"),
            tag("ol", id="found"),
            class_="found",
            aria_label="Search results",
            hidden=True,
        )
        bar = tag("div", link(here.to(HOME), self._contents.title, class_="home"), search, day, class_="bar")
        links = (tag("li", link(here.to(id), name)) for id, name in self._sections)
        nav = tag("nav", tag("ul", *links), aria_label="Sections", class_="menu")
        note = tag("p", id="day-note", role="status", class_="day-note", hidden=True)
        return tag("header", bar, nav, found, note)

    def _footer(self, here: LinkBase) -> Html:
        edition = self._contents.edition
        checked = f"checked up to {dates.spoken(edition.checked_until)}"
        lines = [
            tag(
                "p",
                f"{edition.title}, edition {edition.edition}, {checked}. ",
                f"Licence: {edition.licence.rstrip('.')}.",
            ),
            tag("p", notice(self._publishers, self._contents.whole_texts)) if self._publishers else None,
            tag("p", link(here.to("about"), "About, marks, licence and notices"), "."),
        ]
        return tag("footer", *lines)


def publishers(contents: Contents) -> list[str]:
    """Who published the texts that are quoted, each once."""
    return list(dict.fromkeys(source.publisher for source in contents.sources.values() if source.path))


def notice(publishers: list[str], whole_texts: bool) -> str:
    """To whom the quoted texts belong, and how much of them is shown."""
    shown = (
        "the texts are included for use on this machine, and are not for publication"
        if whole_texts
        else "each passage is shown with the sentence before and after it, for reference"
    )
    return f"Quotations belong to their publishers ({'; '.join(publishers)}): {shown}."


def _section_links(contents: Contents, changes: bool) -> list[tuple[str, str]]:
    listed = [
        (kind_page(section.id) if section.id in contents.store.kinds else section.id, section.label)
        for section in sections(contents.store)
        if section.total
    ]
    return [*listed, *VIEWS, *([("changes", "Changes")] if changes else []), ("about", "About")]


def _digest(text: str) -> str:
    """What a policy allows an inline style or script by."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
