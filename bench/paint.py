"""First paint: from the command to a screen that shows what was asked for."""

from __future__ import annotations

from statistics import median

from cstoref.store.cache import open_store
from cstoref.store.queries import Store

from . import skeleton
from .installed import Installed
from .table import Row
from .terminal import Terminal

RUNS = 10
SIZE = (120, 36)
VIEWS = {
    "timeline": ("Armenia", "Secretary-General"),
    "attendance": ("Armenia", "stayed away"),
    "conflicts": ("disagreement",),
}
"""Views, and what stands on the screen once each is shown."""


class Spot:
    """A statement with its passage, and what stands on the screen once both are shown."""

    def __init__(self, store: Store, record: str = "belarus") -> None:
        listed = next(item for item in store.statements_about(record) if item.statement.citations[0].quote)
        citation = listed.statement.citations[0]
        sentence = next(s for s in store.sentences(citation.source) if s.end > (citation.start or 0))
        self.id = listed.statement.id
        text = store.text(citation.source)[sentence.start : sentence.end]
        self.shown = (_first_words(listed.statement.text), _first_words(text))


def _first_words(text: str) -> str:
    """Enough of a text to know it by, and so little that it stands on one line."""
    return " ".join(text.split()[:3])


def rows(place: Installed) -> list[Row]:
    """The first screen, and a record with its passage, beside the skeleton."""
    spot = Spot(open_store())
    floor = [place.python, "-m", "bench.skeleton"]
    asked: dict[str, tuple[list[str], tuple[str, ...]]] = {
        "skeleton": (floor, (skeleton.READY,)),
        "home": ([place.cstoref], ("Questions such as",)),
        "record": ([place.cstoref, "open", spot.id], spot.shown),
        **{view: ([place.cstoref, "open", view], texts) for view, texts in VIEWS.items()},
    }
    figures: dict[str, list[float]] = {name: [] for name in asked}
    for run in range(RUNS + 1):
        for name, (command, texts) in asked.items():
            with Terminal(command, SIZE, place.env) as terminal:
                took = terminal.until(*texts)
            if run:
                figures[name].append(took)
    ms = {name: median(times) for name, times in figures.items()}
    views = [Row(f"first paint: {view}", ms[view], "ms", "skeleton app", ms["skeleton"]) for view in VIEWS]
    return [
        Row("first paint: the first screen", ms["home"], "ms", "skeleton app", ms["skeleton"], 1.3),
        Row(
            "first paint: a record and its passage", ms["record"], "ms", "skeleton app", ms["skeleton"], 1.15
        ),
        *views,
    ]
