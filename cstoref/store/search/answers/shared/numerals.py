"""Numbers in the text of a statement, written in digits or as words."""

from __future__ import annotations

import re

WORDS = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty|thirty|forty|fifty|hundred|thousand|dozen|none|once|twice|first"
)
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE = re.compile(rf"\b\d{{1,2}}(?: (?:and|or|to) \d{{1,2}})? {_MONTH}|\b(?:19|20)\d\d\b|[-‑]\d+")
_NUMBER = re.compile(rf"\d|\b(?:{WORDS}|no)\b", re.IGNORECASE)


def without_days(text: str) -> str:
    """A text without its days and years, and without the numbers in names."""
    return _DATE.sub("", text)


def has_number(text: str) -> bool:
    """Whether a text has a number other than that of a day or year, or in a name such as `Rubezh-2008`."""
    return bool(_NUMBER.search(without_days(text)))
