"""The matrices as tables: who came, signed or contributed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cstoref import dates
from cstoref.render.matrix import TITLES
from cstoref.render.matrix_symbols import CellMarks, units, words_of
from cstoref.render.matrix_table import DONE, date_of, share_of
from cstoref.render.text import Style
from cstoref.session.page_items import counted
from cstoref.session.views.matrix_order import ORDERS, ordered
from cstoref.store.matrix import Cell, Matrix, MatrixQuery, Member, cells, matrix
from cstoref.store.matrix_columns import MatrixColumn

from .address import LinkBase, record_page
from .contents import Contents
from .frame import SitePage
from .html import Html, hidden_words, joined, link, tag


def matrix_site_page(contents: Contents, here: LinkBase, mode: str) -> SitePage:
    """A matrix of a mode of `participation.MODES`: events or agreements down, the newest first."""
    whole = ordered(matrix(contents.store, MatrixQuery(mode=mode)), ORDERS[0])
    title = TITLES[mode]
    if not whole.columns:
        return SitePage(
            here.page, title, joined((tag("h1", title), tag("p", "The sources do not say.", class_="dim")))
        )
    in_columns = cells(contents.store, whole, whole.columns)
    marks = CellMarks(Style(), units(cell for column in in_columns for cell in column))
    rows = [
        _row(contents, here, whole, column, of_column, marks)
        for column, of_column in zip(whole.columns, in_columns, strict=True)
    ]
    what = "Event" if whole.mode.kind == "event" else "Agreement"
    head = _heads(here, ("Date", what), whole.members, DONE[mode])
    totals = [tag("td", share_of(total)) for total in whole.totals]
    foot = tag("tr", tag("th", f"{DONE[mode]}, of those known", scope="row", colspan="2"), *totals, tag("td"))
    summary = f"{counted(len(whole.members), 'member')}, {counted(len(whole.columns), whole.mode.kind)}"
    table = tag(
        "table",
        tag("caption", title, class_="aloud"),
        tag("thead", head),
        tag("tbody", *rows),
        tag("tfoot", foot),
        class_="matrix",
    )
    scope = tag("p", f"{summary}. As of {dates.spoken(contents.store.default_day)}.", class_="dim")
    legend = (tag("li", entry.replace("blank:", "blank ")) for entry in marks.legend())
    body = joined((tag("h1", title), scope, tag("ul", *legend, class_="legend"), scrolled(table, title)))
    return SitePage(here.page, title, body)


def scrolled(table: Html, title: str) -> Html:
    """A table that may be wider than the page."""
    return tag("div", table, class_="scrolled", role="region", tabindex="0", aria_label=title)


def _heads(here: LinkBase, first: Iterable[str], members: Iterable[Member], done: str) -> Html:
    across = (
        tag(
            "th",
            link(
                here.to(record_page(member.id)),
                member.code,
                hidden_words(f" {member.name}"),
                title=member.name,
            ),
            scope="col",
        )
        for member in members
    )
    return tag("tr", *(tag("th", name, scope="col") for name in first), *across, tag("th", done, scope="col"))


def _row(
    contents: Contents,
    here: LinkBase,
    whole: Matrix,
    column: MatrixColumn,
    in_column: Sequence[Cell],
    marks: CellMarks,
) -> Html:
    name = link(here.to(record_page(column.id)), column.name)
    parts = (
        _cell(contents, here, member, cell, marks)
        for member, cell in zip(whole.members, in_column, strict=True)
    )
    return tag(
        "tr",
        tag("td", date_of(column), class_="when"),
        tag("th", name, scope="row"),
        *parts,
        tag("td", share_of(whole.total_of(column)), class_="dim"),
        data_since=column.day or None,
    )


def _cell(contents: Contents, here: LinkBase, member: Member, cell: Cell, marks: CellMarks) -> Html:
    """A mark with its meaning, a link to the first statement behind it."""
    mark = tag("span", marks.of(cell), aria_hidden="true")
    words = f"{member.name}: {', '.join(words_of(cell))}"
    known = [contents.statements[id] for id in cell.statements if id in contents.statements]
    if not known:
        return tag("td", mark, hidden_words(words), class_="dim")
    to = here.to(record_page(known[0].subject), known[0].id)
    return tag("td", link(to, mark, hidden_words(words), title=words))
