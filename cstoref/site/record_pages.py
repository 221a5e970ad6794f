"""The page of a record: what it is, its facts, its statements by section, related records, footnotes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from cstoref.mentions import mentioned
from cstoref.model import SERIOUS, of_layer
from cstoref.render.page_parts import below_head, cited_passages
from cstoref.session.arrangement import Block, arrange
from cstoref.session.page_items import counted
from cstoref.session.state import State
from cstoref.store.page_folds import folded
from cstoref.store.pages import Entry, Page, page

from .address import LinkBase, conflict_page, kind_page
from .contents import Contents
from .footnotes import PageFootnotes
from .frame import SitePage
from .html import Html, joined, link, tag
from .record_head import record_facts, record_head
from .record_links import record_link
from .statement_rows import statement_rows

MINOR = "Minor statements"
"""The heading over what no page shows unless it is asked for; closed at first."""
RELATED = 30
"""Records that are named as related, those with most statements in common first."""


def record_site_page(contents: Contents, here: LinkBase, id: str) -> SitePage:
    """The page of a record."""
    whole = page(contents.store, id)
    assert whole is not None
    shown = folded(whole, contents.store)
    blocks, facts, minor = arrange(shown, State()), below_head(shown), _minor(whole, shown)
    entries = [*(entry for block in blocks for entry in block.entries), *minor]
    heads = [fact for fact in shown.facts if fact.head]
    notes = PageFootnotes(contents, here, cited_passages(shown, [*heads, *facts], entries))
    main = [
        record_facts(contents, here, shown, facts, notes),
        _conflicts(contents, here, shown),
        *(_block(contents, here, number, block, notes) for number, block in enumerate(blocks)),
        _minor_block(contents, here, minor, notes),
        _related(contents, here, whole),
    ]
    aside = tag(
        "aside", tag("h2", "Footnotes"), notes.listed(), class_="notes", aria_label="Footnotes", tabindex=0
    )
    body = joined(
        (
            record_head(contents, here, shown, notes),
            _sections(here, blocks),
            tag(
                "div",
                tag("div", *main, class_="column"),
                aside if entries or facts else None,
                class_="beside",
            ),
        )
    )
    kind = contents.store.kinds[shown.record.kind]
    trail = ((kind_page(kind.id), kind.plural.capitalize()),)
    return SitePage(here.page, shown.record.name, body, trail)


def _minor(whole: Page, shown: Page) -> list[Entry]:
    """The statements that the page leaves out and has merged into no line."""
    there = {statement.id for entry in shown.entries for statement in (entry.statement, *entry.also)}
    return [entry for entry in whole.entries if entry.statement.id not in there]


def _conflicts(contents: Contents, here: LinkBase, shown: Page) -> Html:
    conflicts = contents.store.conflicts(record=shown.record.id)
    if not conflicts:
        return Html("")
    ordered = sorted(conflicts, key=lambda conflict: conflict.nature not in SERIOUS)
    rows = [
        tag(
            "li",
            tag(
                "span", "!" if conflict.nature in SERIOUS else "·", class_="mark conflict", aria_hidden="true"
            ),
            " ",
            link(here.to(conflict_page(conflict.id)), of_layer(conflict.topic, conflict.layer)),
            tag("span", f" · {conflict.nature.replace('-', ' ')}", class_="dim"),
        )
        for conflict in ordered
    ]
    summary = tag("summary", tag("h2", "Conflicts ", _count(len(rows))))
    few = tag("ul", *rows, class_="plain")
    return tag(
        "section",
        tag("details", summary, few, open=len(rows) <= 6),
        class_="conflicts",
        id=here.id("conflicts"),
    )


def _count(number: int) -> Html:
    return tag("span", f"{number:,}", class_="count")


def _sections(here: LinkBase, blocks: Sequence[Block]) -> Html:
    """Links to the sections of a long page."""
    filled = [(number, block) for number, block in enumerate(blocks) if block.entries]
    if len(filled) < 3:
        return Html("")
    links = [
        tag("li", link(here.to(here.page, f"group-{number}"), block.title), " ", _count(len(block.entries)))
        for number, block in filled
    ]
    return tag("nav", tag("ul", *links), class_="sections", aria_label="On this page")


def _block(contents: Contents, here: LinkBase, number: int, block: Block, notes: PageFootnotes) -> Html:
    """A section: its statements under the label of their field, where it has several."""
    labels = list(dict.fromkeys(entry.label for entry in block.entries)) if block.labelled else []
    is_told = len(labels) == 1 and labels[0] != block.title.lower()
    label = tag("span", f" · {labels[0]}", class_="label") if is_told else None
    count = _count(len(block.entries)) if block.entries else None
    parts: list[Html] = []
    if len(labels) > 1:
        for name in labels:
            own = [entry for entry in block.entries if entry.label == name]
            parts += [tag("h3", name), statement_rows(contents, here, own, notes)]
    elif block.entries:
        parts.append(statement_rows(contents, here, block.entries, notes))
    else:
        parts.append(tag("p", "The sources do not say.", class_="dim"))
    head = tag("h2", block.title, " ", count, label, id=here.id(f"group-{number}"))
    return tag("section", head, *parts, class_="group")


def _minor_block(contents: Contents, here: LinkBase, minor: Sequence[Entry], notes: PageFootnotes) -> Html:
    if not minor:
        return Html("")
    summary = tag("summary", tag("h2", MINOR, " ", _count(len(minor))))
    rows = statement_rows(contents, here, minor, notes)
    return tag("section", tag("details", summary, rows), class_="group minor")


def _related(contents: Contents, here: LinkBase, whole: Page) -> Html:
    """Other records that its statements mention."""
    counts = Counter(
        id
        for entry in whole.entries
        for id in mentioned(entry.statement)
        if id != whole.record.id and id in contents.records
    )
    if not counts:
        return Html("")
    place = whole.record.place
    ids = [*([place] if place and place in contents.records else []), *(id for id, _ in counts.most_common())]
    chosen = list(dict.fromkeys(ids))[:RELATED]
    rows = [
        tag(
            "li",
            record_link(contents, here, id),
            " ",
            tag("span", contents.refs[id].type.replace("-", " "), class_="dim"),
        )
        for id in chosen
    ]
    more = len(counts) - len(chosen)
    rest = (
        tag("p", f"and {counted(more, 'other')} that the statements above name", class_="dim")
        if more > 0
        else None
    )
    return tag("section", tag("h2", "Related"), tag("ul", *rows, class_="related"), rest)
