"""How far a pack's statements stand by themselves, and how much its pages would repeat.

`python -m bench.evidence [PACK]` prints the figures, of the built-in pack if none is named.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from cstoref import paths
from cstoref.authoring.load import load
from cstoref.authoring.support import unsupported
from cstoref.model import Pack
from cstoref.store.cache import open_store
from cstoref.store.membership import ever_members
from cstoref.store.page_folds import folded, without_trivial
from cstoref.store.pages import Entry, page
from cstoref.store.queries import Store
from cstoref.store.stated_dates import dated

LEADERS = 10
"""Of whom most is told: their pages are counted beside those of all who were ever members."""
KINDS = WHOLE, TRIVIAL, ATTESTED, AGAIN, LIKEWISE, SHOWN, MOVED = (
    "lines if each statement were one",
    "  trivial",
    "  attested within a known term",
    "  one act told again",
    "  one sentence of several speakers",
    "lines on the pages",
    "  only said there: moved among what is said",
)


def statements(pack: Pack) -> Iterator[tuple[str, int]]:
    """How many statements rest on passages, whose do not support them, and whose dates no text states."""
    quoted = [s for s in pack.statements if s.grounding == "quoted"]
    records = {record.id: record for record in pack.records}
    acting = {kind.id for kind in pack.vocabulary.kinds if kind.speaks}
    undated = {s.id for s in quoted if s.when and not s.when_basis}
    marked = {s.id for s in dated(pack).statements if s.when_basis} & undated
    yield "quoted statements", len(quoted)
    yield "  passages do not support them", sum(any(unsupported(s, records, acting)) for s in quoted)
    yield "  date without a written basis", len(undated)
    yield "  marked, as no cited text states it", len(marked)
    yield "trivial statements", sum(s.trivial for s in pack.statements)


def lines(store: Store) -> Iterator[tuple[str, int]]:
    """How many lines the pages of members and leaders have, and would have if each statement were one."""
    counts: Counter[str] = Counter(dict.fromkeys(KINDS, 0))
    for id in (*sorted(ever_members(store)), *store.heaviest("leader", LEADERS)):
        whole = page(store, id)
        assert whole is not None
        shown = folded(whole, store)
        counts[WHOLE] += len(whole.entries)
        counts[TRIVIAL] += len(whole.entries) - len(without_trivial(whole).entries)
        for entry in shown.entries:
            counts[_kind(entry)] += len(entry.also)
        counts[SHOWN] += len(shown.entries)
        counts[MOVED] += sum(_is_moved(store, entry) for entry in whole.entries)
    yield from counts.items()


def _kind(entry: Entry) -> str:
    ends = {"; attested ": ATTESTED, "; likewise ": LIKEWISE}
    return next((kind for end, kind in ends.items() if end in entry.statement.text), AGAIN)


def _is_moved(store: Store, entry: Entry) -> bool:
    return entry.part == "speaker" and store.fields[entry.statement.field].group != entry.group


def main(words: list[str]) -> int:
    """Print the figures. Raises PackError where the pack is not right."""
    folder = words[0] if words else paths.builtin_pack()
    for what, count in (*statements(load(Path(folder))), *lines(open_store(folder))):
        print(f"{what:<44}{count:>6,}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
