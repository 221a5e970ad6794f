"""`{who}` in the text of a statement, and what else in braces was meant to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .problems import Problems, Spot
from .schema import AuthoredStatement

WHO = "{who}"
"""In a text, what stands for each of several records."""
PLACEHOLDER = re.compile(r"\{[a-z]+(?:_[a-z]+)*\}")
_UNSEEN = ("field", "key", "when", "said_on", "stance", "rank")
"""Keys whose words have a form of their own."""


def check_placeholders(authored: AuthoredStatement, spot: Spot, problems: Problems) -> None:
    """Note what was to be filled in and is left, in whichever words a reader sees."""
    for key, words in _words_of(authored):
        for placeholder in dict.fromkeys(PLACEHOLDER.findall(words)):
            if placeholder != WHO:
                message = f"{placeholder} is not filled in; only {WHO} is, in `text`"
            elif key == "text":
                message = f"{WHO} stands for each record in `who`, and none is given; add `who = […]`"
            else:
                message = f"{WHO} is filled in only in `text`; write the name, or words for all of them"
            problems.add(spot.at(key), message)


def _words_of(authored: AuthoredStatement) -> Iterator[tuple[str, str]]:
    """The keys of a statement that hold words for readers, with these words."""
    given = map(authored.__dict__.get, authored.model_fields_set)
    if not any(isinstance(value, str) and "{" in value for value in given):  # nearly always
        return
    for name, value in authored.__dict__.items():
        if isinstance(value, str) and "{" in value and name not in _UNSEEN:
            yield name, value
