"""The words with which English asks: `who`, `did`, `not`.

They belong to its grammar, as do the words of `word_forms` and of `periods`, and are the same for every pack.
Whatever else the words of a question say is data of the pack: `[words.cue]`, `[words.topic]` and the like.
"""

from __future__ import annotations

WHO, WHEN, WHERE, HOW_MANY, WHY, WHAT, WHICH, LIST, COMPARE = (
    "who", "when", "where", "how many", "why", "what", "which", "list", "compare",
)  # fmt: skip
SHAPES = (
    (
        COMPARE,
        (
            "vs",
            "versus",
            "difference",
            "differences",
            "differ",
            "differs",
            "compare",
            "compared",
            "comparison",
        ),
    ),
    (HOW_MANY, ("how many", "how much", "how big", "how large", "how strong", "how often", "number of")),
    (LIST, ("list", "all", "every", "list of", "complete list")),
    (
        WHEN,
        ("when", "what year", "which year", "what date", "what day", "since when", "until when", "how long"),
    ),
    (WHERE, ("where", "what place", "which city", "what city")),
    (WHY, ("why", "how come", "for what reason")),
    (WHO, ("who", "whom", "whose")),
    (WHICH, ("which",)),
    (WHAT, ("what", "whats")),
    ("how", ("how",)),
)
YES_OR_NO = frozenset((
    "is", "are", "was", "were", "am", "do", "does", "did", "has", "have", "had", "will", "would", "can",
    "could", "should", "may", "isnt", "arent", "wasnt", "werent", "didnt", "doesnt", "hasnt", "havent",
))  # fmt: skip
"""Words with which a question begins that wants a yes or a no."""
NOT = (
    "not",
    "never",
    "didnt",
    "hasnt",
    "havent",
    "wasnt",
    "werent",
    "isnt",
    "arent",
    "doesnt",
    "no",
    "without",
    "wont",
)
WHILE = (" when ", " while ", " during ", " at the time of ", " as of the ", " on the day of ")
"""Words between what is asked and what was then, each with blanks around it."""
MAY = frozenset(("can", "cannot", "cant", "may", "must"))
"""Verbs of what is allowed or a duty."""
MIGHT = ("could", "should")
"""Those that ask so only at the beginning: elsewhere they tell of the past, or of a wish."""
WILL, WOULD, GOING = "will", "would", "going"
"""Words of what has not come yet."""
DURATION = "duration"
"""What `[words.ask]` calls a question for how long."""
AROUND = ("before", "after")
"""Words that place something before or after somebody, a body or a time."""
