"""What a key press costs in calls: `python -m bench.calls [KEY…]`, down if none is given.

Opens the explorer on a record without a terminal, presses each key some times, and counts the calls of our
own functions, the files they are in, and how often the screen's class is entered. The figures do not depend
on the machine, so a change can be judged by them where times are too uncertain.
"""

from __future__ import annotations

import asyncio
import sys
from collections import Counter
from collections.abc import Iterable
from functools import partial
from statistics import median
from types import FrameType
from typing import NamedTuple

from cstoref.store.cache import open_store
from cstoref.tui.app import CstorefApp
from cstoref.tui.start import Start, opening
from cstoref.user.config import Settings

RECORD = "russia"
SIZE = (120, 36)
TIMES = 12
"""Presses that are counted, after a first one that is not: it makes what is made once."""
MOST = 8
"""Functions that are listed."""


class Calls(NamedTuple):
    """Calls of our own functions in one press, by file and name."""

    counts: Counter[tuple[str, str]]

    @property
    def total(self) -> int:
        """All calls."""
        return sum(self.counts.values())

    @property
    def files(self) -> int:
        """The files that were entered."""
        return len({file for file, _ in self.counts})

    @property
    def screen(self) -> int:
        """The calls into the class of the screen."""
        return sum(count for (file, _), count in self.counts.items() if file.endswith("screens/explorer.py"))


def counted(keys: Iterable[str], spot: str = RECORD) -> dict[str, list[Calls]]:
    """The calls of each press of each key, in the record pane of the explorer."""
    store = open_store()
    found: dict[str, list[Calls]] = {}

    async def run() -> None:
        app = CstorefApp(store, opening(store, Start(spot), Settings()))
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            for key in keys:
                await pilot.press(key)
                await pilot.pause()
                presses = found[key] = []
                for _ in range(TIMES):
                    counts: Counter[tuple[str, str]] = Counter()
                    sys.setprofile(partial(_count, counts))
                    await pilot.press(key)
                    await pilot.pause()
                    sys.setprofile(None)
                    presses.append(Calls(counts))

    asyncio.run(run())
    return found


def _count(counts: Counter[tuple[str, str]], frame: FrameType, event: str, arg: object) -> None:
    file = frame.f_code.co_filename
    if event == "call" and "/cstoref/" in file and "/site-packages/" not in file:
        counts[file.rpartition("/cstoref/")[2], frame.f_code.co_name] += 1


def main(keys: list[str]) -> None:
    """Print the figures of each key, then the functions that are called most in its dearest press."""
    for key, presses in counted(keys or ["down"]).items():
        dearest = max(presses, key=lambda calls: calls.total)
        print(
            f"{key}: median {median(calls.total for calls in presses):,.0f} calls, at most {dearest.total:,} "
            f"in {dearest.files} files; the screen is entered {dearest.screen} times"
        )
        for (file, name), count in dearest.counts.most_common(MOST):
            print(f"  {count:>6,}  {file}  {name}")


if __name__ == "__main__":
    main(sys.argv[1:])
