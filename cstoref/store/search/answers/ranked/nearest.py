"""What to say before statements that only come near: they have the name or the topic of a question, and not
what it wants to know. No price, no vote by name, nobody named."""

from __future__ import annotations

from cstoref import fold

from ...interpretation import Interpretation
from ...question_words import HOW_MANY, LIST, WHAT, WHICH, WHO
from ...synonyms import same
from ...word_forms import forms
from ..shared.matches import concerning
from .scores import is_in_time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from cstoref.store.queries import Store

    from .evidence import Candidate

# Patterns as text: most questions need none, not even `re`, which takes as long as all modules of an answer.
_SUM = (
    r"\b(?:roubles?|dollars?|euros?|tenge|drams?|soms?|somoni|percent|free of charge|price|cost|rent|budget|"
    r"paid|pays?|paying|funds?|funded|financ(?:e[ds]?|ing)|expense|money|half|share)\b|[$€₽]"
)
_VOTE = r"\b(?:vot(?:e|es|ed|ing)|ballot|abstain\w*|unanimous\w*)\b"
_VOTES = r"\b\d+ (?:votes?|abst|for\b|against)"
_AGAINST = r"\b(?:against|abstain\w*|absent|opposed|without a vote)\b"
DUES = ("dues", "fee", "fees")
"""Words for what a member has to pay, whatever a statement calls it."""
ACCUSED = "accused"
VOTED = ("supported", "opposed", "decided")
"""Topics of who was for or against something."""
FOREMOST, SHOWN = 3, 8


def unsaid(store: Store, reading: Interpretation, best: Sequence[Candidate]) -> str:
    """A sentence that the sources do not say what is asked, or empty where the best statements may."""
    cue = reading.cue
    rows = store.statements_numbered([one.number for one in best[:FOREMOST]])
    texts = [row.statement.text for row in rows]
    if cue("cost", "paid") and not cue("vote") and _has_no_sum(store, reading, best, texts):
        who = "who paid for it" if reading.shape == WHO else "what was paid"
        return f"The sources do not say {'what it cost' if cue('cost') else who}. What comes nearest:"
    budget = reading.topic[:1] == ("budget_share",) and reading.shape in ("", WHAT, HOW_MANY)
    if budget and reading.period.given and not _gives_a_sum(store, reading, best):
        asked = next(iter(reading.asked), "budget")
        return f"The sources say nothing of the {asked} of {reading.period.spoken}. What comes nearest:"
    if cue("vote") and reading.shape in (WHO, WHICH, "how"):
        if not any(_in(_VOTE, text) for text in texts):
            return "The sources do not say how the votes fell. What comes nearest:"
        if reading.shape != "how" and cue("favour") and not _voters(store, best, texts):
            return "The sources do not name those that voted in favour. What comes nearest:"
    event = any(thing.kind == "event" for thing in reading.things)
    if event and cue("observers") and not any("observ" in text.lower() for text in texts):
        return "The sources name no observers there. What comes nearest:"
    named = reading.things or not reading.rest or reading.topic[:1] != ("membership",)
    if cue("members") and not named and reading.shape in ("", WHO, WHICH, WHAT, LIST, HOW_MANY):
        return f"The sources do not list the members of “{' '.join(reading.rest)}”. What comes nearest:"
    speaker = reading.words[:1] == (WHO,) and reading.words[1:2] == reading.asked[:1]  # `who accused them`
    several = cue("members") and reading.shape in (WHO, WHICH) and ACCUSED in reading.topic and not speaker
    if several and best[0].field == ACCUSED and not _accused(store, best[0].number):
        return "The sources do not name the accused. What comes nearest:"
    return ""


def sums_first(store: Store, reading: Interpretation, best: list[Candidate]) -> list[Candidate]:
    """The same statements, those that tell of a payment of whoever is asked about first."""
    if not reading.cue("cost", "paid") or reading.cue("vote") or not reading.things:
        return best
    rows = store.statements_numbered([one.number for one in best[:SHOWN]])
    own = set.intersection(*(concerning(store, one) for one in reading.things))
    paid = {
        one.number
        for one, row in zip(best, rows, strict=False)
        if one.number in own and _in(_SUM, row.statement.text) and is_in_time(reading, one)
    }
    return sorted(best, key=lambda one: one.number not in paid)


def votes_first(store: Store, reading: Interpretation, best: list[Candidate]) -> list[Candidate]:
    """The same statements, those with the numbers of the votes first, where it is counted who was for or
    against something of which the best is said."""
    if reading.shape != HOW_MANY or not {*VOTED}.intersection(reading.topic):
        return best
    rows = store.statements_numbered([one.number for one in best[:SHOWN]])
    counted = {
        one.number
        for one, row in zip(best, rows, strict=False)
        if one.subject == best[0].subject and _in(_VOTES, row.statement.text)
    }
    return sorted(best, key=lambda one: one.number not in counted)


def _gives_a_sum(store: Store, reading: Interpretation, best: Sequence[Candidate]) -> bool:
    """Whether one of the statements shown is on the budget, or speaks of money."""
    rows = store.statements_numbered([one.number for one in best[:SHOWN]])
    return any(row.statement.field in reading.topic[:2] or _in(_SUM, row.statement.text) for row in rows)


def _has_no_sum(
    store: Store, reading: Interpretation, best: Sequence[Candidate], texts: Sequence[str]
) -> bool:
    """Whether no text has a sum or who paid together with the other things that are asked about."""
    met = reading.cue("cost", "paid").union(DUES)
    others = [word for word in reading.asked if word not in met]
    for one, text in zip(best, texts, strict=False):
        typed = not reading.types or one.type in reading.types or _has(store, text, reading.called)
        if _in(_SUM, text) and typed and all(_has(store, text, word) for word in others):
            return False
    return True


def _in(pattern: str, text: str) -> bool:
    """Whether a pattern stands in a text, in capitals or not."""
    import re

    return re.search(pattern, text, re.IGNORECASE) is not None


def _has(store: Store, text: str, word: str) -> bool:
    """Whether a form of a word is in a text."""
    import re

    said = f" {re.sub('[^a-z0-9]+', ' ', text.lower())} "
    return any(
        f" {form}" in said if star else f" {form} " in said for form, star in forms(word, same(store, word))
    )


def _voters(store: Store, best: Sequence[Candidate], texts: Sequence[str]) -> bool:
    """Whether one of the texts names a state that voted, and not against."""
    return any(
        _in(_VOTE, text) and not _in(_AGAINST, text) and _of_role(store, one.number, ("who",))
        for one, text in zip(best, texts, strict=False)
    )


def _accused(store: Store, number: int) -> set[str]:
    """Whom a statement accuses, by name."""
    return _of_role(store, number, ("to", "of", "whom"))


def _of_role(store: Store, number: int, roles: tuple[str, ...]) -> set[str]:
    rows = store.database.execute(
        f"SELECT record FROM role WHERE statement = ? AND role IN ({', '.join('?' * len(roles))}) "
        "AND record IS NOT NULL",
        (number, *roles),
    )
    return {record for (record,) in rows}


def of_the_people(
    store: Store, reading: Interpretation, best: list[Candidate]
) -> tuple[list[Candidate], str]:
    """The statements of a state first where somebody of its people is asked for; and the name of the state
    where none is: a general of another is no Kyrgyz one."""
    states = [thing for thing in reading.things if thing.kind == "member"]
    typed = " ".join(reading.words[place] for thing in states for place in thing.places)
    if reading.shape != WHO or len(states) != 1 or fold.words(states[0].name) == typed:
        return best, ""
    own = concerning(store, states[0])
    ours = [one for one in best if one.number in own]
    return [*ours, *(one for one in best if one not in ours)], "" if ours else states[0].name


def of_the_event(store: Store, reading: Interpretation, best: list[Candidate]) -> tuple[list[Candidate], str]:
    """The figures of an event first, where the number of one state in it is asked for; and the state and the
    event in words where none of them is that of the state. Else the same, and nothing."""
    events = [thing for thing in reading.things if thing.kind == "event"]
    states = [thing for thing in reading.things if thing.kind == "member"]
    if reading.shape != HOW_MANY or len(events) != 1 or len(states) != 1:
        return best, ""
    there, own = concerning(store, events[0]), concerning(store, states[0])
    inside = [one for one in best if one.number in there or one.subject == events[0].record]
    figures = [one for one in inside if one.is_number]
    if not inside or any(one.number in own for one in figures):
        return best, ""
    return figures or inside, f"{states[0].name} in {events[0].name}"
