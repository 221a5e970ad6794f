"""The first page: what this is and how far it can be trusted, the members with their leaders, who is in
office, the last and the next meeting, and everything that can be opened."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cstoref import dates
from cstoref.session.sections import sections
from cstoref.session.start_lists import checked
from cstoref.store.start_answers import StartAnswer, in_office, meetings, members

from .address import HOME, LinkBase, kind_page, record_page
from .contents import Contents
from .frame import VIEWS, SitePage
from .html import Html, joined, link, tag


def home_site_page(contents: Contents, here: LinkBase, changes: bool) -> SitePage:
    """The first page. `changes`: the site has a page of what changed."""
    edition, store = contents.edition, contents.store
    now = list(members(store, None))
    answers = [*in_office(store, None), *meetings(store, None)]
    day = tag("span", f"as of {dates.spoken(store.default_day)}", class_="day")
    parts = [
        tag(
            "header",
            tag("h1", edition.title),
            tag("p", edition.description, class_="headline"),
            tag("p", checked(store), class_="also"),
            class_="head",
        ),
        tag(
            "noscript",
            tag("p", "Search and dates need scripts. Everything else is in the lists below.", class_="dim"),
        ),
        tag("section", tag("h2", "Members ", day), _members(contents, here, now)) if now else None,
        tag(
            "section",
            tag("h2", "Now"),
            _answers(contents, here, answers),
            class_="facts",
            data_day=store.default_day,
        )
        if answers
        else None,
        tag("section", tag("h2", "Records and sources"), _sections(contents, here)),
        tag("section", tag("h2", "Views"), _views(here, changes)),
        _layers(contents),
    ]
    return SitePage(HOME, edition.title, joined(parts))


def _members(contents: Contents, here: LinkBase, now: Sequence[StartAnswer]) -> Html:
    heads = tag("tr", *(tag("th", name, scope="col") for name in ("State", "Membership", "Leader")))
    rows = (
        tag(
            "tr",
            tag("th", _link_to(contents, here, row), scope="row"),
            tag("td", row.what),
            tag("td", row.right),
        )
        for row in now
    )
    return tag(
        "table",
        tag("caption", "The members and who leads them", class_="aloud"),
        tag("thead", heads),
        tag("tbody", *rows),
        class_="members",
    )


def _link_to(contents: Contents, here: LinkBase, answer: StartAnswer, words: str = "") -> Html:
    """An answer as a link to the record or statement that it opens."""
    text, key = words or answer.name, answer.key
    if key in contents.records:
        return link(here.to(record_page(key)), text)
    if key in contents.statements:
        return link(here.to(record_page(contents.statements[key].subject), key), text)
    return tag("span", text)


def _answers(contents: Contents, here: LinkBase, answers: Iterable[StartAnswer]) -> Html:
    rows = (
        tag("div", tag("dt", answer.name), tag("dd", _link_to(contents, here, answer, answer.what)))
        for answer in answers
    )
    return tag("dl", *rows)


def _sections(contents: Contents, here: LinkBase) -> Html:
    rows = []
    for section in sections(contents.store):
        page = kind_page(section.id) if section.id in contents.store.kinds else section.id
        if section.total:
            rows.append(
                tag(
                    "li",
                    link(here.to(page), section.label),
                    " ",
                    tag("span", f"{section.total:,}", class_="count"),
                )
            )
    return tag("ul", *rows, class_="tiles")


def _views(here: LinkBase, changes: bool) -> Html:
    views = [*VIEWS, *([("changes", "Changes")] if changes else [])]
    return tag("ul", *(tag("li", link(here.to(id), name)) for id, name in views), class_="tiles")


def _layers(contents: Contents) -> Html:
    """What the packs of a stack say of themselves."""
    if not contents.store.layers:
        return Html("")
    rows = (
        tag(
            "div",
            tag("dt", layer.id),
            tag("dd", f"{layer.title}, edition {layer.edition}. {layer.description}"),
        )
        for layer in contents.store.layers
    )
    return tag("section", tag("h2", "Packs"), tag("dl", *rows), class_="facts")
