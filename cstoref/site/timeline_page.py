"""The timeline: terms of office as bars over the years, the same in words, and events by year."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from cstoref import dates
from cstoref.render.spine import MEANINGS, UNICODE
from cstoref.render.tenure_bars import Scale, Stretch, row_labels, stretches
from cstoref.store.terms_of_office import Tenure
from cstoref.store.timeline import Point, Timeline, TimelineQuery, timeline

from .address import LinkBase, record_page
from .contents import Contents
from .frame import SitePage
from .html import Html, hidden_words, joined, link, tag

CELLS = 400
"""Parts into which the width of the bars is divided: a quarter of a percent, which is some weeks."""
NAMED = 8
"""Parts of the width from which on a bar has a name: about three letters of a wide page."""
AXIS_STEP = 5
"""Years from one figure of the axis to the next."""
UNDATED = "Undated"


def timeline_site_page(contents: Contents, here: LinkBase) -> SitePage:
    """The timeline of the whole pack."""
    shown = timeline(contents.store, TimelineQuery())
    parts: list[Html] = [tag("h1", "Timeline")]
    if shown.tenures:
        parts += [_bars(contents, here, shown), _terms(contents, here, shown.tenures)]
    years = [(year, list(points)) for year, points in groupby(shown.points, key=lambda point: point.day[:4])]
    if shown.undated:
        years.append((UNDATED, list(shown.undated)))
    parts.append(tag("section", tag("h2", "Events"), _legend(shown), *(_year(here, *year) for year in years)))
    return SitePage(here.page, "Timeline", joined(parts))


def _legend(shown: Timeline) -> Html:
    used = {point.sureness for point in shown.points}
    listed = (f"{getattr(UNICODE, name)} {words}" for name, words in MEANINGS.items() if name in used)
    return tag("ul", *(tag("li", words) for words in listed), class_="legend")


def _year(here: LinkBase, year: str, points: Sequence[Point]) -> Html:
    heading = tag("h3", year, " ", tag("span", str(len(points)), class_="count"), id=here.id(f"y{year}"))
    rows = (_point(here, point) for point in points)
    return tag("section", heading, tag("ol", *rows, class_="statements events"), class_="year")


def _point(here: LinkBase, point: Point) -> Html:
    mark = getattr(UNICODE, point.sureness, UNICODE.undated)
    known = MEANINGS.get(point.sureness, "")
    facts = " · ".join(part for part in (point.type.replace("-", " "), point.place or "") if part)
    when = tag("span", dates.spoken(point.when), class_="when")
    sure = tag(
        "span", tag("span", mark, aria_hidden="true"), hidden_words(f"date known {known}" if known else "")
    )
    name = tag(
        "p",
        sure,
        " ",
        link(here.to(record_page(point.id)), point.name),
        tag("span", f" · {facts}", class_="dim"),
    )
    return tag("li", when, tag("div", name), data_since=point.day or None)


def _bars(contents: Contents, here: LinkBase, shown: Timeline) -> Html:
    """The bars: a drawing for the eye, whose content stands below it in words."""
    scale = Scale(int(shown.since[:4]), int(shown.until[:4]), CELLS)
    rows = [
        tag(
            "div", tag("span", label, class_="bar-label below" if below else "bar-label"), _row(tenure, scale)
        )
        for tenure, (label, below) in zip(shown.tenures, row_labels(shown.tenures), strict=True)
    ]
    first = scale.first - scale.first % -AXIS_STEP
    years = [
        tag("text", str(year), x=_share(scale.at(f"{year}-01-01")), y="12")
        for year in range(first, scale.last + 1, AXIS_STEP)
    ]
    axis = tag("div", tag("span", class_="bar-label"), tag("svg", *years, height="16", width="100%"))
    day = tag(
        "div",
        tag("span", class_="bar-label"),
        tag("svg", _line(scale, shown.day), width="100%", height="100%"),
        class_="day-line",
    )
    chart = tag(
        "div",
        axis,
        *rows,
        day,
        class_="bars",
        aria_hidden="true",
        data_first=scale.first,
        data_last=scale.last,
    )
    return tag("section", tag("h2", "Terms of office"), chart)


def _line(scale: Scale, day: str) -> Html:
    at = _share(scale.at(day))
    return tag("line", x1=at, x2=at, y1="0", y2="100%")


def _row(tenure: Tenure, scale: Scale) -> Html:
    bars = [part for stretch in stretches(tenure.terms, scale) for part in _stretch(stretch, scale)]
    return tag("svg", *bars, width="100%", height="22")


def _stretch(stretch: Stretch, scale: Scale) -> list[Html]:
    """A bar with the name on it, cut where it ends, and fainter ones where beginning or end are in doubt."""
    first, last = max(0, stretch.first), min(scale.cells, max(stretch.last, stretch.first + 1))
    parts = []
    for left, right in ((first - stretch.before, first), (last, last + stretch.after)):
        left, right = max(0, left), min(scale.cells, right)
        if right > left:
            parts.append(
                tag("rect", x=_share(left), width=_share(right - left), y="2", height="18", class_="vague")
            )
    if last > first:
        # An inner drawing cuts what is longer than its bar.
        bar = tag("rect", x="0", y="2", width="100%", height="18", class_="bar")
        name = tag("text", stretch.name, x="4", y="15") if last - first >= NAMED else None
        parts.append(tag("svg", bar, name, x=_share(first), width=_share(last - first), height="22"))
    return parts


def _share(cells: int) -> str:
    return f"{cells * 100 / CELLS:g}%"


def _terms(contents: Contents, here: LinkBase, tenures: Sequence[Tenure]) -> Html:
    """The same in words; each term leads to its statement."""
    rows = []
    for tenure in tenures:
        terms = (
            tag(
                "li",
                _term_link(contents, here, term.statements[0], term.name),
                f", {dates.spoken(term.when)}",
            )
            for term in tenure.terms
        )
        rows.append(tag("div", tag("dt", tenure.label), tag("dd", tag("ul", *terms, class_="plain"))))
    return tag("details", tag("summary", "The same in words"), tag("dl", *rows), class_="facts")


def _term_link(contents: Contents, here: LinkBase, statement: str, name: str) -> Html:
    return link(here.to(record_page(contents.statements[statement].subject), statement), name)
