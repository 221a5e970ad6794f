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
DURATION = "duration"
"""What `[words.ask]` calls a question for how long."""
AROUND = ("before", "after")
"""Words that place something before or after somebody, a body or a time."""
