"""Answers that are kept with a store: an open pack never changes, nor does what is asked of it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Hashable
    from typing import Concatenate, ParamSpec, TypeVar

    from .queries import Store

    Given = ParamSpec("Given")
    Answer = TypeVar("Answer")

MOST = 1_000
"""Answers of one function that are kept; then it begins anew."""


def remembered(
    function: Callable[Concatenate[Store, Given], Answer],
) -> Callable[Concatenate[Store, Given], Answer]:
    """The same function, which answers from memory what it was asked of a store before. Whatever else it is
    given must be hashable, and what it answers must be immutable or left as it is."""

    def answer(store: Store, /, *given: Given.args, **named: Given.kwargs) -> Answer:
        known: dict[Hashable, Answer] = store.remembered.setdefault(function, {})
        asked = (given, *named.items())
        if asked not in known:
            if len(known) >= MOST:
                known.clear()
            known[asked] = function(store, *given, **named)
        return known[asked]

    return answer
