"""Words of English that shape a question, and those that ask for nothing by themselves."""

from __future__ import annotations

from .word_forms import STOPWORDS

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
FILLER = STOPWORDS | {
    "according", "actually", "already", "always", "anymore", "bigger", "brief", "called", "compare",
    "compared", "comparison", "completely", "date", "dates", "day", "define", "definition", "describe",
    "details", "difference", "differences", "due", "each", "entirely", "event", "events", "ever", "exactly",
    "explain", "fact", "facts", "far", "fewer", "find", "formally", "full", "fully", "get", "going", "got",
    "greater", "happened", "history", "indeed", "info", "information", "involved", "involvement", "just",
    "know", "larger", "let", "like", "long", "looking", "may", "mean", "meaning", "means", "might", "more",
    "much", "must", "name", "names", "need", "news", "now", "officially", "often", "old", "once", "one",
    "ones", "other", "overview", "people", "per", "please", "quick", "really", "shall", "short", "since",
    "smaller", "stand", "stands", "still", "story", "stronger", "summary", "there", "thing", "things",
    "till", "time", "times", "truly", "until", "versus", "via", "vs", "want", "weaker", "went", "whats",
    "whether", "whos", "year", "yet",
}  # fmt: skip
"""Words that ask for nothing by themselves."""
PLAIN = frozenset((
    "general", "state", "force", "leader", "president", "summit", "base", "member", "members", "source",
    "sources",
))  # fmt: skip
"""Words that are a name in some packs and ask for something else in a question."""
LIGHT = frozenset((
    "after", "becoming", "before", "do", "doing", "happen", "keep", "keeps", "look", "looks", "make",
    "makes", "number", "often", "part", "participation", "planned", "put", "quote", "quotes", "remain",
    "remains", "source", "sources", "stay", "stays", "take", "takes", "total", "use", "uses", "want",
    "wants",
))  # fmt: skip
"""Words that tell too little to be missed: verbs, and those that only place others in time."""
LONGEST, SHORTEST = "longest", "shortest"
PERSONAL = frozenset((
    "youngest", "oldest", "tallest", "richest", "wealthiest", "poorest", "worst", "best",
))  # fmt: skip
"""Words that tell one holder of an office from the others, by the person and not the term."""
GENERIC = frozenset((
    "accept", "accepted", "belong", "belongs", "bring", "brings", "brought", "carried", "carry", "come",
    "comes", "cover", "covers", "exact", "fill", "filled", "fills", "gave", "give", "given", "gives",
    "had", "hand", "handed", "hands", "held", "hold", "holding", "holds", "include", "included",
    "includes", "length", "made", "occupied", "occupies", "occupy", "offer", "offered",
    "offering", "offers", "official", "pass", "passed", "passes", "place", "receive", "received",
    "receives", "run", "running", "sat", "series", "set", "show", "showed", "shown", "shows", "sit",
    "sits", "sitting", "term", "terms", "toll", "took", "turn", "turned", "work", "worked", "works",
))  # fmt: skip
"""Words, mostly verbs, that say little of what is asked: an answer may go without them, and names them."""
AROUND = ("before", "after")
"""Words that place something before or after somebody, a body or a time."""
SUCCESSION = {
    1: (
        "succeeded", "succeed", "succeeds", "successor", "followed", "after",
        "replaced", "replace", "replaces",
    ),
    -1: ("predecessor", "preceded", "before", "precede"),
}  # fmt: skip
"""Words for who came after another (1) or before (-1)."""
TAKES_OVER = " over from "
"""What stands between a successor and whom he succeeds: `took over from`, `takes over from`."""
CHANGE = frozenset(("change", "changed", "changes"))
DEATH = frozenset(("died", "die", "dies", "killed", "assassinated", "death", "dead"))
RESIGNED = frozenset(("resigned", "resign", "resigns"))
FILLS_OFFICE = (
    "appoint", "appoints", "elect", "elects", "nominate", "nominates", "choose", "chooses", "chosen", "term",
    "terms", "tenure",
)  # fmt: skip
"""Words for who fills an office, and for how long."""
LEAVES_OFFICE = (
    "resign", "resigns", "resigned", "resignation", "retire", "retires", "retired", "retirement", "step down",
    "stepped down", "leave office", "left office", "leave power", "left power",
)  # fmt: skip


def has_any(words: tuple[str, ...], phrases: tuple[str, ...]) -> bool:
    """Whether one of some phrases stands in the words of a question."""
    spoken = f" {' '.join(words)} "
    return any(f" {phrase} " in spoken for phrase in phrases)
