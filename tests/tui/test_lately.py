"""What was made lately is not made again, what was made long ago is."""

from __future__ import annotations

from cstoref.tui.lately import MOST, Lately


def test_the_last_few_are_kept() -> None:
    lately: Lately[str] = Lately()
    made: list[int] = []

    def ask(key: int) -> str:
        def make() -> str:
            made.append(key)
            return str(key)

        return lately.get(key, make)

    assert [ask(0), ask(1), ask(0), ask(1)] == ["0", "1", "0", "1"]
    assert made == [0, 1]
    for key in range(2, MOST + 3):
        ask(key)
    ask(0)
    assert made[-1] == 0
