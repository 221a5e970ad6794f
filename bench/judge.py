"""How well finding finds: the judged queries of `tests/judged.toml` put to the built-in pack.

`python -m bench.judge` prints the figures, overall and by sort, and every miss: the query, what was wanted
and what came, with the reasons it gave.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import tomli

from cstoref.store.cache import open_store
from cstoref.store.queries import Store
from cstoref.store.search.exact import Hit
from cstoref.store.search.results import SearchResult, find

JUDGED = Path(__file__).parent.parent / "tests" / "judged.toml"
FOREMOST = 3
NOS = ("silent", "outside", "not_found")


class Judged(NamedTuple):
    """A query and what a reader wants of it. Any of `first` will do; no `status`: found or ambiguous."""

    text: str
    sort: str
    first: tuple[str, ...]
    within: tuple[str, ...]
    status: str
    about: str


class Verdict(NamedTuple):
    """What came of a judged query. `place` is that of the first wanted hit, from 1, or 0 if it is missing."""

    query: Judged
    found: SearchResult
    place: int
    missing: tuple[str, ...]
    """Records of `within` that are not those of the foremost hits."""

    @property
    def first(self) -> bool:
        """Whether the first thing shown is right; for a no, whether it is the right no."""
        return self.place == 1

    @property
    def as_stated(self) -> bool:
        """Whether the status is the one that was judged."""
        wanted = (self.query.status,) if self.query.status else ("found", "ambiguous")
        return self.found.status in wanted


class Figures(NamedTuple):
    """Shares of one: right at once, mean reciprocal rank, wanted among the foremost, status as judged."""

    queries: int
    first: float
    rank: float
    within: float
    status: float


def read_judged(path: Path = JUDGED) -> list[Judged]:
    """The judged queries, in the order of the file."""
    with path.open("rb") as file:
        entries = tomli.load(file)["query"]
    return [
        Judged(
            entry["text"],
            entry["sort"],
            _ids(entry.get("first", ())),
            _ids(entry.get("within", ())),
            entry.get("status", ""),
            entry.get("about", ""),
        )
        for entry in entries
    ]


def judge(store: Store, query: Judged) -> Verdict:
    """Put one query to the engine."""
    found = find(store, query.text)
    if query.status in NOS:
        suggested = found.suggestions[0].record if found.suggestions else None
        right = found.status == query.status and (not query.about or suggested == query.about)
        return Verdict(query, found, int(right), ())
    came = [of(hit) for hit in found.hits]
    place = next((at for at, id in enumerate(came, 1) if id in query.first), 0)
    missing = tuple(id for id in query.within if id not in came[:FOREMOST])
    return Verdict(query, found, place, missing)


def of(hit: Hit) -> str | None:
    """What a hit lands on: its record, or the source where only the text was met."""
    return hit.record or hit.source


def figures(verdicts: list[Verdict]) -> Figures:
    """What the verdicts come to."""
    wanted = sum(len(verdict.query.within) for verdict in verdicts)
    missing = sum(len(verdict.missing) for verdict in verdicts)
    count = len(verdicts)
    return Figures(
        count,
        sum(verdict.first for verdict in verdicts) / count,
        sum(1 / verdict.place for verdict in verdicts if verdict.place) / count,
        1 - missing / wanted if wanted else 1.0,
        sum(verdict.as_stated for verdict in verdicts) / count,
    )


def unknown(store: Store, queries: list[Judged]) -> list[str]:
    """Ids that queries want and the pack does not have."""
    wanted = {id for query in queries for id in (*query.first, *query.within, query.about) if id}
    return sorted(id for id in wanted if store.record(id) is None and store.source(id) is None)


def miss_lines(verdicts: list[Verdict]) -> list[str]:
    """Every verdict that is not as judged: first those with a wrong first hit, then the others."""
    lines = []
    for verdict in sorted(verdicts, key=lambda verdict: verdict.first):
        if verdict.first and not verdict.missing and verdict.as_stated:
            continue
        query, found = verdict.query, verdict.found
        wanted = " or ".join(query.first) or " ".join((query.status, query.about)).strip()
        faults = [] if verdict.first else ["first"]
        faults += [f"within: {', '.join(verdict.missing)}"] if verdict.missing else []
        faults += [] if verdict.as_stated else [f"status: {query.status or 'found'}, got {found.status}"]
        lines.append(f"{query.sort}  {query.text!r}  wanted {wanted}  ({'; '.join(faults)})")
        shown = found.hits or found.suggestions
        lines += [f"      {found.status}: {of(hit)} · {hit.why}" for hit in shown[:FOREMOST]]
        lines += [] if shown else [f"      {found.status}"]
    return lines


def figure_line(name: str, got: Figures) -> str:
    """One line of the table."""
    return f"{name:<14}{got.queries:>5}{got.first:>9.1%}{got.rank:>8.3f}{got.within:>9.1%}{got.status:>9.1%}"


def main() -> None:
    """Print the figures and the misses."""
    store = open_store()
    queries = read_judged()
    verdicts = [judge(store, query) for query in queries]
    absent = unknown(store, queries)
    for line in miss_lines(verdicts):
        print(line)
    print(f"\n{'sort':<14}{'n':>5}{'first':>9}{'mrr':>8}{'within':>9}{'status':>9}")
    for sort in dict.fromkeys(query.sort for query in queries):
        print(figure_line(sort, figures([one for one in verdicts if one.query.sort == sort])))
    print(figure_line("all", figures(verdicts)))
    if absent:
        known = [one for one in verdicts if not {*one.query.first, one.query.about} & {*absent}]
        print(figure_line("in the pack", figures(known)))
        print(f"not in the pack: {', '.join(absent)}")


def _ids(value: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


if __name__ == "__main__":
    main()
