"""How well words lead to what they mean: the judged queries of `tests/judged.toml` put to the built-in
pack.

`python -m bench.judge` prints the figures, overall and by sort, then every wrong answer, then every miss:
the query, what was wanted and what came. A wrong answer is a card of another record, or an answer that
looks right and has nothing of what was wanted; a miss is no answer, or one that comes too late.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

import tomli

from cstoref.store.cache import open_store
from cstoref.store.queries import Store
from cstoref.store.search.exact import Hit
from cstoref.store.search.lookup import look_up
from cstoref.store.search.outcome import ANSWER, CARD, Outcome

JUDGED = Path(__file__).parent.parent / "tests" / "judged.toml"
FOREMOST = 3
SCREEN = 6
"""Statements of an answer that are sure to stand on the first screen."""
NOS = ("silent", "outside", "not_found", "none")


class Judged(NamedTuple):
    """A query and what a reader wants of it. Any of `first` will do; no `status`: found or ambiguous."""

    text: str
    sort: str
    first: tuple[str, ...]
    within: tuple[str, ...]
    status: str
    about: str
    says: tuple[str, ...]
    """Texts of which one must stand on the first screen."""


class Verdict(NamedTuple):
    """What came of a judged query. `place` is that of the first wanted record, from 1, or 0 if it is
    missing."""

    query: Judged
    outcome: Outcome
    came: tuple[str, ...]
    """The records or sources that are shown, in order."""
    place: int
    missing: tuple[str, ...]
    """Records of `within` that are not among the foremost."""
    said: bool
    """Whether one of the texts of `says` is on the first screen, or none was wanted."""
    wrong: bool
    """Whether what is shown looks like the answer and is another."""

    @property
    def first(self) -> bool:
        """Whether the first thing shown is right; for a no, whether it is the right no."""
        return self.place == 1 and self.said

    @property
    def answered(self) -> bool:
        """Whether the first screen has the answer."""
        return 0 < self.place <= SCREEN and self.said

    @property
    def as_stated(self) -> bool:
        """Whether the status is the one that was judged."""
        if self.query.status in ("none", "suggested"):
            return self.place > 0
        found = self.outcome.status if self.outcome.status not in (CARD, ANSWER) else "found"
        return found in ((self.query.status,) if self.query.status else ("found", "ambiguous"))


class Figures(NamedTuple):
    """Shares of one: right at once, mean reciprocal rank, wanted among the foremost, status as judged,
    answered on the first screen; and how many wrong answers there are."""

    queries: int
    first: float
    rank: float
    within: float
    status: float
    answered: float
    wrong: int


def read_judged(path: Path = JUDGED) -> list[Judged]:
    """The judged queries, in the order of the file."""
    with path.open("rb") as file:
        entries = tomli.load(file)["query"]
    return [
        Judged(
            entry["text"],
            entry["sort"],
            _texts(entry.get("first", ())),
            _texts(entry.get("within", ())),
            entry.get("status", ""),
            entry.get("about", ""),
            _texts(entry.get("says", ())),
        )
        for entry in entries
    ]


def judge(store: Store, query: Judged) -> Verdict:
    """Put one query to the engine."""
    outcome = look_up(store, query.text, store.default_day)
    came = tuple(dict.fromkeys(_came(outcome)))
    if query.status in NOS:
        return _judged_no(query, outcome, came)
    place = next((at for at, id in enumerate(came, 1) if id in query.first), 0)
    if query.status == "suggested" and outcome.status != "not_found":
        place = 0  # a short or ambiguous misspelling is only suggested
    missing = tuple(id for id in query.within if id not in came[:FOREMOST])
    said = not query.says or any(text in _screen(store, outcome) for text in query.says)
    claims = outcome.status == CARD or (outcome.answer is not None and outcome.answer.complete)
    return Verdict(query, outcome, came, place, missing, said, claims and not (place and said))


def _judged_no(query: Judged, outcome: Outcome, came: tuple[str, ...]) -> Verdict:
    """A no is right if it is the one that was judged; `none`: any will do that shows no card and no answer as
    if it were certain."""
    claims = outcome.status == CARD or (
        outcome.status == ANSWER and outcome.certain and bool(outcome.answer and outcome.answer.complete)
    )
    if query.status == "none":
        right = outcome.status != CARD and not (claims and not outcome.unknown)
    else:
        right = outcome.status == query.status and (not query.about or came[:1] == (query.about,))
    return Verdict(query, outcome, came, int(right), (), True, claims and not right)


def _came(outcome: Outcome) -> list[str]:
    if outcome.status == CARD:
        return [outcome.record, *filter(None, map(of, outcome.hits))]
    if outcome.answer is not None and not (outcome.hits and outcome.status != ANSWER):
        return [item.record for item in outcome.answer.items]
    return [landing for hit in outcome.hits if (landing := of(hit))]


def _screen(store: Store, outcome: Outcome) -> str:
    """What the first screen says of an answer."""
    if outcome.answer is None:
        return ""
    numbers = [number for item in outcome.answer.items[:SCREEN] for number in item.statements[:SCREEN]]
    texts = [row.statement.text for row in store.statements_numbered(numbers[: SCREEN * 2])]
    notes = [f"{item.note} {item.summary}" for item in outcome.answer.items[: SCREEN * 2]]
    notes += [fact.text for item in outcome.answer.items[:SCREEN] for fact in item.facts]
    return "\n".join((outcome.answer.message, *notes, *texts))


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
        sum(verdict.answered for verdict in verdicts) / count,
        sum(verdict.wrong for verdict in verdicts),
    )


def unknown(store: Store, queries: list[Judged]) -> list[str]:
    """Ids that queries want and the pack does not have."""
    wanted = {id for query in queries for id in (*query.first, *query.within, query.about) if id}
    return sorted(id for id in wanted if store.record(id) is None and store.source(id) is None)


def miss_lines(verdicts: list[Verdict]) -> list[str]:
    """Every verdict that is not as judged: wrong answers, then those with a wrong first hit, then the
    others."""
    lines = []
    for verdict in sorted(verdicts, key=lambda verdict: (not verdict.wrong, verdict.first)):
        if verdict.first and not verdict.missing and verdict.as_stated:
            continue
        lines += _miss(verdict)
    return lines


def _miss(verdict: Verdict) -> list[str]:
    query, outcome = verdict.query, verdict.outcome
    wanted = " or ".join(query.first) or " ".join((query.status, query.about)).strip()
    faults = ["WRONG"] if verdict.wrong else []
    faults += [] if verdict.first else ["first"]
    faults += [] if verdict.said else [f"does not say {' or '.join(query.says)!r}"]
    faults += [f"within: {', '.join(verdict.missing)}"] if verdict.missing else []
    faults += [] if verdict.as_stated else [f"status: {query.status or 'found'}, got {outcome.status}"]
    line = f"{query.sort}  {query.text!r}  wanted {wanted}  ({'; '.join(faults)})"
    return [line, f"      {outcome.status}: {', '.join(verdict.came[:5])}  [{outcome.read_as}]"]


def figure_line(name: str, got: Figures) -> str:
    """One line of the table."""
    return (
        f"{name:<14}{got.queries:>5}{got.first:>9.1%}{got.rank:>8.3f}{got.within:>9.1%}{got.status:>9.1%}"
        f"{got.answered:>10.1%}{got.wrong:>7}"
    )


def main(words: list[str]) -> None:
    """Print the figures and the misses, of the judged queries or of those in another file."""
    store = open_store()
    queries = read_judged(Path(words[0]) if words else JUDGED)
    verdicts = [judge(store, query) for query in queries]
    absent = unknown(store, queries)
    for line in miss_lines(verdicts):
        print(line)
    print(
        f"\n{'sort':<14}{'n':>5}{'first':>9}{'mrr':>8}{'within':>9}{'status':>9}{'answered':>10}{'wrong':>7}"
    )
    for sort in dict.fromkeys(query.sort for query in queries):
        print(figure_line(sort, figures([one for one in verdicts if one.query.sort == sort])))
    print(figure_line("all", figures(verdicts)))
    if absent:
        known = [one for one in verdicts if not {*one.query.first, one.query.about} & {*absent}]
        print(figure_line("in the pack", figures(known)))
        print(f"not in the pack: {', '.join(absent)}")


def _texts(value: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


if __name__ == "__main__":
    main(sys.argv[1:])
