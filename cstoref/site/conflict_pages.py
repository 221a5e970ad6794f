"""Conflicts: the list by nature, and the page of one with its sides beside each other."""

from __future__ import annotations

from cstoref.model import NATURES, SERIOUS, Conflict, Statement, of_layer
from cstoref.provenance import class_in_a_word
from cstoref.render import statements as said
from cstoref.render.conflicts import side_title
from cstoref.render.text import UNICODE as MARKS
from cstoref.store.conflict_detail import ConflictDetail, Side, by_nature, conflict_detail

from .address import LinkBase, conflict_page, passage_spot, record_page, source_page
from .contents import Contents
from .frame import SitePage
from .html import Html, in_language, joined, link, tag
from .record_links import record_link
from .source_pages import around
from .statement_rows import statement_link


def conflict_site_page(contents: Contents, here: LinkBase, id: str) -> SitePage:
    """One conflict."""
    detail = conflict_detail(contents.store, id)
    assert detail is not None
    conflict = detail.conflict
    sides = (_side(contents, here, detail, side) for side in detail.sides)
    concerns = [tag("li", record_link(contents, here, record)) for record in conflict.records]
    statements = [
        tag("li", statement_link(contents, here, contents.statements[of]))
        for of in conflict.statements
        if of in contents.statements
    ]
    body = joined(
        (
            tag(
                "header",
                tag("h1", of_layer(conflict.topic, conflict.layer)),
                tag("p", conflict.nature.replace("-", " "), class_="what"),
                tag("p", conflict.explanation, class_="headline"),
                class_="head",
            ),
            tag("div", *sides, class_="sides"),
            tag("section", tag("h2", "Statements"), tag("ul", *statements)) if statements else None,
            tag("section", tag("h2", "Concerns"), tag("ul", *concerns, class_="related"))
            if concerns
            else None,
        )
    )
    return SitePage(here.page, conflict.topic, body, (("conflicts", "Conflicts"),))


def _side(contents: Contents, here: LinkBase, detail: ConflictDetail, side: Side) -> Html:
    parts: list[Html] = [tag("h2", _title(here, side))]
    if side.source is None:
        parts.append(tag("p", side.passage))
    elif side.passage:
        quote = tag("p", around(side.before), tag("mark", side.passage), around(side.after))
        parts.append(tag("blockquote", quote, lang=side.source.language, dir="auto"))
    else:
        title = in_language(side.source.title, side.source.language)
        mark = f"{MARKS.referenced} {class_in_a_word(side.source)}, a document outside the pack"
        parts += [tag("p", title), tag("p", mark, class_="dim")]
    for words in (side.citation.says, side.citation.note) if side.citation else ():
        parts.append(tag("p", words) if words else Html(""))
    shown = [_shown(here, detail, statement) for statement in side.shown]
    return tag("section", *parts, tag("ul", *shown, class_="plain") if shown else None, class_="side")


def _shown(here: LinkBase, detail: ConflictDetail, statement: Statement) -> Html:
    """A statement that rests on a side, a link to it on the page of its record."""
    to = here.to(record_page(statement.subject), statement.id)
    sentence = link(to, said.sentence(statement, detail.names))
    return tag("li", f"{MARKS.of(statement.grounding)} ", sentence, _rule(statement.rule))


def _rule(rule: str | None) -> Html:
    return tag("p", rule, class_="dim") if rule else Html("")


def _title(here: LinkBase, side: Side) -> Html:
    """What a side is called, as a link to where it is."""
    title, cite = side_title(side), side.citation
    if side.record:
        return link(here.to(record_page(side.record)), title)
    if side.source is None:
        return tag("span", title)
    is_passage = cite is not None and cite.start is not None and cite.end is not None
    spot = passage_spot(cite.start, cite.end) if is_passage else ""  # type: ignore[union-attr, arg-type]
    return link(here.to(source_page(side.source.id), spot), title)


def conflicts_site_page(contents: Contents, here: LinkBase) -> SitePage:
    """Every conflict by nature, those that put something in doubt first."""
    natures = sorted(NATURES, key=lambda nature: nature not in SERIOUS)
    parts: list[Html] = [tag("h1", "Conflicts")]
    for nature, conflicts in by_nature(list(contents.conflicts.values()), natures):
        count = tag("span", f"{len(conflicts):,}", class_="count")
        rows = (_row(contents, here, conflict) for conflict in conflicts)
        title = nature.replace("-", " ").capitalize()
        parts.append(tag("section", tag("h2", title, " ", count), tag("ul", *rows, class_="rows")))
    if not contents.conflicts:
        parts.append(tag("p", "No conflicts are known.", class_="dim"))
    return SitePage(here.page, "Conflicts", joined(parts))


def _row(contents: Contents, here: LinkBase, conflict: Conflict) -> Html:
    between = dict.fromkeys(contents.sources[cite.source].short for cite in conflict.citations)
    topic = link(here.to(conflict_page(conflict.id)), of_layer(conflict.topic, conflict.layer))
    return tag("li", topic, tag("span", " / ".join(between), class_="dim") if between else None)
