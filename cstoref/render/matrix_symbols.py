"""The cells of a matrix as marks, and what the marks mean that were used. Never only by colour."""

from __future__ import annotations

from cstoref.namedtuples import NamedTuple
from cstoref.quantity import short, short_range, spoken

from .text import Style, clip, width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from cstoref.model import Value
    from cstoref.store.matrix import Cell

NO_MEMBER = "no member then"
HOSTED, CHAIRED = "host", "in the chair"
BESIDE = {"hosted": HOSTED, "chaired": CHAIRED}
SIGNED, RATIFIED, REFUSED = "signed", "ratified", "refused or did not sign"
LEFT = "signed, later left"
STEPS = {"signed": SIGNED, "refused": REFUSED, "left": LEFT}
UNKNOWN, CLAIMED = "not known", "only planned, foretold or denied"
BRIEFLY = {CLAIMED: "planned, foretold or denied"}
"""States in fewer words, for the legend."""
UNICODE = {
    "came": "●",
    "sent another": "◐",
    "stayed away": "○",
    "told both ways": "±",
    SIGNED: "✓",
    REFUSED: "✗",
    RATIFIED: "r",
    LEFT: "l",
    "took part, no number": "+",
    CLAIMED: "?",
    HOSTED: "h",
    CHAIRED: "c",
    UNKNOWN: "·",
    NO_MEMBER: "blank:",
}
"""The mark of each state, in the order of the legend."""
ASCII = {
    **UNICODE,
    "came": "*",
    "sent another": "%",
    "stayed away": "o",
    "told both ways": "+-",
    SIGNED: "y",
    REFUSED: "n",
    UNKNOWN: "-",
}
BOUNDS = {"least": ("≥", ">="), "most": ("≤", "<="), "dash": ("–", "-"), "more": ("/…", "/+")}
"""What stands in a cell for a bound, a range, and further numbers, with and without Unicode."""
OTHER = "*"
"""Stands behind a number of a unit that the legend does not name."""


class Units(NamedTuple):
    """The units of the numbers in a matrix: the commonest is taken for granted, the others have letters, as
    far as they are listed."""

    common: str
    others: tuple[str, ...]

    def letter(self, unit: str | None) -> str:
        """The letter of a unit; empty for the commonest, `OTHER` for one that is not listed."""
        name = _one(unit or "")
        names = [_one(other) for other in self.others]
        if name in names:
            return chr(ord("a") + names.index(name))
        return "" if name == _one(self.common) else OTHER


def units(cells: Iterable[Cell]) -> Units:
    """The units of the numbers in some cells."""
    counts: dict[str, int] = {}
    longest: dict[str, str] = {}
    for value in (value for cell in cells for value in cell.values):
        name = _one(value.unit or "")
        counts[name] = counts.get(name, 0) + 1
        longest[name] = max(longest.get(name, ""), value.unit or "", key=len)
    common = max(counts, key=lambda name: counts[name], default="")
    return Units(longest.get(common, ""), tuple(longest[name] for name in counts if name != common))


def _one(unit: str) -> str:
    """A unit in the singular, so that one battalion and two battalions are counted alike."""
    return unit.removesuffix("s")


def state_of(cell: Cell) -> str:
    """The state of a cell in words; of one that was no member it is not unknown."""
    return NO_MEMBER if cell.state == UNKNOWN and not cell.was_member else cell.state


def words_of(cell: Cell) -> list[str]:
    """What a cell says, in words: numbers where it has any, else the state; and what was done besides."""
    figures = [spoken(value) for value in dict.fromkeys(cell.values)]
    claimed = [state_of(cell)] if cell.state == CLAIMED or not figures else []
    return [*claimed, *figures, *(BESIDE[field] for field in cell.beside if field in BESIDE)]


class CellMarks:
    """Makes the marks of cells and remembers which were used."""

    def __init__(self, style: Style, of: Units) -> None:
        self._plain = style.marks.in_ascii
        self._signs = ASCII if self._plain else UNICODE
        self._units = of
        self._used: set[str] = set()

    def of(self, cell: Cell, room: int | None = None) -> str:
        """The mark of a cell; nothing where nothing is known of one that was no member.

        Of numbers that take more than `room` cells the first stands, and a sign that there are more; of what
        was done besides, as much as there is room for.
        """
        if cell.state == UNKNOWN and not cell.was_member:
            # Nothing is drawn, but the legend must say what a blank means.
            return self._mark(NO_MEMBER) * 0
        if cell.values:
            before = self._mark(CLAIMED) if cell.state == CLAIMED else ""
            return _fitted(before, [self._figure(value) for value in cell.values], self._sign("more"), room)
        if cell.steps:
            marks = [self._mark(STEPS[step]) for step in cell.steps]
            return "".join(marks) + (self._mark(RATIFIED) if cell.state == RATIFIED else "")
        # That a state hosted an event says nothing of who came for it: the mark of hosting stands beside the
        # dot.
        main = self._mark(UNKNOWN if cell.state == HOSTED else cell.state)
        beside = "".join(self._mark(BESIDE[field]) for field in cell.beside if field in BESIDE)
        return main + (beside if room is None else beside[: max(0, room - width(main))])

    def legend(self) -> list[str]:
        """What the marks mean that were used."""
        listed = [f"{self._signs[name]} {name}" for name in UNICODE if name in self._used]
        if self._units.common:
            listed.append(f"numbers: {self._units.common}")
        return listed + [f"{self._units.letter(unit)} {unit}" for unit in self._units.others]

    def _mark(self, name: str) -> str:
        self._used.add(name)
        return self._signs[name]

    def _sign(self, bound: str) -> str:
        return BOUNDS[bound][self._plain]

    def _figure(self, value: Value) -> str:
        about = "~" if value.approx else ""
        if value.number is not None:
            figure = short(value.number)
        elif value.min is not None and value.max is not None:
            figure = short_range(value.min, value.max, self._sign("dash"))
        elif value.min is not None:
            figure = self._sign("least") + short(value.min)
        else:
            figure = self._sign("most") + short(value.max or 0)
        return about + figure + self._units.letter(value.unit)


def _fitted(before: str, figures: list[str], more: str, room: int | None) -> str:
    """Different figures beside each other, or the first and a sign for the others."""
    figures = list(dict.fromkeys(figures))
    whole = before + "/".join(figures)
    if room is None or width(whole) <= room:
        return whole
    first = before + figures[0]
    longer = first + (more if len(figures) > 1 else "")
    return clip(longer if width(longer) <= room else first, room)


def legend_of(states: Iterable[str], common: str, style: Style) -> list[str]:
    """What the marks of a whole matrix mean, by the states of its cells and what is done beside; `common` is
    the unit of its numbers."""
    signs = ASCII if style.marks.in_ascii else UNICODE
    used = {BESIDE.get(state, state) for state in states}
    # A row of steps, such as refused and then signed, shows marks that no single state stands for.
    used |= {SIGNED} if used & {REFUSED, LEFT} else set()
    listed = [f"{sign} {BRIEFLY.get(name, name)}" for name, sign in signs.items() if name in used]
    more = BOUNDS["more"][signs is ASCII]
    figures = [f"numbers: {common}", f"{OTHER} another unit", f"{more} further numbers"] if common else []
    return [*listed, f"{signs[NO_MEMBER]} {NO_MEMBER.removeprefix('blank: ')}", *figures]
